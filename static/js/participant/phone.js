// The one page of a participant: it follows the agenda by itself, from the lobby to the close.

import { announce, html, page, render, useEffect, useRef } from "../shared/view.js";
import { connect } from "../shared/live.js";
import { Outbox } from "../shared/outbox.js";
import { speak, t } from "../shared/words.js";
import { FindingRoom } from "./arrive.js";
import { Connection } from "./connection.js";
import { Milestones } from "./countdown.js";
import { Lobby } from "./lobby.js";
import { Message } from "./message.js";
import { Plenary } from "./plenary.js";
import { Room } from "./room.js";
import { Scanned } from "./scanned.js";

speak(page());
const data = page();
const live = connect(data);
const shelf = `${data.event}:${data.person}`;
const box = new Outbox(`outbox:${shelf}`, localStorage, live.send, boxed);

function draw() {
  render(html`<${Phone} views=${live.views()} link=${{ ...live.link }} />`, document.getElementById("app"));
}

// A refused note keeps its words; of anything else that is refused only the reason is worth keeping.
function boxed(items) {
  const moot = items.find((item) => item.refused && !["note.write", "note.edit"].includes(item.name));
  if (!moot) return draw();
  announce(moot.refused);
  box.drop(moot.fields.command_id);
}

function Phone({ views, link }) {
  const { hall } = views;
  const person = views[`person:${data.person}`];
  if (!hall || !person) return html`<main class="section"><h1>${t("One moment…")}</h1><p><a href="">${t("Reload this page")}</a></p></main>`;
  const room = roomNow(hall, person, views);
  const slot = hall.slots[hall.clock?.slot];
  const all = { hall, slot, person, views, box, shelf, link, send: live.send };
  const waiting = box.items.filter((item) => !item.refused && ["note.write", "note.edit", "note.withdraw"].includes(item.name)).length;
  const scene = room?.room.id ?? (slot?.kind === "plenary" ? "plenary" : "lobby");
  return html`<${Arrival} room=${room?.room} scene=${scene} /><${Milestones} clock=${hall.clock} />
    <${Connection} link=${link} waiting=${waiting} /><${Message} message=${hall.message} shelf=${shelf} live=${live} />
    <${Scanned} table=${data.table} room=${room?.room} slot=${hall.rooms?.slot} scene=${scene} link=${link} send=${live.send} /><${Message} to="room" message=${room?.message} shelf=${shelf} live=${live} /><${Message} to="leads" message=${person.message} shelf=${shelf} live=${live} />
    ${room ? html`<${Room} key=${room.room.id} room=${room} ...${all} />` : hall.rooms ? html`<${FindingRoom} hall=${hall} />`
      : slot?.kind === "plenary" ? html`<${Plenary} ...${all} />` : html`<${Lobby} ...${all} />`}`;
}

// The room I sit in now: of the rooms that are open, else one that was given more time, else the
// one that has just closed, as long as its slot is on.
function roomNow(hall, person, views) {
  const seat = (slot) => views[`room:${person.seats[slot]}`];
  if (hall.rooms) return seat(hall.rooms.slot);
  return Object.keys(person.seats).map(seat).find((one) => one?.room.state === "open") ?? (hall.clock && seat(hall.clock.slot));
}

// Says a new room aloud, and brings what is on now into view: whoever had read on far below would miss it.
function Arrival({ room, scene }) {
  const known = useRef(undefined);
  useEffect(() => {
    if (room) announce(t("You are in room {number}", { number: room.number }));
    if (known.current !== undefined) scrollTo({ top: 0 });
    known.current = scene;
  }, [scene]);
  return null;
}

live.on((views, link) => {
  if (link.state === "gone") return location.reload();
  draw();
  if (link.state === "live") box.flush();
});
// What could not be taken just now is tried again.
setInterval(() => live.link.state === "live" && box.items.some((item) => !item.refused) && box.flush(), 2_000);

// The one page of a participant: it follows the agenda by itself, from the lobby to the close.

import { announce, html, page, render, useEffect, useNow, useRef } from "../shared/view.js";
import { connect } from "../shared/live.js";
import { Outbox } from "../shared/outbox.js";
import { speak, t } from "../shared/words.js";
import { Lobby } from "./lobby.js";
import { FindingRoom, Room } from "./room.js";
import { MyNotes } from "./notes.js";
import { Connection } from "./connection.js";

speak(page());
const data = page();
const live = connect(data);
const shelf = `${data.event}:${data.person}`;
const box = new Outbox(`outbox:${shelf}`, localStorage, live.send, draw);

function draw() {
  render(html`<${Phone} views=${live.views()} />`, document.getElementById("app"));
}

function Message({ message }) {
  useEffect(() => announce(message.text), [message.at]);
  return html`<p class="notice said" dir="auto">${message.text}</p>`;
}

function Phone({ views }) {
  const at = useNow();
  const { hall } = views;
  const person = views[`person:${data.person}`];
  if (!hall || !person) return html`<p class="section">${t("One moment…")}</p>`;
  const seat = hall.rooms && person.seats[hall.rooms.slot];
  const room = views[`room:${seat}`];
  return html`<${Arrival} room=${room?.room} />
    <${Connection} link=${live.link} waiting=${box.items.length} />
    ${hall.message && html`<${Message} message=${hall.message} />`}
    ${room ? html`<${Room} hall=${hall} room=${room} person=${person} box=${box} shelf=${shelf} at=${at} />`
      : hall.rooms ? html`<${FindingRoom} hall=${hall} at=${at} />`
      : html`<${Lobby} hall=${hall} person=${person} send=${live.send} at=${at}>
          <${MyNotes} person=${person} views=${views} box=${box} hall=${hall} /></${Lobby}>`}`;
}

// Says a new room aloud, and brings its number into view.
function Arrival({ room }) {
  const known = useRef(undefined);
  useEffect(() => {
    if (room && known.current !== room.id) {
      announce(t("You are in room {number}", { number: room.number }));
      if (known.current !== undefined) scrollTo({ top: 0 });
    }
    known.current = room ? room.id : null;
  }, [room?.id]);
  return null;
}

live.on((views, link) => {
  if (link.state === "gone") return location.reload();
  draw();
  if (link.state === "live") box.flush();
});
// What could not be taken just now is tried again.
setInterval(() => live.link.state === "live" && box.items.some((item) => !item.refused) && box.flush(), 2_000);

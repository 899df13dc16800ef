// The rooms page: connects, keeps what is open or held, and puts the panels in their places.

import { connect } from "../shared/live.js";
import { inOrder } from "../shared/spine.js";
import { announce, html, page, render, useNow } from "../shared/view.js";
import { speak, t } from "../shared/words.js";
import { DrawRules, fitting } from "./draw-rules.js";
import { Hall, Nothing } from "./hall.js";
import { useKeys } from "./keys.js";
import { MoveMenu } from "./move-menu.js";
import { MoveSheet } from "./move-sheet.js";
import { Orders } from "./orders.js";
import { Places } from "./places.js";
import { Receipt } from "./receipt.js";
import { roomsOf } from "./round.js";
import { Lost, Status } from "./status.js";

speak(page());
const live = connect(page());
const app = document.getElementById("app");
const orders = new Orders(live, paint);
const kept = { slot: new URLSearchParams(location.search).get("slot"), wanted: {}, sheet: undefined, held: undefined };

function set(change) {
  Object.assign(kept, change);
  paint();
}

// The breakout that is on, else the one looked at, else the next, else the last.
function looked(hall, slots) {
  const chosen = slots.find((slot) => slot.id === kept.slot);
  return chosen ?? slots.find((slot) => slot.id === hall.clock?.slot) ?? slots.find((slot) => slot.opened_at === undefined) ?? slots.at(-1);
}

async function move(slot, person, room, name, number) {
  set({ held: undefined });
  const done = await orders.send("move", "seat.move", { slot, person, room });
  if (!done) return;
  announce(t("{name} is in room {number} now.", { name, number }));
  document.querySelector(`[data-person="${CSS.escape(person)}"]`)?.focus();
}

function Page({ views, link }) {
  const at = useNow(2_000);
  const { hall, moderator } = views;
  const { people } = moderator;
  const slots = inOrder(hall.slots).filter((slot) => slot.kind === "breakout");
  const slot = looked(hall, slots);
  const round = slot && moderator.rounds[slot.id];
  const here = Object.values(people).filter((one) => one.present).length;
  const draft = slot && (!round || round.state === "drawn");
  const rooms = round ? roomsOf(round, people) : [];
  const wanted = kept.wanted[slot?.id];
  const draw = () => orders.send("draw", "round.draw", { slot: slot.id, rooms: wanted ?? (round ? rooms.length : fitting(here, slot.room_size)) });
  useKeys([{ keys: ["D"], says: t("Draw"), act: () => draft && here > 0 && draw() }], kept.sheet !== undefined);
  if (!slot) return html`<main class="hall"><h1>${t("No rooms in this event")}</h1><p>${t("No slot of the agenda is a breakout. Change a slot’s kind in the plan, and its rooms can be drawn here.")}</p></main>`;
  const carry = (person, room) => people[person] && round.seats[person] !== room && move(slot.id, person, room, people[person].name, round.rooms[room].number);
  const held = kept.held && { id: kept.held.person, ...people[kept.held.person] };
  const close = () => set({ sheet: undefined });
  const menu = held?.name && round?.state !== "closed" && html`<${MoveMenu} key=${held.id} person=${held} rooms=${rooms} box=${kept.held.box} move=${carry} close=${() => kept.held?.person === held.id && set({ held: undefined })} />`;
  return html`<${Lost} link=${link} />
    <${DrawRules} hall=${hall} slots=${slots} slot=${slot} round=${round} here=${here} wanted=${wanted} want=${(n) => set({ wanted: { ...kept.wanted, [slot.id]: n } })} choose=${(id) => set({ slot: id, held: undefined })} orders=${orders} />
    ${round ? html`<${Hall} hall=${hall} people=${people} round=${round} rooms=${rooms} at=${at} held=${held?.id} menu=${menu} move=${carry} orders=${orders}
      pick=${(person, seat) => set({ held: { person: person.id, box: seat.getBoundingClientRect() } })} open=${(sheet) => set({ sheet })} />
      <${Receipt} hall=${hall} slot=${slot} round=${round} rooms=${rooms} at=${at} />` : html`<${Nothing} people=${people} />`}
    ${round && kept.sheet?.kind === "places" && html`<${Places} rooms=${rooms} first=${kept.sheet.room} orders=${orders} close=${close} />`}
    ${round && kept.sheet?.kind === "moves" && html`<${MoveSheet} rooms=${rooms} code=${hall.event.code} close=${close} />`}`;
}

function paint() {
  const views = live.views();
  if (!views.hall || !views.moderator) return;
  render(html`<${Page} views=${views} link=${live.link} />`, app);
  render(html`<${Status} hall=${views.hall} link=${live.link} />`, document.getElementById("status"));
}

live.on(paint);

// The rooms page: connects, keeps what is open or held, and puts the panels in their places.

import { connect } from "../shared/live.js";
import { Orders } from "../shared/orders.js";
import { KeySheet } from "../shared/sheet.js";
import { inOrder } from "../shared/spine.js";
import { announce, html, page, render, useNow } from "../shared/view.js";
import { speak, t } from "../shared/words.js";
import { DrawRules, planOf } from "./draw-rules.js";
import { Hall, Nothing } from "./hall.js";
import { useKeys } from "../shared/keys.js";
import { Lost, Status } from "../shared/status.js";
import { seekKeys } from "./keys.js";
import { MoveMenu } from "./move-menu.js";
import { MoveSheet } from "./move-sheet.js";
import { Places } from "./places.js";
import { Receipt } from "./receipt.js";
import { capabilities } from "./roll.js";
import { meetings, roomsOf, usualLanguage } from "./round.js";
import { RoundsSheet } from "./rounds-sheet.js";
import { TakeBack, takeable } from "./taken-back.js";

speak(page());
const live = connect(page());
const app = document.getElementById("app");
const orders = new Orders(live, paint);
const kept = { slot: new URLSearchParams(location.search).get("slot"), sheet: undefined, held: undefined };

// What a seat that has the focus understands; heard in the hall itself.
const SEATS = () => [
  { keys: ["←", "→", "↑", "↓"], says: t("From seat to seat, and from room to room") },
  { keys: ["Enter"], says: t("What can be done with a person: move, change places, pin") },
  { keys: ["P"], says: t("Pin a person to a room, or let them go") },
];

function set(change) {
  Object.assign(kept, change);
  paint();
}

// The breakout that is on, else the one looked at, else the next, else the last.
function looked(hall, slots) {
  const chosen = slots.find((slot) => slot.id === kept.slot);
  return chosen ?? slots.find((slot) => slot.id === hall.clock?.slot) ?? slots.find((slot) => slot.opened_at === undefined) ?? slots.at(-1);
}

// Whether the page has gone on to another slot than a sheet is about, or to one without rooms.
const gone = ({ kind, of }, slot, round) => (["places", "rounds"].includes(kind) && of !== slot?.id) || (["places", "moves"].includes(kind) && !round);

async function hand(person, says, name, fields, moved) {
  set({ held: undefined });
  if (!(await orders.send("move", name, fields))) return;
  announce(says);
  set({ moved });
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
  const ready = here > 0 && orders.idle; // what was changed a moment ago counts in the draw
  const draw = () => orders.send("draw", "round.draw", { slot: slot.id });
  const open = (sheet) => set({ sheet: { ...sheet, of: slot?.id } });
  const table = seekKeys([
    { keys: ["D"], says: t("Draw"), act: () => draft && ready && draw() },
    { keys: ["R"], says: t("Several rounds"), act: () => slot?.opened_at === undefined && open({ kind: "rounds" }) },
  ], open);
  if (kept.sheet && gone(kept.sheet, slot, round)) kept.sheet = undefined;
  const shown = kept.sheet;
  useKeys(table, shown !== undefined);
  if (!slot) return html`<main class="hall"><h1>${t("No rooms in this event")}</h1><p>${t("No slot of the agenda is a breakout. Change a slot’s kind in the plan, and its rooms can be drawn here.")}</p></main>`;
  const named = (id) => people[id]?.name;
  const undoing = (...move) => (round.state === "open" ? takeable(...move) : undefined);
  const carry = (person, room) => {
    if (!people[person] || round.seats[person] === room) return;
    const says = t("{name} is in room {number} now.", { name: named(person), number: round.rooms[room].number });
    const fields = { slot: slot.id, person };
    const from = round.seats[person];
    hand(person, says, "seat.move", { ...fields, room }, from && undoing(says, ["seat.move", { ...fields, room: from }], { [person]: room }));
  };
  const swap = (person, other) => {
    const says = t("{one} and {other} have changed places.", { one: named(person), other: named(other) });
    const seats = { [person]: round.seats[other], [other]: round.seats[person] };
    hand(person, says, "seat.swap", { slot: slot.id, person, other }, undoing(says, ["seat.swap", { slot: slot.id, person, other }], seats));
  };
  const pin = (ids, on) => (set({ held: undefined }), orders.send("pin", "seat.pin", { slot: slot.id, people: ids, on }));
  const marks = { can: capabilities(moderator.roster), usual: usualLanguage(people), scanned: round?.sittings ?? {}, pins: draft ? planOf(moderator, slot).pins : {} };
  const met = meetings(moderator.rounds, slot.id);
  const held = kept.held && { id: kept.held.person, ...people[kept.held.person] };
  const close = () => set({ sheet: undefined });
  const choose = (id) => set({ slot: id, held: undefined });
  const menu = held?.name && round?.state !== "closed" && html`<${MoveMenu} key=${held.id} person=${held} rooms=${rooms} met=${met} box=${kept.held.box} draft=${draft} pinned=${marks.pins[held.id] !== undefined} move=${carry} swap=${swap} pin=${pin} close=${() => kept.held?.person === held.id && set({ held: undefined })} />`;
  return html`<${Lost} link=${link} />
    <${DrawRules} hall=${hall} moderator=${moderator} slots=${slots} slot=${slot} round=${round} here=${here} ready=${ready} choose=${choose} orders=${orders} draw=${draw} open=${open} />
    ${round ? html`<${Hall} slot=${slot.id} people=${people} round=${round} rooms=${rooms} at=${at} held=${held?.id} menu=${menu} undo=${html`<${TakeBack} moved=${kept.moved} round=${round} orders=${orders} />`} move=${carry} orders=${orders} marks=${marks} pin=${pin}
      pick=${(person, seat) => set({ held: { person: person.id, box: seat.getBoundingClientRect() } })} open=${open} />
      <${Receipt} hall=${hall} slot=${slot} round=${round} rooms=${rooms} met=${met} at=${at} />` : html`<${Nothing} people=${people} />`}
    ${shown?.kind === "places" && html`<${Places} rooms=${rooms} first=${shown.room} orders=${orders} close=${close} />`}
    ${shown?.kind === "rounds" && html`<${RoundsSheet} slot=${slot} drawn=${round !== undefined} orders=${orders} choose=${choose} close=${close} />`}
    ${shown?.kind === "moves" && html`<${MoveSheet} key=${slot.id} rooms=${rooms} slot=${slot.id} code=${hall.event.code} close=${close} />`}
    ${shown?.kind === "keys" && html`<${KeySheet} table=${[...table, ...SEATS()]} close=${close} />`}`;
}

function paint() {
  const views = live.views();
  if (!views.hall || !views.moderator) return;
  render(html`<${Page} views=${views} link=${live.link} />`, app);
  render(html`<${Status} hall=${views.hall} link=${live.link} />`, document.getElementById("status"));
}

live.on(paint);

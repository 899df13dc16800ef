// The fewest moves that put rooms right after the time to check in: who would go where, and why.
// One press makes them all; each person moved is told the reason on their phone. The desk and the
// rooms page show the same strip.

import { Press } from "../shared/press.js";
import { html } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { along } from "./attendance.js";
import { Said } from "./pieces.js";

const SHOWN = 6; // moves named before the rest is only counted
// The name is left open: it is set apart, because it may run the other way than the sentence.
const WHY = {
  alone: (rooms) => t("{name} to room {to}: alone in room {from}", rooms),
  small: (rooms) => t("{name} to room {to}: room {from} is too small", rooms),
  fill: (rooms) => t("{name} to room {to}, which needs more people", rooms),
  lead: (rooms) => t("{name} to room {to}, which needs somebody to lead it", rooms),
};

function Line({ name, move, from, to }) {
  const [before, after] = WHY[move.why]({ from, to }).split("{name}");
  return html`<li>${before}<b><bdi>${name}</bdi></b>${after}</li>`;
}

export function Repair({ round, slot, people, rooms, at, orders }) {
  const moves = Object.entries(round.repair?.moves ?? {}).sort(([, a], [, b]) => a.order - b.order);
  const number = (id) => rooms.find((room) => room.id === id)?.number ?? "?";
  const more = along(round, rooms, at);
  const told = moves.length + more.length;
  const late = more.every((one) => round.sittings[one.id]?.arrived_at === undefined);
  const seats = late ? tn("and {n} seat of somebody who has not arrived", "and {n} seats of people who have not arrived", more.length) : tn("and {n} seat of somebody who does not take part now", "and {n} seats of people who do not take part now", more.length);
  const act = () => orders.send("repair", "round.repair", { slot, number: round.repair.number });
  return html`<div class=${moves.length ? "repair notice warning" : "for-reader"} role="status">${moves.length > 0 && html`
    <div><p><b>${tn("{n} move puts the rooms right", "{n} moves put the rooms right", moves.length)}</b>${more.length > 0 && ` ${seats}`}</p>
      <ul>${moves.slice(0, SHOWN).map(([id, move]) => html`<${Line} key=${id} name=${people[id]?.name ?? id} move=${move} from=${number(round.seats[id])} to=${number(move.room)} />`)}</ul>
      ${moves.length > SHOWN && html`<p class="soft">${tn("and {n} more", "and {n} more", moves.length - SHOWN)}</p>`}</div>
    <${Press} orders=${orders} place="repair" name="button" act=${act} title=${tn("{n} person is told", "{n} people are told", told)}>${tn("Move {n} person", "Move {n} people", told)}<//>`}
    <${Said} orders=${orders} places=${["repair", "closing", "step", "check"]} /></div>`;
}

// While people still check in: the way not to wait for the rest of the time.
export function CheckIn({ round, slot, orders, deeds }) {
  if (round.checked_at !== undefined) return null;
  return html`<${Press} orders=${orders} place="check" name="button compact quiet" title=${t("See now who should move so that no room is too small")} act=${() => deeds.check(slot)}>${t("Mend rooms now")}<//>`;
}

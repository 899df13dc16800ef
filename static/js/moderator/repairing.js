// The fewest moves that put rooms right after the time to check in: who would go where, and why.
// One press makes them all; each person moved is told the reason on their phone.

import { Press } from "../shared/press.js";
import { html } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { Said } from "./pieces.js";

const WHY = {
  alone: () => t("is alone"), small: () => t("their room is too small"),
  fill: () => t("that room needs more people"), lead: () => t("that room needs somebody to lead it"),
};

export function Repair({ round, slot, people, rooms, orders, deeds }) {
  const moves = Object.entries(round.repair?.moves ?? {}).sort(([, a], [, b]) => a.order - b.order);
  const number = (id) => rooms.find((room) => room.id === id)?.number ?? "?";
  const line = ([id, move]) => html`<li key=${id}><bdi>${people[id]?.name ?? id}</bdi> → ${t("room {number}", { number: number(move.room) })} <small>${WHY[move.why]?.() ?? ""}</small></li>`;
  return html`<div class=${moves.length ? "repair notice warning" : "for-reader"} role="status">${moves.length > 0 && html`
    <div><p><b>${tn("{n} move puts the rooms right", "{n} moves put the rooms right", moves.length)}</b></p><ul>${moves.slice(0, 6).map(line)}</ul>
      ${moves.length > 6 && html`<p class="soft">${tn("and {n} more", "and {n} more", moves.length - 6)}</p>`}</div>
    <${Press} orders=${orders} place="repair" name="button" act=${() => deeds.repair(slot, round.repair.number)}>${tn("Move {n} person", "Move {n} people", moves.length)}<//>`}
    <${Said} orders=${orders} places=${["repair", "closing", "step", "check"]} /></div>`;
}

// While people still check in: how many have, and the way not to wait for the rest of the time.
export function CheckIn({ round, slot, seated, orders, deeds }) {
  if (round.checked_at !== undefined) return null;
  const here = seated.filter((one) => round.sittings[one.id]?.arrived_at !== undefined).length;
  return html`<span class="soft digits">${t("{here} of {all} checked in", { here, all: seated.length })}</span>
    <${Press} orders=${orders} place="check" name="button compact quiet" title=${t("See now who should move so that no room is too small")} act=${() => deeds.check(slot)}>${t("Mend rooms now")}<//>`;
}

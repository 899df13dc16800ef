// A move by hand while rooms are open can be taken back for ten seconds, as a step of the clock can: by
// the move that undoes it, because phones have heard of the first one.

import { now } from "../shared/clock.js";
import { Press } from "../shared/press.js";
import { Icon, announce, html, useNow } from "../shared/view.js";
import { t } from "../shared/words.js";

const UNDO = 10_000; // ms

// `back` is the command that undoes it, `seats` who sits where after the move.
export const takeable = (says, back, seats) => ({ says, back, seats, until: now() + UNDO });

export function TakeBack({ moved, round, orders }) {
  const left = (moved?.until ?? 0) - useNow(250);
  const still = moved && Object.entries(moved.seats).every(([person, room]) => round.seats[person] === room);
  if (left <= 0 || !still) return null;
  const act = async () => (await orders.send("move", ...moved.back)) && announce(t("Taken back."));
  return html`<p class="row wraps"><span dir="auto">${moved.says}</span><${Press} orders=${orders} place="move" name="button compact digits" act=${act}><${Icon} name="back" turns />${t("Undo")} <small>${t("{n} s", { n: Math.ceil(left / 1_000) })}</small><//></p>`;
}

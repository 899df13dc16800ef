// How far the event is from its plan. Pure. An event that runs on another day than planned (a
// rehearsal, a new date) is compared with its own beginning instead, so that the figure means
// something.

import { behind, expected } from "../shared/clock.js";
import { inOrder } from "../shared/spine.js";

const FAR = 12 * 3_600_000; // ms from the planned start beyond which the plan's hours say nothing

// What to add to planned times (ms) before they are compared with the clock; mostly 0.
export function shift(hall) {
  const first = inOrder(hall.slots).filter((slot) => slot.opened_at !== undefined).sort((a, b) => a.opened_at - b.opened_at)[0];
  const off = first ? first.opened_at - first.start : 0;
  return Math.abs(off) > FAR ? off : 0;
}

// Actual and expected times by slot id; once the event is over, what ran is what counts.
export function times(hall, at) {
  const found = expected(hall.slots, hall.clock, at);
  if (hall.clock) return found;
  const ran = Object.entries(hall.slots).filter(([, slot]) => slot.opened_at !== undefined && slot.closed_at !== undefined);
  return { ...found, ...Object.fromEntries(ran.map(([id, slot]) => [id, { start: slot.opened_at, end: slot.closed_at }])) };
}

// {late, end, planned, moved}: minutes late (negative: early), when it is expected to end or did
// end, when it was planned to, and whether the plan was moved; undefined before the start.
export function drift(hall, at) {
  const last = inOrder(hall.slots).at(-1);
  const over = hall.status === "ended";
  if (!last || !(hall.clock || over)) return undefined;
  const moved = shift(hall);
  const planned = last.start + last.length + moved;
  const end = over ? hall.ended_at ?? at : expected(hall.slots, hall.clock, at)[last.id].end;
  const late = over ? end - planned : behind(hall.slots, hall.clock, at) - moved;
  return { late: Math.round(late / 60_000), end, planned, moved: moved !== 0 };
}

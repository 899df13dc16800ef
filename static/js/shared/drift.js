// How far the event is from its plan and from the promised end, in figures and in words. Pure.

import { ending, moved } from "./clock.js";
import { inOrder } from "./spine.js";
import { t } from "./words.js";

const minutes = (ms) => Math.round(ms / 60_000);

// {late, over, end, planned, promised, moved}: minutes later than planned and than promised
// (negative: earlier), when it is expected to end or did, when it was planned and is promised to,
// and whether the plan is counted from the event's own beginning; undefined before the start.
export function drift(hall, at) {
  const last = inOrder(hall.slots).at(-1);
  const done = hall.status === "ended";
  if (!last || !(hall.clock || done)) return undefined;
  const by = moved(hall.slots);
  const planned = last.start + last.length + by;
  const end = done ? hall.ended_at ?? at : ending(hall.slots, hall.clock, at);
  return { late: minutes(end - planned), over: minutes(end - hall.promised_end), end, planned, promised: hall.promised_end, moved: by !== 0 };
}

// How late or early it runs against the promised end, in words.
export const lateness = (over) => (over > 0 ? t("{n} min behind", { n: over }) : over < 0 ? t("{n} min ahead", { n: -over }) : t("On time"));

// The same for everybody, where the state of a slot may stand beside it: empty unless the crew has
// decided to tell it.
export function told(hall, at) {
  const { over } = (hall.show_offset && hall.clock && drift(hall, at)) || {};
  if (over === undefined) return "";
  return over > 0 ? t("The event runs {n} min late", { n: over }) : over < 0 ? t("The event runs {n} min early", { n: -over }) : t("The event runs on time");
}

// What the plane says: one state, one number, one word, for every phase of an event. Pure.

import { digits, remaining, state } from "../shared/clock.js";
import { day, t, time, tn } from "../shared/words.js";
import { standing } from "./step.js";

const FAR = 12 * 3_600_000; // ms before or after the planned start at which a countdown says nothing
const WORDS = {
  warning: () => ["wait", t("Wrap up")], danger: () => ["warn", t("Last minute")],
  overrun: () => ["warn", t("Over time")], paused: () => ["pause", t("Paused")],
};

// How long in words, for those who hear it: 17 minutes 42 seconds.
export function spoken(ms) {
  const all = Math.abs(Math.ceil(ms / 1_000));
  const parts = [tn("{n} minute", "{n} minutes", Math.floor(all / 60)), tn("{n} second", "{n} seconds", all % 60)];
  return t(ms <= -1_000 ? "{time} over" : "{time} left", { time: parts.join(" ") });
}

function before(hall, at) {
  const zone = hall.event.timezone;
  const first = standing(hall).row[0];
  if (!first) return { state: "idle", title: t("The agenda is empty"), meta: t("Add slots in the plan first."), number: "–:––", label: t("Nothing planned") };
  const left = first.start - at;
  const far = Math.abs(left) > FAR;
  const planned = time(first.start, zone);
  const meta = far ? t("Planned for {day}, {time}", { day: day(first.start, zone), time: planned })
    : left > 0 ? t("until the planned start at {time}", { time: planned }) : t("after the planned start at {time}", { time: planned });
  return { state: "idle", title: t("Not started"), meta, number: far ? planned : digits(left), label: far ? meta : `${spoken(left)}, ${meta}` };
}

// {state, title, meta, number, label, icon?, word?}
export function facing(hall, at) {
  const zone = hall.event.timezone;
  if (hall.status === "ended") {
    const ended = time(hall.ended_at ?? at, zone);
    return { state: "ended", title: t("The event has ended"), meta: day(hall.ended_at ?? at, zone), number: ended, label: t("ended at {time}", { time: ended }) };
  }
  const { slot } = standing(hall);
  if (!slot) return before(hall, at);
  const { clock } = hall;
  const left = remaining(clock, at);
  const found = state(clock, slot, at);
  const [icon, word] = WORDS[found]?.() ?? [];
  const span = t("{start} to {end}", { start: time(clock.since, zone), end: time(clock.ends_at, zone) });
  const rooms = hall.rooms && tn("{n} room open", "{n} rooms open", hall.rooms.count);
  const own = slot.auto && t("goes on by itself");
  return { state: found, title: slot.title, meta: [span, rooms, own].filter(Boolean).join(", "), number: digits(left), label: spoken(left), icon, word };
}

// What the scenes read off the hall and the wall's view: the slot that is on, what follows, which
// rooms said a theme. Pure.

import { digits, expected, remaining, state } from "../shared/clock.js";
import { inOrder } from "../shared/spine.js";
import { t } from "../shared/words.js";

const DAY = 86_400_000;

// {row, slot?, coming, left?, state}: `left` is text, on the clock or until the event begins.
export function standing(hall, at) {
  const row = inOrder(hall.slots);
  const index = row.findIndex((slot) => slot.id === hall.clock?.slot);
  const slot = row[index];
  const times = expected(hall.slots, hall.clock, at);
  const rest = hall.status === "ended" ? [] : row.slice(index + 1);
  const coming = rest.map((one) => ({ ...one, ...times[one.id] }));
  const wait = !slot && coming.length && hall.status === "before" ? coming[0].start - at : 0;
  const counts = wait > 0 && wait < DAY;
  return {
    row, slot, coming, begins: counts,
    left: slot ? digits(remaining(hall.clock, at)) : counts ? digits(wait) : undefined,
    state: slot ? state(hall.clock, slot, at) : "on-time",
  };
}

export const who = (slot) =>
  slot.speakers.map((one) => [one.name, one.org].filter(Boolean).join(", ")).join("; ");

// A title that is a note's own words is shown as what it is, a quote.
export const titled = (theme) => (theme.quoted ? t("“{words}”", { words: theme.title }) : theme.title);

export const roomsOf = (plenary) =>
  Object.entries(plenary.rooms).map(([id, room]) => ({ id, ...room })).sort((a, b) => a.number - b.number);

// Which of the rooms on the wall said it; `all` is false when some were in an earlier round.
export function spread(theme, rooms) {
  const said = new Set(theme.rooms);
  const marks = rooms.map((room) => ({ ...room, on: said.has(room.id) }));
  return { marks, n: said.size, all: marks.filter((room) => room.on).length === said.size };
}

// The step Next would take from here, in words: what it is called, where it leads, what happens
// to whom, and whether it asks first. Pure, so that the button, the key and the question agree.

import { inOrder } from "../shared/spine.js";
import { t, tn } from "../shared/words.js";

// Where the event stands: the agenda in order and the place of the running slot in it.
export function standing(hall) {
  const row = inOrder(hall.slots);
  const index = row.findIndex((slot) => slot.id === hall.clock?.slot);
  const left = hall.status === "ended" ? row : row.slice(0, Math.max(index, 0));
  return { row, index, slot: row[index], before: left.filter((slot) => slot.opened_at !== undefined).at(-1) };
}

function entering(slot, round, people) {
  if (slot.kind !== "breakout") return "";
  if (!round) return t("Those here are drawn into rooms as it begins.");
  const rooms = Object.keys(round.rooms).length;
  const seated = Object.keys(round.seats).length;
  return t("{rooms} for {people}.", { rooms: tn("{n} room opens", "{n} rooms open", rooms), people: tn("{n} person", "{n} people", seated || people) });
}

// {from, to?, name, says, ask?}; undefined when the event is over or has no slots.
export function step(hall, rounds, people = 0) {
  const { row, index, slot } = standing(hall);
  if (hall.status === "ended" || !row.length) return undefined;
  const to = row[index + 1];
  const rooms = slot?.kind === "breakout" && hall.rooms?.slot === slot.id;
  const says = [rooms && t("The rooms close."), to ? entering(to, rounds[to.id], people) : t("The clock stops and phones say goodbye.")];
  const made = { from: slot?.id ?? null, to, name: slot ? (to ? t("Next") : t("End")) : t("Start"), says: says.filter(Boolean).join(" ") };
  if (!to) return { ...made, ask: { title: t("End the event?"), text: t("The clock stops and phones say goodbye. You can go back and reopen the last slot."), yes: t("End the event") } };
  if (!rooms) return made;
  return { ...made, ask: { title: t("Close the rooms?"), text: t("“{title}” begins, and all rooms close. Notes that are still being written are accepted.", { title: to.title }), yes: t("Close the rooms") } };
}

// What an organiser should look at in a slot, each with what can be done about it at once:
// [{text, deeds: [{name, fields | focus}]}]. Nothing here is wrong enough to stop anybody.

import { t, tn } from "../shared/words.js";

const SHORT = 4; // minutes for a speaker below which somebody should ask
const COMFORT = 5; // minutes for a speaker, and as much for questions
const REST = 24 * 60;

function crowd(slot) {
  const people = slot.speakers?.length ?? 0;
  const each = Math.floor(slot.minutes / people);
  if (people < 3 || each >= SHORT) return [];
  const better = Math.ceil((people * SHORT + COMFORT) / 5) * 5;
  return [{ id: "crowd", text: t("{n} speakers in {minutes} minutes: {each} minutes each, no questions.", { n: people, minutes: slot.minutes, each }),
    deeds: [{ name: t("Make it {n}", { n: better }), fields: { minutes: better } }] }];
}

function silence(slot) {
  if (slot.kind !== "breakout" || slot.question) return [];
  return [{ id: "question", text: t("No question for the rooms yet. Phones will show it in each room."), deeds: [{ name: t("Write it"), focus: "question" }] }];
}

// `free` is what lies between a slot and the one before it, in minutes.
function edges(slot, free) {
  if (!free || Math.abs(free) > REST) return [];
  if (free > 0) return [{ id: "gap", quiet: true, text: tn("{n} minute free before it.", "{n} minutes free before it.", free), deeds: [] }];
  return [{ id: "overlap", text: tn("It begins {n} minute before the slot above it ends.", "It begins {n} minutes before the slot above it ends.", -free),
    deeds: slot.locked ? [{ name: t("Unlock its start"), fields: { locked: false } }] : [] }];
}

export const doubtsOf = (slot, free, ran) => [...(ran ? [] : edges(slot, free)), ...silence(slot), ...crowd(slot)];

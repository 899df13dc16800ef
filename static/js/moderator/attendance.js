// Who is in a room: here are those, and only those, whom a proposal to put rooms right counts too
// (domain/repair.py). A seat is no attendance, and neither is a phone that is connected. Pure.

import { t, tn } from "../shared/words.js";

const HOLD = 180_000; // ms for which a silent phone still counts, as in domain/inside.py

// "here", "quiet" (reads along), "out" (stepped out), "coming" (connected, has not arrived) or "away".
export function stateOf(person, sitting = {}, at) {
  if (sitting.manner === "out") return "out";
  const held = person.present || (sitting.away_at !== undefined && at - sitting.away_at < HOLD);
  if (sitting.arrived_at === undefined) return person.present ? "coming" : "away";
  if (!held) return "away";
  return sitting.manner === "quiet" ? "quiet" : "here";
}

// {here, quiet, out, coming, away, all}: how many of a room's people, or of everybody seated, are in which state.
export function attending(people, sittings, at) {
  const counts = { here: 0, quiet: 0, out: 0, coming: 0, away: 0, all: people.length };
  for (const one of people) counts[stateOf(one, sittings[one.id], at)] += 1;
  return counts;
}

// What is said beside “3 of 5 here”; nothing while all are.
export const besides = ({ quiet, out, coming, away }) => [
  coming > 0 && tn("{n} on the way", "{n} on their way", coming), quiet > 0 && t("{n} quiet", { n: quiet }),
  out > 0 && t("{n} stepped out", { n: out }), away > 0 && tn("{n} has no connection", "{n} have no connection", away),
].filter(Boolean).join(", ");

// Those whose seats go along with proposed moves, because all who are here leave their room.
export function along(round, rooms, at) {
  const moves = round.repair?.moves ?? {};
  const left = new Set(Object.keys(moves).map((id) => round.seats[id]));
  const emptied = rooms.filter((room) => left.has(room.id) && room.people.every((one) => one.id in moves || stateOf(one, round.sittings[one.id], at) !== "here"));
  return emptied.flatMap((room) => room.people.filter((one) => !(one.id in moves)));
}

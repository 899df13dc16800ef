// A round of rooms as panels need it: rooms in order with who sits there, who has no seat, and
// how a room is doing. Pure.

import { attending } from "./attendance.js";

const MINUTE = 60_000;
const SILENT = 4; // minutes without a note after which a room counts as silent
const RECENT = 5; // minutes over which the rate is taken
const BARS = 12;

const byName = (a, b) => a.name.localeCompare(b.name);

export function roomsOf(round, people) {
  const rooms = Object.entries(round.rooms).map(([id, room]) => ({ id, ...room, people: [] })).sort((a, b) => a.number - b.number);
  const byId = Object.fromEntries(rooms.map((room) => [room.id, room]));
  for (const [id, room] of Object.entries(round.seats)) {
    if (people[id]) byId[room]?.people.push({ id, ...people[id] });
  }
  for (const room of rooms) room.people.sort(byName);
  return rooms;
}

// People who are here and sit nowhere.
export const unseated = (round, people) =>
  Object.entries(people).filter(([id, one]) => one.present && !(id in round.seats)).map(([id, one]) => ({ id, ...one })).sort(byName);

// What a room is called: its own name, and the topic it was given where that is another.
export const titled = (room) => [room.name, room.topic].filter(Boolean).join(", ");

// People who joined and whose phone is not with us now.
export const away = (people) =>
  Object.entries(people).filter(([, one]) => !one.present).map(([id, one]) => ({ id, ...one })).sort(byName);

// {bars, rate, silent, counts}: notes in each of the last minutes, notes a minute, since how many
// minutes none came (0 when the room is not silent), and who is there.
export function doing(room, round, at) {
  const minute = Math.max(0, Math.floor((at - round.opened_at) / MINUTE));
  const notes = (n) => room.pulse[n] ?? 0;
  const bars = Array.from({ length: BARS }, (_, index) => notes(minute - BARS + 1 + index));
  const recent = bars.slice(-RECENT).reduce((sum, n) => sum + n, 0);
  const last = Math.max(-1, ...Object.keys(room.pulse).map(Number));
  const quiet = minute - last - (last < 0 ? 1 : 0);
  const counts = attending(room.people, round.sittings, at);
  return { bars, counts, rate: recent / Math.min(RECENT, Math.max(1, (at - round.opened_at) / MINUTE)),
    silent: quiet >= SILENT && counts.here + counts.quiet + counts.coming > 0 ? quiet : 0 };
}

// Where a room is: only what all its people share, of those who said it.
export function where(room) {
  const modes = new Set(room.people.map((one) => one.mode).filter(Boolean));
  return modes.size > 1 ? "mixed" : [...modes][0] ?? (room.table ? "onsite" : "online");
}

// Others of a person's organisation in a room, themselves not counted.
export const colleagues = (room, person) =>
  person.organisation ? room.people.filter((one) => one.id !== person.id && one.organisation === person.organisation).length : 0;

// Person → those they shared a room with in other rounds of this event that were opened.
export function meetings(rounds, slot) {
  const met = {};
  for (const [id, round] of Object.entries(rounds)) {
    if (id === slot || round.opened_at === undefined) continue;
    const rooms = {};
    for (const [person, room] of Object.entries(round.seats)) (rooms[room] ??= []).push(person);
    for (const people of Object.values(rooms)) for (const one of people) for (const other of people) if (one !== other) (met[one] ??= new Set()).add(other);
  }
  return met;
}

// How many people of a room somebody has met before.
export const known = (room, person, met) => room.people.filter((one) => met[person.id]?.has(one.id)).length;

// [{room, one, other}]: pairs who meet again in these rooms.
export function again(rooms, met) {
  return rooms.flatMap((room) => room.people.flatMap((one, at) => room.people.slice(at + 1).filter((other) => met[one.id]?.has(other.id)).map((other) => ({ room, one, other }))));
}

// The language that most people said; only others are worth a mark.
export function usualLanguage(people) {
  const counts = {};
  for (const { language } of Object.values(people)) counts[language] = (counts[language] ?? 0) + 1;
  return Object.keys(counts).sort((a, b) => counts[b] - counts[a])[0];
}

// A draft of an agenda, before anything is created: days of slots with local times, and how a
// change moves what follows. The same rules as in the event itself (domain/agenda.py).

import { t } from "../shared/words.js";
import { choosing } from "../shared/ways.js";
import { between, minutesLater, plus } from "./words.js";

let numbers = 0;
const fresh = () => `d${(numbers += 1)}`;

const SETTINGS = ["question", "room_size", "format", "auto", "locked", "private", "steps", "cue", "least", "protected", "warn", "danger"];

function slotFrom({ settings = {}, start, end, links = [], speakers = [], ...slot }) {
  const named = (settings.links ?? links).map((link) => (typeof link === "string" ? { title: link, url: link } : link));
  const told = [slot.room, slot.description].filter(Boolean).join("\n");
  return { ...slot, ...settings, id: fresh(), time: start, speakers, links: named, description: told, room: undefined,
    minutes: end ? between(start, end) || 1 : slot.minutes ?? 15 };
}

function dated(date, now) {
  if (!date?.startsWith("--")) return date ?? "";
  const today = new Date(now).toISOString().slice(0, 10);
  for (let year = Number(today.slice(0, 4)); ; year += 1) {
    const found = `${year}-${date.slice(2)}`;
    if (found >= today && !Number.isNaN(Date.parse(found))) return found;
  }
}

export function draftFrom(agenda, now, zone) {
  const days = agenda.days.map((day) => ({ title: day.title ?? "", about: day.about ?? "", date: dated(day.date, now),
    slots: day.slots.map(slotFrom), guessed: Boolean(day.date?.startsWith("--")) }));
  return { timezone: agenda.timezone ?? zone, zoned: Boolean(agenda.timezone), warnings: agenda.warnings ?? [], days };
}

const later = (slots, minutes) => {
  const held = slots.findIndex((slot) => slot.locked);
  const moving = held < 0 ? slots.length : held;
  return slots.map((slot, at) => (at < moving ? { ...slot, time: plus(slot.time, minutes) } : slot));
};

// Choosing a way to use the rooms, as the fields of the slot that it changes.
const way = (chosen, slot) => Object.assign({}, ...choosing(chosen, slot).map(([, { format, room_size }]) => ({ ...(format && { format }), ...(room_size && { room_size }) })));

export function changed(slots, at, { way: chosen, ...fields }) {
  const old = slots[at];
  const slot = { ...old, ...fields, ...(chosen && way(chosen, old)) };
  const shift = minutesLater(old.time, slot.time) + slot.minutes - old.minutes;
  return [...slots.slice(0, at), slot, ...later(slots.slice(at + 1), shift)];
}

const removed = (slots, at) => [...slots.slice(0, at), ...later(slots.slice(at + 1), -slots[at].minutes)];

function added(slots, at, slot) {
  const [before, following] = [slots[at - 1], slots[at]];
  const time = following && !following.locked ? following.time : before ? plus(before.time, before.minutes) : slot.time;
  return [...slots.slice(0, at), { ...slot, time }, ...later(slots.slice(at), slot.minutes)];
}

export function moved(slots, id, to) {
  const at = slots.findIndex((slot) => slot.id === id);
  const first = slots[0].time;
  const rest = removed(slots, at);
  const even = rest.length && !rest[0].locked ? later(rest, minutesLater(rest[0].time, first)) : rest;
  return added(even, to, slots[at]);
}

export function acted(slots, at, name) {
  if (name === "remove") return removed(slots, at);
  if (name === "add") return added(slots, at + 1, { id: fresh(), title: t("New slot"), kind: "other", minutes: 10, speakers: [], links: [] });
  return moved(slots, slots[at].id, name === "up" ? at - 1 : at + 1);
}

// Minutes between a slot and the one before it; below zero when they overlap.
export const freeBefore = (slots, at) => (at ? minutesLater(plus(slots[at - 1].time, slots[at - 1].minutes), slots[at].time) : 0);

export function agendaOut({ timezone, days }) {
  const slotOut = (slot) => ({ title: slot.title, kind: slot.kind, start: slot.time, end: null, minutes: slot.minutes,
    speakers: slot.speakers, description: slot.description, settings: { links: slot.links,
      ...Object.fromEntries(SETTINGS.filter((name) => slot[name] !== undefined).map((name) => [name, slot[name]])) } });
  return { timezone, days: days.map(({ title, about, date, slots }) => ({ title, about, date: date || null, slots: slots.map(slotOut) })) };
}


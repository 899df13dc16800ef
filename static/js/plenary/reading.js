// The host's view as panels need it: themes in order with their notes, what is unsorted, what
// waits to be read, how ready the plenary is. Pure.

import { expected, remaining } from "../shared/clock.js";
import { inOrder } from "../shared/spine.js";

const listed = (map) => Object.entries(map).map(([id, value]) => ({ id, ...value }));

// Somebody waits for the host to look at it: a roommate reported it, or its author objects.
export const asks = (note) => note.reports > 0 || (note.objection !== undefined && !note.objection.heard);

// What was approved and changed since comes first, because the hall misses it; then the oldest.
function toRead(notes) {
  const waiting = notes.filter((note) => !note.approved && !note.held && note.quotable).reverse();
  return [...waiting.filter((note) => note.again), ...waiting.filter((note) => !note.again)];
}

export function read(host) {
  const away = (id) => Boolean(host.themes[id]?.hidden); // a theme that was set aside took its notes along
  const notes = listed(host.notes).map((note) => ({ ...note, resting: away(note.theme), flags: host.flags[note.id], name: host.names[note.id], private: Boolean(host.rooms[note.room]?.private) })).sort((a, b) => b.order - a.order);
  const byId = new Map(notes.map((note) => [note.id, note]));
  const themes = inOrder(host.themes).map((theme) => ({
    ...theme, notes: theme.quotes.map((id) => byId.get(id)).filter(Boolean),
    private: Boolean(byId.get(theme.title_note)?.private), // its title is a note that only its author and the hosts read
  }));
  const readable = notes.filter((note) => !note.hidden);
  const working = readable.filter((note) => !note.resting);
  return {
    notes, readable, working,
    themes: themes.filter((theme) => !theme.hidden),
    unsorted: working.filter((note) => note.theme === undefined),
    review: toRead(working),
    check: Object.entries(host.grouping.check).sort(([, a], [, b]) => a.order - b.order).map(([id]) => byId.get(id)).filter((note) => note && !note.hidden && !note.resting && !note.pinned),
    alerts: readable.filter(asks),
    held: readable.filter((note) => note.held),
    aside: { notes: notes.filter((note) => note.hidden || note.resting), themes: themes.filter((theme) => theme.hidden) },
  };
}

// The rooms of the round that is open, or of the last one: the rooms a plenary speaks of.
export function roomsNow(host, hall) {
  const rooms = listed(host.rooms);
  const last = inOrder(hall.slots).map((slot) => slot.id).filter((id) => rooms.some((room) => room.slot === id)).at(-1);
  const slot = hall.rooms?.slot ?? last;
  return rooms.filter((room) => room.slot === slot).sort((a, b) => a.number - b.number);
}

// Which rooms said it; `known` is false when some of them were in an earlier round.
export function spread(said, rooms) {
  const ids = new Set(said);
  const marks = rooms.map((room) => ({ ...room, on: ids.has(room.id) }));
  return { marks, n: ids.size, known: marks.filter((room) => room.on).length === ids.size };
}

// {kind, ms}: time until the next plenary, or what is left of the slot that is on.
export function countdown(hall, at) {
  const row = inOrder(hall.slots);
  const index = row.findIndex((slot) => slot.id === hall.clock?.slot);
  if (index < 0) return { kind: hall.status };
  const next = row.slice(index + 1).find((slot) => slot.kind === "plenary");
  const left = remaining(hall.clock, at);
  if (row[index].kind === "plenary") return { kind: "plenary", ms: left };
  if (!next) return { kind: "slot", ms: left };
  const straight = row[index + 1] === next;
  return { kind: "until", ms: straight ? left : expected(hall.slots, hall.clock, at)[next.id].start - at };
}

export function matches(note, words, host) {
  const room = host.rooms[note.room];
  const text = `${note.text} ${note.kind} ${room ? `${room.number} ${room.name}` : ""} ${host.themes[note.theme]?.title ?? ""}`.toLowerCase();
  return words.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

const stems = (text) => new Set((text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []).map((word) => word.slice(0, 6)));

// Up to two themes whose words a note shares: a guess for the host, who decides.
export function guesses(note, themes) {
  const own = stems(note.text);
  const score = (theme) => {
    const words = stems([theme.title, ...theme.notes.slice(0, 40).map((one) => one.text)].join(" "));
    return [...own].filter((word) => words.has(word)).length;
  };
  return themes.map((theme) => ({ theme, n: score(theme) })).filter(({ n }) => n > 0).sort((a, b) => b.n - a.n).slice(0, 2).map(({ theme }) => theme);
}

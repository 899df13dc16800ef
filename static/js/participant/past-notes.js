// After the rooms: what I wrote and what became of it, what my rooms wrote, and a late thought.

import { html } from "../shared/view.js";
import { inOrder } from "../shared/spine.js";
import { t } from "../shared/words.js";
import { Composer } from "./composer.js";
import { ownNotes } from "./notes.js";
import { OthersNote } from "./others-note.js";
import { OwnNote } from "./own-note.js";

const LATE = 15 * 60_000; // ms after the end in which the server still takes what a phone kept

// Rooms I had a seat in, in the order of the agenda.
export function pastRooms(hall, person, views) {
  const order = (slot) => hall.slots[slot]?.order ?? 0;
  const seats = Object.entries(person.seats).sort(([a], [b]) => order(a) - order(b));
  return seats.map(([, id]) => views[`room:${id}`]).filter(Boolean);
}

export function PastNotes({ hall, person, views, box, shelf, at, but, title = t("My notes") }) {
  const rooms = pastRooms(hall, person, views);
  const last = rooms.at(-1)?.room;
  const open = last && (hall.ended_at === undefined || at < hall.ended_at + LATE);
  const mine = ownNotes(person, box).filter((note) => note.id !== but);
  return html`${mine.length > 0 && html`<section class="section" aria-labelledby="mine"><h2 id="mine">${title}</h2>
      <div class="mine">${mine.map((note) => html`<${OwnNote} key=${note.id} note=${note} box=${box} room=${open && last.id} />`)}</div></section>`}
    ${open && html`<section class="section"><details class="me"><summary>${t("Add a thought for room {number}", last)}</summary>
      <${Composer} room=${last.id} box=${box} shelf=${shelf} inline reader=${hall.reader} /></details></section>`}
    ${rooms.map((room) => html`<${FromRoom} key=${room.room.id} room=${room} person=${person} box=${box} />`)}`;
}

function FromRoom({ room: { room, notes }, person, box }) {
  const theirs = inOrder(notes).filter((note) => !person.notes[note.id]);
  const id = `from-${room.number}-${room.slot}`;
  return theirs.length > 0 && html`<section class="section" aria-labelledby=${id}><h2 id=${id}>${t("From your room, number {number}", room)}</h2>
    ${room.question && html`<p class="soft" dir="auto">${room.question}</p>`}
    <div class="mine">${theirs.map((note) => html`<${OthersNote} key=${note.id} note=${note} person=${person} box=${box} />`)}</div></section>`;
}

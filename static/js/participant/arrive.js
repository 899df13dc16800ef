// Finding the room: its number is the page, until I say that I am here.

import { html, Icon, useEffect, useState } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { Countdown, Plane } from "./countdown.js";
import { keep, kept } from "./kept.js";

const LONG = 8_000; // ms after which finding a room takes longer than it should

// {here, from?}: whether I said that I am here, and the number of the room I was moved from.
export function useArrival(shelf, place) {
  const key = `room:${shelf}`;
  const [state, set] = useState(() => arrival(kept(key), place));
  const become = (fields) => {
    const next = { ...state, ...fields };
    keep(key, next);
    set(next);
  };
  useEffect(() => become({}), []);
  return [state, () => become({ here: true, from: undefined })];
}

// What is true now, from what was kept before; `place` is the room I have a seat in.
export function arrival(before, place) {
  if (before.room === place.id) return before;
  const from = before.slot === place.slot ? before.number : undefined;
  return { room: place.id, slot: place.slot, number: place.number, here: false, from };
}

export function Arrive({ hall, place, people, person, from, confirm }) {
  const name = place.name || t("Room {number}", { number: place.number });
  return html`<${Plane} clock=${hall.clock} length=${hall.slots[place.slot].length}>
    <div class="topline"><bdi>${t("Your room, {name}", { name: person.name.split(" ")[0] })}</bdi><span class="digits"><${Countdown} ends=${hall.clock} soft="room-left" /> ${t("left")}</span></div>
    <div class="arrive">
      ${from !== undefined && html`<p class="moved"><${Icon} name="next" turns /><span>${t("You have been moved from room {number}. Your notes are kept.", { number: from })}</span></p>`}
      <p class="number" aria-hidden="true" data-digits=${String(place.number).length}>${place.number}</p>
      <h1>${place.name && html`<span class="for-reader">${t("Room {number}", { number: place.number })}, </span>`}<bdi>${name}</bdi></h1>
      <p class="how" dir="auto">${where(place, people)}</p>
      ${place.link && html`<a class="button main big" href=${place.link} target="_blank" rel="noopener noreferrer"><${Icon} name="video" />${t("Open video")}</a>`}
      <button class=${place.link ? "button big" : "button main big"} type="button" onClick=${confirm}><${Icon} name="tick" />${t("I am here")}</button>
    </div></${Plane}>`;
}

export function where(place, people) {
  const beside = tn("with {n} other", "with {n} others", Math.max(0, Object.keys(people).length - 1));
  if (place.table) return t("{table}, {beside}", { table: place.table, beside });
  return place.link ? t("Online, {beside}", { beside }) : beside[0].toUpperCase() + beside.slice(1);
}

export function FindingRoom({ hall }) {
  const [long, set] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => set(true), LONG);
    return () => clearTimeout(timer);
  }, []);
  return html`<${Plane} clock=${hall.clock} length=${hall.slots[hall.rooms.slot].length} calm name="now-plane"><p class="label">${t("Rooms are open")}</p>
      <h1>${t("Finding your room…")}</h1><p><${Countdown} ends=${hall.clock} big /></p></${Plane}>
    <main class="section stack"><p>${long ? t("This takes longer than it should. Reload the page, or ask the moderator for your room number.") : t("This takes a second or two. Keep this page open.")}</p>
      ${long && html`<p><button class="button" type="button" onClick=${() => location.reload()}>${t("Reload")}</button></p>`}</main>`;
}

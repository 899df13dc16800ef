// Finding the room: its number is the page, until I say that I am here.

import { roomClock } from "../shared/steps.js";
import { html, Icon, useEffect, useState } from "../shared/view.js";
import { t } from "../shared/words.js";
import { Countdown, Plane } from "./countdown.js";
import { RoomName, Way, where } from "./place.js";

const LONG = 8_000; // ms after which finding a room takes longer than it should

const MOVED = {
  hand: () => t("A moderator moved you here from room {number}."), alone: () => t("You were alone in room {number}."),
  small: () => t("Room {number} was too small."), fill: () => t("This room needed more people than room {number}."),
  lead: () => t("This room needed somebody to lead it. You come from room {number}."),
  scan: () => t("You scanned the code of this table and come from room {number}."),
};

// Why I sit here and not where I sat before.
export const moved = ({ moved_from: number, why }) => number !== undefined && `${(MOVED[why] ?? MOVED.hand)().replace("{number}", number)} ${t("Your notes are kept.")}`;

export function Arrive({ hall, place, people, person, mine, confirm }) {
  return html`<${Plane} clock=${roomClock(hall, place)} slot=${hall.slots[place.slot]}>
    <div class="topline"><bdi>${t("Your room, {name}", { name: person.name.split(" ")[0] })}</bdi><span class="digits"><${Countdown} ends=${roomClock(hall, place)} soft="room-left" /> ${t("left")}</span></div>
    <div class="arrive">
      ${mine.moved_from !== undefined && html`<p class="moved"><${Icon} name="next" turns /><span>${moved(mine)}</span></p>`}
      <p class="number" aria-hidden="true" data-digits=${String(place.number).length}>${place.number}</p>
      <${RoomName} place=${place} />
      <p class="how" dir="auto">${where(place, people)}</p>
      ${people[person.id]?.host && html`<p class="way">${t("You stay at this table as its host, and welcome the next guests.")}</p>`}
      <${Way} place=${place} person=${person} slot=${hall.slots[place.slot]} />
      ${place.link && html`<a class="button main big" href=${place.link} target="_blank" rel="noopener noreferrer" onClick=${confirm}><${Icon} name="video" />${t("Open video")}</a>`}
      <button class=${place.link ? "button big" : "button main big"} type="button" onClick=${confirm}><${Icon} name="tick" />${t("I am here")}</button>
    </div></${Plane}>`;
}


export function FindingRoom({ hall }) {
  const [long, set] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => set(true), LONG);
    return () => clearTimeout(timer);
  }, []);
  return html`<${Plane} clock=${hall.clock} slot=${hall.slots[hall.rooms.slot]} calm name="now-plane"><p class="label">${t("Rooms are open")}</p>
      <h1>${t("Finding your room…")}</h1><p><${Countdown} ends=${hall.clock} big /></p></${Plane}>
    <main class="section stack"><p>${long ? t("This takes longer than it should. Reload the page, or ask the moderator for your room number.") : t("This takes a second or two. Keep this page open.")}</p>
      ${long && html`<p><button class="button" type="button" onClick=${() => location.reload()}>${t("Reload")}</button></p>`}</main>`;
}

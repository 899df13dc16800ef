// My part in the room: what I was drawn for, and how I sit. A seat is kept in any case.

import { fresh } from "../shared/live.js";
import { html, Icon, useNow } from "../shared/view.js";
import { t, tn } from "../shared/words.js";

export const DUTIES = {
  reporter: () => [t("You report for your room"), t("In the plenary you say in a minute what your room found.")],
  scribe: () => [t("You write for all"), t("Tick the box below the field when a note is everybody’s.")],
  timekeeper: () => [t("You keep the time"), t("Say when a step ends, and that everybody was heard.")],
};
const LEADS = (quiet) => [t("You lead this room"), quiet ? t("While you only read and write, ask somebody else to open the talk.") : t("Open the talk, and bring in who has not spoken yet.")];
const HOSTS = () => [t("You host this table"), t("You stay while others travel. Welcome the guests, and say in a minute what was said here before.")];
const SILENT = 120_000; // ms without a note that are worth a word to who leads

export function Part({ room, mine, box, me }) {
  const place = room.room;
  const own = room.people[me] ?? {};
  const takes = (manner) => () => box.put("seat.take", { command_id: fresh(), room: place.id, manner });
  const quiet = mine.manner === "quiet";
  const said = [own.host && HOSTS(), own.leads && LEADS(quiet), ...interpreting(room.people, me), mine.duty && DUTIES[mine.duty]()].filter(Boolean);
  return html`<section class="section part" aria-labelledby="part"><h2 id="part">${t("My part")}</h2>
    ${said.map(([title, text]) => html`<p key=${title}><b>${title}.</b> ${text}</p>`)}${said.length === 0 && html`<p class="soft">${t("You have no duty in this room.")}</p>`}
    ${own.leads && html`<${Pulse} room=${room} />`}
    ${mine.duty === "scribe" && html`<${Others} place=${place} box=${box} />`}
    ${quiet && html`<p role="status">${own.leads ? t("You sit quietly: you read and write.") : t("You sit quietly: you read and write, and nobody expects you to talk.")}</p>`}
    <div class="row wrap">${mine.manner !== "in" && html`<button class="button" type="button" onClick=${takes("in")}>${t("Take part")}</button>`}
      ${mine.manner !== "quiet" && html`<button class="button" type="button" onClick=${takes("quiet")}>${t("Only read and write")}</button>`}
      ${mine.manner !== "out" && html`<button class="button" type="button" onClick=${takes("out")}>${t("Step out")}</button>`}</div>
    <p class="small soft">${t("Your seat is kept. Others see that you sit quietly or have stepped out, and a duty passes to somebody else.")}</p></section>`;
}

// For whom I interpret here, and who interprets for me.
export function interpreting(people, me) {
  const name = people[people[me]?.interprets]?.name;
  const mine = name ? [[t("You interpret for {name}", { name }), t("Sit beside them. You are always given the same room.")]] : [];
  const forMe = Object.values(people).filter((one) => one.interprets === me);
  return [...mine, ...forMe.map((one) => [t("{name} interprets for you", one), t("Sit beside them. You are always given the same room.")])];
}

// What the crew sees of a room, for who leads it: of this room alone.
function Pulse({ room }) {
  const people = Object.values(room.people);
  const here = people.filter((one) => one.present && one.here && one.manner !== "out").length;
  const notes = Object.values(room.notes);
  const silent = useNow(5_000) - Math.max(0, ...notes.map((note) => note.at));
  const quiet = notes.length > 0 && silent > SILENT ? tn("no note for {n} minute", "no note for {n} minutes", Math.floor(silent / 60_000)) : "";
  return html`<p class="digits">${[t("{here} of {all} here", { here, all: people.length }), tn("{n} note", "{n} notes", notes.length), quiet].filter(Boolean).join(", ")}</p>`;
}

function Others({ place, box }) {
  const count = (others) => () => box.put("room.count", { command_id: fresh(), room: place.id, others });
  return html`<div class="row between counted"><span>${t("At the table without a phone")}</span><span class="row">
    <button class="button square" type="button" aria-label=${t("One fewer")} disabled=${place.others < 1} onClick=${count(place.others - 1)}>−</button><output class="digits">${place.others}</output>
    <button class="button square" type="button" aria-label=${t("One more")} disabled=${place.others >= 60} onClick=${count(place.others + 1)}>+</button></span></div>`;
}

export function SteppedOut({ place, box }) {
  const back = () => box.put("seat.arrive", { command_id: fresh(), room: place.id });
  return html`<section class="helped" aria-label=${t("Stepped out")}><${Icon} name="info" /><p>${t("You have stepped out. Your seat in room {number} is kept.", { number: place.number })}</p>
    <button class="link" type="button" onClick=${back}>${t("I am back")}</button></section>`;
}

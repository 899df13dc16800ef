// In the room: where it is, how long, the question, the notes, and who is here.

import { html, Icon } from "../shared/view.js";
import { digits, remaining, state } from "../shared/clock.js";
import { inOrder } from "../shared/spine.js";
import { t, tn } from "../shared/words.js";
import { Composer } from "./composer.js";
import { OthersNote, OwnNote, ownNotes } from "./notes.js";

export function FindingRoom({ hall, at }) {
  return html`<header class="plane now-plane" data-state="on-time"><p class="label">${t("Rooms are open")}</p>
    <h1>${t("Finding your room…")}</h1><p class="clock" role="timer" aria-live="off">${digits(remaining(hall.clock, at))}</p></header>
    <main class="section"><p>${t("This takes a second or two. Keep this page open.")}</p></main>`;
}

export function Room({ hall, room, person, box, shelf, at }) {
  const place = room.room;
  const mine = ownNotes(person, box, place.id);
  const others = inOrder(room.notes).filter((note) => !person.notes[note.id]).reverse();
  const waiting = mine.filter((note) => note.state === "waiting").length;
  return html`<header class="plane" data-state=${state(hall.clock, hall.slots[place.slot].length, at)}>
      <div class="topline"><span class="digits"><span class="room-left" role="timer" aria-live="off">${digits(remaining(hall.clock, at))}</span> ${t("left in your room")}</span>
        ${waiting > 0 && html`<span class="row"><${Icon} name="wait" />${tn("{n} note waiting", "{n} notes waiting", waiting)}</span>`}</div>
      <${Head} place=${place} people=${room.people} /></header>
    <main>
      ${place.question && html`<section class="ask" aria-label=${t("Question")}><p class="label">${t("Question")}</p><p class="question" dir="auto">${place.question}</p></section>`}
      <section class="section" aria-labelledby="mine"><h2 id="mine">${t("My notes")}</h2>
        ${mine.length === 0 && html`<p class="soft">${t("Write what matters to you. Your room sees it at once, without your name.")}</p>`}
        <div class="mine">${mine.map((note) => html`<${OwnNote} key=${note.id} note=${note} box=${box} />`)}</div></section>
      ${others.length > 0 && html`<section class="section" aria-labelledby="theirs"><h2 id="theirs">${t("From your room")}</h2>
        <div class="mine">${others.map((note) => html`<${OthersNote} key=${note.id} note=${note} supported=${Boolean(person.supports[note.id])} box=${box} />`)}</div></section>`}
      <${With} people=${room.people} me=${person.person.id} number=${place.number} />
    </main>
    <${Composer} room=${place.id} box=${box} shelf=${shelf} />`;
}

function Head({ place, people }) {
  const beside = tn("with {n} other", "with {n} others", Math.max(0, Object.keys(people).length - 1));
  const how = place.table ? `${place.table}, ${beside}` : place.link ? t("Online, {beside}", { beside }) : beside;
  return html`<div class="room-head"><p class="number"><span class="for-reader">${t("Room")} </span>${place.number}</p>
    <div><h1 class="name" dir="auto">${place.name || t("Room {number}", { number: place.number })}</h1><p class="how" dir="auto">${how}</p>
      ${place.link && html`<div class="row"><a class="button main" href=${place.link} target="_blank" rel="noopener noreferrer"><${Icon} name="video" />${t("Open video")}</a></div>`}</div></div>`;
}

function With({ people, me, number }) {
  const row = Object.entries(people).filter(([id]) => id !== me).sort(([, a], [, b]) => a.name.localeCompare(b.name));
  const orgs = [...new Set(row.map(([, one]) => one.organisation))].sort();
  const colour = (one) => (one.organisation ? (orgs.indexOf(one.organisation) % 9) + 1 : 8);
  return html`<section class="section" aria-labelledby="with"><h2 id="with">${t("With you in room {number}", { number })}</h2>
    ${row.length === 0 && html`<p class="soft">${t("Nobody else yet. Others may still come.")}</p>`}
    <ul class="with">${row.map(([id, one]) => html`<li key=${id}><span class="org" data-org=${colour(one)} aria-hidden="true">${initials(one.organisation || one.name)}</span>
      <span class="who"><bdi>${one.name}</bdi><small dir="auto">${one.organisation}${one.present ? "" : ` ${t("(away)")}`}</small></span></li>`)}</ul></section>`;
}

function initials(name) {
  const words = name.split(/[\s-]+/).filter(Boolean);
  const letters = words.length > 1 ? words.slice(0, 2).map((word) => [...word][0]) : [...(words[0] ?? "?")].slice(0, 2);
  return letters.join("").toUpperCase();
}

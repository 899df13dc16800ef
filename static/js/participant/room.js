// In the room: where it is, how long, the question, the notes, and who is here.

import { announce, html, Icon, useEffect, useRef } from "../shared/view.js";
import { inOrder } from "../shared/spine.js";
import { t, tn } from "../shared/words.js";
import { Arrive, useArrival, where } from "./arrive.js";
import { Composer } from "./composer.js";
import { Countdown, LiveSpine, Plane } from "./countdown.js";
import { Me } from "./me.js";
import { moment } from "./moments.js";
import { ownNotes } from "./notes.js";
import { OthersNote } from "./others-note.js";
import { OwnNote } from "./own-note.js";
import { People } from "./people.js";

export function Room({ hall, room, person, box, shelf, send }) {
  const place = room.room;
  const [{ here, from }, confirm] = useArrival(shelf, place);
  const mine = ownNotes(person, box, place.slot);
  const me = person.person;
  const notes = html`<${Question} place=${place} /><${Notes} mine=${mine} room=${room} person=${person} box=${box} />`;
  const people = html`<${People} people=${room.people} me=${me.id} title=${here ? t("With you in room {number}", { number: place.number }) : t("You will meet")} />`;
  return html`${here ? html`<${Head} hall=${hall} place=${place} people=${room.people} waiting=${mine.filter((note) => note.state === "waiting").length} />`
      : html`<${Arrive} hall=${hall} place=${place} people=${room.people} person=${me} from=${from} confirm=${confirm} />`}
    <main>${here ? [notes, people] : [people, notes]}<${Me} person=${me} send=${send} /></main>
    <${Composer} room=${place.id} box=${box} shelf=${shelf} sent=${confirm} />`;
}

function Question({ place }) {
  return place.question && html`<section class="ask" aria-labelledby="ask"><h2 class="label" id="ask">${t("Question")}</h2><p class="question" dir="auto">${place.question}</p></section>`;
}

function Notes({ mine, room, person, box }) {
  const hidden = useRef(room.room.private);
  useEffect(() => {
    if (hidden.current && !room.room.private) announce(t("The notes of your room are shown now."));
    hidden.current = room.room.private;
  }, [room.room.private]);
  const others = inOrder(room.notes).filter((note) => !person.notes[note.id]).reverse();
  return html`<section class="section" aria-labelledby="mine"><h2 id="mine">${t("My notes")}</h2>
      ${mine.length === 0 && html`<p class="soft">${room.room.private ? t("Write what matters to you. Only you see it until everybody’s notes are revealed.") : t("Write what matters to you. Your room sees it at once, without your name.")}</p>`}
      <div class="mine">${mine.map((note) => html`<${OwnNote} key=${note.id} note=${note} box=${box} room=${room.room.id} />`)}</div></section>
    ${others.length > 0 && html`<section class="section" aria-labelledby="theirs"><h2 id="theirs">${t("From your room")}</h2>
      <div class="mine">${others.map((note) => html`<${OthersNote} key=${note.id} note=${note} person=${person} box=${box} />`)}</div></section>`}
    ${room.room.private && mine.length > 0 && html`<p class="section small soft"><${Icon} name="lock" /> ${t("Only you see your notes until everybody’s notes are revealed.")}</p>`}`;
}

function Head({ hall, place, people, waiting }) {
  const slot = hall.slots[place.slot];
  const name = place.name || t("Room {number}", { number: place.number });
  const ends = moment(hall.clock.ends_at, hall.event.timezone);
  const paused = hall.clock.paused_at !== undefined;
  return html`<${Plane} clock=${hall.clock} slot=${slot}>
      <div class="topline"><span dir="auto">${slot.title}</span>${waiting > 0 && html`<span class="row"><${Icon} name="wait" />${tn("{n} note waiting", "{n} notes waiting", waiting)}</span>`}</div>
      <div class="room-head"><p class="number" aria-hidden="true" data-digits=${String(place.number).length}>${place.number}</p>
        <div><h1 class="name">${place.name && html`<span class="for-reader">${t("Room {number}", { number: place.number })}, </span>`}<bdi>${name}</bdi></h1><p class="how" dir="auto">${where(place, people)}</p>
          ${place.link && html`<div class="row"><a class="button main" href=${place.link} target="_blank" rel="noopener noreferrer"><${Icon} name="video" />${t("Open video")}</a></div>`}</div></div></${Plane}>
    <section class="step" aria-label=${t("Time")}><div><h2>${paused ? t("Paused") : t("Left in your room")}</h2><p class="which digits">${!paused && t("until {moment}", { moment: ends })}</p></div>
      <${Countdown} ends=${hall.clock} big /><${LiveSpine} hall=${hall} /></section>`;
}

// In the room: where it is, how long, the question, the notes, who is here, and what to choose for
// the rooms after it.

import { useAlarm } from "../shared/alarm.js";
import { now } from "../shared/clock.js";
import { fresh } from "../shared/live.js";
import { roomClock, stepping } from "../shared/steps.js";
import { announce, html, Icon, useEffect, useNow, useRef } from "../shared/view.js";
import { inOrder } from "../shared/spine.js";
import { t, tn } from "../shared/words.js";
import { Arrive } from "./arrive.js";
import { Circle } from "./circle.js";
import { Composer } from "./composer.js";
import { Countdown, Plane } from "./countdown.js";
import { Expected } from "./expected.js";
import { Me } from "./me.js";
import { HelpButton, HelpStrip } from "./help.js";
import { ownNotes } from "./notes.js";
import { OthersNote } from "./others-note.js";
import { OwnNote } from "./own-note.js";
import { Part, SteppedOut } from "./part.js";
import { People } from "./people.js";
import { RoomName, Way, where } from "./place.js";
import { Stepping } from "./step.js";
import { TopicChoice } from "./topics.js";
import { Whereabouts } from "./whereabouts.js";

export function Room({ hall, room, person, box, shelf, send }) {
  const place = room.room;
  const clock = roomClock(hall, place);
  const sitting = { manner: "in", ...person.sittings[place.slot] };
  const here = sitting.arrived_at !== undefined || box.items.some((item) => item.name === "seat.arrive" && item.fields.room === place.id);
  const confirm = () => here || box.put("seat.arrive", { command_id: fresh(), room: place.id });
  const mine = ownNotes(person, box, place.slot);
  const me = person.person;
  useAlarm({ ...clock, slot: place.id }, hall.slots[place.slot]);
  const over = useNow(1_000) > clock.ends_at && clock.paused_at === undefined;
  useTop(here);
  const closed = place.state === "closed" || (place.closing && over);
  const notes = html`<${Question} place=${place} /><${Notes} mine=${mine} room=${room} person=${person} box=${box} />`;
  const people = html`<${People} people=${room.people} me=${me.id} closed=${closed} title=${closed ? t("In room {number}", place) : here ? t("With you in room {number}", place) : t("You will meet")} />`;
  const part = here && !closed && html`<${Part} room=${room} mine=${sitting} box=${box} me=${me.id} />`;
  const head = closed ? html`<${Closed} hall=${hall} place=${place} person=${me} />` : here ? html`<${Head} hall=${hall} place=${place} clock=${clock} people=${room.people} person=${me} box=${box} waiting=${mine.filter((note) => note.state === "waiting").length} />`
    : html`<${Arrive} hall=${hall} place=${place} people=${room.people} person=${me} mine=${sitting} confirm=${confirm} />`;
  return html`${head}${sitting.manner === "out" && !closed && html`<${SteppedOut} place=${place} box=${box} />`}
    <main><${Expected} person=${person} send=${send} />${!closed && html`<${Whereabouts} person=${me} send=${send} /><${Circle} place=${place} person=${me} send=${send} />`}${here || closed ? [notes, part, people] : [people, notes]}<${TopicChoice} asked=${hall.topics} person=${me} wished=${person.wished} send=${send} /><${Me} person=${me} send=${send} /></main>
    <${Composer} room=${place.id} box=${box} shelf=${shelf} asks=${asked(hall, place)} table=${sitting.duty === "scribe" && t("For the whole room")} rests=${!here && !closed} reader=${hall.reader} sent=${confirm} />`;
}

// Whoever has just arrived sees the room from its top.
function useTop(here) {
  const before = useRef(here);
  useEffect(() => {
    if (here && !before.current) scrollTo({ top: 0 });
    before.current = here;
  }, [here]);
}

// Which kind of note the step that is on asks for, if any.
function asked(hall, place) {
  const asks = stepping(hall, place, now())?.step.asks;
  return asks === "any" ? undefined : asks;
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
      ${mine.length === 0 && html`<p class="soft">${room.room.private ? t("Write what matters to you. Only you, and the hosts who prepare the plenary, see it until everybody’s notes are revealed.") : t("Write what matters to you. Your room sees it at once, without your name.")}</p>`}
      <div class="mine">${mine.map((note) => html`<${OwnNote} key=${note.id} note=${note} box=${box} room=${room.room.id} />`)}</div></section>
    ${others.length > 0 && html`<section class="section" aria-labelledby="theirs"><h2 id="theirs">${t("From your room")}</h2>
      <div class="mine">${others.map((note) => html`<${OthersNote} key=${note.id} note=${note} person=${person} box=${box} />`)}</div></section>`}
    ${room.room.private && mine.length > 0 && html`<p class="section small soft"><${Icon} name="lock" /> ${t("Only you, and the hosts who prepare the plenary, see your notes until everybody’s are revealed.")}</p>`}`;
}

function Head({ hall, place, clock, people, person, box, waiting }) {
  const slot = hall.slots[place.slot];
  const steps = slot.steps.length > 1;
  return html`<${Plane} clock=${clock} slot=${slot}>
      <div class="topline">${place.closing ? html`<span class="digits"><${Countdown} ends=${clock} soft="room-left" /> ${t("until your room closes")}</span>` : steps ? html`<span class="digits"><${Countdown} ends=${clock} soft="room-left" /> ${t("left in your room")}</span>` : html`<span dir="auto">${slot.title}</span>`}
        ${waiting > 0 && html`<span class="row"><${Icon} name="wait" />${tn("{n} note waiting", "{n} notes waiting", waiting)}</span>`}</div>
      <div class="room-head"><p class="number" aria-hidden="true" data-digits=${String(place.number).length}>${place.number}</p>
        <div><${RoomName} place=${place} /><p class="how" dir="auto">${where(place, people)}</p><${Way} place=${place} person=${person} slot=${slot} here /></div>
        <div class="row deeds">${place.link && html`<a class="button main" href=${place.link} target="_blank" rel="noopener noreferrer"><${Icon} name="video" />${t("Open video")}</a>`}<${HelpButton} place=${place} box=${box} /></div></div></${Plane}>
    <${HelpStrip} place=${place} box=${box} /><${Stepping} hall=${hall} place=${place} />`;
}

function Closed({ hall, place, person }) {
  const back = person.mode === "online" ? t("Please come back to the call where everybody meets.") : t("Please come back to the hall.");
  return html`<header class="plane now-plane" data-state="idle"><p class="label" dir="auto">${hall.slots[place.slot].title}</p><h1>${t("Room {number} has closed", { number: place.number })}</h1>
    <p class="until">${back} ${t("A last note is still taken and marked as late.")}</p></header>`;
}

// The closing plenary on the phone: one note of mine and its journey, then everything else.

import { told } from "../shared/drift.js";
import { html, useNow, useRef } from "../shared/view.js";
import { t } from "../shared/words.js";
import { Agenda } from "./agenda.js";
import { Countdown, Plane } from "./countdown.js";
import { Dots } from "./dots.js";
import { Me } from "./me.js";
import { Met } from "./met.js";
import { ownNotes } from "./notes.js";
import { Deeds } from "./own-note.js";
import { PastNotes } from "./past-notes.js";

const FAR = ["saved", "grouped", "approved", "shown"]; // how far a note has come
const STEP = { waiting: 0, saved: 0, grouped: 1, approved: 1, shown: 2 };
const HAND = 20_000; // ms after the last touch in which a note is in its author's hand

// The note of mine that has come farthest, the newest of them; of several, the one that is there already.
export function farthest(notes, there) {
  const far = (note) => FAR.indexOf(note.state);
  return notes.filter((note) => far(note) >= 0).reduce((best, note) => (best && far(best) >= far(note) ? best : note), there);
}

// The note the panel is about. It stays while it is in the hand, however far another one has come
// meanwhile: the next tap would be about a note nobody meant. Returns [note, props of the panel].
function useJourney(notes) {
  const panel = useRef();
  const kept = useRef();
  const touched = useRef(-HAND);
  const there = notes.find((note) => note.id === kept.current && note.state in STEP);
  const open = () => document.querySelector("main form.editor, main .journey details[open]"); // what is typed there would be lost
  const inHand = () => panel.current?.contains(document.activeElement) || open() || performance.now() - touched.current < HAND;
  const note = there && inHand() ? there : farthest(notes, there);
  kept.current = note?.id;
  const touch = () => void (touched.current = performance.now());
  return [note, { ref: panel, onPointerDown: touch, onKeyDown: touch }];
}

const LONG = 50; // characters above which a title would push my note out of sight

export function Plenary({ hall, slot, person, views, box, shelf, send }) {
  const [note, hand] = useJourney(ownNotes(person, box));
  const offset = told(hall, useNow(5_000));
  return html`<${Plane} clock=${hall.clock} slot=${slot} calm name="plenary-head">
      <div><p class="label">${t("Now")}</p><h1 class=${slot.title.length > LONG ? "long" : ""} dir="auto">${slot.title}</h1></div><${Countdown} ends=${hall.clock} />${offset && html`<p class="label digits">${offset}</p>`}</${Plane}>
    <main>${note && html`<${Journey} note=${note} box=${box} hand=${hand} />`}<${Dots} hall=${hall} person=${person} box=${box} />
      <${PastNotes} hall=${hall} person=${person} views=${views} box=${box} shelf=${shelf} but=${note?.id} title=${note ? t("Your other notes") : t("My notes")} />
      <${Met} hall=${hall} person=${person} send=${send} /><${Agenda} hall=${hall} /><${Me} person=${person.person} send=${send} /></main>`;
}

const TITLES = {
  waiting: () => t("Your note is on its way"), saved: () => t("Your note is received"), grouped: () => t("Your note is in a theme"),
  approved: () => t("Your note is approved for the screen"),
  shown: (note) => (note.turns ? t("Your note is on the screen, in turn with others") : t("Your note is on the screen")),
};

function whereabouts(note) {
  if (note.again) return t("It changed after it was approved: it is off the screen until a host has read it again.");
  if (note.state === "approved") return t("The host decides whether and when it is shown.");
  if (note.theme) return "";
  return note.placed ? t("It is in a theme that is not on the screen. A person is reading it.") : t("Not placed yet. A person is reading it.");
}

function Journey({ note, box, hand }) {
  const steps = [t("Received"), t("In a theme"), t("On screen"), t("In the report")];
  const now = STEP[note.state];
  const names = (index) => (index === now ? "here" : index < now ? "done" : "");
  return html`<section class="section journey" aria-labelledby="journey" ...${hand}><h2 id="journey">${TITLES[note.state](note)}</h2>
    <p class="voice-paper strong" dir="auto">${note.text}</p>
    <ol class="steps" aria-label=${t("What becomes of your note")}>${steps.map((step, index) => html`<li key=${step} class=${names(index)} aria-current=${index === now ? "step" : undefined}>${step}</li>`)}</ol>
    <p class="small soft">${note.theme && html`${t("Theme:")} <b dir="auto">${note.theme}</b><br />`}<span role="status">${whereabouts(note)}</span>
      ${!note.quotable && html`<br />${t("It is not quoted: that is your wish.")}`}</p>
    <${Deeds} key=${note.id} note=${note} box=${box} wide /></section>`;
}

// The closing plenary on the phone: one note of mine and its journey, then everything else.

import { told } from "../shared/drift.js";
import { html, useNow } from "../shared/view.js";
import { t } from "../shared/words.js";
import { Agenda } from "./agenda.js";
import { Countdown, Plane } from "./countdown.js";
import { Dots } from "./dots.js";
import { Me } from "./me.js";
import { Met } from "./met.js";
import { ownNotes } from "./notes.js";
import { Deeds } from "./own-note.js";
import { PastNotes } from "./past-notes.js";

const FAR = ["saved", "grouped", "shown"]; // how far a note has come

// The note of mine that has come farthest, the newest of them.
export function farthest(notes) {
  const far = (note) => FAR.indexOf(note.state);
  return notes.filter((note) => far(note) >= 0).reduce((best, note) => (best && far(best) >= far(note) ? best : note), undefined);
}

const LONG = 50; // characters above which a title would push my note out of sight

export function Plenary({ hall, slot, person, views, box, shelf, send }) {
  const note = farthest(ownNotes(person, box));
  const offset = told(hall, useNow(5_000));
  return html`<${Plane} clock=${hall.clock} slot=${slot} calm name="plenary-head">
      <div><p class="label">${t("Now")}</p><h1 class=${slot.title.length > LONG ? "long" : ""} dir="auto">${slot.title}</h1></div><${Countdown} ends=${hall.clock} />${offset && html`<p class="label digits">${offset}</p>`}</${Plane}>
    <main>${note && html`<${Journey} note=${note} box=${box} />`}<${Dots} hall=${hall} person=${person} box=${box} />
      <${PastNotes} hall=${hall} person=${person} views=${views} box=${box} shelf=${shelf} but=${note?.id} title=${note ? t("Your other notes") : t("My notes")} />
      <${Met} hall=${hall} person=${person} send=${send} /><${Agenda} hall=${hall} /><${Me} person=${person.person} send=${send} /></main>`;
}

const TITLES = { saved: () => t("Your note is received"), grouped: () => t("Your note is in a theme"), shown: () => t("Your note is on the screen") };

function Journey({ note, box }) {
  const steps = [t("Received"), t("In a theme"), t("On screen"), t("In the report")];
  const now = FAR.indexOf(note.state);
  const names = (index) => (index === now ? "here" : index < now ? "done" : "");
  return html`<section class="section journey" aria-labelledby="journey"><h2 id="journey">${TITLES[note.state]()}</h2>
    <p class="voice-paper strong" dir="auto">${note.text}</p>
    <ol class="steps" aria-label=${t("What becomes of your note")}>${steps.map((step, index) => html`<li key=${step} class=${names(index)} aria-current=${index === now ? "step" : undefined}>${step}</li>`)}</ol>
    <p class="small soft">${note.theme ? html`${t("Theme:")} <b dir="auto">${note.theme}</b>` : t("Not placed yet. A person is reading it.")}
      ${!note.quotable && html`<br />${t("It is not quoted: that is your wish.")}`}</p>
    <${Deeds} key=${note.id} note=${note} box=${box} wide /></section>`;
}

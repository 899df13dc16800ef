// Where an agenda comes from: a pasted announcement, a file, or a template.

import { html, useState } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { Choose, textOf, useDrop } from "./file.js";
import { Marked } from "./marked.js";
import { hours } from "./words.js";

function Templates({ list, use }) {
  return html`<details class="templates"><summary>${t("Or begin from a template")}</summary><ul>
    ${list.map((one) => html`<li key=${one.id}><button type="button" class="button" onClick=${() => use(one)}>
      <span><b dir="auto">${one.title}</b> <span class="soft digits">${hours(one.minutes)}, ${tn("{n} slot", "{n} slots", one.slots)}${one.own ? `, ${t("yours")}` : ""}</span>
      ${one.about && html`<small class="soft" dir="auto">${one.about}</small>`}</span></button></li>`)}</ul></details>`;
}

export function Source({ read, use, templates, state, marks, chosen, done, copied }) {
  const [text, put] = useState("");
  const [wrong, say] = useState("");
  const [fresh, change] = useState(true);
  const typed = (value) => {
    put(value);
    change(true);
  };
  const take = async (file) => {
    try {
      const found = await textOf(file);
      put(found);
      say("");
      change(false);
      read(found, file.name);
    } catch (error) {
      say(error.message);
    }
  };
  // What is pasted into the empty field is read at once: that is why it was pasted.
  const pasted = ({ target }) => text.trim() || setTimeout(() => { change(false); read(target.value); });
  const { over, handlers } = useDrop(take);
  const why = wrong || state.why;
  return html`<section class=${over ? "source over" : "source"} aria-labelledby="paste" ...${handlers}>
    <div><h1 id="paste">${copied ? t("A copy of “{title}”", { title: copied }) : t("Paste the announcement")}</h1>
      <p class="soft">${copied ? t("Its people stay where they are. Give the copy a date.")
        : t("Text, e-mail or web page. What we read is marked; the rest is left alone.")}</p></div>
    <form class="paste" onSubmit=${(event) => { event.preventDefault(); change(false); read(text); }}>
      <${Marked} text=${text} marks=${fresh ? null : marks} chosen=${chosen} put=${typed} onPaste=${pasted} aria-label=${t("Announcement")}
        placeholder=${t("9:30–9:45 Welcome (Ana Silva, Motriz)\n9:45–10:15 Breakout discussions")} />
      ${why && html`<p class="why" role="alert">${why}</p>`}
      <div class="row"><button class="button ${text && !done ? "main" : ""}" disabled=${state.busy || !text.trim()}>${state.busy ? t("Reading…") : t("Read it")}</button>
        <${Choose} take=${take} label=${t("Choose a file")} /><span class="soft small">${t("or drop one: iCalendar, CSV, JSON, XML")}</span></div>
      <${Templates} list=${templates} use=${use} />
    </form></section>`;
}

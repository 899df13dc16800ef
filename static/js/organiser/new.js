// New series: the announcement on one side, the agenda read from it on the other, to correct.

import { html, page, render, useState } from "../shared/view.js";
import { speak, t, tn } from "../shared/words.js";
import { Days } from "./days.js";
import { ask } from "./ask.js";
import { between } from "./words.js";

speak(page());

function dated(date) {
  if (!date?.startsWith("--")) return date ?? "";
  const today = new Date(page().at).toISOString().slice(0, 10);
  for (let year = Number(today.slice(0, 4)); ; year += 1) {
    const found = `${year}-${date.slice(2)}`;
    if (found >= today && !Number.isNaN(Date.parse(found))) return found;
  }
}

const slotFrom = (slot) => ({ ...slot, time: slot.start, speakers: slot.speakers ?? [],
  minutes: slot.end ? between(slot.start, slot.end) || 1 : 15 });

function draftFrom(agenda) {
  const days = agenda.days.map((day) => ({ title: day.title ?? "", date: dated(day.date), slots: day.slots.map(slotFrom),
    guessed: Boolean(day.date?.startsWith("--")) }));
  return { timezone: agenda.timezone ?? "UTC", warnings: agenda.warnings ?? [], days };
}

function Source({ read, busy, why, done }) {
  const [text, put] = useState("");
  return html`<section class="source" aria-labelledby="paste">
    <div><h1 id="paste">${t("Paste the announcement")}</h1>
      <p class="soft">${t("Text, e-mail or web page. What we read comes up beside it, to correct.")}</p></div>
    <form class="paste" onSubmit=${(event) => { event.preventDefault(); read(text); }}>
      <textarea class="input" aria-labelledby="paste" dir="auto" value=${text} onInput=${(event) => put(event.target.value)}
        placeholder=${t("9:30–9:45 Welcome (Ana Silva, Motriz)\n9:45–10:15 Breakout discussions")}></textarea>
      ${why && html`<p class="why" role="alert">${why}</p>`}
      <button class="button ${text && !done ? "main" : ""}" disabled=${busy || !text.trim()}>${busy ? t("Reading…") : t("Read it")}</button>
    </form></section>`;
}

function Page() {
  const [draft, setDraft] = useState(null);
  const [state, setState] = useState({ busy: false, why: "", wrong: "" });
  const [title, setTitle] = useState("");
  const read = async (text) => {
    setState({ busy: true, why: "", wrong: "" });
    const answer = await ask("/api/agenda", { text });
    setState({ busy: false, why: answer.ok ? "" : answer.why, wrong: "" });
    if (!answer.ok) return;
    setDraft(draftFrom(answer.agenda));
    setTitle((known) => known || text.trim().split("\n")[0].slice(0, 80));
  };
  const create = async () => {
    setState({ busy: true, why: "", wrong: "" });
    const answer = await ask("/api/series", { title, agenda: { ...draft, days: draft.days.map(dayOut) } });
    if (answer.ok) location.assign("/organiser");
    else setState({ busy: false, why: "", wrong: answer.why });
  };
  const slots = draft?.days.reduce((sum, day) => sum + day.slots.length, 0) ?? 0;
  return html`<${Source} read=${read} busy=${state.busy} why=${state.why} done=${draft !== null} />
    <main class="parsed">
      <div class="row between"><h2 class="h1">${draft ? `${tn("{n} event", "{n} events", draft.days.length)}, ${tn("{n} slot", "{n} slots", slots)}`
        : t("The agenda comes here")}</h2><span class="soft">${t("Nothing is created yet")}</span></div>
      ${draft && html`<${Days} draft=${draft} set=${setDraft} zones=${page().zones} />
      <div class="sum"><label class="grow">${t("Name of the series")} <input class="input compact" value=${title} dir="auto" maxlength="300"
        onInput=${(event) => setTitle(event.target.value)} /></label>
        ${state.wrong && html`<p class="why" role="alert">${state.wrong}</p>`}
        <button class="button main" type="button" disabled=${state.busy || !slots} onClick=${create}>
          ${tn("Create the event", "Create {n} events", draft.days.length)}</button></div>`}
    </main>`;
}

function dayOut({ title, date, slots }) {
  return { title, date: date || null, slots: slots.map((slot) => ({ title: slot.title, kind: slot.kind, start: slot.time,
    minutes: slot.minutes, end: null, speakers: slot.speakers, description: slot.description, links: slot.links,
    question: slot.question })) };
}

render(html`<${Page} />`, document.getElementById("app"));

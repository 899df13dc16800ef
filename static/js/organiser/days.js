// The days of a draft: tabs, each with a title, a date and its slots in order.

import { html, Icon, useState } from "../shared/view.js";
import { day as dayName, t } from "../shared/words.js";
import { acted, changed, freeBefore, moved } from "./draft.js";
import { Field } from "./field.js";
import { PlanKeys } from "./plan-keys.js";
import { SlotLine } from "./slot-line.js";

const put = (list, index, value) => list.map((one, at) => (at === index ? value : one));
const DOUBT = /^Line (\d+): (.*)$/s;

// A warning stands beside the slot its line belongs to; what belongs to none stands above all.
function placed(draft) {
  const lines = draft.days.flatMap((day) => day.slots.map((slot) => slot.line)).filter(Boolean).sort((a, b) => a - b);
  const found = { above: [] };
  for (const warning of draft.warnings) {
    const [, number, text] = warning.match(DOUBT) ?? [];
    const owner = lines.filter((line) => line <= Number(number)).at(-1);
    if (owner === undefined) found.above.push({ text: text ?? warning, line: number && Number(number) });
    else (found[owner] ??= []).push({ text, line: Number(number) });
  }
  return found;
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

export function Days({ draft, set, zones, look }) {
  const [chosen, choose] = useState(0);
  const index = Math.min(chosen, draft.days.length - 1);
  const day = draft.days[index];
  const setDay = (fields) => set({ ...draft, days: put(draft.days, index, { ...day, ...fields }) });
  const setSlots = (slots) => setDay({ slots });
  const doubts = placed(draft);
  const deed = ({ line }) => (line ? [{ name: t("Show the line"), act: () => look(line) }] : []);
  const notices = (slot) => (doubts[slot.line] ?? []).map((one) => ({ text: capital(one.text), deeds: deed(one) }));
  return html`<div class="days">
    <nav class="tabs digits" aria-label=${t("Events")}>${draft.days.map((one, at) => html`<button type="button" key=${at}
      aria-current=${at === index ? "true" : undefined} onClick=${() => choose(at)} dir="auto">${one.title || t("Event {n}", { n: at + 1 })}${one.date && html`<small>${dayName(Date.parse(`${one.date}T12:00Z`), "UTC")}</small>`}</button>`)}</nav>
    <div class="facts">
      <label class="long">${t("Title")} <${Field} value=${day.title} commit=${(title) => setDay({ title })} maxlength="300" /></label>
      <label>${t("Date")} <input class="input compact" type="date" required value=${day.date} onChange=${(e) => setDay({ date: e.target.value, guessed: false })} /></label>
      <label>${t("Time zone")} <select class="input compact" value=${draft.timezone} onChange=${(e) => set({ ...draft, timezone: e.target.value, zoned: true })}>
        ${[...new Set([draft.timezone, ...zones])].map((zone) => html`<option selected=${zone === draft.timezone}>${zone}</option>`)}</select></label>
    </div>
    ${day.guessed && html`<p class="notice warning"><${Icon} name="warn" /><span>${t("The text gives no year. We took the next such date: {day}.",
      { day: `${dayName(Date.parse(`${day.date}T12:00Z`), "UTC")} ${day.date.slice(0, 4)}` })}</span></p>`}
    ${!day.date && html`<p class="notice warning"><${Icon} name="warn" /><span>${t("Give this event its date.")}</span></p>`}
    ${!draft.zoned && html`<p class="notice warning"><${Icon} name="warn" /><span>${t("No time zone is given. We took yours, {zone}.", { zone: draft.timezone })}</span></p>`}
    ${index === 0 && doubts.above.map((one) => html`<p class="notice warning" dir="auto"><${Icon} name="warn" /><span>${capital(one.text)}</span>
      <span class="row">${deed(one).map(({ name, act }) => html`<button type="button" class="button compact" onClick=${act}>${name}</button>`)}</span></p>`)}
    <ol class="slots digits">${day.slots.map((slot, at) => html`<${SlotLine} key=${slot.id} slot=${{ ...slot, notices: notices(slot) }}
      at=${at} count=${day.slots.length} free=${freeBefore(day.slots, at)} move=${(id, to) => setSlots(moved(day.slots, id, to))}
      change=${(fields) => setSlots(changed(day.slots, at, fields))} act=${(name) => setSlots(acted(day.slots, at, name))} />`)}</ol>
    <div class="row"><${PlanKeys} add=${() => setSlots(acted(day.slots, day.slots.length - 1, "add"))} /></div>
  </div>`;
}

// The days of a draft: tabs, each with a title, a date and its slots in order.

import { html, Icon, useState } from "../shared/view.js";
import { day as dayName, t } from "../shared/words.js";
import { SlotLine } from "./slot-line.js";
import { plus } from "./words.js";

const put = (list, index, value) => list.map((one, at) => (at === index ? value : one));

// Changing a start or a length moves what follows by as much.
export function changed(slots, index, fields) {
  const old = slots[index];
  const slot = { ...old, ...fields };
  const shift = minutesLater(old.time, slot.time) + slot.minutes - old.minutes;
  const rest = slots.slice(index + 1).map((one) => ({ ...one, time: plus(one.time, shift) }));
  return [...slots.slice(0, index), slot, ...rest];
}

const minutesLater = (a, b) => {
  const [from, to] = [a, b].map((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5)));
  return ((to - from + 2160) % 1440) - 720;
};

export function acted(slots, index, name) {
  if (name === "remove") return slots.filter((_, at) => at !== index);
  const slot = slots[index];
  if (name === "add") {
    const fresh = { title: t("New slot"), kind: "other", time: plus(slot.time, slot.minutes), minutes: 10, speakers: [] };
    const rest = slots.slice(index + 1).map((one) => ({ ...one, time: plus(one.time, fresh.minutes) }));
    return [...slots.slice(0, index + 1), fresh, ...rest];
  }
  const upper = name === "up" ? index - 1 : index;
  const [a, b] = [slots[upper], slots[upper + 1]];
  const swapped = [{ ...b, time: a.time }, { ...a, time: plus(a.time, b.minutes) }];
  return [...slots.slice(0, upper), ...swapped, ...slots.slice(upper + 2)];
}

export function Days({ draft, set, zones }) {
  const [chosen, choose] = useState(0);
  const index = Math.min(chosen, draft.days.length - 1);
  const day = draft.days[index];
  const setDay = (fields) => set({ ...draft, days: put(draft.days, index, { ...day, ...fields }) });
  const setSlots = (slots) => setDay({ slots });
  return html`<div class="days">
    <nav class="tabs digits" aria-label=${t("Events")}>${draft.days.map((one, at) => html`<button type="button" key=${at}
      aria-current=${at === index ? "true" : undefined} onClick=${() => choose(at)} dir="auto">${one.title || t("Event {n}", { n: at + 1 })}</button>`)}</nav>
    <div class="facts">
      <label>${t("Title")} <input class="input compact" dir="auto" value=${day.title} onChange=${(e) => setDay({ title: e.target.value })} /></label>
      <label>${t("Date")} <input class="input compact" type="date" value=${day.date} onChange=${(e) => setDay({ date: e.target.value, guessed: false })} /></label>
      <label>${t("Time zone")} <select class="input compact" value=${draft.timezone} onChange=${(e) => set({ ...draft, timezone: e.target.value })}>
        ${[...new Set([draft.timezone, ...zones])].map((zone) => html`<option selected=${zone === draft.timezone}>${zone}</option>`)}</select></label>
    </div>
    ${day.guessed && html`<p class="notice warning"><${Icon} name="warn" /><span>${t("The text gives no year. We took the next such date: {day}.",
      { day: `${dayName(Date.parse(`${day.date}T12:00Z`), "UTC")} ${day.date.slice(0, 4)}` })}</span></p>`}
    ${index === 0 && draft.warnings.map((warning) => html`<p class="notice warning" dir="auto"><${Icon} name="warn" /><span>${warning}</span></p>`)}
    <ol class="slots digits">${day.slots.map((slot, at) => html`<${SlotLine} key=${at} slot=${slot}
      first=${at === 0} last=${at === day.slots.length - 1}
      change=${(fields) => setSlots(changed(day.slots, at, fields))} act=${(name) => setSlots(acted(day.slots, at, name))} />`)}</ol>
  </div>`;
}

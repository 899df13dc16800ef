// The spine: the whole event as one line, minutes to scale, lilac where participants speak.

import { html, sized } from "./view.js";
import { lasts, remaining } from "./clock.js";
import { t } from "./words.js";

export const inOrder = (map = {}) =>
  Object.entries(map).map(([id, value]) => ({ id, ...value })).sort((a, b) => a.order - b.order);

// The steps of rooms (`found` of steps.js) as such a line.
export function StepSpine({ found: { on, row } }) {
  const name = (index) => (index < on ? "done" : index === on ? "now" : "");
  return html`<ol class="spine" aria-label=${t("Steps")}>${row.map((one) => html`<li key=${one.index} class=${name(one.index)} aria-current=${one.index === on ? "step" : undefined} ref=${sized({ "--min": one.length / 60_000 })}
    ><span class="for-reader">${one.title}</span>${one.index === on && html`<i ref=${sized({ "--fill": one.fill })}></i>`}</li>`)}</ol>`;
}

export function Spine({ hall, at }) {
  const row = inOrder(hall.slots);
  const current = row.findIndex((slot) => slot.id === hall.clock?.slot);
  const part = (slot, index) => {
    const now = index === current;
    const done = hall.status === "ended" || index < current;
    const left = now ? remaining(hall.clock, at) : 0;
    const whole = now ? hall.clock.ends_at - hall.clock.since : 1;
    const fill = Math.min(100, Math.max(0, 100 * (1 - left / whole)));
    const names = [slot.voice && "voice", done && "done", now && "now"].filter(Boolean).join(" ");
    return html`<li key=${slot.id} class=${names} ref=${sized({ "--min": lasts(slot) / 60_000 })}
      >${now && html`<i ref=${sized({ "--fill": fill })}></i>`}</li>`;
  };
  return html`<ol class="spine" aria-label=${t("Where we are in the event")}>${row.map(part)}</ol>`;
}

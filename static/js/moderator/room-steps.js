// The steps of open rooms, minutes to scale: when each begins, which one is on, what is left of it.

import { digits, remaining } from "../shared/clock.js";
import { Press } from "../shared/press.js";
import { stepping } from "../shared/steps.js";
import { html, sized } from "../shared/view.js";
import { t, time } from "../shared/words.js";

export const stepsNow = (hall, at) => (hall.rooms ? stepping(hall, hall.rooms, at) : undefined);

const whole = (ms) => Math.max(1, Math.ceil(ms / 60_000 - .01));

function Line({ one, on, clock, at, zone }) {
  const now = one.index === on;
  const begins = time(one.ends_at - one.length, zone);
  const words = now ? t("{left} left of {n}", { left: digits(remaining(clock, clock.paused_at ?? at)), n: whole(one.length) }) : t("{time}, {n} min", { time: begins, n: whole(one.length) });
  return html`<li class=${one.index < on ? "done" : now ? "now" : ""} aria-current=${now ? "step" : undefined} ref=${sized({ "--min": one.length / 60_000 })}>
    <span class="bar">${now && html`<i ref=${sized({ "--fill": one.fill })}></i>`}</span><b class="cut" dir="auto" title=${one.title}>${one.title}</b><span class="cut digits">${words}</span></li>`;
}

export function RoomSteps({ found, hall, at }) {
  return html`<ol class="step-line" aria-label=${t("Steps in the rooms")}>${found.row.map((one) => html`<${Line} key=${one.index} one=${one} on=${found.on} clock=${found.clock} at=${at} zone=${hall.event.timezone} />`)}</ol>`;
}

export function NextStep({ hall, at, orders, deeds }) {
  const found = stepsNow(hall, at);
  const next = found?.row[found.on + 1];
  return next && html`<${Press} orders=${orders} place="step" name="button compact quiet" act=${() => deeds.nextStep(hall.rooms.slot, found.on)} title=${t("All rooms go on to “{title}”, which gets the time that is left", { title: next.title })}>${t("Next step")}<//>`;
}

// Notes that only their authors see yet, and the way to end that.
export function Reveal({ hall, rounds, orders, deeds }) {
  const slot = hall.rooms?.slot;
  return rounds[slot]?.private && html`<${Press} orders=${orders} place="reveal" name="button compact quiet" act=${() => deeds.reveal(slot)} title=${t("Each room sees its notes from then on")}>${t("Reveal notes")}<//>`;
}

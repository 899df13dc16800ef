// What the room does now: the step with its own clock and prompt, or the time alone where nothing is planned.

import { roomClock, stepping } from "../shared/steps.js";
import { announce, html, sized, useEffect, useNow } from "../shared/view.js";
import { t } from "../shared/words.js";
import { Countdown, LiveSpine } from "./countdown.js";
import { moment } from "./moments.js";

export function Stepping({ hall, place }) {
  const found = stepping(hall, place, useNow(500));
  const title = found?.step.title;
  useEffect(() => title && announce(t("Now: {title}", { title })), [found?.on]);
  return found ? html`<${Step} found=${found} />` : html`<${Alone} hall=${hall} place=${place} />`;
}

function Step({ found: { on, count, step, row, clock } }) {
  const name = (index) => (index < on ? "done" : index === on ? "now" : "");
  return html`<section class="step" aria-label=${t("Current step")}><div><p class="which digits">${clock.paused_at === undefined ? t("Step {n} of {count}", { n: on + 1, count }) : t("Paused")}</p><h2 dir="auto">${step.title}</h2></div>
    <${Countdown} ends=${clock} big />
    <ol class="spine" aria-label=${t("Steps")}>${row.map((one) => html`<li key=${one.index} class=${name(one.index)} ref=${sized({ "--min": one.length / 60_000 })}><span class="for-reader">${one.title}</span>${one.index === on && html`<i ref=${sized({ "--fill": one.fill })}></i>`}</li>`)}</ol>
    ${step.prompt && html`<p class="prompt" dir="auto">${step.prompt}</p>`}</section>`;
}

function Alone({ hall, place }) {
  const clock = roomClock(hall, place);
  const paused = clock.paused_at !== undefined;
  return html`<section class="step" aria-label=${t("Time")}><div><h2>${paused ? t("Paused") : t("Left in your room")}</h2><p class="which digits">${!paused && t("until {moment}", { moment: moment(clock.ends_at, hall.event.timezone) })}</p></div>
    <${Countdown} ends=${clock} big /><${LiveSpine} hall=${hall} /></section>`;
}

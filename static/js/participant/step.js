// What the room does now: the step with its own clock and prompt, or the time alone where nothing is planned.

import { roomClock, stepping } from "../shared/steps.js";
import { StepSpine } from "../shared/spine.js";
import { announce, html, useEffect, useNow } from "../shared/view.js";
import { t } from "../shared/words.js";
import { Countdown, LiveSpine } from "./countdown.js";
import { moment } from "./moments.js";

export function Stepping({ hall, place }) {
  const found = stepping(hall, place, useNow(500));
  const title = found?.step.title;
  useEffect(() => title && announce(t("Now: {title}", { title })), [found?.on]);
  return found ? html`<${Step} found=${found} />` : html`<${Alone} hall=${hall} place=${place} />`;
}

function Step({ found }) {
  const { on, count, step, clock } = found;
  return html`<section class="step" aria-label=${t("Current step")}><div><p class="which digits">${clock.paused_at === undefined ? t("Step {n} of {count}", { n: on + 1, count }) : t("Paused")}</p><h2 dir="auto">${step.title}</h2></div>
    <${Countdown} ends=${clock} big />
    <${StepSpine} found=${found} />
    ${step.prompt && html`<p class="prompt" dir="auto">${step.prompt}</p>`}</section>`;
}

function Alone({ hall, place }) {
  const clock = roomClock(hall, place);
  const paused = clock.paused_at !== undefined;
  return html`<section class="step" aria-label=${t("Time")}><div><h2>${paused ? t("Paused") : t("Left in your room")}</h2><p class="which digits">${!paused && t("until {moment}", { moment: moment(clock.ends_at, hall.event.timezone) })}</p></div>
    <${Countdown} ends=${clock} big /><${LiveSpine} hall=${hall} /></section>`;
}

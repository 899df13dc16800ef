// Now and next: what is on, how long it has, and what comes after it.

import { told } from "../shared/drift.js";
import { useFit } from "../shared/fit.js";
import { html, useNow } from "../shared/view.js";
import { place, t, time } from "../shared/words.js";
import { Clock, Foot } from "./foot.js";
import { standing, who } from "./hall.js";

const AHEAD = 3; // lines of what comes

const STATES = { paused: () => t("Paused"), overrun: () => t("Over time"), warning: () => t("Ends soon"), danger: () => t("Last minute") };

function heading(hall, slot, begins) {
  if (slot) return [t("Now"), slot.title];
  if (hall.status === "ended") return [t("The event has ended"), hall.event.title];
  return [begins ? t("Begins in") : t("Soon"), hall.event.title];
}

const line = (slot, index, zone) => html`<li key=${slot.id}><time class="digits">${time(slot.start, zone)}</time>
  <div><p class="what" dir="auto">${slot.title}</p>${index === 0 && who(slot) && html`<p class="by" dir="auto">${who(slot)}</p>`}</div></li>`;

export function NowAndNext({ hall, link }) {
  const at = useNow();
  const { slot, coming, left, begins, state } = standing(hall, at);
  const [label, title] = heading(hall, slot, begins);
  const zone = hall.event.timezone;
  const ahead = coming.slice(0, AHEAD);
  const box = useFit(`${title} ${slot?.id} ${left?.length}`);
  const list = useFit(ahead.map((one) => one.id).join(" "));
  return html`<main class="plane wall" data-state=${state}><div class=${ahead.length ? "now-next" : "now-next alone"}>
      <section class="on"><p class="label">${STATES[state]?.() ?? label}</p>
        <div class="name" ref=${box}><h1 dir="auto">${title}</h1>${slot && html`<p class="by" dir="auto">${who(slot)}</p>`}</div>
        ${left && html`<${Clock} text=${left} />`}</section>
      ${ahead.length > 0 && html`<section class="ahead"><h2>${t("Next")}</h2><ol ref=${list}>${ahead.map((one, index) => line(one, index, zone))}</ol></section>`}
    </div><${Foot} hall=${hall} at=${at} link=${link}>${[told(hall, at), `${time(at, zone)} ${place(zone)}`].filter(Boolean).join(", ")}<//></main>`;
}

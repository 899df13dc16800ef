// One slot of a plan as a line to edit. `change(fields)` gets what was changed; `act(name)` is
// up, down, remove or add.

import { html, Icon } from "../shared/view.js";
import { t } from "../shared/words.js";
import { KINDS, speakersFrom, speakersText, VOICE } from "./words.js";

const committed = (use) => (event) => event.target.value !== event.target.defaultValue && use(event.target);

// A time of day as people type it: 9:30, 09.30, 930. Anything else goes back to what it was.
function takeTime(field, known, change) {
  const found = field.value.trim().match(/^([01]?\d|2[0-3])[:.h]?([0-5]\d)$/);
  if (found) change({ time: `${found[1].padStart(2, "0")}:${found[2]}` });
  else field.value = known;
}

export function SlotLine({ slot, change, act, first, last, locked }) {
  const title = slot.title;
  const item = (name, label, off) => html`<button type="button" class="button compact quiet" disabled=${off || locked}
    onClick=${() => act(name)}>${label}</button>`;
  return html`<li class=${VOICE.has(slot.kind) ? "voice" : ""}><span class="bead"></span><div>
    <div class="line">
      <input class="input compact digits" inputmode="numeric" maxlength="5" aria-label=${t("Start of {title}", { title })}
        value=${slot.time} disabled=${locked} onChange=${(e) => takeTime(e.target, slot.time, change)} />
      <span class="mins"><input class="input compact digits" type="number" min="1" max="1440" required
        aria-label=${t("Minutes of {title}", { title })} value=${slot.minutes}
        onChange=${(e) => e.target.valueAsNumber > 0 && change({ minutes: e.target.valueAsNumber })} />${t("min")}</span>
      <input class="input compact name" aria-label=${t("Title")} value=${title} dir="auto" maxlength="300"
        onChange=${(e) => e.target.value.trim() && change({ title: e.target.value.trim() })} />
      <select class="input compact" aria-label=${t("Kind of {title}", { title })} value=${slot.kind} disabled=${locked}
        onChange=${(e) => change({ kind: e.target.value })}>
        ${Object.entries(KINDS).map(([kind, name]) => html`<option value=${kind} selected=${kind === slot.kind}>${name()}</option>`)}
      </select>
      <details class="more"><summary class="button compact quiet square" aria-label=${t("More for {title}", { title })}><${Icon} name="more" /></summary>
        <div class="menu">${item("up", t("Move earlier"), first)}${item("down", t("Move later"), last)}
          ${item("add", t("Add a slot after it"))}${item("remove", t("Remove"))}</div></details>
    </div>
    <label class="detail"><span>${t("Speakers")}</span><input class="input compact" dir="auto" value=${speakersText(slot.speakers)}
      placeholder=${t("Name, organisation; another name, organisation")}
      onChange=${committed((field) => change({ speakers: speakersFrom(field.value) }))} /></label>
    ${slot.kind === "breakout" && html`<label class="detail"><span>${t("Question")}</span><input class="input compact" dir="auto"
      value=${slot.question ?? ""} maxlength="280" placeholder=${t("What should the rooms talk about? Phones show it.")}
      onChange=${committed((field) => change({ question: field.value.trim() }))} /></label>`}
    ${(slot.notices ?? []).map((notice) => html`<p class="notice warning"><${Icon} name="warn" /><span>${notice}</span></p>`)}
  </div></li>`;
}

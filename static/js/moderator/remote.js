// The remote: what a moderator needs on the way through the hall, within reach of one thumb.
// The same deeds as on the control desk; what is pressed most lies lowest.

import { useAlarm } from "../shared/alarm.js";
import { ClickerSwitch, useClicker } from "../shared/clicker.js";
import { expected, lasts } from "../shared/clock.js";
import { drift, lateness } from "../shared/drift.js";
import { useKeys } from "../shared/keys.js";
import { connect } from "../shared/live.js";
import { Orders } from "../shared/orders.js";
import { Press } from "../shared/press.js";
import { Sheet } from "../shared/sheet.js";
import { Spine } from "../shared/spine.js";
import { Lost, Status } from "../shared/status.js";
import { Icon, html, page, render, useNow } from "../shared/view.js";
import { speak, t, time } from "../shared/words.js";
import { deeds as doing } from "./deeds.js";
import { runKeys } from "./desk-keys.js";
import { facing } from "./facing.js";
import { Go } from "./go.js";
import { Calls } from "./helping.js";
import { OnAir } from "./onair.js";
import { Said } from "./pieces.js";
import { Sheets } from "./sheets.js";
import { Slip } from "./slip.js";
import { standing } from "./step.js";
import { Writing } from "./tell.js";
import { useVoice } from "./voice.js";

const SAID = ["undo", "began", "ends", "promise", "next", "back", "jump", "pause", "nudge-1", "nudge1", "nudge5", "blank"];

speak(page());
const live = connect(page());
const app = document.getElementById("app");
const orders = new Orders(live, paint);
const deeds = doing(live, orders, open);
let sheet;

function open(next) {
  sheet = next;
  paint();
}
const close = () => open(undefined);

function Face({ hall, link }) {
  const at = useNow();
  const face = facing(hall, at);
  const found = hall.clock && drift(hall, at);
  const late = found?.over ?? 0;
  useVoice(hall, at, deeds.undoable());
  useAlarm(hall.clock, hall.slots[hall.clock?.slot]);
  return html`<section class="plane remote-face" data-state=${face.state} aria-labelledby="slot">
    <div class="row between top"><${Status} hall=${hall} link=${link} /></div>
    <h1 class="slot" id="slot" dir="auto">${face.title}</h1>
    <p class=${face.number.length > 5 ? "clock long" : "clock"} role="timer" aria-label=${face.label}>${face.number}</p>
    <p class="meta digits">${face.word && html`<b class="word"><${Icon} name=${face.icon} />${face.word}</b> `}${face.meta}</p>
    ${found && html`<p class="meta digits"><b class=${late > 0 ? "behind" : ""}>${lateness(late)}</b>, ${t("you end at {time}", { time: time(found.end, hall.event.timezone) })}</p>`}
    <${Spine} hall=${hall} at=${at} /></section>`;
}

// Drawn again as time passes: Undo goes, and Next wakes from the moment in which it holds still.
function Thumb({ hall, moderator }) {
  useNow(500);
  return html`<footer class="thumb"><${Said} orders=${orders} places=${SAID} /><${Tools} hall=${hall} moderator=${moderator} />
    <${Go} hall=${hall} moderator=${moderator} orders=${orders} deeds=${deeds} /></footer>`;
}

function Tools({ hall, moderator }) {
  const { before } = standing(hall);
  const off = !hall.clock;
  const paused = hall.clock?.paused_at !== undefined;
  const undo = deeds.undoable();
  const { blank } = moderator.screen;
  const tool = (place, act, icon, words, quiet = false, turns = false) => html`<${Press} orders=${orders} place=${place} name="button" off=${quiet} act=${act}><${Icon} name=${icon} turns=${turns} /><span>${words}</span><//>`;
  const nudge = (minutes, face, label) => html`<${Press} orders=${orders} place=${`nudge${minutes}`} off=${off} name="button digits" aria-label=${label} act=${() => deeds.nudge(minutes)}>${face}<//>`;
  return html`<div class="tools" role="group" aria-label=${t("Clock")}>
      ${nudge(-1, "−1", t("One minute less"))}${nudge(1, "+1", t("One minute more"))}${nudge(5, "+5", t("Five minutes more"))}</div>
    <div class="tools words" role="group" aria-label=${t("Steps")}>${undo ? tool("undo", deeds.undo, "back", t("Undo {n}", { n: Math.ceil(undo.left / 1_000) }), false, true) : tool("back", deeds.back, "back", t("Back"), !before, true)}
      ${tool("pause", deeds.pause, paused ? "play" : "pause", paused ? t("Go on") : t("Pause"), off)}
      ${tool("blank", deeds.blank, blank ? "screen" : "blank", blank ? t("Show") : t("Blank"))}
      <button type="button" class="button" onClick=${() => open({ kind: "tell" })}><${Icon} name="speak" /><span>${t("Tell")}</span></button></div>`;
}

const HINTS = { phones: () => t("Shown on every phone"), stage: () => t("Shown to the speaker"), screens: () => t("A line at the foot of the wall") };

function Tell({ moderator, close }) {
  return html`<${Sheet} title=${t("Tell")} close=${close}><div class="cast"><${OnAir} moderator=${moderator} orders=${orders} deeds=${deeds} />
    <${Writing} moderator=${moderator} orders=${orders} deeds=${deeds} hint=${(place) => HINTS[place]()} /></div><//>`;
}

// What comes after the next slot, and when it is expected to begin.
function AndThen({ hall }) {
  const at = useNow(5_000);
  const { row, index } = standing(hall);
  const coming = hall.status === "ended" ? [] : row.slice(index + 2, index + 4);
  const found = expected(hall.slots, hall.clock, at);
  const line = (slot) => html`<li key=${slot.id}><time class="digits">${time(found[slot.id].start, hall.event.timezone)}</time><span dir="auto">${slot.title}</span><span class="digits soft">${t("{n} min", { n: Math.round(lasts(slot) / 60_000) })}</span></li>`;
  return coming.length > 0 && html`<h2 class="label">${t("And then")}</h2><ul class="then">${coming.map(line)}</ul>`;
}

function Remote({ views, link }) {
  const { hall, moderator } = views;
  const clicker = useClicker(deeds, sheet !== undefined);
  const [armed, arm] = clicker;
  const table = runKeys({ deeds, open, write: () => open({ kind: "tell" }), clicker });
  useKeys(table, sheet !== undefined);
  const more = (kind, words) => html`<button type="button" class="button compact quiet" onClick=${() => open({ kind })}>${words}</button>`;
  return html`<${Lost} link=${link} /><${Face} hall=${hall} link=${link} />
    <main class="remote-middle"><${Calls} hall=${hall} moderator=${moderator} orders=${orders} deeds=${deeds} /><${OnAir} moderator=${moderator} orders=${orders} deeds=${deeds} />
      <${Slip} views=${views} orders=${orders} deeds=${deeds} /><${AndThen} hall=${hall} />
      <div class="row more-ways">${more("times", t("Times…"))}${more("jump", t("Jump to a slot…"))}<${ClickerSwitch} armed=${armed} arm=${arm} /></div></main>
    <${Thumb} hall=${hall} moderator=${moderator} />
    ${sheet?.kind === "tell" ? html`<${Tell} moderator=${moderator} close=${close} />` : html`<${Sheets} sheet=${sheet} views=${views} orders=${orders} deeds=${deeds} table=${table} close=${close} />`}`;
}

function paint() {
  const views = live.views();
  if (views.hall && views.moderator) render(html`<${Remote} views=${views} link=${live.link} />`, app);
}

live.on(paint);

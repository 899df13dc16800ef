// The plane: how much is left, and the few things that change it. Its colour is the state.

import { drift, lateness } from "../shared/drift.js";
import { Press } from "../shared/press.js";
import { Spine } from "../shared/spine.js";
import { Icon, html, useNow } from "../shared/view.js";
import { t, time } from "../shared/words.js";
import { facing } from "./facing.js";
import { Go } from "./go.js";
import { Said } from "./pieces.js";
import { RoomSteps, stepsNow } from "./room-steps.js";
import { toWays } from "./slip.js";
import { standing } from "./step.js";
import { said, useVoice } from "./voice.js";

function Drift({ hall, at }) {
  const found = hall.clock && drift(hall, at);
  if (!found) return html`<div class="drift"></div>`;
  const { late, over, moved } = found;
  const [end, promised] = [found.end, found.promised].map((each) => time(each, hall.event.timezone));
  const plan = late === over ? "" : late > 0 ? t("{n} min behind the plan", { n: late }) : late < 0 ? t("{n} min ahead of the plan", { n: -late }) : t("as planned");
  return html`<div class="drift"><p><b class=${over > 0 ? "behind digits" : "digits"}>${lateness(over)}</b>
    <span class="digits">${over > 0 ? t("at this rate you end at {time}, promised {promised}", { time: end, promised }) : t("at this rate you end at {time}", { time: end })}${plan && html`<br />${plan}`}${moved && html`<br />${t("counted from its own start")}`}</span></p>
    ${over > 0 && html`<button type="button" class="button compact to-ways" onClick=${toWays}>${t("Ways out")}</button>`}</div>`;
}

function Tools({ hall, orders, deeds, open }) {
  const { before } = standing(hall);
  const off = !hall.clock;
  const paused = hall.clock?.paused_at !== undefined;
  const nudge = (minutes, face, label) => html`<${Press} orders=${orders} place=${`nudge${minutes}`} off=${off} name="button digits" aria-label=${label} title=${label} act=${() => deeds.nudge(minutes)}>${face}<//>`;
  return html`<div class="tools" role="group" aria-label=${t("Clock")}>
    ${nudge(-1, "−1", t("One minute less"))}${nudge(1, "+1", t("One minute more"))}${nudge(5, "+5", t("Five minutes more"))}
    <${Press} orders=${orders} place="pause" name="button" off=${off} act=${deeds.pause}><${Icon} name=${paused ? "play" : "pause"} />${paused ? t("Go on") : t("Pause")}<//>
    <${Press} orders=${orders} place="back" name="button" off=${!before} act=${deeds.back} title=${before ? t("Back to “{title}”, with the time it had", { title: before.title }) : t("No slot has run before this one")}>
      <${Icon} name="back" turns />${t("Back")}<//>
    <button type="button" class="button" onClick=${() => open({ kind: "jump" })}>${t("Jump…")}</button>
    <button type="button" class="button" onClick=${() => open({ kind: "times" })}>${t("Times…")}</button></div>`;
}

export function Cockpit({ views, orders, deeds, open, armed }) {
  const at = useNow();
  const { hall, moderator } = views;
  const face = facing(hall, at);
  const undo = deeds.undoable();
  const steps = stepsNow(hall, at);
  useVoice(hall, at, undo);
  return html`<section class="plane cockpit" data-state=${face.state} aria-label=${t("Current slot")}>
    <div><h2 class="slot" id="slot" dir="auto">${face.title}</h2>
      <p class="meta digits">${face.word && html`<b class="word"><${Icon} name=${face.icon} />${face.word}</b>`}<span>${face.meta}</span></p>
      <p class=${face.number.length > 5 ? "clock long" : "clock"} role="timer" aria-label=${face.label}>${face.number}</p>
      <${Tools} hall=${hall} orders=${orders} deeds=${deeds} open=${open} />
      <div class="undo">${undo && html`<p class="takeback"><span>${said(undo)}</span><${Press} orders=${orders} place="undo" name="button compact digits" act=${deeds.undo}><${Icon} name="back" turns />${t("Undo")} <small>${t("{n} s", { n: Math.ceil(undo.left / 1_000) })}</small><//></p>`}
      <${Said} orders=${orders} places=${["undo", "began", "ends", "promise", "next", "back", "jump", "pause", "nudge-1", "nudge1", "nudge5"]} /></div></div>
    <aside aria-label=${t("What comes next")}><${Drift} hall=${hall} at=${at} />${armed && html`<p class="armed"><${Icon} name="tick" />${t("The clicker is armed")}</p>`}<${Go} hall=${hall} moderator=${moderator} orders=${orders} deeds=${deeds} /></aside>
    ${steps ? html`<${RoomSteps} found=${steps} hall=${hall} at=${at} />` : html`<${Spine} hall=${hall} at=${at} />`}
  </section>`;
}

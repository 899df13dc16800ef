// The plane: how much is left, and the few things that change it. Its colour is the state.

import { remaining } from "../shared/clock.js";
import { Spine } from "../shared/spine.js";
import { Icon, announce, html, useEffect, useNow, useRef } from "../shared/view.js";
import { t, time, tn } from "../shared/words.js";
import { drift } from "./drift.js";
import { facing } from "./facing.js";
import { Go } from "./go.js";
import { Press, Said } from "./pieces.js";
import { standing } from "./step.js";

const MARKS = [10, 5, 2, 1, 0]; // minutes left at which the clock is said aloud
const UNDO = 10_000; // ms in which going back is offered as an undo

// Says the clock at its marks and each new slot once; never each second.
function useVoice(hall, at) {
  const last = useRef({});
  useEffect(() => {
    const { slot } = standing(hall);
    const left = slot ? remaining(hall.clock, at) : undefined;
    const was = last.current;
    last.current = { id: slot?.id, left };
    if (was.id !== slot?.id) return void (slot && was.left !== undefined && announce(t("Now: {title}", { title: slot.title })));
    const mark = MARKS.find((minutes) => was.left > minutes * 60_000 && left <= minutes * 60_000);
    if (mark !== undefined) announce(mark ? tn("{n} minute left", "{n} minutes left", mark) : t("Time is up."));
  });
}

function Drift({ hall, at }) {
  const found = hall.clock && drift(hall, at);
  if (!found) return html`<div class="drift"></div>`;
  const { late, moved } = found;
  const end = time(found.end, hall.event.timezone);
  const words = late > 0 ? t("{n} min behind", { n: late }) : late < 0 ? t("{n} min ahead", { n: -late }) : t("On time");
  return html`<div class="drift"><p><b class=${late > 0 ? "behind digits" : "digits"}>${words}</b>
    <span class="digits">${moved ? t("counted from its start; you end at {time}", { time: end }) : t("at this rate you end at {time}", { time: end })}</span></p></div>`;
}

function Tools({ hall, orders, deeds, open, undo }) {
  const { before } = standing(hall);
  const off = !hall.clock;
  const paused = hall.clock?.paused_at !== undefined;
  const nudge = (minutes, face, label) => html`<${Press} orders=${orders} place=${`nudge${minutes}`} off=${off} name="button digits" aria-label=${label} title=${label} act=${() => deeds.nudge(minutes)}>${face}<//>`;
  return html`<div class="tools" role="group" aria-label=${t("Clock")}>
    ${nudge(-1, "−1", t("One minute less"))}${nudge(1, "+1", t("One minute more"))}${nudge(5, "+5", t("Five minutes more"))}
    <${Press} orders=${orders} place="pause" off=${off} act=${deeds.pause}><${Icon} name=${paused ? "play" : "pause"} />${paused ? t("Go on") : t("Pause")}<//>
    <${Press} orders=${orders} place="back" off=${!before} act=${deeds.back} title=${before ? t("Back to “{title}”, with the time it had", { title: before.title }) : t("No slot has run before this one")}>
      <${Icon} name="back" turns />${undo ? t("Undo") : t("Back")}<//>
    <button type="button" class="button" onClick=${() => open({ kind: "jump" })}>${t("Jump…")}</button></div>`;
}

export function Cockpit({ views, orders, deeds, open, armed }) {
  const at = useNow();
  const { hall, moderator } = views;
  const face = facing(hall, at);
  const { before } = standing(hall);
  const undo = before && hall.clock && deeds.sinceChange() < UNDO;
  useVoice(hall, at);
  return html`<section class="plane cockpit" data-state=${face.state} aria-label=${t("Current slot")}>
    <div><h2 class="slot" id="slot" dir="auto">${face.title}</h2>
      <p class="meta digits">${face.word && html`<b class="word"><${Icon} name=${face.icon} />${face.word}</b>`}<span>${face.meta}</span></p>
      <p class=${face.number.length > 5 ? "clock long" : "clock"} role="timer" aria-label=${face.label}>${face.number}</p>
      <${Tools} hall=${hall} orders=${orders} deeds=${deeds} open=${open} undo=${undo} />
      <div class="undo">${undo && html`<p class="cut" dir="auto">${t("Pressed by mistake? Undo goes back to “{title}”, with the time it had.", { title: before.title })}</p>`}
      <${Said} orders=${orders} places=${["next", "back", "jump", "pause", "nudge-1", "nudge1", "nudge5"]} /></div></div>
    <aside aria-label=${t("What comes next")}><${Drift} hall=${hall} at=${at} />${armed && html`<p class="armed"><${Icon} name="tick" />${t("The clicker is armed")}</p>`}<${Go} hall=${hall} moderator=${moderator} orders=${orders} deeds=${deeds} /></aside>
    <${Spine} hall=${hall} at=${at} />
  </section>`;
}

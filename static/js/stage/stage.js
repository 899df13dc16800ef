// The stage: what is left, what the moderator says, what is next. The whole screen is the state.

import { digits, expected, lasts, remaining, state } from "../shared/clock.js";
import { told } from "../shared/drift.js";
import { Alarms, useAlarm } from "../shared/alarm.js";
import { useFit } from "../shared/fit.js";
import { connect } from "../shared/live.js";
import { current, useShown } from "../shared/message.js";
import { inOrder } from "../shared/spine.js";
import { announce, html, page, render, useEffect, useNow } from "../shared/view.js";
import { hang } from "../shared/wall.js";
import { WallKeys } from "../shared/wall-keys.js";
import { place, speak, t, time, tn } from "../shared/words.js";
import { flip, kept, Look } from "./look.js";

const STATES = {
  "on-time": () => t("On time"), warning: () => t("Wrap up"), danger: () => t("Last minute"),
  overrun: () => t("Over time"), paused: () => t("Paused"), idle: () => "",
};
const DAY = 86_400_000;

speak(page());
const live = connect(page());

function standing(hall) {
  const row = inOrder(hall.slots);
  const index = row.findIndex((slot) => slot.id === hall.clock?.slot);
  return { slot: row[index], next: hall.status === "ended" ? undefined : row[index + 1] };
}

// The number, or a word where there is none.
function Face({ hall, slot, next, at }) {
  if (slot) {
    const text = digits(remaining(hall.clock, at));
    return html`<p class=${text.length > 5 ? "clock long" : "clock"} role="timer">${text}</p>`;
  }
  if (hall.status === "ended") return html`<p class="say">${t("The event has ended")}</p>`;
  const wait = next ? next.start - at : 0;
  if (wait <= 0 || wait > DAY) return html`<p class="say">${t("Not started yet")}</p>`;
  const text = digits(wait);
  return html`<p class=${text.length > 5 ? "clock long" : "clock"} role="timer">${text}</p>`;
}

function Message({ message }) {
  const box = useFit(`${message?.text} ${message?.level}`);
  useShown(message, live, page().name);
  useEffect(() => message && announce(message.text), [message?.id]);
  return message && html`<p class="message" data-level=${message.level} dir="auto" ref=${box}>${message.text}</p>`;
}

const who = (slot) => slot.speakers.map((one) => one.name || one.org).filter(Boolean).join(", ");
const opens = (next, people) => (next.kind === "breakout" ? tn("{n} person waiting", "{n} people waiting", people) : t("{n} min", { n: Math.round(lasts(next) / 60_000) }));

function Stage({ views: { hall, stage }, link }) {
  const at = useNow();
  const { slot, next } = standing(hall);
  const now = state(hall.clock, slot, at);
  const zone = hall.event.timezone;
  const word = slot ? STATES[now]() : next && hall.status === "before" ? t("Begins at {time}", { time: time(next.start, zone) }) : "";
  const said = current(stage?.message, at);
  useAlarm(hall.clock, slot);
  return html`<main class=${page().mirror ? "plane wall confidence mirrored" : "plane wall confidence"} data-state=${now === "idle" ? "on-time" : now} data-said=${said?.level}>
    <header><div class="on"><h1 class="who" dir="auto">${slot ? slot.title : hall.event.title}</h1>${slot && who(slot) && html`<p class="names" dir="auto">${who(slot)}</p>`}</div>
      <p class="wall-clock digits">${time(at, zone)}<small>${place(zone)}</small></p></header>
    <div class="face"><${Face} hall=${hall} slot=${slot} next=${next} at=${at} /></div>
    <footer><${Message} message=${said} />
      <div class="line"><span class="state">${word}${told(hall, at) && html`<small class="offset digits">${told(hall, at)}</small>`}${link.state === "lost" ? html`<small class="adrift">${t("No network. The clock goes on.")}</small>` : link.state === "gone" ? html`<small class="adrift">${t("This link has ended")}</small>` : null}</span>
        <${Look} />
        ${next && html`<span class="next digits">${t("Next:")} <bdi>${next.title}</bdi>, ${hall.clock && `${time(expected(hall.slots, hall.clock, at)[next.id].start, zone)}, `}${opens(next, stage?.people ?? 0)}</span>`}</div></footer></main>
    <${WallKeys} own=${[{ keys: ["T"], says: t("Dark or light"), act: flip }]}><${Alarms} /><//>`;
}

function paint() {
  const views = live.views();
  if (views.hall) render(html`<${Stage} views=${views} link=${live.link} />`, document.getElementById("app"));
}

if (page().look) document.documentElement.dataset.theme = page().look;
else kept();
hang();
live.on(paint);

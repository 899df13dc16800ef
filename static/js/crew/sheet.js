// The crew's run sheet: everything about every slot, what the crew wrote to itself, who is on and
// who stands by. Live, and only for reading: nothing here can go wrong.

import { digits, expected, lasts, moved, remaining, state } from "../shared/clock.js";
import { drift, lateness } from "../shared/drift.js";
import { connect } from "../shared/live.js";
import { current } from "../shared/message.js";
import { inOrder, Spine } from "../shared/spine.js";
import { html, Icon, page, render, useEffect, useNow, useRef } from "../shared/view.js";
import { WallKeys } from "../shared/wall-keys.js";
import { day, place, seconds, speak, t, time, tn } from "../shared/words.js";

speak(page());
const live = connect(page());

const STATES = { "on-time": () => t("On time"), warning: () => t("Wrap up"), danger: () => t("Last minute"), overrun: () => t("Over time"), paused: () => t("Paused"), idle: () => "" };
const PLACES = { stage: () => t("On the stage"), phones: () => t("On all phones"), screens: () => t("On the screens") };
const SCENES = { join: () => t("how to join"), now: () => t("what is on"), rooms: () => t("the rooms"), themes: () => t("the themes"), words: () => t("the words"), closeout: () => t("the closing") };
const DAY = 86_400_000; // ms; what is further away is told by its date
const MOST = 4; // speakers named at the top; the list below has them all
const name = (one) => [one.name, one.name && one.role, one.org].filter(Boolean).join(", ");
const OWN = [{ keys: ["N"], says: t("To the slot that is on"), act: () => document.querySelector(".now-is")?.scrollIntoView({ block: "center" }) }];
const minutes = (ms) => Math.max(0, Math.round(ms / 60_000));

function Cue({ label, slot, span, at, now, zone }) {
  if (!slot) return html`<div class="cue"><p class="label">${label}</p><p class="soft">${t("Nothing")}</p></div>`;
  const who = slot.speakers.slice(0, MOST).map(name);
  const more = slot.speakers.length - who.length;
  const until = now ? 0 : span.start - at;
  const when = now ? "" : until > DAY ? day(span.start, zone) : until > 0 ? t("in {time}", { time: digits(until) }) : t("any moment");
  return html`<div class=${now ? "cue on" : "cue"}><p class="label">${label} <span class="digits">${when}</span></p><p class="what" dir="auto">${slot.title}</p>
    ${who.length ? html`<ul>${who.map((one) => html`<li key=${one} dir="auto">${one}</li>`)}${more > 0 && html`<li class="soft">${tn("and {n} more", "and {n} more", more)}</li>`}</ul>` : html`<p class="soft">${slot.voice ? t("The participants speak") : t("No speaker is named")}</p>`}</div>`;
}

function Head({ hall, crew, row, index, times, at, link }) {
  const slot = row[index];
  const zone = hall.event.timezone;
  const how = state(hall.clock, slot, at);
  const text = slot ? digits(remaining(hall.clock, at)) : hall.status === "ended" ? t("Ended") : t("Not started");
  const next = hall.status === "ended" ? undefined : row[index + 1];
  return html`<header class="plane top" data-state=${how === "idle" ? "on-time" : how}>
    <div class="face"><p class="state">${STATES[how]()}${link.state === "lost" && html` <span class="adrift"><${Icon} name="offline" />${t("No network. The clock goes on.")}</span>`}</p><p class=${slot ? "clock" : "say"} role=${slot ? "timer" : undefined}>${text}</p>
      <p class="hours digits">${seconds(at, zone)} ${place(zone)}</p></div>
    <${Cue} label=${t("On now")} slot=${slot} at=${at} now /><${Cue} label=${t("Stand by")} slot=${next} span=${next && times[next.id]} at=${at} zone=${zone} />
    <${Spine} hall=${hall} at=${at} /></header>`;
}

function Offset({ hall, at }) {
  const found = hall.clock && drift(hall, at);
  return found ? html`<span class="digits"><b>${lateness(found.over)}</b>, ${t("ends at {time}", { time: time(found.end, hall.event.timezone) })}</span>` : null;
}

function Said({ hall, crew, at }) {
  const said = Object.keys(PLACES).filter((where) => current(crew.messages[where], at));
  const seats = tn("{n} phone here", "{n} phones here", crew.present);
  return html`<p class="facts"><${Offset} hall=${hall} at=${at} /><span>${t("Big screen: {scene}", { scene: crew.blank ? t("blank") : SCENES[crew.scene]?.() ?? crew.scene })}</span><span class="digits">${seats}</span></p>
    ${said.map((where) => html`<p class="said" key=${where} data-level=${crew.messages[where].level}><b>${PLACES[where]()}</b> <q dir="auto">${crew.messages[where].text}</q></p>`)}`;
}

function Line({ slot, plan, span, cue, zone, now, done, skipped }) {
  const row = useRef();
  useEffect(() => now && row.current.scrollIntoView({ block: "nearest" }), [now]);
  const [planned, real] = [time(plan, zone), time(span.start, zone)];
  const names = [slot.voice && "voice", done && "done", now && "now-is"].filter(Boolean).join(" ");
  return html`<li class=${names} ref=${row} aria-current=${now ? "step" : undefined}>
    <p class="when digits"><b>${skipped ? planned : real}</b>${skipped ? html`<small>${t("left out")}</small>` : real !== planned && html`<s>${planned}</s>`}<small>${t("{n} min", { n: minutes(lasts(slot)) })}</small></p><span class="bead"></span>
    <div class="words"><h2 dir="auto">${slot.title}</h2>${slot.speakers.length > 0 && html`<p class="who" dir="auto">${slot.speakers.map(name).join("; ")}</p>`}
      ${slot.description && html`<p class="soft" dir="auto">${slot.description}</p>`}${slot.question && html`<p class="asked" dir="auto">${slot.question}</p>`}
      ${slot.links.map((link) => html`<p key=${link.url}><a href=${link.url} rel="noreferrer noopener" target="_blank" dir="auto">${link.title || link.url}</a></p>`)}</div>
    <div class="mine">${cue && html`<p dir="auto"><${Icon} name="pin" /><span>${cue}</span></p>`}${slot.auto && html`<p class="soft"><${Icon} name="play" /><span>${t("Goes on by itself at zero")}</span></p>`}</div></li>`;
}

function Sheet({ views: { hall, crew }, link }) {
  const at = useNow();
  const row = inOrder(hall.slots);
  const index = row.findIndex((slot) => slot.id === hall.clock?.slot);
  const times = expected(hall.slots, hall.clock, at);
  const over = hall.status === "ended";
  return html`<${Head} hall=${hall} crew=${crew} row=${row} index=${index} times=${times} at=${at} link=${link} />
    <main class="run"><div class="row between"><h1 dir="auto">${hall.event.title}</h1><div class="row"><${Said} hall=${hall} crew=${crew} at=${at} /></div></div>
      <ol>${row.map((slot, n) => html`<${Line} key=${slot.id} slot=${slot} plan=${slot.start + moved(hall.slots)} span=${times[slot.id]} cue=${crew.cues[slot.id]} zone=${hall.event.timezone} now=${n === index} done=${over || n < index} skipped=${slot.opened_at === undefined && (over || n < index)} />`)}</ol></main><${WallKeys} own=${OWN} />`;
}

live.on((views, link) => views.hall && views.crew && render(html`<${Sheet} views=${views} link=${{ ...link }} />`, document.getElementById("app")));

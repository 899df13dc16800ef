// Before, between and after the rooms: what is on, what comes next, the agenda in my own time.

import { html, Icon, useState } from "../shared/view.js";
import { digits, expected, remaining, state } from "../shared/clock.js";
import { inOrder, Spine } from "../shared/spine.js";
import { day, ownZone, place, t, time } from "../shared/words.js";
import { Agenda } from "./agenda.js";
import { CloseOut } from "./closeout.js";
import { Me } from "./me.js";

export function Lobby({ hall, person, send, at, children }) {
  const [zone, setZone] = useState(ownZone());
  const row = inOrder(hall.slots);
  const current = row.findIndex((slot) => slot.id === hall.clock?.slot);
  const following = hall.status === "running" && row[current + 1];
  const closing = hall.status === "ended" || row[current]?.kind === "closing";
  return html`<div class="topline" role="region" aria-label=${t("You")}><span class="row"><${Icon} name="tick" />${t("You are in, {name}", { name: person.person.name.split(" ")[0] })}</span></div>
    <${Now} hall=${hall} slot=${row[current]} first=${row[0]} zone=${zone} at=${at} />
    ${following && html`<${Next} slot=${following} starts=${expected(hall.slots, hall.clock, at)[following.id].start} zone=${zone} />`}
    ${closing && html`<${CloseOut} hall=${hall} zone=${zone} />`}
    <main>${children}<section class="section"><${Agenda} hall=${hall} zone=${zone} setZone=${setZone} at=${at} /></section>
      <${Me} person=${person.person} send=${send} /></main>`;
}

function Now({ hall, slot, first, zone, at }) {
  if (hall.status === "ended") {
    return html`<header class="plane now-plane" data-state="idle"><h1>${t("Thank you for taking part")}</h1>
      <p class="until" dir="auto">${hall.event.title}</p></header>`;
  }
  if (!slot) return html`<${Before} hall=${hall} first=${first} zone=${zone} at=${at} />`;
  const how = state(hall.clock, slot.length, at);
  const words = { paused: t("paused"), overrun: t("over time, we finish soon") };
  return html`<header class="plane now-plane" data-state=${how === "paused" ? how : "on-time"}>
    <p class="label">${t("Now")}</p><h1 dir="auto">${slot.title}</h1>
    <p class="clock" role="timer" aria-live="off">${digits(remaining(hall.clock, at))}</p>
    <p class="until digits">${words[how] ?? t("left, until {time} in {place}", { time: time(hall.clock.ends_at, zone), place: place(zone) })}</p>
    <${Spine} hall=${hall} at=${at} /></header>`;
}

function Before({ hall, first, zone, at }) {
  const left = first ? first.start - at : 0;
  const when = first && { day: day(first.start, zone), time: time(first.start, zone), place: place(zone) };
  const soon = first && left < 86_400_000;
  return html`<header class="plane now-plane" data-state="idle">
    ${hall.event.host_name && html`<p class="label" dir="auto">${hall.event.host_name}</p>`}<h1 dir="auto">${hall.event.title}</h1>
    ${soon && left > 0 && html`<p class="clock" role="timer" aria-live="off">${digits(left)}</p>`}
    ${first && html`<p class="until digits">${!soon ? t("{day} at {time} in {place}", when)
      : left > 0 ? t("until we start, at {time} in {place}", when) : t("We start in a moment. Keep this page open.")}</p>`}
    <${Spine} hall=${hall} at=${at} /></header>`;
}

function Next({ slot, starts, zone }) {
  const rooms = slot.kind === "breakout";
  const words = rooms ? t("Your room will appear here at about {time}. Keep this page open; you don’t need to do anything.", { time: time(starts, zone) })
    : t("At about {time}", { time: time(starts, zone) });
  return html`<section class=${slot.voice ? "next" : "next plain"} aria-label=${t("Next")}><${Icon} name=${rooms ? "people" : "next"} turns=${!rooms} />
    <b dir="auto">${t("Next: {title}", { title: slot.title })}</b><p class="digits">${words}</p></section>`;
}

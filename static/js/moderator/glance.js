// Rooms at a glance while they are open: who is there, how fast notes come, which one is silent.

import { Press } from "../shared/press.js";
import { Icon, html, sized, useNow } from "../shared/view.js";
import { stepping } from "../shared/steps.js";
import { t, time, tn } from "../shared/words.js";
import { attending, besides } from "./attendance.js";
import { writeTo } from "./addresses.js";
import { Help, Name } from "./helping.js";
import { CheckIn, Repair } from "./repairing.js";
import { NextStep, Reveal } from "./room-steps.js";
import { doing, roomsOf, titled, where } from "./round.js";
import { worryOf } from "./worries.js";

const CARDS = 12; // rooms up to which there is place for cards; beyond that they are rows
const PLACES = { online: () => t("online"), onsite: () => t("at a table"), mixed: () => t("mixed") };

function Pulse({ bars }) {
  const most = Math.max(4, ...bars);
  const bar = (n, index) => {
    const height = n ? 4 + (18 * n) / most : 2;
    return html`<rect key=${index} x=${index * 10} y=${22 - height} width="7.5" height=${height} rx="1.5" class=${n ? "" : "none"} />`;
  };
  return html`<svg class="pulse" viewBox="0 0 120 22" preserveAspectRatio="none" aria-hidden="true">${bars.map(bar)}</svg>`;
}

// The step of a room whose clock is not that of the others.
function ownStep(room, hall, at) {
  const [own, usual] = [room.ends, hall.rooms.ends].map((ends) => stepping(hall, { slot: hall.rooms.slot, ends }, at));
  return own && own.on !== usual?.on ? own.step.title : "";
}

function Facts({ room, how, hall, at }) {
  const { here, all } = how.counts;
  const facts = [besides(how.counts), room.table || PLACES[where(room)]()].filter(Boolean);
  const step = ownStep(room, hall, at);
  return html`<p class="present digits" dir="auto"><b>${t("{here} of {all} here", { here, all })}</b>${facts.map((fact) => html`<span key=${fact}>, <bdi>${fact}</bdi></span>`)}</p>
    ${(room.more || step) && html`<p class="present digits" dir="auto"><b>${[step, room.more && t("until {time}", { time: time(room.ends.at(-1), hall.event.timezone) })].filter(Boolean).join(", ")}</b></p>`}`;
}

function Room({ room, round, hall, at, orders, deeds }) {
  const how = doing(room, round, at);
  const says = worryOf(room, round, at);
  const below = says ? html`<p class="says"><${Icon} name="warn" /><span>${says[0]}</span><small>${says[1]}</small></p>`
    : room.people.length ? html`<${Pulse} bars=${how.bars} />` : html`<p class="says"><span class="soft">${t("Nobody sits here")}</span></p>`;
  return html`<li class=${room.help ? "room help" : says ? "room silent" : "room"}><span class="no">${room.number}</span>
    <div><p class="name" dir="auto">${titled(room) || t("Room {number}", { number: room.number })}</p><${Facts} room=${room} how=${how} hall=${hall} at=${at} /></div>
    <p class="rate digits">${how.rate.toFixed(1)}<small>${t("notes/min")}</small></p>
    ${room.help ? html`<${Help} room=${room} at=${at} orders=${orders} deeds=${deeds} />` : below}
    <button type="button" class="more-time tell-room" aria-label=${t("Write to room {number}", { number: room.number })} title=${t("Write to this room")} onClick=${() => writeTo(`room:${room.id}`)}><${Icon} name="speak" /></button>
    <${Press} orders=${orders} place=${`more-${room.id}`} name="more-time" aria-label=${t("Two more minutes for room {number}", { number: room.number })} title=${t("Two more minutes for this room")} act=${() => deeds.extend(room.id, 2)}>+2<//></li>`;
}

// Rooms that call stand first, the one that has waited longest before the others.
const queued = (rooms) => [...rooms].sort((a, b) => (a.help?.at ?? Infinity) - (b.help?.at ?? Infinity) || a.number - b.number);

export function Glance({ hall, moderator, orders, deeds }) {
  const at = useNow(2_000);
  const round = moderator.rounds[hall.rooms.slot];
  const rooms = roomsOf(round, moderator.people);
  const counts = attending(rooms.flatMap((room) => room.people), round.sittings, at);
  const notes = rooms.reduce((sum, room) => sum + room.notes, 0);
  const closing = hall.rooms.closing;
  const called = rooms.some((room) => room.help);
  const needy = rooms.filter((room) => worryOf(room, round, at)).length;
  return html`<section class="rooms" aria-label=${t("Rooms")}>
    <header><h2>${t("Rooms")}</h2><span class="soft digits">${[t("{here} of {all} here", counts), besides(counts)].filter(Boolean).join(", ")}</span>
      <span class="soft digits">${tn("{n} note", "{n} notes", notes)}</span>${needy > 0 && html`<span class="chip warning digits">${tn("{n} needs somebody", "{n} need somebody", needy)}</span>`}
      <${CheckIn} round=${round} slot=${hall.rooms.slot} orders=${orders} deeds=${deeds} />
      <${NextStep} hall=${hall} at=${at} orders=${orders} deeds=${deeds} /><${Reveal} hall=${hall} rounds=${moderator.rounds} orders=${orders} deeds=${deeds} />
      ${closing ? html`<${Press} orders=${orders} place="closing" act=${() => deeds.keepOpen(round.slot ?? hall.rooms.slot)}>${t("Keep the rooms open")}<//>`
        : html`<${Press} orders=${orders} place="closing" name="button compact quiet" title=${t("Phones count down; the agenda stays where it is")} act=${() => deeds.closeIn(hall.rooms.slot, 60)}>${t("Close in a minute")}<//>`}
      ${called && html`<${Name} />`}<span class="legend">${t("Bars: notes a minute, the last 12")}</span></header>
    <${Repair} round=${round} slot=${hall.rooms.slot} people=${moderator.people} rooms=${rooms} at=${at} orders=${orders} />
    <ul class=${rooms.length > CARDS ? "room-grid many" : "room-grid"} ref=${sized({ "--rows": Math.ceil(rooms.length / 3) })} tabindex="0" aria-label=${t("Rooms at a glance")}>
      ${queued(rooms).map((room) => html`<${Room} key=${room.id} room=${room} round=${round} hall=${hall} at=${at} orders=${orders} deeds=${deeds} />`)}</ul></section>`;
}

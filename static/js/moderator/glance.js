// Rooms at a glance while they are open: who is there, how fast notes come, which one is silent.

import { Press } from "../shared/press.js";
import { Icon, html, sized, useNow } from "../shared/view.js";
import { t, time, tn } from "../shared/words.js";
import { writeTo } from "./addresses.js";
import { Help, Name } from "./helping.js";
import { CheckIn, Repair } from "./repairing.js";
import { NextStep, Reveal } from "./room-steps.js";
import { doing, present, roomsOf, where } from "./round.js";

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

function worry({ silent, alone, nobody }, people) {
  const lost = people.length - present(people);
  const missing = lost ? tn("{n} has no connection", "{n} have no connection", lost) : "";
  if (!people.length) return [t("Nobody sits here"), ""];
  if (nobody) return [t("Nobody is here yet"), missing];
  if (alone) return [t("One person alone"), missing];
  return silent ? [tn("Silent for {n} min", "Silent for {n} min", silent), missing] : undefined;
}

function Room({ room, opened, at, zone, orders, deeds }) {
  const how = doing(room, opened, at);
  const says = worry(how, room.people);
  const here = t("{here} of {all} here", { here: present(room.people), all: room.people.length });
  return html`<li class=${room.help ? "room help" : says ? "room silent" : "room"}><span class="no">${room.number}</span>
    <div><p class="name" dir="auto">${room.name || t("Room {number}", { number: room.number })}</p>
      <p class="present digits">${here}${room.more && html`, <b>${t("until {time}", { time: time(room.ends.at(-1), zone) })}</b>`}<span>, ${room.table ? html`<bdi>${room.table}</bdi>` : PLACES[where(room)]()}</span></p></div>
    <p class="rate digits">${how.rate.toFixed(1)}<small>${t("notes/min")}</small></p>
    ${room.help ? html`<${Help} room=${room} at=${at} orders=${orders} deeds=${deeds} />` : says ? html`<p class="says"><${Icon} name="warn" /><span>${says[0]}</span><small>${says[1]}</small></p>` : html`<${Pulse} bars=${how.bars} />`}
    <button type="button" class="more-time tell-room" aria-label=${t("Write to room {number}", { number: room.number })} title=${t("Write to this room")} onClick=${() => writeTo(`room:${room.id}`)}><${Icon} name="speak" /></button>
    <${Press} orders=${orders} place=${`more-${room.id}`} name="more-time" aria-label=${t("Two more minutes for room {number}", { number: room.number })} title=${t("Two more minutes for this room")} act=${() => deeds.extend(room.id, 2)}>+2<//></li>`;
}

// Rooms that call stand first, the one that has waited longest before the others.
const queued = (rooms) => [...rooms].sort((a, b) => (a.help?.at ?? Infinity) - (b.help?.at ?? Infinity) || a.number - b.number);

export function Glance({ hall, moderator, orders, deeds }) {
  const at = useNow(2_000);
  const round = moderator.rounds[hall.rooms.slot];
  const rooms = roomsOf(round, moderator.people);
  const seated = rooms.flatMap((room) => room.people);
  const notes = rooms.reduce((sum, room) => sum + room.notes, 0);
  const closing = hall.rooms.closing;
  const called = rooms.some((room) => room.help);
  const needy = rooms.filter((room) => worry(doing(room, round.opened_at, at), room.people)).length;
  return html`<section class="rooms" aria-label=${t("Rooms")}>
    <header><h2>${t("Rooms")}</h2><span class="soft digits">${t("{here} of {all} present", { here: present(seated), all: seated.length })}</span>
      <span class="soft digits">${tn("{n} note", "{n} notes", notes)}</span>${needy > 0 && html`<span class="chip warning digits">${tn("{n} needs somebody", "{n} need somebody", needy)}</span>`}
      <${CheckIn} round=${round} slot=${hall.rooms.slot} seated=${seated} orders=${orders} deeds=${deeds} />
      <${NextStep} hall=${hall} at=${at} orders=${orders} deeds=${deeds} /><${Reveal} hall=${hall} rounds=${moderator.rounds} orders=${orders} deeds=${deeds} />
      ${closing ? html`<${Press} orders=${orders} place="closing" act=${() => deeds.keepOpen(round.slot ?? hall.rooms.slot)}>${t("Keep the rooms open")}<//>`
        : html`<${Press} orders=${orders} place="closing" name="button compact quiet" title=${t("Phones count down; the agenda stays where it is")} act=${() => deeds.closeIn(hall.rooms.slot, 60)}>${t("Close in a minute")}<//>`}
      ${called && html`<${Name} />`}<span class="legend">${t("Bars: notes a minute, the last 12")}</span></header>
    <${Repair} round=${round} slot=${hall.rooms.slot} people=${moderator.people} rooms=${rooms} orders=${orders} deeds=${deeds} />
    <ul class=${rooms.length > CARDS ? "room-grid many" : "room-grid"} ref=${sized({ "--rows": Math.ceil(rooms.length / 3) })} tabindex="0" aria-label=${t("Rooms at a glance")}>
      ${queued(rooms).map((room) => html`<${Room} key=${room.id} room=${room} opened=${round.opened_at} at=${at} zone=${hall.event.timezone} orders=${orders} deeds=${deeds} />`)}</ul></section>`;
}

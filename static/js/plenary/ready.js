// How ready the plenary is: time left, rooms that reported, notes placed, what the screen shows.

import { digits, state } from "../shared/clock.js";
import { Press } from "../shared/press.js";
import { Icon, html, sized, useEffect, useNow, useRef, useState } from "../shared/view.js";
import { t } from "../shared/words.js";
import { AutomaticStrip } from "./automatic.js";
import { SCENES, Spread, Why } from "./pieces.js";
import { countdown, roomsNow } from "./reading.js";

const LABELS = { until: () => t("until the plenary"), plenary: () => t("left in the plenary"), slot: () => t("left in this slot"), before: () => t("The event has not begun"), ended: () => t("The event has ended") };

function Countdown({ hall }) {
  const at = useNow();
  const { kind, ms } = countdown(hall, at);
  const slot = hall.slots[hall.clock?.slot];
  return html`<div class="plane" data-state=${slot ? state(hall.clock, slot, at) : "on-time"}>
    ${ms !== undefined && html`<p class="clock" role="timer">${digits(ms)}</p>`}<p class="label">${LABELS[kind]?.() ?? ""}</p></div>`;
}

export function showing({ host, plenary }) {
  if (host.screen.blank) return t("Blank");
  if (plenary.quote) return t("One quote");
  const lit = host.themes[host.screen.spotlight];
  return lit ? t("One theme") : SCENES[host.scene]?.() ?? "";
}

// Notes that only their authors and the hosts see yet, and the way to end that: for good, so it asks.
function Reveal({ rooms, orders, deeds }) {
  const [asking, ask] = useState();
  const box = useRef();
  useEffect(() => void (asking !== undefined && box.current?.querySelector("button").focus()), [asking]); // its button has made room
  const slot = rooms.find((room) => room.private)?.slot;
  if (!slot) return null;
  if (!asking) return html`<span class="row" ref=${box}><button type="button" class="button compact" onClick=${() => ask(true)} title=${t("Each room sees its notes from then on")}>${t("Reveal notes")}</button></span>`;
  return html`<span class="row" ref=${box} role="group" aria-label=${t("Reveal the notes to their rooms, for good?")}><${Press} orders=${orders} place="reveal" act=${() => deeds.reveal(slot)}>${t("Reveal for good")}<//>
    <button type="button" class="button compact quiet" onClick=${() => ask(false)}>${t("Not yet")}</button><${Why} orders=${orders} place="reveal" /></span>`;
}

export function Ready({ views, reading, orders, deeds }) {
  const { hall, host } = views;
  const rooms = roomsNow(host, hall);
  const reported = rooms.filter((room) => room.notes > 0);
  const all = reading.working.length;
  const placed = all - reading.unsorted.length;
  const percent = all ? Math.round((100 * placed) / all) : 0;
  const { blank } = host.screen;
  return html`<${AutomaticStrip} host=${host} orders=${orders} deeds=${deeds} /><section class="ready" aria-label=${t("Readiness")}><${Countdown} hall=${hall} />
    <div><p class="label">${t("Rooms reported")}</p><div class="row"><b class="digits">${rooms.length ? t("{n} of {all}", { n: reported.length, all: rooms.length }) : t("No rooms yet")}</b>${rooms.length > 0 && html`<${Spread} said=${reported.map((room) => room.id)} rooms=${rooms} />`}<${Reveal} rooms=${rooms} orders=${orders} deeds=${deeds} /></div></div>
    <div><div class="row between"><p class="label">${t("Notes placed")}</p><p class="label digits">${t("{n} of {all}", { n: placed, all })}</p></div>
      <div class="row"><b class="digits">${percent}%</b><div class="bar voice grow"><i ref=${sized({ "--fill": percent })}></i></div></div></div>
    <div><p class="label">${t("Unsorted · unsure")}</p><b class="digits">${reading.unsorted.length} · ${reading.check.length}</b></div>
    <div><p class="label">${t("On the screen")}</p><b>${showing(views)}</b></div>
    <div class="panic"><${Press} orders=${orders} place="blank" name="button" act=${deeds.blank}><${Icon} name=${blank ? "screen" : "blank"} />${blank ? t("Show the screen again") : t("Blank the screen")} <kbd class="key">B</kbd><//></div></section>`;
}

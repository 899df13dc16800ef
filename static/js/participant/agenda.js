// The agenda as a participant reads it, in their own zone or in the event's.

import { html, useNow, useState } from "../shared/view.js";
import { expected, lasts } from "../shared/clock.js";
import { inOrder } from "../shared/spine.js";
import { ownZone, place, sameTime, t, time, tn } from "../shared/words.js";

export function Agenda({ hall }) {
  const [zone, setZone] = useState(ownZone());
  const row = inOrder(hall.slots);
  const there = hall.event.timezone;
  const current = row.findIndex((slot) => slot.id === hall.clock?.slot);
  const times = expected(hall.slots, hall.clock, useNow(10_000));
  const differs = row.length > 0 && !sameTime(row[0].start, ownZone(), there);
  const other = zone === there ? ownZone() : there;
  const names = (slot, index) => [slot.voice && "voice", (hall.status === "ended" || index < current) && "done", index === current && "now-is"];
  return html`<section class="section" aria-labelledby="agenda"><div class="row between"><h2 id="agenda">${t("Agenda")}</h2>
      ${differs && html`<button class="link small" type="button" onClick=${() => setZone(other)}>${t("Show {place} time", { place: place(other) })}</button>`}</div>
    ${row.length === 0 && html`<p class="soft">${t("The agenda will appear here.")}</p>`}
    <ol class="agenda">${row.map((slot, index) => html`<li key=${slot.id} aria-current=${index === current ? "step" : undefined} class=${names(slot, index).filter(Boolean).join(" ")}>
      <time>${time(times[slot.id].start, zone)}</time><span class="bead"></span>
      <div><p class="what" dir="auto">${slot.title}</p><p class="who" dir="auto">${who(slot)}</p></div></li>`)}</ol>
    ${row.length > 0 && html`<p class="small soft digits">${t("Times in {place}", { place: place(zone) })}</p>`}</section>`;
}

function who(slot) {
  if (slot.kind === "breakout") return tn("{n} minute, in small rooms", "{n} minutes, in small rooms", Math.round(lasts(slot) / 60_000));
  const named = slot.speakers.filter((one) => one.name).map((one) => [one.name, one.org].filter(Boolean).join(", "));
  if (named.length === 0) return slot.speakers.map((one) => one.org).join(", ");
  const names = named.slice(0, 3).join("; ");
  const more = slot.speakers.length - Math.min(3, named.length);
  return more > 0 ? tn("{names}, with {n} more", "{names}, with {n} more", more, { names }) : names;
}

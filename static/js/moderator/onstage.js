// Below the clock while no rooms are open: who speaks now, who came in, and whether the next
// rooms are ready.

import { expected } from "../shared/clock.js";
import { Icon, html, useNow } from "../shared/view.js";
import { t, time, tn } from "../shared/words.js";
import { Org } from "./pieces.js";
import { standing } from "./step.js";

const LATEST = 60; // people listed, latest first

function Speakers({ slot }) {
  if (!slot) return null;
  return html`<section class="card" aria-label=${t("On stage")}><h2>${t("On stage")}</h2>
    ${slot.speakers.length > 0 && html`<ul class="speakers">${slot.speakers.map((one, index) => html`<li key=${index}><${Org} name=${one.org} /><span dir="auto"><b>${one.name ?? one.org}</b>
      <small>${[one.role, one.name && one.org].filter(Boolean).join(", ")}</small></span></li>`)}</ul>`}
    ${slot.description && html`<p class="soft" dir="auto">${slot.description}</p>`}
    ${slot.links.map((link) => html`<p key=${link.url}><a href=${link.url} rel="noreferrer noopener" target="_blank" dir="auto">${link.title || link.url}</a></p>`)}
    ${!slot.speakers.length && !slot.description && html`<p class="soft">${t("No speakers are named for this slot.")}</p>`}</section>`;
}

function Ahead({ hall, moderator }) {
  const at = useNow(5_000);
  const { row, index } = standing(hall);
  const slot = hall.status !== "ended" && row.slice(index + 1).find((one) => one.kind === "breakout");
  if (!slot) return null;
  const start = expected(hall.slots, hall.clock, at)[slot.id].start;
  const round = moderator.rounds[slot.id];
  const drawn = round && Object.keys(round.seats).length > 0;
  const words = { rooms: tn("{n} room", "{n} rooms", round ? Object.keys(round.rooms).length : 0), people: tn("{n} person", "{n} people", round ? Object.keys(round.seats).length : 0) };
  return html`<section class=${drawn ? "card" : "card short"} aria-label=${t("Next rooms")}><h2 dir="auto">${slot.title}, ${time(start, hall.event.timezone)}</h2>
    <p><${Icon} name=${drawn ? "tick" : "info"} /> ${drawn ? t("{rooms} are drawn for {people}. Nobody is told until they open.", words) : t("Rooms are not drawn yet. If you do nothing, they are drawn as the slot begins.")}</p>
    <a class="button compact" href=${`/events/${hall.event.id}/rooms`}>${drawn ? t("See the rooms") : t("Draw the rooms")}</a></section>`;
}

function Arrivals({ people }) {
  const all = Object.entries(people).sort(([, a], [, b]) => b.joined_at - a.joined_at).slice(0, LATEST);
  return html`<section class="card arrivals" aria-label=${t("Who came in")}><h2>${t("Who came in")}</h2>
    ${all.length ? html`<ul class="names" tabindex="0" aria-label=${t("Latest first")}>${all.map(([id, one]) => html`<li key=${id} class=${one.present ? "" : "gone"}><${Org} name=${one.organisation} /><span dir="auto">${one.name}</span>
      ${!one.present && html`<small class="tongue">${t("no connection")}</small>`}</li>`)}</ul>` : html`<p class="soft">${t("Nobody yet. People join with the code or the QR code.")}</p>`}</section>`;
}

export function OnStage({ hall, moderator }) {
  const { slot } = standing(hall);
  return html`<div class="below"><div class="stack"><${Speakers} slot=${slot} /><${Ahead} hall=${hall} moderator=${moderator} /></div>
    <${Arrivals} people=${moderator.people} /></div>`;
}

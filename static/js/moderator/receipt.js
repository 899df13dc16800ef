// What the draw promises, in words: wishes met, wishes not met and why, and the seed by which
// anybody can repeat it. While rooms are open: which of them need somebody.

import { Icon, html } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { doing, present } from "./round.js";

const line = (name, good, more) => html`<li class=${good ? "" : "no-go"}><${Icon} name=${good ? "tick" : "warn"} /><span>${name}${more && html`<small>${more}</small>`}</span><span class="for-reader">${good ? t("met") : t("not met")}</span></li>`;

function Needs({ rooms, round, at }) {
  const found = rooms.map((room) => ({ room, ...doing(room, round.opened_at, at) })).filter((one) => one.silent || one.alone || one.nobody);
  const says = ({ silent, alone, nobody, room }) => (!room.people.length ? t("empty") : nobody ? t("nobody is here") : alone ? t("one person alone") : t("silent for {n} min", { n: silent }));
  return html`<section class="repair" aria-label=${t("Rooms that need somebody")}><h2>${found.length ? tn("{n} room needs somebody", "{n} rooms need somebody", found.length) : t("No room needs you now")}</h2>
    ${found.length > 0 && html`<ul class="moves" tabindex="0" aria-label=${t("Which rooms")}>${found.map((one) => html`<li key=${one.room.id}><b class="digits">${one.room.number}</b><span dir="auto">${one.room.name}</span><span>${says(one)}</span></li>`)}</ul>`}
    <p class="small soft digits">${t("{here} of {all} seated people are connected.", { here: rooms.reduce((sum, room) => sum + present(room.people), 0), all: rooms.reduce((sum, room) => sum + room.people.length, 0) })}</p></section>`;
}

function Keep({ hall, slot, round }) {
  if (round.state !== "drawn") return null;
  return html`<div class="stack keep"><a class="button main big-go" href=${`/events/${hall.event.id}/control`}>${t("Keep these rooms")} <${Icon} name="next" turns /></a>
    <p class="small soft" dir="auto">${t("Nobody is told yet. Phones show rooms when “{title}” begins.", { title: slot.title })}</p></div>`;
}

export function Receipt({ hall, slot, round, rooms, at }) {
  const { met = [], not_met: missed = [] } = round.receipt;
  return html`<aside class="receipt" aria-label=${t("Receipt")} tabindex="0">
    ${round.state === "open" && html`<${Needs} rooms=${rooms} round=${round} at=${at} />`}
    <div><h2>${t("Receipt")}</h2><p class="score"><b class="digits">${t("{met} of {all}", { met: met.length, all: met.length + missed.length })}</b><span class="soft">${t("wishes met")}</span></p></div>
    <ul class="met">${missed.map(({ wish, why }) => line(wish, false, why))}${met.map((wish) => line(wish, true))}</ul>
    <p class="small soft digits">${tn("Draw {n}.", "Draw {n}.", round.draws)} ${t("Seed {seed}: the same people and this seed give the same rooms.", { seed: round.seed })} ${t("Moves by hand are not in the receipt.")}</p>
    <${Keep} hall=${hall} slot=${slot} round=${round} /></aside>`;
}

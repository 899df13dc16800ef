// What the draw promises, in words and figures: wishes met, wishes not met and why, who meets
// again, and the seeds by which anybody can repeat it. While rooms are open: which need somebody.

import { Icon, html } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { again, titled } from "./round.js";
import { worryOf } from "./worries.js";

const NAMED = 4; // pairs named before the rest is only counted
const FIGURES = {
  "Nobody meets the same person again.": "repeats", "Organisations are spread as far as possible.": "same_organisation",
  "Each room has a facilitator.": "rooms_without_facilitator", "People sit with a topic they chose.": "topics",
};

// The figure beside a wish: how it stands, and the least that was possible where that is not it.
function figure(wish, metrics = {}) {
  const found = metrics[FIGURES[wish]];
  if (wish.startsWith("Rooms are of equal size") && metrics.sizes) return metrics.sizes.smallest === metrics.sizes.largest ? String(metrics.sizes.largest) : t("{least} to {most}", { least: metrics.sizes.smallest, most: metrics.sizes.largest });
  if (!found) return "";
  if (FIGURES[wish] === "topics") return found.first_choice ? tn("{n} first choice", "{n} first choices", found.first_choice) : "";
  if (FIGURES[wish] === "rooms_without_facilitator") return t("{n} of {all}", { n: metrics.rooms - found.value, all: metrics.rooms });
  return tn("{n} pair", "{n} pairs", found.value);
}

// A good figure that is not nothing needs a word: it is the best there is.
const unavoidable = (wish, metrics = {}) => (["repeats", "same_organisation"].includes(FIGURES[wish]) && metrics[FIGURES[wish]]?.value ? t("With these people and rooms it cannot be fewer.") : "");

const line = (name, good, number, more) => html`<li key=${name + more} class=${good ? "" : "no-go"}><${Icon} name=${good ? "tick" : "warn"} /><span>${t(name)}${more && html`<small>${more}</small>`}</span><span class="figure digits">${number}</span><span class="for-reader">${good ? t("met") : t("not met")}</span></li>`;

function Again({ pairs }) {
  if (!pairs.length) return null;
  const named = pairs.slice(0, NAMED).map(({ room, one, other }) => t("Room {number}: {one}, {other}", { number: room.number, one: one.name, other: other.name }));
  return html`<p class="small soft" dir="auto">${t("Meet again in this event. {names}", { names: named.join("; ") })}${pairs.length > NAMED && ` ${tn("and {n} more", "and {n} more", pairs.length - NAMED)}`}</p>`;
}

// While a proposal stands there is something to do, whatever else is well.
function Needs({ rooms, round, at }) {
  const found = rooms.map((room) => ({ room, says: worryOf(room, round, at) })).filter((one) => one.says);
  const open = round.state === "open";
  if (!found.length && (!open || round.repair)) return null;
  const heading = !found.length ? t("No room needs you now") : open ? tn("{n} room needs somebody", "{n} rooms need somebody", found.length) : tn("Look at {n} room before it opens", "Look at {n} rooms before they open", found.length);
  const name = (room) => [titled(room), ...room.people.slice(0, 1).map((one) => room.people.length === 1 && one.name)].filter(Boolean).join(", ");
  return html`<section class="repair" aria-label=${t("Rooms that need somebody")}><h2>${heading}</h2>
    ${found.length > 0 && html`<ul class="moves" tabindex="0" aria-label=${t("Which rooms")}>${found.map(({ room, says: [what, ...more] }) => html`<li key=${room.id}><b class="digits">${room.number}</b><span>${what}<small class="soft" dir="auto">${[name(room), ...more].filter(Boolean).join(". ")}</small></span></li>`)}</ul>`}</section>`;
}

function Keep({ hall, slot, round }) {
  if (round.state !== "drawn") return null;
  return html`<div class="stack keep"><a class="button main big-go" href=${`/events/${hall.event.id}/control`}>${t("Keep these rooms")} <${Icon} name="next" turns /></a>
    <p class="small soft" dir="auto">${t("Nobody is told yet. Phones show rooms when “{title}” begins.", { title: slot.title })}</p></div>`;
}

export function Receipt({ hall, slot, round, rooms, met: before, at }) {
  const { met = [], not_met: missed = [], metrics, seeds = [] } = round.receipt;
  const number = (wish) => figure(wish, metrics);
  return html`<aside class="receipt" aria-label=${t("Receipt")} tabindex="0">
    <${Needs} rooms=${rooms} round=${round} at=${at} />
    <div><h2>${round.state === "drawn" ? t("Receipt") : t("Receipt of the draw")}</h2><p class="score" role="status"><b class="digits">${t("{met} of {all}", { met: met.length, all: met.length + missed.length })}</b><span class="soft">${t("wishes met")}</span></p>
      ${round.state !== "drawn" && html`<p class="small soft">${t("It tells of the rooms as they opened; moves since then do not change it.")}</p>`}</div>
    <ul class="met">${missed.map(({ wish, why }) => line(wish, false, number(wish), why))}${met.map((wish) => line(wish, true, number(wish), unavoidable(wish, metrics)))}</ul>
    <${Again} pairs=${again(rooms, before)} />
    <details class="small soft"><summary>${t("How it can be checked")}</summary><p class="digits">${t("Draw {n}, seed {seed}: the same people, wishes and seed give the same rooms.", { n: round.draws, seed: round.seed })} ${tn("Drawn {n} time.", "Drawn {n} times.", seeds.length)} ${round.state === "drawn" ? t("The receipt counts moves by hand.") : ""}</p></details>
    <${Keep} hall=${hall} slot=${slot} round=${round} /></aside>`;
}

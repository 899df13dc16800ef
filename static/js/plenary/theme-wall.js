// The theme wall: what the rooms said, read from ten metres. The wider the card, the more rooms.

import { useFit } from "../shared/fit.js";
import { html, sized, useNow } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { Clock, Foot, turn } from "./foot.js";
import { useLeaves } from "./leaves.js";
import { roomsOf, spread, standing } from "./hall.js";
import { MOST, rows, sorted, telling, titleSize, weights } from "./tiles.js";

const READABLE = { tiles: 0.5, lanes: 0.88 }; // steps at which words are as small as the sheet lets them be
const PAGE = 14_000; // ms a page of themes stays
const PIPS = 16; // rooms up to which each has a dot
const SHORT = 90; // characters of a quote that is read from ten metres on a tile of a full page

// Where tiles are small the first short quote is shown, or else the shortest; none is ever cut.
function readable(quotes, most) {
  if (most > 1 || quotes.length < 2) return quotes.slice(0, most);
  return [quotes.find((quote) => quote.text.length <= SHORT) ?? quotes.reduce((best, one) => (one.text.length < best.text.length ? one : best))];
}

export const said = (theme, rooms) => {
  const { n, all } = spread(theme, rooms);
  return all ? t("{n} of {all} rooms", { n, all: rooms.length }) : tn("{n} room", "{n} rooms", n);
};

function Quote({ quote }) {
  return html`<blockquote dir="auto"><p>“${quote.text}”</p> <footer class="room-of digits">${quote.name && html`<bdi>${quote.name}</bdi>, `}${t("Room {number}", { number: quote.room })}</footer></blockquote>`;
}

function Tile({ theme, rooms, weight, size, quotes, dots }) {
  const shown = readable(theme.quotes, quotes);
  const box = useFit(JSON.stringify([theme.title, shown, size, weight]));
  const { marks, all } = spread(theme, rooms);
  return html`<li class="tile" ref=${sized({ "--rooms": weight, "--title": `${size}rem` })}><div class="words" ref=${box}><h2 dir="auto">${theme.title}</h2>
      ${shown.map((quote) => html`<${Quote} key=${quote.text} quote=${quote} />`)}</div>
    <p class="of digits">${all && rooms.length <= PIPS && html`<span class="pips" aria-hidden="true">${marks.map((room) => html`<i key=${room.id} class=${room.on ? "on" : ""}></i>`)}</span>`}<span>${said(theme, rooms)}</span>${dots !== undefined && html`<span class="dots"><i aria-hidden="true"></i>${tn("{n} dot", "{n} dots", dots)}</span>`}</p></li>`;
}

const Unheard = ({ rooms }) => rooms.map((room, index) => html`${index > 0 && ", "}<b>${room.number}</b>${room.name && html`\u00a0<bdi>${room.name}</bdi>`}`);

// Two voices of different rooms, where there are two.
function opposed(quotes) {
  const other = quotes.find((quote) => quote.room !== quotes[0].room);
  return other ? [quotes[0], other] : quotes.slice(0, 1);
}

function Lanes({ lone, split, unheard, at }) {
  const beside = [...split, ...lone];
  const groups = useLeaves(beside, 2, JSON.stringify([beside, unheard, innerWidth, innerHeight]), ".lanes", READABLE.lanes);
  const group = groups[turn(groups.length, at, PAGE)];
  const box = useFit(JSON.stringify([group, unheard]));
  const one = (theme, quotes) => html`<div class="said-once" key=${theme.id}><h3 dir="auto">${theme.title}</h3>${quotes.map((quote) => html`<${Quote} key=${quote.text} quote=${quote} />`)}</div>`;
  const alone = group.filter((theme) => lone.includes(theme));
  const apart = group.filter((theme) => split.includes(theme));
  return html`<aside class="lanes" ref=${box} aria-label=${t("Beside the themes")}>
    ${apart.length > 0 && html`<section><h2>${t("Rooms disagree")}</h2>${apart.map((theme) => one(theme, opposed(theme.quotes)))}</section>`}
    ${alone.length > 0 && html`<section><h2>${t("Only one room said")}</h2>${alone.map((theme) => one(theme, theme.quotes.slice(0, 1)))}</section>`}
    ${unheard.length > 0 && html`<section><h2>${t("Not yet heard")}</h2><p class="digits"><${Unheard} rooms=${unheard} /></p></section>`}</aside>`;
}

function Nothing({ plenary }) {
  return html`<section class="none"><p>${t("What the rooms wrote is being read. It appears here.")}</p>
    ${plenary.notes > 0 && html`<p class="many digits"><b>${plenary.notes}</b> ${tn("note so far", "notes so far", plenary.notes)}</p>`}</section>`;
}

export function ThemeWall({ hall, plenary, link }) {
  const at = useNow();
  const { left, state } = standing(hall, at);
  const rooms = roomsOf(plenary);
  const { tiles, lone, split } = sorted(plenary.themes);
  const leaves = useLeaves(tiles, MOST, JSON.stringify([tiles, lone.length + split.length > 0, innerWidth, innerHeight]), ".tile .words", READABLE.tiles);
  const leaf = turn(leaves.length, at, PAGE);
  const shown = leaves[leaf];
  const unheard = rooms.filter((room) => !room.notes);
  const beside = tiles.length > 0 && lone.length + split.length > 0;
  const lines = rows(shown, innerWidth / innerHeight);
  const quotes = shown.length <= 1 ? 3 : shown.length <= 2 ? 2 : 1;
  const row = (line, index) => {
    const share = weights(line);
    return html`<ul key=${index}>${line.map((theme, place) => html`<${Tile} key=${theme.id} theme=${theme} rooms=${rooms} weight=${share[place]} size=${titleSize(theme, shown)} quotes=${quotes} dots=${plenary.dots && (plenary.dots.themes[theme.id] ?? 0)} />`)}</ul>`;
  };
  return html`<main class="plane wall"><div class=${beside ? "themes" : "themes whole"}>
      <header><h1>${t("What the rooms said")}</h1>${telling(lines) && html`<p>${t("The wider the card, the more rooms said it")}</p>`}${left && html`<div class="plane dial" data-state=${state}><${Clock} text=${left} /></div>`}</header>
      ${tiles.length ? html`<section class="tiles" key=${leaf}>${lines.map(row)}</section>` : html`<${Nothing} plenary=${plenary} />`}
      ${beside && html`<${Lanes} lone=${lone} split=${split} unheard=${unheard} at=${at} />`}
      ${!beside && tiles.length > 0 && unheard.length > 0 && html`<p class="unheard digits"><strong>${t("Not yet heard")}</strong> <${Unheard} rooms=${unheard} /></p>`}</div>
    <${Foot} hall=${hall} at=${at} link=${link}>${plenary.dots?.open ? t("Vote on your phone") : leaves.length > 1 ? t("Page {n} of {all}", { n: leaf + 1, all: leaves.length }) : tn("{n} note", "{n} notes", plenary.notes)}<//></main>`;
}

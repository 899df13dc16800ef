// The theme wall: what the rooms said, read from ten metres. The larger the card, the more rooms.

import { useFit } from "../shared/fit.js";
import { html, sized, useNow } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { useBox } from "./box.js";
import { Clock, Foot, turn } from "./foot.js";
import { roomsOf, standing } from "./hall.js";
import { Lanes, Unheard } from "./lanes.js";
import { useLeaves } from "./leaves.js";
import { letters, Tile } from "./tile.js";
import { laid, MOST, shares, sorted, telling } from "./tiles.js";

const READABLE = 0.4; // step at which words are as small as the sheet lets them be
const PAGE = 14_000; // ms a page of themes stays

// One page of tiles. All step down to their words together: sizes tell how widely a theme is spread.
function Tiles({ themes, rooms, dots }) {
  const [box, size] = useBox();
  const quotes = themes.length <= 1 ? 3 : themes.length <= 2 ? 2 : 1;
  const lines = laid(themes, size, (theme) => letters(theme, quotes));
  const step = useFit(JSON.stringify([lines, dots]), ".words");
  const both = (element) => {
    box.current = step.current = element;
    sized({ "--rows": shares(lines.map((line) => line.height)) })(element);
  };
  const tile = ({ theme, title }) => html`<${Tile} key=${theme.id} theme=${theme} rooms=${rooms} title=${title} quotes=${quotes} dots=${dots?.themes[theme.id]} />`;
  return html`<section class="tiles" ref=${both}>${lines.map((line, index) => html`<ul key=${index} ref=${sized({ "--columns": shares(line.tiles.map((one) => one.width)) })}>${line.tiles.map(tile)}</ul>`)}</section>`;
}

function Nothing({ plenary }) {
  return html`<section class="none"><p>${t("What the rooms wrote is being read. It appears here.")}</p>
    ${plenary.notes > 0 && html`<p class="many digits"><b>${plenary.notes}</b> ${tn("note so far", "notes so far", plenary.notes)}</p>`}</section>`;
}

// While people vote the wall asks what their phones ask.
function Asked({ dots }) {
  const question = dots.question || t("Which themes should go on?");
  const box = useFit(question);
  return html`<div class="asked" ref=${box}><h1 dir="auto">${question}</h1></div><p class="digits">${tn("{n} person has voted", "{n} people have voted", dots.voters)}</p>`;
}

export function ThemeWall({ hall, plenary, link }) {
  const at = useNow();
  const { left, state } = standing(hall, at);
  const rooms = roomsOf(plenary);
  const { tiles, lone, split } = sorted(plenary.themes);
  const words = tiles.map(({ id, title, quotes }) => [id, title, quotes]); // one more note changes no page
  const leaves = useLeaves(tiles, MOST, JSON.stringify([words, lone.length + split.length > 0, innerWidth, innerHeight]), ".tiles", READABLE);
  const leaf = turn(leaves.length, at, PAGE);
  const shown = leaves[leaf];
  const voting = plenary.dots?.open;
  const page = leaves.length > 1 && t("Page {n} of {all}", { n: leaf + 1, all: leaves.length });
  const foot = [page, voting ? t("Vote on your phone") : !page && tn("{n} note", "{n} notes", plenary.notes)];
  const unheard = rooms.filter((room) => !room.notes);
  const beside = tiles.length > 0 && lone.length + split.length > 0;
  return html`<main class="plane wall"><div class=${beside ? "themes" : "themes whole"}>
      <header>${voting ? html`<${Asked} dots=${plenary.dots} />` : html`<h1>${t("What the rooms said")}</h1>${telling(shown) && html`<p>${t("The larger the card, the more rooms said it")}</p>`}`}${left && html`<div class="plane dial" data-state=${state}><${Clock} text=${left} /></div>`}</header>
      ${tiles.length ? html`<${Tiles} key=${leaf} themes=${shown} rooms=${rooms} dots=${plenary.dots} />` : html`<${Nothing} plenary=${plenary} />`}
      ${beside && html`<${Lanes} lone=${lone} split=${split} unheard=${unheard} at=${at} />`}
      ${!beside && tiles.length > 0 && unheard.length > 0 && html`<p class="unheard digits"><strong>${t("Not yet heard")}</strong> <${Unheard} rooms=${unheard} /></p>`}</div>
    <${Foot} hall=${hall} at=${at} link=${link}>${foot.filter(Boolean).join(" · ")}<//></main>`;
}

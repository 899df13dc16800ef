// One theme alone: when a voice has the floor, the whole screen is lilac.

import { digits, remaining } from "../shared/clock.js";
import { useFit } from "../shared/fit.js";
import { html, useNow, useRef } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { rem, useBox } from "./box.js";
import { Clock, Foot } from "./foot.js";
import { roomsOf, spread, standing, titled } from "./hall.js";
import { capacity, onFloor } from "./portions.js";
import { Whose } from "./tile.js";
import { inPlace } from "./tiles.js";

const PIPS = 16;
const LEAST = 0.044; // of the screen's height: the smallest type of a quote before it is told in portions

function By({ voice, theme, rooms }) {
  const { marks, n, all } = spread(theme, rooms);
  const room = voice && all && rooms.find((one) => one.number === voice.room);
  const like = all ? t("{n} of {all} rooms spoke of this theme", { n, all: rooms.length }) : tn("{n} room spoke of this theme", "{n} rooms spoke of this theme", n);
  return html`<div class="by digits">${voice && html`<b><${Whose} voice=${voice} place=${room?.name} /></b>`}<bdi>${like}</bdi>
    ${all && rooms.length <= PIPS && html`<span class="pips" aria-hidden="true">${marks.map((one) => html`<i key=${one.id} class=${one.on ? "on" : ""}>${one.number}</i>`)}</span>`}</div>`;
}

// The words that have the floor, and since when: a quote, or a portion of it, or nothing.
function useFloor(plenary, theme, at, size) {
  const quotes = plenary.quote ? [plenary.quote] : theme.quotes;
  const what = quotes.map((quote) => quote.text).join("\n");
  const begun = useRef({});
  if (begun.current.what !== what) begun.current = { what, at };
  const most = capacity(size, (LEAST * innerHeight) / rem());
  return onFloor(quotes, most, at, begun.current.at);
}

export function Spotlight({ hall, plenary, link }) {
  const at = useNow();
  const { step } = plenary; // the line of the run sheet has a clock of its own
  const left = step ? digits(remaining(step, at)) : standing(hall, at).left;
  const theme = plenary.themes[plenary.spotlight];
  const row = inPlace(plenary.themes);
  const [place, size] = useBox();
  const now = useFloor(plenary, theme, at, size);
  const words = now?.words ?? titled(theme);
  const box = useFit(words);
  const title = useFit(JSON.stringify([titled(theme), now !== undefined]));
  const clock = left && html`<${Clock} text=${left} />`;
  const told = [!plenary.quote && theme.quotes.length > 1 && t("Quote {n} of {all}", { n: now.which + 1, all: theme.quotes.length }),
    now?.parts > 1 && t("Part {n} of {all}", { n: now.part + 1, all: now.parts }),
    t("Theme {n} of {all}", { n: 1 + row.findIndex((one) => one.id === plenary.spotlight), all: row.length })];
  return html`<main class="wall spot"><div class="light">
      <header>${now && html`<div class="theme-name" ref=${title}><h1 dir="auto">${titled(theme)}</h1></div>`}${clock}</header>
      <div class="place" ref=${place}><div class="floor" ref=${box} key=${words}>${now ? html`<blockquote dir="auto">${words}</blockquote>` : html`<h1 class="said" dir="auto">${words}</h1>`}</div></div>
      <${By} voice=${now ? now.quote : theme.voice} theme=${theme} rooms=${roomsOf(plenary)} /></div>
    <${Foot} hall=${hall} at=${at} link=${link}>${told.filter(Boolean).join(" · ")}<//></main>`;
}

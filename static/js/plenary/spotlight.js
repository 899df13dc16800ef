// One theme alone: when a voice has the floor, the whole screen is lilac.

import { digits, remaining } from "../shared/clock.js";
import { useFit } from "../shared/fit.js";
import { html, useNow } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { Clock, Foot, turn } from "./foot.js";
import { roomsOf, spread, standing } from "./hall.js";
import { inPlace } from "./tiles.js";

const QUOTE = 16_000; // ms one of several quotes stays
const PIPS = 16;

function By({ quote, theme, rooms }) {
  const { marks, n, all } = spread(theme, rooms);
  const room = quote && all && rooms.find((one) => one.number === quote.room);
  const like = all ? t("{n} of {all} rooms said something like it", { n, all: rooms.length }) : tn("{n} room said something like it", "{n} rooms said something like it", n);
  return html`<div class="by digits">${quote && html`<b>${quote.name && html`<bdi>${quote.name}</bdi>, `}${t("Room {number}", { number: quote.room })}${room?.name && html`, <bdi>${room.name}</bdi>`}</b>`}<span>${like}</span>
    ${all && rooms.length <= PIPS && html`<span class="pips" aria-hidden="true">${marks.map((one) => html`<i key=${one.id} class=${one.on ? "on" : ""}>${one.number}</i>`)}</span>`}</div>`;
}

export function Spotlight({ hall, plenary, link }) {
  const at = useNow();
  const { step } = plenary; // the line of the run sheet has a clock of its own
  const left = step ? digits(remaining(step, at)) : standing(hall, at).left;
  const theme = plenary.themes[plenary.spotlight];
  const row = inPlace(plenary.themes);
  const shown = turn(theme.quotes.length, at, QUOTE);
  const quote = plenary.quote ?? theme.quotes[shown];
  const words = quote ? `“${quote.text}”` : theme.title;
  const box = useFit(words);
  const title = useFit(theme.title);
  const many = !plenary.quote && theme.quotes.length > 1 && t("Quote {n} of {all}", { n: shown + 1, all: theme.quotes.length });
  return html`<main class="wall spot"><div class="light">
      <header><div class="theme-name" ref=${title}><h1 dir="auto">${theme.title}</h1></div>${left && html`<${Clock} text=${left} />`}</header>
      <div class="floor" ref=${box} key=${words}><blockquote dir="auto">${words}</blockquote></div>
      <${By} quote=${quote} theme=${theme} rooms=${roomsOf(plenary)} /></div>
    <${Foot} hall=${hall} at=${at} link=${link}>${[many, t("Theme {n} of {all}", { n: 1 + row.findIndex((one) => one.id === plenary.spotlight), all: row.length })].filter(Boolean).join(" · ")}<//></main>`;
}

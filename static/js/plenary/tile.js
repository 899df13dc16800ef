// One theme on the wall: its title, the words of somebody who said it, and how many rooms did.

import { html, sized } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { spread } from "./hall.js";

const PIPS = 16; // rooms up to which each has a dot
const SHORT = 90; // characters of a quote that is read from ten metres on a tile of a full page
const LONG = 220; // characters beyond which only the beginning stands on a tile among others

// Where tiles are small the first short quote is shown, or else the shortest.
export function readable(quotes, most) {
  if (most > 1 || quotes.length < 2) return quotes.slice(0, most);
  return [quotes.find((quote) => quote.text.length <= SHORT) ?? quotes.reduce((best, one) => (one.text.length < best.text.length ? one : best))];
}

// The beginning of a long quote, with a sign that it goes on; the spotlight has all of it.
export function beginning(text, most = LONG) {
  if (text.length <= most) return text;
  return `${text.slice(0, most).replace(/\s+\S{0,30}$/u, "")} …`;
}

export const said = (theme, rooms) => {
  const { n, all } = spread(theme, rooms);
  return all ? t("{n} of {all} rooms", { n, all: rooms.length }) : tn("{n} room", "{n} rooms", n);
};

export function Quote({ quote }) {
  return html`<blockquote dir="auto"><p>“${beginning(quote.text)}”</p> <footer class="room-of digits">${quote.name && html`<bdi>${quote.name}</bdi>, `}${t("Room {number}", { number: quote.room })}</footer></blockquote>`;
}

export function Tile({ theme, rooms, title, quotes, dots }) {
  const { marks, all } = spread(theme, rooms);
  return html`<li class="tile" ref=${sized({ "--title": `${title}rem` })}><div class="words"><h2 dir="auto">${theme.title}</h2>
      ${readable(theme.quotes, quotes).map((quote) => html`<${Quote} key=${quote.text} quote=${quote} />`)}</div>
    <p class="of digits">${all && dots === undefined && rooms.length <= PIPS && html`<span class="pips" aria-hidden="true">${marks.map((room) => html`<i key=${room.id} class=${room.on ? "on" : ""}></i>`)}</span>`}<span>${said(theme, rooms)}</span>${dots !== undefined && html`<span class="dots"><i aria-hidden="true"></i>${tn("{n} dot", "{n} dots", dots)}</span>`}</p></li>`;
}

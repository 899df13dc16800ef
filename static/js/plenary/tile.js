// One theme on the wall: its title, the words of somebody who said it, and how many rooms did.

import { html, sized } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { spread, titled } from "./hall.js";

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

// How much there is to read on a tile, in letters of its quotes; those of the title are larger.
export const letters = (theme, most) =>
  readable(theme.quotes, most).reduce((sum, quote) => sum + Math.min(LONG, quote.text.length) + 10, 3 * theme.title.length + (theme.voice ? 30 : 0));

export const said = (theme, rooms) => {
  const { n, all } = spread(theme, rooms);
  return all ? t("{n} of {all} rooms", { n, all: rooms.length }) : tn("{n} room", "{n} rooms", n);
};

// Whose words they are: a room, for all of which they may be written, and a name only by its author's wish.
export const Whose = ({ voice, place }) => html`${voice.name && html`<bdi>${voice.name}</bdi>, `}<span class="one">${t("Room {number}", { number: voice.room })}</span>${place && html`, <bdi>${place}</bdi>`}${voice.table && html`, ${t("for the whole room")}`}`;

export function Quote({ quote }) {
  return html`<blockquote dir="auto"><p>“${beginning(quote.text)}”</p> <footer class="room-of digits"><${Whose} voice=${quote} /></footer></blockquote>`;
}

export const Voice = ({ theme }) => theme.voice && html`<p class="room-of digits" dir="auto"><${Whose} voice=${theme.voice} /></p>`;

export function Tile({ theme, rooms, title, quotes, dots }) {
  const { marks, all } = spread(theme, rooms);
  return html`<li class="tile" ref=${sized({ "--title": `${title}rem` })}><div class="words"><h2 dir="auto">${titled(theme)}</h2><${Voice} theme=${theme} />
      ${readable(theme.quotes, quotes).map((quote) => html`<${Quote} key=${quote.text} quote=${quote} />`)}
      ${!theme.quotes.length && html`<p class="bare digits" dir="auto">${tn("{n} note", "{n} notes", theme.count)}</p>`}</div>
    <p class="of digits">${all && dots === undefined && rooms.length <= PIPS && html`<span class="pips" aria-hidden="true">${marks.map((room) => html`<i key=${room.id} class=${room.on ? "on" : ""}></i>`)}</span>`}<bdi>${said(theme, rooms)}</bdi>${dots !== undefined && html`<span class="dots"><i aria-hidden="true"></i>${tn("{n} dot", "{n} dots", dots)}</span>`}</p></li>`;
}

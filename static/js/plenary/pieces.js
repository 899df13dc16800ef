// Small things the panels of the desk are made of.

import { Icon, html } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { spread } from "./reading.js";

export function Why({ orders, place }) {
  const why = orders.said[place];
  return why && html`<p class="refused tiny"><${Icon} name="info" /> ${why}</p>`;
}

const MANY = 12; // rooms beyond which a number no longer fits into its mark

export function Spread({ said, rooms }) {
  const { marks, known } = spread(said, rooms);
  if (!known || !rooms.length) return html`<span>${tn("{n} room", "{n} rooms", said.length)}</span>`;
  const numbers = marks.filter((room) => room.on).map((room) => room.number);
  const label = numbers.length ? t("Rooms {list}", { list: numbers.join(", ") }) : t("No room");
  return html`<ol class=${rooms.length > MANY ? "spread many" : "spread"} aria-label=${label} title=${label}>${marks.map((room) => html`<li key=${room.id} class=${room.on ? "on" : ""}>${room.number}</li>`)}</ol>`;
}

export const KINDS = { insight: () => t("insight"), question: () => t("question"), action: () => t("action") };

export const roomOf = (note, host) => t("Room {number}", { number: host.rooms[note.room]?.number ?? "?" });

export const SCENES = {
  join: () => t("How to join"), now: () => t("Now and next"), rooms: () => t("The rooms"),
  themes: () => t("The themes"), words: () => t("Words"), closeout: () => t("Close-out"),
};

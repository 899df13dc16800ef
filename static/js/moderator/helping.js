// A room that calls for help: how long it has waited, who goes, and that somebody is there. All
// moderators see the same, so that nobody goes twice and no room is forgotten.

import { html, useNow, useState } from "../shared/view.js";
import { t } from "../shared/words.js";
import { digits } from "../shared/clock.js";
import { Press } from "../shared/press.js";
import { Said } from "./pieces.js";

const NAME = "facilitator.crew-name";

const kept = () => {
  try {
    return localStorage.getItem(NAME) ?? "";
  } catch {
    return "";
  }
};

export const myName = () => kept().trim() || t("A moderator");

// Under which name this device goes to rooms.
export function Name() {
  const [name, set] = useState(kept());
  const keep = (event) => {
    set(event.target.value);
    try {
      localStorage.setItem(NAME, event.target.value);
    } catch { /* kept until the page is left */ }
  };
  return html`<input class="input compact" dir="auto" maxlength="80" value=${name} placeholder=${t("Your name, as rooms see it")} aria-label=${t("Your name, as rooms see it")} onInput=${keep} />`;
}

export function Help({ room, at, orders, deeds }) {
  const { help } = room;
  const place = `help-${room.id}`;
  const says = help.here ? t("{owner} is there", { owner: help.owner }) : help.owner ? t("{owner} is on the way", { owner: help.owner }) : t("Nobody goes yet");
  return html`<p class="says"><b class="digits">${t("Help, {time} ago", { time: digits(Math.max(0, at - help.at)) })}</b><small dir="auto">${says}</small></p>
    <p class="helping">${!help.owner && html`<${Press} orders=${orders} place=${place} act=${() => deeds.goTo(room.id, false, "")}>${t("I go")}<//>`}
      ${help.owner && !help.here && html`<${Press} orders=${orders} place=${place} act=${() => deeds.goTo(room.id, true, help.owner)}>${t("I am there")}<//>`}
      ${help.owner && html`<${Press} orders=${orders} place=${place} act=${() => deeds.helped(room.id)}>${t("Done")}<//>`}</p><${Said} orders=${orders} places=${[place]} />`;
}

// The rooms that call, on a moderator's phone: who has waited longest stands first.
export function Calls({ hall, moderator, orders, deeds }) {
  const at = useNow(1_000);
  const round = moderator.rounds[hall.rooms?.slot];
  const calling = Object.entries(round?.rooms ?? {}).map(([id, room]) => ({ id, ...room })).filter((room) => room.help).sort((a, b) => a.help.at - b.help.at);
  if (!calling.length) return null;
  const name = (room) => [t("Room {number}", { number: room.number }), room.name, room.table].filter(Boolean).join(", ");
  return html`<section class="calls" aria-label=${t("Rooms that call")}><${Name} />
    ${calling.map((room) => html`<div key=${room.id} class="room help"><p class="name" dir="auto">${name(room)}</p><${Help} room=${room} at=${at} orders=${orders} deeds=${deeds} /></div>`)}
  </section>`;
}

// A room that calls for help: how long it has waited, who goes, and that somebody is there. All
// moderators see the same, so that nobody goes twice and no room is forgotten.

import { html, useState } from "../shared/view.js";
import { t } from "../shared/words.js";
import { digits } from "../shared/clock.js";
import { Press } from "./pieces.js";

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
    <p class="helping">${!help.owner && html`<${Press} orders=${orders} place=${place} name="button compact" act=${() => deeds.goTo(room.id, false)}>${t("I go")}<//>`}
      ${help.owner && !help.here && html`<${Press} orders=${orders} place=${place} name="button compact" act=${() => deeds.goTo(room.id, true)}>${t("I am there")}<//>`}
      ${help.owner && html`<${Press} orders=${orders} place=${place} name="button compact" act=${() => deeds.helped(room.id)}>${t("Done")}<//>`}</p>`;
}

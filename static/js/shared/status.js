// The end of a desk's bar: whether this desk is connected, and what time it is at the event.

import { html, useNow } from "./view.js";
import { ownZone, place, sameTime, seconds, t, time } from "./words.js";

const WORDS = { connecting: () => t("Connecting"), live: () => t("Live, saved"), lost: () => t("Reconnecting"), gone: () => t("Link ended") };

export function Status({ hall, link }) {
  const at = useNow(500);
  const zone = hall.event.timezone;
  const calm = link.state === "live" || link.state === "connecting";
  return html`<span class=${calm ? "chip" : "chip offline"} role="status"><span class="dot"></span>${WORDS[link.state]()}</span>
    <span class="wall digits">${seconds(at, zone)} <small>${place(zone)}${!sameTime(at, zone, ownZone()) && html`<span>${t("{time} with you", { time: time(at) })}</span>`}</small></span>`;
}

// Calm; the children say what goes on meanwhile.
export function Lost({ link, children = t("Reconnecting. The clock goes on; what you write is kept.") }) {
  if (link.state === "gone") return html`<p class="offline-strip" role="alert">${t("This link does not work any more. Ask the organiser for a new one.")}</p>`;
  return link.state === "lost" && html`<p class="offline-strip" role="status">${children}</p>`;
}

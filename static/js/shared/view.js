// What every page is drawn with: preact and htm, icons, the clock's tick, one-off announcements.

import { h, render as draw } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import htm from "htm";
import * as clock from "./clock.js";

export const html = htm.bind(h);
export { useEffect, useRef, useState };

// Draws into an element; what the server had put there for the first paint makes room.
const drawn = new WeakSet();
export function render(what, element) {
  if (!drawn.has(element)) element.replaceChildren();
  drawn.add(element);
  draw(what, element);
}

export function Icon({ name, turns }) {
  return html`<svg class=${turns ? "icon turns" : "icon"} aria-hidden="true"><use href=${`${page().icons}#${name}`} /></svg>`;
}

let data;
// The data the server put into the page.
export const page = () => (data ??= JSON.parse(document.getElementById("page").textContent));

// Redraws four times a second, and only what asks for it; each second of the clock that runs ends on
// a redraw, so that no two screens differ. Returns the server's time (ms).
export function useNow(every = 250) {
  const [, again] = useState(0);
  useEffect(() => {
    let timer;
    const wait = () => { timer = setTimeout(tick, clock.untilTick(every)); };
    const tick = () => {
      again((n) => n + 1);
      wait();
    };
    wait();
    return () => clearTimeout(timer);
  }, [every]);
  return clock.now();
}

// Sizes from data go through CSSOM: a strict CSP allows no inline style.
export function sized(values) {
  return (element) => {
    if (!element) return;
    for (const [name, value] of Object.entries(values)) element.style.setProperty(name, value);
  };
}

// Says something to a screen reader, without moving anything on the screen.
export function announce(text) {
  const voice = document.getElementById("voice");
  if (voice && voice.textContent !== text) voice.textContent = text;
}

// What is left, ticking by itself so that nothing around it is drawn again.

import { announce, html, useEffect, useNow, useRef } from "../shared/view.js";
import { digits, remaining, state } from "../shared/clock.js";
import { Spine } from "../shared/spine.js";
import { t, tn } from "../shared/words.js";

const HOUR = 3_600_000;
const SPOKEN = [10, 5, 2, 1, 0]; // minutes left at which a screen reader hears the clock

// `ends` is a clock {ends_at, paused_at?}; `big` is the largest thing on the page.
export function Countdown({ ends, big, soft }) {
  const left = remaining(ends, useNow());
  const names = [soft ?? "clock", big && Math.abs(left) > HOUR && "long"].filter(Boolean).join(" ");
  return html`<span class=${names} role="timer" aria-live="off"><bdi dir="ltr">${digits(left)}</bdi></span>`;
}

// The surface that carries time. `calm` keeps it lake while a talk runs out: that is not the phone's business.
export function Plane({ clock, slot, calm, name = "", children }) {
  const how = state(clock, slot, useNow(1_000));
  return html`<header class=${`plane ${name}`} data-state=${calm && how !== "paused" ? "on-time" : how}>${children}</header>`;
}

export function LiveSpine({ hall }) {
  return html`<${Spine} hall=${hall} at=${useNow(1_000)} />`;
}

// The smallest of the spoken minutes that is reached, or undefined.
export const reached = (left) => SPOKEN.filter((minutes) => left <= minutes * 60_000).at(-1);

export function Milestones({ clock }) {
  const at = useNow(1_000);
  const mark = clock && clock.paused_at === undefined ? reached(remaining(clock, at)) : undefined;
  const known = useRef({});
  useEffect(() => {
    const before = known.current;
    known.current = { slot: clock?.slot, mark };
    if (before.slot !== clock?.slot || mark === undefined || mark >= (before.mark ?? Infinity)) return;
    announce(mark === 0 ? t("Time is up.") : tn("{n} minute left", "{n} minutes left", mark));
  }, [clock?.slot, mark]);
  return null;
}

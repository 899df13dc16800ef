// One round trip is not enough to know the time: over a slow network a few more follow the first,
// and now and then another one, because clocks drift.

import { doubtful } from "./clock.js";

const FINE = 20; // ms of doubt below which nothing more is asked
const AFTER = [400, 1_500, 4_000, 9_000]; // ms after joining
const EVERY = 60_000; // ms

// `ask` sends a message and learns from its answer. Returns what to call after joining.
export function probing(ask, connected) {
  const once = () => connected() && !document.hidden && ask("time", {}).catch(() => {});
  setInterval(once, EVERY * (0.75 + Math.random() / 2)); // not all phones at once
  return () => AFTER.forEach((ms) => setTimeout(() => doubtful(FINE) && once(), ms * (1 + Math.random() / 2)));
}

// What turns a browser into a screen on a wall: F for full screen, no cursor that rests there,
// and a display that does not fall asleep.

import { keysOff } from "./keys.js";
import { toggle } from "./wall-keys.js";

const RESTS = 2_500; // ms without a movement after which the cursor goes

export function fullscreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}

function stayAwake() {
  const ask = () => document.hidden || navigator.wakeLock?.request("screen").catch(() => {});
  document.addEventListener("visibilitychange", ask);
  ask();
}

function restingCursor() {
  const page = document.documentElement;
  let timer;
  const moved = () => {
    page.classList.remove("still");
    clearTimeout(timer);
    timer = setTimeout(() => page.classList.add("still"), RESTS);
  };
  addEventListener("pointermove", moved);
  addEventListener("pointerdown", moved);
  page.classList.add("still");
}

// keys: {T: () => …} for what else the page listens to; F is always full screen, ? always lists them.
export function hang(keys = {}) {
  const all = { F: fullscreen, "?": toggle, ...keys };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (keysOff() && event.key !== "?") return; // the sheet turns them on again
    all[event.key.toUpperCase()]?.();
  });
  addEventListener("dblclick", fullscreen);
  restingCursor();
  stayAwake();
}

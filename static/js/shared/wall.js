// What turns a browser into a screen on a wall: full screen, no cursor that rests there, and a
// display that does not fall asleep.

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

export function hang() {
  addEventListener("dblclick", fullscreen);
  restingCursor();
  stayAwake();
}

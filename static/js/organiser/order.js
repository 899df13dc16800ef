// Putting a slot elsewhere: dragged by its grip with mouse, pen or finger, or moved with the
// arrow keys. `move(id, to)` gets the place it should have in the row as it is now.

import { announce, html, useEffect, useRef } from "../shared/view.js";
import { t } from "../shared/words.js";

const lines = (element) => [...element.closest("ol").children];

// The place a line would take if it were let go at that height.
function placeAt(element, y) {
  const middles = lines(element).map((line) => line.getBoundingClientRect()).map((box) => box.top + box.height / 2);
  return middles.filter((middle) => middle < y).length;
}

function showPlace(element, place) {
  const row = lines(element);
  row.forEach((line, at) => {
    line.classList.toggle("before", at === place);
    line.classList.toggle("after", place === row.length && at === row.length - 1);
  });
}

export function Grip({ id, at, count, title, move, off }) {
  const button = useRef();
  const moved = useRef(false);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    button.current.focus();
    announce(t("“{title}” is now slot {n} of {count}.", { title, n: at + 1, count }));
  }, [at]);
  const go = (to) => {
    if (to < 0 || to >= count || to === at) return;
    moved.current = true;
    move(id, to);
  };
  const key = (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    go(at + step);
  };
  const grab = (event) => {
    if (event.button || off) return;
    const grip = event.currentTarget;
    grip.setPointerCapture(event.pointerId);
    const line = grip.closest("li");
    const stop = new AbortController();
    const end = (place) => {
      stop.abort();
      line.classList.remove("carried");
      showPlace(grip, -1);
      if (place !== undefined) go(place > at ? place - 1 : place);
    };
    const on = (name, act) => grip.addEventListener(name, act, { signal: stop.signal });
    on("pointermove", ({ clientY }) => {
      line.classList.add("carried");
      showPlace(grip, placeAt(grip, clientY));
    });
    on("pointerup", ({ clientY }) => end(line.classList.contains("carried") ? placeAt(grip, clientY) : undefined));
    on("pointercancel", () => end());
    addEventListener("keydown", (pressed) => pressed.key === "Escape" && end(), { signal: stop.signal });
  };
  return html`<button type="button" class="handle" ref=${button} disabled=${off} onKeyDown=${key} onPointerDown=${grab}
    title=${t("Drag, or use the arrow keys, to put it elsewhere")}><span class="grip" aria-hidden="true"></span>
    <span class="for-reader">${t("Place of “{title}”: use the arrow keys", { title })}</span></button>`;
}

// Words that must never be cut: the size steps down until they fit their box.
// The box has a bounded size of its own; what is in it multiplies its sizes by var(--fit, 1). Where
// it has several parts that must keep their proportions, all take the step of the fullest.

import { useLayoutEffect, useRef } from "preact/hooks";

const LEAST = 0.2;
const WHOLE = 0.6; // steps down to which no word is broken; only one that is longer still may be
const STEPS = 7; // halvings: to within a hundredth

const fits = (box) => box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1;

export function fit(box, parts = [box]) {
  const all = () => parts.every(fits);
  box.dataset.words = "whole";
  if (stepped(box, WHOLE, all)) return;
  delete box.dataset.words;
  stepped(box, LEAST, all);
}

// The largest size from `least` to 1 at which everything fits; false when it does not even at the least.
function stepped(box, least, fitting) {
  const size = (value) => box.style.setProperty("--fit", value);
  size(1);
  if (fitting()) return true;
  size(least);
  if (!fitting()) return false;
  let [small, large] = [least, 1];
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (small + large) / 2;
    size(middle);
    if (fitting()) small = middle;
    else large = middle;
  }
  size(small);
  return true;
}

// A ref for the box; measured again when `what` changes, the box does, or the typeface arrives.
// `parts` selects what must fit inside it, where that is not the box itself.
export function useFit(what, parts) {
  const box = useRef();
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const again = () => fit(element, parts && [...element.querySelectorAll(parts)]);
    again();
    const watcher = new ResizeObserver(again);
    watcher.observe(element);
    document.fonts?.ready.then(again);
    return () => watcher.disconnect();
  }, [what]);
  return box;
}

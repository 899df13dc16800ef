// Words that must never be cut: the size steps down until they fit their box.
// The box has a bounded size of its own; what is in it multiplies its sizes by var(--fit, 1).

import { useLayoutEffect, useRef } from "preact/hooks";

const LEAST = 0.2;
const WHOLE = 0.6; // steps down to which no word is broken; only one that is longer still may be
const STEPS = 7; // halvings: to within a hundredth

const fits = (box) => box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1;

export function fit(box) {
  box.dataset.words = "whole";
  if (stepped(box, WHOLE)) return;
  delete box.dataset.words;
  stepped(box, LEAST);
}

// The largest size from `least` to 1 at which everything fits; false when it does not even at the least.
function stepped(box, least) {
  const size = (value) => box.style.setProperty("--fit", value);
  size(1);
  if (fits(box)) return true;
  size(least);
  if (!fits(box)) return false;
  let [small, large] = [least, 1];
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (small + large) / 2;
    size(middle);
    if (fits(box)) small = middle;
    else large = middle;
  }
  size(small);
  return true;
}

// A ref for the box; measured again when `what` changes, the box does, or the typeface arrives.
export function useFit(what) {
  const box = useRef();
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const again = () => fit(element);
    again();
    const watcher = new ResizeObserver(again);
    watcher.observe(element);
    document.fonts?.ready.then(again);
    return () => watcher.disconnect();
  }, [what]);
  return box;
}

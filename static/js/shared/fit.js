// Words that must never be cut: the size steps down until they fit their box.
// The box has a bounded size of its own; what is in it multiplies its sizes by var(--fit, 1).

import { useLayoutEffect, useRef } from "preact/hooks";

const LEAST = 0.2;
const STEPS = 7; // halvings: to within a hundredth

const fits = (box) => box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1;

export function fit(box) {
  const size = (value) => box.style.setProperty("--fit", value);
  size(1);
  if (fits(box)) return;
  let [small, large] = [LEAST, 1];
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (small + large) / 2;
    size(middle);
    if (fits(box)) small = middle;
    else large = middle;
  }
  size(small);
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

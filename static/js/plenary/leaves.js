// How much a page of the wall holds: as much as can be read from ten metres. Where words would get
// too small there are more pages, which turn by themselves.

import { useLayoutEffect, useState } from "preact/hooks";
import { pages } from "./tiles.js";

// The pages of a list, at most so many to a page. `what` says for which words and which screen they
// were found; `boxes` are what steps down to its words, and `least` how far it may.
export function useLeaves(list, most, what, boxes, least) {
  const [known, find] = useState({ what, count: 1 });
  const count = known.what === what ? known.count : 1;
  const leaves = pages(list, count, most);
  const crowded = () => [...document.querySelectorAll(boxes)].some((box) => Number(box.style.getPropertyValue("--fit") || 1) < least);
  useLayoutEffect(() => {
    let on = true;
    const look = () => on && leaves.length < list.length && crowded() && find({ what, count: leaves.length + 1 });
    // Measured with the typeface, and after the boxes have stepped down to their words.
    document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(look)));
    return () => (on = false);
  });
  return leaves;
}

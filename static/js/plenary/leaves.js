// How many themes a page of the wall holds: as many as can be read from ten metres. Where words would
// get too small there are more pages, which turn by themselves.

import { useLayoutEffect, useState } from "preact/hooks";
import { pages } from "./tiles.js";

const READABLE = 0.5; // of a tile's words: at this step they are as small as the sheet lets them be

const crowded = () => [...document.querySelectorAll(".tile .words")].some((box) => Number(box.style.getPropertyValue("--fit") || 1) < READABLE);

// The pages; `what` says for which words and which screen they were found.
export function useLeaves(tiles, what) {
  const [known, find] = useState({ what, count: 1 });
  const count = known.what === what ? known.count : 1;
  const leaves = pages(tiles, count);
  useLayoutEffect(() => {
    let on = true;
    const look = () => on && leaves.length < tiles.length && crowded() && find({ what, count: leaves.length + 1 });
    // Measured with the typeface, and after the boxes have stepped down to their words.
    document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(look)));
    return () => (on = false);
  });
  return leaves;
}

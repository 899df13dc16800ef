// The keys of the pages on which slots are edited, and the button that lists them.

import { useKeys } from "../shared/keys.js";
import { KeySheet } from "../shared/sheet.js";
import { html, useState } from "../shared/view.js";
import { t } from "../shared/words.js";

// The keyboard goes to a slot's “More”, the one control that each of them always has.
function step(by) {
  const all = [...document.querySelectorAll(".slots .line [aria-expanded]")];
  const here = all.findIndex((button) => button.closest("li").contains(document.activeElement));
  all[here < 0 ? 0 : Math.min(all.length - 1, Math.max(0, here + by))]?.focus();
}

export function PlanKeys({ add }) {
  const [open, set] = useState(false);
  const table = [
    { keys: ["J"], says: t("To the next slot"), act: () => step(1) },
    { keys: ["K"], says: t("To the slot before"), act: () => step(-1) },
    { keys: [], face: ["↑", "↓"], says: t("On a slot’s handle: put it elsewhere") },
    { keys: ["A"], says: t("Add a slot at the end"), act: add },
    { keys: ["?"], says: t("All keys"), act: () => set(true) },
  ];
  useKeys(table, open);
  return html`<button type="button" class="button compact quiet" onClick=${() => set(true)}><kbd class="key">?</kbd>${t("All keys")}</button>
    ${open && html`<${KeySheet} table=${table} close=${() => set(false)} />`}`;
}

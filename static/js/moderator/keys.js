// The keys of the desk: what all its pages have, and the few that are hinted at all the time.

import { caps } from "../shared/keys.js";
import { html } from "../shared/view.js";
import { t } from "../shared/words.js";

// The keys of a page where people are looked up: its own, then the two that all such pages have.
export const seekKeys = (own, open) => [
  ...own,
  { keys: ["/"], says: t("Find a person"), act: () => document.querySelector("input[type=search]")?.focus() },
  { keys: ["?"], says: t("All keys"), act: () => open({ kind: "keys" }) },
];

export function KeyHints({ table, open, children }) {
  const hints = table.filter((line) => line.short);
  return html`<div class="keys">${hints.map((line) => html`<span key=${line.says}>${caps(line)}${line.short}</span>`)}
    <button type="button" class="button compact quiet" onClick=${open}><kbd class="key">?</kbd>${t("All keys")}</button>${children}</div>`;
}

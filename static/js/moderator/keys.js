// The keys of the desk: the sheet that lists them, and the few that are hinted at all the time.

import { caps, KeyList } from "../shared/keys.js";
import { html } from "../shared/view.js";
import { t } from "../shared/words.js";
import { Sheet } from "./pieces.js";

export function KeySheet({ table, close }) {
  return html`<${Sheet} title=${t("Keys")} close=${close}><${KeyList} table=${table} /><//>`;
}

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

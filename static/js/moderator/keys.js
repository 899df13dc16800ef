// The keys of the desk: one table for what they do and for the sheet that lists them. They rest
// while somebody types, while a sheet is open, with a modifier held, or when switched off.

import { html, useEffect, useState } from "../shared/view.js";
import { t } from "../shared/words.js";
import { Sheet } from "./pieces.js";

const OFF = "facilitator.keys-off";

export const keysOff = () => {
  try {
    return localStorage.getItem(OFF) === "1";
  } catch {
    return false;
  }
};

const switchKeys = (off) => {
  try {
    localStorage.setItem(OFF, off ? "1" : "0");
  } catch { /* kept until the page is left */ }
};

const typing = (target) => target instanceof Element && target.closest("input, textarea, select, [contenteditable], dialog");
const pressed = (target) => target instanceof Element && target.closest("button, a, summary, [role=menuitem]");

// table: [{keys: ["N"], face?, says, short?, act}]; `face` is what the caps show if not the keys,
// `short` puts a line among the hints.
export function useKeys(table, resting) {
  useEffect(() => {
    const down = (event) => {
      if (resting || keysOff() || event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      // Space and Enter belong to the button that has the focus.
      if (typing(event.target) || ([" ", "Enter"].includes(event.key) && pressed(event.target))) return;
      const line = table.find(({ keys }) => keys.includes(event.key.length === 1 ? event.key.toUpperCase() : event.key));
      if (!line) return;
      event.preventDefault();
      line.act();
    };
    addEventListener("keydown", down);
    return () => removeEventListener("keydown", down);
  });
}

const caps = (line) => (line.face ?? line.keys).map((key) => html`<kbd class="key" key=${key}>${key === " " ? t("Space") : key}</kbd>`);

export function KeySheet({ table, close }) {
  const [off, set] = useState(keysOff());
  const change = () => {
    switchKeys(!off);
    set(!off);
  };
  return html`<${Sheet} title=${t("Keys")} close=${close}>
    <dl class="key-list">${table.map((line) => html`<div key=${line.says}><dt>${caps(line)}</dt><dd>${line.says}</dd></div>`)}</dl>
    <label class="tick"><input type="checkbox" checked=${!off} onChange=${change} /><span>${t("Keys are on")}<small class="soft">${t("They rest while you type and while a sheet is open.")}</small></span></label><//>`;
}

export function KeyHints({ table, open }) {
  const hints = table.filter((line) => line.short);
  return html`<div class="keys">${hints.map((line) => html`<span key=${line.says}>${caps(line)}${line.short}</span>`)}
    <button type="button" class="button compact quiet" onClick=${open}><kbd class="key">?</kbd>${t("All keys")}</button></div>`;
}

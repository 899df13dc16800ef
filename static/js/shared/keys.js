// Keys of a page: one table for what they do and for the sheet that lists them. They rest while
// somebody types, while a sheet is open, with a modifier held, or when switched off for good; but
// “?” is always heard, since its sheet has the switch.

import { html, useEffect, useRef, useState } from "./view.js";
import { t } from "./words.js";

const OFF = "facilitator.keys-off";

const keysOff = () => {
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
export const held = (event) => event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.isComposing;

// table: [{keys: ["N"], face?, says, short?, act}]; `face` is what the caps show if not the keys,
// `short` puts a line among the hints. `always`: a switch of their own says when they are heard.
export function useKeys(table, resting, always = false) {
  // A key means what the page shows now: effects run a moment after a drawing, and would be late.
  const latest = useRef();
  latest.current = { table, resting };
  useEffect(() => {
    const down = (event) => {
      const now = latest.current;
      if (now.resting || held(event)) return;
      if (!always && keysOff() && event.key !== "?") return;
      // Space and Enter belong to the button that has the focus.
      if (typing(event.target) || ([" ", "Enter"].includes(event.key) && pressed(event.target))) return;
      const line = now.table.find(({ keys }) => keys.includes(event.key.length === 1 ? event.key.toUpperCase() : event.key));
      if (!line) return;
      event.preventDefault();
      line.act();
    };
    addEventListener("keydown", down);
    return () => removeEventListener("keydown", down);
  }, []);
}

const FACES = { " ": () => t("Space"), PageDown: () => t("Page ↓"), PageUp: () => t("Page ↑"), ArrowRight: () => "→", ArrowLeft: () => "←", ArrowDown: () => "↓", ArrowUp: () => "↑" };
export const caps = (line) => (line.face ?? line.keys).map((key) => html`<kbd class="key" key=${key}>${FACES[key]?.() ?? key}</kbd>`);

// All keys, and the switch that turns them off: the inside of every `?` sheet.
export function KeyList({ table }) {
  const [off, set] = useState(keysOff());
  const change = () => {
    switchKeys(!off);
    set(!off);
  };
  return html`<dl class="key-list">${table.map((line) => html`<div key=${line.says}><dt>${caps(line)}</dt><dd>${line.says}</dd></div>`)}</dl>
    <label class="tick"><input type="checkbox" checked=${!off} onChange=${change} /><span>${t("Keys are on")}<small class="soft">${t("They rest while you type and while a sheet is open. “?” brings this list in any case.")}</small></span></label>`;
}

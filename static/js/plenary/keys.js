// The keys of the plenary desk. They rest while somebody types or a sheet is open, and can be
// switched off for good.

import { html, useEffect, useRef, useState } from "../shared/view.js";
import { t } from "../shared/words.js";
import { Sheet } from "./pieces.js";

const OFF = "facilitator.keys-off";

const off = () => {
  try {
    return localStorage.getItem(OFF) === "1";
  } catch {
    return false;
  }
};
const keep = (value) => {
  try {
    localStorage.setItem(OFF, value ? "1" : "0");
  } catch { /* kept until the page is left */ }
};

const typing = (target) => target instanceof Element && target.closest("input, textarea, select, dialog");

// table: [{keys: ["A"], says, act}]
export function useKeys(table, resting) {
  // A key means what the desk shows now: effects run a moment after a drawing, and would be late.
  const latest = useRef();
  latest.current = { table, resting };
  useEffect(() => {
    const down = (event) => {
      const now = latest.current;
      if (now.resting || off() || event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
      const line = now.table.find(({ keys }) => keys.includes(event.key.length === 1 ? event.key.toUpperCase() : event.key));
      if (!line) return;
      event.preventDefault();
      line.act();
    };
    addEventListener("keydown", down);
    return () => removeEventListener("keydown", down);
  }, []);
}

export function KeySheet({ table, close }) {
  const [rest, set] = useState(off());
  const change = () => {
    keep(!rest);
    set(!rest);
  };
  return html`<${Sheet} title=${t("Keys")} close=${close}>
    <dl class="key-list">${table.map(({ keys, says }) => html`<div key=${says}><dt>${keys.map((key) => html`<kbd class="key" key=${key}>${key}</kbd>`)}</dt><dd>${says}</dd></div>`)}</dl>
    <label class="tick"><input type="checkbox" checked=${!rest} onChange=${change} /><span>${t("Keys are on. They rest while you type and while a sheet is open.")}</span></label><//>`;
}

// A field whose words are kept while somebody types, whatever else changes around it, and until
// they are saved: `commit(value)` may be slow, and false means that it was refused.

import { SETTLE } from "../shared/held.js";
import { html, useRef, useState } from "../shared/view.js";

export function Field({ value = "", commit, lines = 0, read = (text) => text.trim(), ...rest }) {
  const [typed, type] = useState(null);
  const sent = useRef(null);
  const leave = async (event) => {
    if (typed === null || typed === String(value)) return type(null);
    if (sent.current === typed) return; // the same change: Enter first, then leaving
    const made = read(typed, event.target);
    if (made === undefined) return type(null);
    sent.current = typed;
    const done = await commit(made);
    sent.current = null;
    if (done !== false) setTimeout(() => type((now) => (now === typed ? null : now)), SETTLE);
  };
  const fields = { value: typed ?? value, dir: "auto", onInput: (event) => type(event.target.value), onBlur: leave,
    onKeyDown: (event) => event.key === "Escape" && type(null), ...rest };
  if (lines) return html`<textarea class="input compact" rows=${lines} ...${fields}></textarea>`;
  return html`<input class="input compact" ...${fields} onChange=${leave} />`;
}

// A time of day as people type it: 9:30, 09.30, 930. Anything else goes back to what it was.
export function clockTyped(text) {
  const found = text.trim().match(/^([01]?\d|2[0-3])[:.h]?([0-5]\d)$/);
  return found ? `${found[1].padStart(2, "0")}:${found[2]}` : undefined;
}

export const least = (most, smallest = 1) => (text) => {
  const number = Number(text);
  return Number.isInteger(number) && number >= smallest && number <= most ? number : undefined;
};

// What must not be empty goes back to what it was.
export const said = (text) => text.trim() || undefined;

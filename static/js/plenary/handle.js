// The handle by which a theme is put into its place: dragged, or moved with the arrow keys.

import { html } from "../shared/view.js";
import { t } from "../shared/words.js";
import { carry } from "./drag.js";

// (-1 | 1) => puts the theme one place earlier or later. `ordered` remembers whom to focus again.
export const arrows = (theme, row, deeds, ordered) => (step) => {
  const ids = row.map((one) => one.id);
  const place = ids.indexOf(theme.id) + step;
  if (place < 0 || place >= ids.length) return;
  const others = ids.filter((id) => id !== theme.id);
  ordered.current = theme.id;
  deeds.order(theme.id, others[place] ?? null);
};

const STEPS = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

export function Handle({ theme, move }) {
  const key = (event) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const mirrored = document.dir === "rtl" && event.key !== "ArrowUp" && event.key !== "ArrowDown";
    move(mirrored ? -step : step);
  };
  return html`<button type="button" class="handle" title=${t("Drag, or use the arrow keys, to put it elsewhere")} onKeyDown=${key} ...${carry("theme", theme.id)}>
    <span class="grip" aria-hidden="true"></span><span class="for-reader">${t("Place of “{title}”: use the arrow keys", { title: theme.title })}</span></button>`;
}

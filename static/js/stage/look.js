// Dark or light: a stage under lights and a stage in daylight are read differently. The choice
// stays with this browser.

import { html, useState } from "../shared/view.js";
import { t } from "../shared/words.js";

const KEY = "facilitator.stage-look";
const root = document.documentElement;
const looks = ["dark", "light"];
const listeners = new Set();

const set = (look) => {
  root.dataset.theme = look;
  listeners.forEach((listener) => listener(look));
};

export function kept() {
  try {
    const look = localStorage.getItem(KEY);
    if (looks.includes(look)) set(look);
  } catch { /* the page's own look stays */ }
}

export function flip() {
  const look = root.dataset.theme === "light" ? "dark" : "light";
  set(look);
  try {
    localStorage.setItem(KEY, look);
  } catch { /* kept until the page is left */ }
}

// Seen while a pointer moves or the keyboard is on it; otherwise out of the speaker's way.
export function Look() {
  const [look, show] = useState(root.dataset.theme);
  listeners.add(show);
  return html`<button type="button" class="look" onClick=${flip}>${look === "light" ? t("Dark") : t("Light")} <kbd class="key">T</kbd></button>`;
}

// A presentation clicker sends Page Down and Page Up, or arrows: keys that pages also scroll by,
// and that a bag presses too. So it works only while it is armed, by a switch everybody can see,
// and after a reload it rests again. What asks first still asks.

import { useKeys } from "./keys.js";
import { html, Icon, useState } from "./view.js";
import { t } from "./words.js";

export const FORWARD = ["PageDown", "ArrowRight", "ArrowDown"];
export const BACKWARD = ["PageUp", "ArrowLeft", "ArrowUp"];

// [armed, arm]: while armed, the keys of a clicker call `next` and `back`.
export function useClicker({ next, back }, resting) {
  const [armed, arm] = useState(false);
  useKeys(armed ? [{ keys: FORWARD, act: next }, { keys: BACKWARD, act: back }] : [], resting, true);
  return [armed, arm];
}

export function ClickerSwitch({ armed, arm }) {
  return html`<button type="button" role="switch" class=${armed ? "button compact main" : "button compact"} aria-checked=${armed} onClick=${() => arm(!armed)}
    title=${t("Page Down and → go on, Page Up and ← go back. What asks first still asks.")}><${Icon} name=${armed ? "tick" : "lock"} />${armed ? t("Clicker is armed") : t("Arm the clicker")}</button>`;
}

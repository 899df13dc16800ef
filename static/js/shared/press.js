// A button that sends: it shows at once that it was pressed, and keeps the focus while it waits.
// Whether it is heard meanwhile, as a key or a clicker would be, is for the orders to say.

import { html } from "./view.js";

export function Press({ orders, place, act, off = false, name = "button compact", children, ...rest }) {
  const quiet = off || orders.holds(place);
  return html`<button type="button" class=${name} aria-busy=${orders.waits(place)} aria-disabled=${quiet} onClick=${() => quiet || act()} ...${rest}>${children}</button>`;
}

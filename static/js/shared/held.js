// A value shown as it was wanted while a command carries it to the server and back. What is drawn
// in between for another reason still has the old value, and would take it back under the hand.

import { html, useState } from "./view.js";

export const SETTLE = 400; // ms after an answer in which the slowest channel has told it too

// `commit(value)` resolves to false when it was refused. Returns [what to show, a setter].
export function useHeld(value, commit) {
  const [mine, keep] = useState(null);
  const set = async (wanted) => {
    const held = { wanted };
    keep(held);
    const done = await commit(wanted);
    setTimeout(() => keep((now) => (now === held ? null : now)), done === false ? 0 : SETTLE);
    return done;
  };
  return [mine ? mine.wanted : value, set];
}

export function Tick({ on, commit, name, more, off }) {
  const [shown, set] = useHeld(on, commit);
  return html`<label class="tick"><input type="checkbox" checked=${shown} disabled=${off} onChange=${(event) => set(event.target.checked)} />
    <span>${name}${more && html`<small>${more}</small>`}</span></label>`;
}

// Am I in the room or online? Asked of whoever has not said so and is not on the organisers' list with it:
// rooms are drawn by it, so nothing is taken for granted.

import { html, useState } from "../shared/view.js";
import { t } from "../shared/words.js";

export function Whereabouts({ person, send }) {
  const [told, tell] = useState({});
  if (person.mode) return null;
  const say = (mode) => async () => {
    if (told.busy) return;
    tell({ busy: true });
    try {
      const answer = await send("person.edit", { mode });
      tell(answer.ok ? {} : { why: answer.why });
    } catch {
      tell({ why: t("No connection. Please try again in a moment.") });
    }
  };
  const choice = (mode, words) => html`<button type="button" class="button" aria-busy=${Boolean(told.busy)} onClick=${say(mode)}>${words}</button>`;
  return html`<section class="section stack" aria-labelledby="whereabouts"><h2 id="whereabouts">${t("Where are you?")}</h2>
    <p>${t("Rooms are made so that people in the room sit together, and people online meet online.")}</p>
    <div class="row wrap">${choice("onsite", t("I am in the room"))}${choice("online", t("I am online"))}</div>
    <p role="status" class=${told.why ? "why" : ""}>${told.why}</p></section>`;
}

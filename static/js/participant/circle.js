// A fishbowl on the phone: who speaks, how I get a chair in the middle, and how I leave it.

import { announce, html, Icon, useState } from "../shared/view.js";
import { t } from "../shared/words.js";

const [INNER, OUTER] = [1, 2]; // the circles' numbers

const SAYS = {
  inner: () => [t("You sit in the inner circle and may speak"), t("One chair stays free for whoever wants to come in. When you have said yours, go back to the outer circle.")],
  outer: () => [t("You listen first"), t("Whoever wants to speak takes a free chair in the inner circle.")],
};
const SCAN = { inner: () => t("Scan the code of the outer circle when you sit down there."), outer: () => t("Scan the code of the inner circle when you sit down there.") };

export function Circle({ place, person, send }) {
  const [told, tell] = useState({});
  if (!place.circle) return null;
  const inside = place.circle === "inner";
  const change = async () => {
    if (told.busy) return;
    tell({ busy: true });
    try {
      const answer = await send("seat.choose", { table: inside ? OUTER : INNER });
      tell(answer.ok ? {} : { why: answer.why });
      announce(answer.ok ? "" : answer.why);
    } catch {
      tell({ why: t("No connection. Please try again in a moment.") });
    }
  };
  const [title, text] = SAYS[place.circle]();
  const hall = person.mode === "onsite";
  return html`<section class="section stack" aria-labelledby="circle"><h2 id="circle">${title}</h2><p>${text} ${place.scan ? hall && SCAN[place.circle]() : t("The moderator says who changes circles.")}</p>
    ${place.scan && !hall && html`<button type="button" class="button" aria-busy=${Boolean(told.busy)} onClick=${change}><${Icon} name=${inside ? "people" : "speak"} />${inside ? t("Go back to the outer circle") : t("Take a chair in the inner circle")}</button>`}
    <p role="status" class=${told.why ? "why" : ""}>${told.why}</p></section>`;
}

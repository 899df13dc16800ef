// The one filled button: what comes next, by name.

import { Icon, html } from "../shared/view.js";
import { t } from "../shared/words.js";
import { step } from "./step.js";

export function Go({ hall, moderator, orders, deeds }) {
  if (hall.status === "ended") {
    return html`<a class="go" href=${`/events/${hall.event.id}/report`}><b>${t("Report")}</b><${Icon} name="next" turns />
      <span>${t("What the rooms said, planned and actual times, who was here.")}</span></a>`;
  }
  const here = step(hall, moderator.rounds, Object.values(moderator.people).filter((one) => one.present).length);
  if (!here) return html`<a class="go" href=${`/events/${hall.event.id}/plan`}><b>${t("Plan")}</b><${Icon} name="next" turns /><span>${t("The agenda is empty.")}</span></a>`;
  const quiet = orders.waits("next") || deeds.settling();
  return html`<button type="button" class="go" aria-busy=${orders.waits("next")} aria-disabled=${quiet} title=${here.to?.title} onClick=${deeds.next}>
    <b>${here.name}</b><${Icon} name=${here.to ? "next" : "flag"} turns />
    <span>${here.to && html`<strong dir="auto">${here.to.title}</strong>`}${here.says && html`<span>${here.says}</span>`}</span></button>`;
}

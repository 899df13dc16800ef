// The door: the code that leads in, who came through it, and whether it is open.

import { Press } from "../shared/press.js";
import { Icon, html } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { Said } from "./pieces.js";
import { away } from "./round.js";

const spaced = (code) => code.replace(/(.{4})(?=.)/g, "$1\u00a0");

export function Door({ views, orders, deeds, open, join }) {
  const { hall, moderator } = views;
  const people = Object.values(moderator.people);
  const lost = away(moderator.people).length;
  const shut = hall.door === "closed";
  return html`<section aria-label=${t("Door")}><div class="door"><img src=${`/j/${hall.event.code}/qr.svg`} width="100" height="100" alt=${t("QR code to join the event")} />
    <div><p class="label">${join.replace(/^https?:\/\//, "").replace(/\/j\/.*$/, "")}</p><p class="code digits">${spaced(hall.event.code)}</p>
      <dl class="counts digits"><dt>${people.length}</dt><dd>${t("joined")}</dd><dt>${people.length - lost}</dt><dd>${t("present")}</dd>
        <dt>${people.filter((one) => one.present && one.mode === "onsite").length}</dt><dd>${t("in the hall")}</dd></dl></div></div>
    <div class="row doors"><${Press} orders=${orders} place="door" act=${deeds.door}><${Icon} name=${shut ? "people" : "lock"} />${shut ? t("Open the door") : t("Close the door")}<//>
      ${shut && html`<span class="chip warning">${t("Closed")}</span>`}
      ${lost > 0 && html`<button type="button" class="button compact" onClick=${() => open({ kind: "away" })}><${Icon} name="offline" />${tn("{n} lost signal", "{n} lost signal", lost)}</button>`}</div>
    ${shut && html`<p class="tiny soft">${t("Nobody new can join. Those who are in stay in.")}</p>`}
    <${Said} orders=${orders} places=${["door"]} /></section>`;
}

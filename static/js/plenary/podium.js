// The host's side of the plenary: the run sheet, who was not yet heard, the vote, the big screen.

import { Press } from "../shared/press.js";
import { Icon, html } from "../shared/view.js";
import { t } from "../shared/words.js";
import { AutomaticSwitch } from "./automatic.js";
import { OnScreen } from "./on-screen.js";
import { Why } from "./pieces.js";
import { roomsNow } from "./reading.js";
import { RunSheet } from "./run-sheet.js";
import { Vote } from "./vote.js";

function Unheard({ rooms, numbers }) {
  const missing = rooms.filter((room) => numbers.includes(room.number));
  const names = missing.map((room) => [t("room {number}", { number: room.number }), room.name].filter(Boolean).join(", "));
  return missing.length > 0 && html`<p class="unheard"><b>${t("Not yet heard:")}</b> ${names.join("; ")}. ${t("Ask them before the last theme.")}</p>`;
}

export function Podium(shared) {
  const { views, orders, deeds, open } = shared;
  const rooms = roomsNow(views.host, views.hall);
  const chosen = Object.keys(views.host.run.lines).some((id) => views.host.themes[id]);
  return html`<aside class="podium" aria-label=${t("Plenary")} tabindex="0"><${RunSheet} rooms=${rooms} ...${shared} />
    ${chosen && html`<${Unheard} rooms=${rooms} numbers=${views.host.run.unheard} />`}
    <${Vote} ...${shared} /><${OnScreen} ...${shared} />
    <div class="auto"><button type="button" class="button compact quiet" onClick=${() => open({ kind: "watch" })}>${t("Words to look at twice…")}</button><${AutomaticSwitch} host=${views.host} open=${open} /></div></aside>`;
}

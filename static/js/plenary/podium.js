// The host's side of the plenary: the run sheet, who was not yet heard, the vote, the big screen.

import { html, useEffect, useRef } from "../shared/view.js";
import { t } from "../shared/words.js";
import { AutomaticSwitch } from "./automatic.js";
import { OnScreen } from "./on-screen.js";
import { roomsNow } from "./reading.js";
import { RunSheet } from "./run-sheet.js";
import { Vote } from "./vote.js";

function Unheard({ rooms, numbers }) {
  const missing = rooms.filter((room) => numbers.includes(room.number));
  const names = missing.map((room) => [t("room {number}", { number: room.number }), room.name].filter(Boolean).join(", "));
  return missing.length > 0 && html`<p class="unheard"><b>${t("Not yet heard:")}</b> ${names.join("; ")}. ${t("Ask them before the last theme.")}</p>`;
}

export function Podium(shared) {
  const { views, open, desk } = shared;
  const rooms = roomsNow(views.host, views.hall);
  const chosen = Object.keys(views.host.run.lines).some((id) => views.host.themes[id]);
  const box = useRef();
  useEffect(() => desk.rehearsing && box.current.scrollTo({ top: 0 }), [desk.rehearsing]); // what is tried out comes first
  return html`<aside class="podium" ref=${box} aria-label=${t("Plenary")} tabindex="0">${desk.rehearsing && html`<${OnScreen} ...${shared} />`}<${RunSheet} rooms=${rooms} ...${shared} />
    ${chosen && html`<${Unheard} rooms=${rooms} numbers=${views.host.run.unheard} />`}
    <${Vote} ...${shared} />${!desk.rehearsing && html`<${OnScreen} ...${shared} />`}
    <div class="auto"><button type="button" class="button compact quiet" onClick=${() => open({ kind: "watch" })}>${t("Words to look at twice…")}</button><${AutomaticSwitch} host=${views.host} open=${open} /></div></aside>`;
}

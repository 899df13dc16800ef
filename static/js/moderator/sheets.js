// The sheets that open over the control desk: a question, where to jump, who lost signal, the keys.

import { expected, lasts, now } from "../shared/clock.js";
import { KeySheet, Sheet } from "../shared/sheet.js";
import { inOrder } from "../shared/spine.js";
import { html } from "../shared/view.js";
import { t, time } from "../shared/words.js";
import { Ask, Org } from "./pieces.js";
import { Phrases } from "./phrases.js";
import { away } from "./round.js";
import { Times } from "./times-sheet.js";
import { AllViews } from "./all-views.js";

function Jump({ hall, deeds, close }) {
  const go = (id) => {
    close();
    deeds.jump(id);
  };
  const found = expected(hall.slots, hall.clock, now());
  const line = (slot) => html`<li key=${slot.id}><button type="button" class="button quiet" disabled=${slot.id === hall.clock?.slot} onClick=${() => go(slot.id)}>
    <span class="digits">${time(found[slot.id].start, hall.event.timezone)}</span><b dir="auto">${slot.title}</b>
    <span class="soft">${slot.id === hall.clock?.slot ? t("on now") : t("{n} min", { n: Math.round(lasts(slot) / 60_000) })}</span></button></li>`;
  return html`<${Sheet} title=${t("Jump to a slot")} close=${close}><p class="soft">${t("You are asked once more before anything happens.")}</p>
    <ol class="jumps">${inOrder(hall.slots).map(line)}</ol><//>`;
}

function Away({ people, close }) {
  const list = away(people);
  return html`<${Sheet} title=${t("Without a connection")} close=${close}>
    <p class="soft">${t("These people joined, and their phone is not with us now. What they write is kept on it until it is back. In rooms they keep their seat.")}</p>
    <ul class="names">${list.map((one) => html`<li key=${one.id}><${Org} name=${one.organisation} /><span dir="auto">${one.name}</span><small class="soft" dir="auto">${one.organisation}</small></li>`)}</ul>
    ${!list.length && html`<p>${t("Everybody is connected.")}</p>`}<//>`;
}

export function Sheets({ sheet, views, orders, deeds, table, close }) {
  if (!sheet) return null;
  if (sheet.kind === "ask") return html`<${Ask} key=${sheet.title} ...${sheet} close=${close} />`;
  if (sheet.kind === "jump") return html`<${Jump} hall=${views.hall} deeds=${deeds} close=${close} />`;
  if (sheet.kind === "times") return html`<${Times} hall=${views.hall} orders=${orders} deeds=${deeds} close=${close} />`;
  if (sheet.kind === "away") return html`<${Away} people=${views.moderator.people} close=${close} />`;
  if (sheet.kind === "phrases") return html`<${Phrases} moderator=${views.moderator} orders=${orders} deeds=${deeds} close=${close} />`;
  if (sheet.kind === "ways") return html`<${AllViews} hall=${views.hall} close=${close} />`;
  return html`<${KeySheet} table=${table} close=${close} />`;
}

// What the hall sees, in small; and the rehearsal, in which it is tried out on a preview first.

import { Press } from "../shared/press.js";
import { Icon, html } from "../shared/view.js";
import { t } from "../shared/words.js";
import { SCENES, Why } from "./pieces.js";
import { Preview } from "./preview.js";

function Scenes({ host, which, orders, deeds }) {
  const chosen = host[which].scene;
  const follows = chosen ? t("Follow the agenda") : t("Follows the agenda: {scene}", { scene: SCENES[which === "preview" ? host.preview.scene ?? host.scene : host.scene]?.() ?? "" });
  return html`<select class="input compact" aria-label=${t("What the screen shows")} value=${chosen ?? ""} disabled=${orders.waits("screen")} onChange=${(event) => deeds.scene(event.target.value || null)}>
    <option value="">${follows}</option>${Object.entries(SCENES).map(([name, words]) => html`<option key=${name} value=${name}>${words()}</option>`)}</select><${Why} orders=${orders} place="screen" />`;
}

function Rehearsal({ views, desk, orders, deeds, set }) {
  const { hall, host, preview } = views;
  const leave = () => set({ rehearsing: false, line: undefined });
  // A line that was rehearsed is on from then, with its clock: the sheet goes on after it.
  const take = async () => {
    const { line } = desk;
    if (!(await deeds.take())) return;
    if (line && hall.clock) await deeds.step(host.run.line ?? null, line);
    leave();
  };
  return html`<div class="notice rehearsal"><div class="stack"><div class="row between"><b>${t("Rehearsal")}</b><a class="small" href=${`/events/${hall.event.id}/preview`} target="_blank" rel="noopener">${t("Open the preview")}</a></div>
    <${Preview} hall=${hall} plenary=${preview} /><${Scenes} host=${host} which="preview" orders=${orders} deeds=${deeds} />
    <p class="small">${t("The hall sees nothing of this.")}</p>
    <div class="row"><${Press} orders=${orders} place="take" act=${take}><${Icon} name="screen" />${t("Take it live")}<//><button type="button" class="button compact quiet" onClick=${leave}>${t("End the rehearsal")}</button></div><${Why} orders=${orders} place="take" /></div></div>`;
}

export function OnScreen({ views, desk, set, orders, deeds }) {
  const { hall, host, plenary } = views;
  const swapped = host.screen.quote && plenary.spotlight && !plenary.quote; // by its author, behind the host's back
  if (desk.rehearsing) return html`<section class="on-air"><${Rehearsal} views=${views} desk=${desk} orders=${orders} deeds=${deeds} set=${set} /></section>`;
  return html`<section class="on-air" aria-label=${t("On the big screen now")}><div class="row between"><h2>${t("On the big screen now")}</h2>
      <button type="button" class="button compact quiet" onClick=${() => set({ rehearsing: true, line: undefined })} title=${t("Try out on a preview what the hall will see")}>${t("Rehearse")}</button></div>
    <${Preview} hall=${hall} plenary=${plenary} />${swapped && html`<p class="small" role="status">${t("The quote you chose may not be shown any more: it was changed, taken back or held.")}</p>`}<${Scenes} host=${host} which="screen" orders=${orders} deeds=${deeds} /></section>`;
}

// Showing themes and notes that nobody has read: the switch, its warning, and the strip over the desk
// for as long as it is on, because a host who has forgotten it would trust approval that nobody asks for.

import { Press } from "../shared/press.js";
import { Sheet } from "../shared/sheet.js";
import { Icon, html, useState } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { Why } from "./pieces.js";

export function AutomaticSwitch({ host, open }) {
  return !host.screen.automatic && html`<button type="button" class="button compact quiet" onClick=${() => open({ kind: "automatic" })}>${t("Show themes without reading them first…")}</button>`;
}

export function AutomaticStrip({ host, orders, deeds }) {
  return host.screen.automatic && html`<div class="notice warning unread" role="status"><${Icon} name="warn" /><p><b>${t("Automatic is on.")}</b> ${t("Every theme and note shows at once, unread.")}</p>
    <${Press} orders=${orders} place="automatic" act=${() => deeds.automate(false)}>${t("Ask for approval again")}<//><${Why} orders=${orders} place="automatic" /></div>`;
}

export function AutomaticSheet({ views, orders, deeds, close }) {
  const [sure, tick] = useState(false);
  const { themes = 0, quotes = 0 } = views.host.unread ?? {};
  const yes = async () => (await deeds.automate(true)) && close();
  return html`<${Sheet} title=${t("Show notes that nobody has read?")} close=${close} name="sheet alarm"><div class="notice danger"><${Icon} name="warn" /><div>
    <p><b>${t("Whatever anybody writes goes onto the big screen the moment it is grouped.")}</b></p>
    <p>${t("Names, insults and mistakes included. You can only take it down after the hall has seen it.")}</p>
    <p class="digits">${t("At once come up: {themes} and {quotes} that nobody approved.", { themes: tn("{n} theme", "{n} themes", themes), quotes: tn("{n} quote", "{n} quotes", quotes) })}</p></div></div>
    <label class="tick"><input type="checkbox" checked=${sure} onChange=${(event) => tick(event.target.checked)} /><span>${t("I know, and I want it.")}</span></label>
    <div class="row"><button type="button" class="button main" onClick=${close}>${t("Keep asking me")}</button>
      <${Press} orders=${orders} place="automatic" name="button danger" off=${!sure} act=${yes}>${t("Show everything unread")}<//></div><${Why} orders=${orders} place="automatic" /><//>`;
}

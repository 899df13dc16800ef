// A model outside that gives names: what would be sent where, who is told, and the way to ask it.
// It is off until somebody of the crew lets it read, and then only what is written afterwards.

import { Press } from "../shared/press.js";
import { Sheet } from "../shared/sheet.js";
import { Icon, html, page } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { Why } from "./pieces.js";

// The notes that would be told: the server decides by the same rule when it asks.
const sendable = ({ notes, rooms, grouping }) =>
  Object.values(notes).filter((note) => note.quotable && !note.hidden && !rooms[note.room]?.private && note.at >= grouping.reader_since);

function Sent() {
  return html`<ul class="stack"><li>${t("Sent: the question, the words of notes whose authors agree to be quoted, the names of themes.")}</li>
    <li>${t("Never sent: names, rooms, times, private notes. E-mail addresses, phone numbers and people’s names in a note are masked.")}</li>
    <li>${t("It only gives names and keywords. Which note goes where is worked out on this server, and you see the proposal before anything moves.")}</li>
    ${page().vectors && html`<li>${t("“{model}” there also turns words into numbers: these notes as they come, and the names and keywords of themes. They help to tell which notes a name means. Nothing waits for them.", { model: page().vectors })}</li>`}</ul>`;
}

export function ModelSheet({ views, orders, deeds, close }) {
  const { reader, wish, unread } = views.host.grouping;
  const on = reader === page().model;
  const count = on ? sendable(views.host).length : 0;
  const ask = async () => (await deeds.ask("model")) && close();
  return html`<${Sheet} title=${t("Names from a model")} close=${close}><div class="stack"><p><bdi><b>${page().model}</b></bdi></p><${Sent} />
    <label class="tick"><input type="checkbox" role="switch" checked=${on} aria-busy=${orders.waits("model")} onChange=${(event) => deeds.allowModel(event.target.checked ? page().model : "")} /><span>${t("Let it read notes of this event")}</span></label>
    <p class="soft">${on ? t("Everybody who writes is told so on their phone. Only notes written since then are sent.") : t("Off: nothing is sent. When you turn it on, phones say so first; only notes written after that are sent.")}</p>
    ${on && unread && html`<div class="notice warning" role="status"><${Icon} name="warn" /><span dir="auto">${unread}</span></div>`}
    ${on && html`<p class="digits" role="status">${tn("{n} note can be sent now.", "{n} notes can be sent now.", count)}</p>
      <div class="row"><${Press} orders=${orders} place="steer" name="button main" off=${wish !== undefined} act=${ask}><${Icon} name="theme" />${wish === "model" ? t("Looking…") : t("Ask for names")}<//></div>`}
    <${Why} orders=${orders} place="model" /><${Why} orders=${orders} place="steer" /></div><//>`;
}

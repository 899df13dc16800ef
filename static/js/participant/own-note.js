// A note of mine: its words, what became of it, and what I can still do about it.

import { html, Icon, useState } from "../shared/view.js";
import { fresh } from "../shared/live.js";
import { t } from "../shared/words.js";
import { Editor } from "./editor.js";
import { Fate } from "./notes.js";
import { Objected, Objecting } from "./objection.js";
import { RefusedDeeds } from "./refused-note.js";
import { Wishes } from "./wishes.js";

export function OwnNote({ note, box, room }) {
  const refused = note.state === "refused";
  return html`<article class=${`note ${note.state}`}><p class="voice-paper" dir="auto">${note.text}</p><${Fate} note=${note} />
    ${refused ? html`<${RefusedDeeds} note=${note} box=${box} room=${room} />` : html`<${Deeds} note=${note} box=${box} />`}</article>`;
}

// Change it, say it is not what was meant, or take it back, which asks once, on the spot. `wide` is
// the plenary's way to ask.
export function Deeds({ note, box, wide }) {
  const [doing, start] = useState("");
  const stop = () => start("");
  const save = ({ text, kind }) => {
    stop();
    if (text !== note.text || kind !== note.kind) box.put("note.edit", { command_id: fresh(), note_id: note.id, kind, text });
  };
  const withdraw = () => box.put("note.withdraw", { command_id: fresh(), note_id: note.id });
  if (doing === "object") return html`<${Objecting} note=${note} box=${box} stop=${stop} />`;
  if (doing === "edit") return html`<${Editor} note=${note} save=${save} stop=${stop} />`;
  if (doing === "withdraw") {
    return html`<div class="row wrap acts" role="group" aria-label=${t("Take this note back?")}><p>${t("It is erased everywhere.")}</p>
      <button class="button danger" type="button" onClick=${withdraw}>${t("Yes, take it back")}</button>
      <button class="button" type="button" onClick=${stop}>${t("Keep it")}</button></div>`;
  }
  const look = wide ? "button grow" : "link";
  const placed = ["grouped", "approved", "shown"].includes(note.state);
  const deed = (name, words, icon) => html`<button class=${look} type="button" onClick=${() => start(name)}>${wide && icon && html`<${Icon} name=${icon} />`}${words}</button>`;
  return html`<${Objected} note=${note} /><div class="row wrap acts">${placed && deed("object", t("Not what I meant"))}
      ${deed("edit", t("Edit"), "pencil")}${deed("withdraw", t("Take it back"), "hide")}</div>
    ${note.state !== "waiting" && html`<${Wishes} note=${note} box=${box} />`}`;
}

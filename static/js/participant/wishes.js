// What its author wishes for a note: whose name it carries, and whether it may be quoted.

import { html } from "../shared/view.js";
import { fresh } from "../shared/live.js";
import { t } from "../shared/words.js";

const NAMES = {
  no: () => t("Without my name"), room: () => t("My name in the room and the report"),
  wall: () => t("My name on the big screen too"),
};

export function Wishes({ note, box }) {
  const sign = (signed) => box.put("note.sign", { command_id: fresh(), note_id: note.id, signed });
  const consent = (event) => box.put("note.consent", { command_id: fresh(), note_id: note.id, on: event.target.checked });
  return html`<details class="wishes"><summary>${t("Name and quoting")}</summary>
    <fieldset><legend class="for-reader">${t("My name beside this note")}</legend>
      ${Object.entries(NAMES).map(([value, words]) => html`<label class="tick" key=${value}><input type="radio" name=${`sign-${note.id}`} checked=${note.signed === value} onChange=${() => sign(value)} /><span>${words()}</span></label>`)}</fieldset>
    ${note.again ? html`<p class="small" role="status"><b>${t("It is off the screen for now: a host reads it again first, with your name.")}</b></p>` : note.signed !== "wall" && ["approved", "shown"].includes(note.state) && html`<p class="small soft">${t("With your name on it, it leaves the screen until a host has read it again.")}</p>`}
    <label class="tick"><input type="checkbox" checked=${note.quotable} onChange=${consent} /><span>${t("May be quoted on the big screen and in the report. If you take this back, it leaves both at once.")}</span></label></details>`;
}

// Changing a note's words and kind; the choice of kind is the composer's too.

import { html, useState } from "../shared/view.js";
import { t } from "../shared/words.js";
import { KINDS } from "./notes.js";

// save({text, kind}) gets words that are not empty.
export function Editor({ note, save, stop, verb = t("Save") }) {
  const [draft, put] = useState({ text: note.text, kind: note.kind });
  const submit = (event) => {
    event.preventDefault();
    if (draft.text.trim()) save({ ...draft, text: draft.text.trim() });
  };
  return html`<form class="note editor" onSubmit=${submit} aria-label=${t("Change your note")}><${KindChoice} name=${`kind-${note.id}`} kind=${draft.kind} choose=${(kind) => put({ ...draft, kind })} />
    <textarea class="input" rows="3" maxlength="2000" dir="auto" aria-label=${t("Your changed note")} autofocus
      value=${draft.text} onInput=${(event) => put({ ...draft, text: event.target.value })}></textarea>
    ${["approved", "shown"].includes(note.state) && html`<p class="small soft">${t("It leaves the screen until a host has read it again.")}</p>`}
    <div class="row acts"><button class="button voice">${verb}</button><button class="button" type="button" onClick=${stop}>${t("Leave it as it was")}</button></div></form>`;
}

export function KindChoice({ name, kind, choose }) {
  return html`<fieldset class="choice voice"><legend class="for-reader">${t("Kind of note")}</legend>
    ${Object.entries(KINDS).map(([value, word]) => html`<label key=${value}><input type="radio" name=${name} value=${value} checked=${kind === value} onChange=${() => choose(value)} />${word()}</label>`)}</fieldset>`;
}

// “Not what I meant”: about the theme a note was put in, or how it is quoted. The host sees it live.

import { html, Icon, useState } from "../shared/view.js";
import { fresh } from "../shared/live.js";
import { t } from "../shared/words.js";

export function Objecting({ note, box, stop }) {
  const [draft, put] = useState({ about: ["approved", "shown"].includes(note.state) ? "quote" : "theme", text: "" });
  const send = (event) => {
    event.preventDefault();
    box.put("note.object", { command_id: fresh(), note_id: note.id, about: draft.about, text: draft.text.trim() });
    stop();
  };
  const about = (value, words) => html`<label><input type="radio" name=${`about-${note.id}`} checked=${draft.about === value} onChange=${() => put({ ...draft, about: value })} />${words}</label>`;
  return html`<form class="note editor" onSubmit=${send} aria-label=${t("Not what I meant")}>
    <fieldset class="choice voice"><legend class="for-reader">${t("What is wrong?")}</legend>${about("theme", t("The theme"))}${about("quote", t("How it is quoted"))}</fieldset>
    <textarea class="input" rows="2" maxlength="280" dir="auto" aria-label=${t("What did you mean?")} placeholder=${t("What did you mean? (if you like)")} autofocus value=${draft.text} onInput=${(event) => put({ ...draft, text: event.target.value })}></textarea>
    <div class="row acts"><button class="button voice">${t("Tell the host")}</button><button class="button" type="button" onClick=${stop}>${t("Leave it")}</button></div></form>`;
}

export function Objected({ note }) {
  return note.objection && html`<p class="small told" role="status"><${Icon} name=${note.objection.heard ? "tick" : "wait"} /> ${note.objection.heard ? t("The host has read that this is not what you meant.") : t("The host is told that this is not what you meant.")}</p>`;
}

// Writing a note: under the thumb, kept while it is written, sent through the box.

import { announce, html, Icon, useState } from "../shared/view.js";
import { fresh } from "../shared/live.js";
import { t } from "../shared/words.js";
import { KINDS } from "./notes.js";

function kept(key) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {
    return {};
  }
}

export function Composer({ room, box, shelf }) {
  const key = `draft:${shelf}`;
  const [draft, setDraft] = useState(() => ({ kind: "insight", text: "", ...kept(key) }));
  const put = (fields) => {
    const next = { ...draft, ...fields };
    setDraft(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch { /* it stays on the page */ }
  };
  const send = (event) => {
    event.preventDefault();
    const text = draft.text.trim();
    if (!text) return;
    const id = fresh();
    box.put("note.write", { command_id: id, note_id: `n${id.replaceAll("-", "").slice(0, 24)}`, room, kind: draft.kind, text });
    put({ text: "" });
    announce(t("Your note is kept and on its way."));
  };
  const keys = (event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && send(event);
  return html`<form class="composer" onSubmit=${send} aria-label=${t("Write a note")}>
    <fieldset class="choice voice"><legend class="for-reader">${t("Kind of note")}</legend>
      ${Object.entries(KINDS).map(([kind, name]) => html`<label key=${kind}><input type="radio" name="kind" value=${kind} checked=${draft.kind === kind} onChange=${() => put({ kind })} />${name()}</label>`)}</fieldset>
    <div class="write"><textarea class="input" rows="2" aria-label=${t("Your note")} maxlength="2000" dir="auto" placeholder=${t("One thought per note")}
        value=${draft.text} onInput=${(event) => put({ text: event.target.value })} onKeyDown=${keys}></textarea>
      <button class="button voice" aria-label=${t("Send note")}><${Icon} name="send" /></button></div></form>`;
}

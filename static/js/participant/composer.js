// Writing a note: under the thumb, kept while it is written, sent through the box.

import { announce, html, Icon, useEffect, useRef, useState } from "../shared/view.js";
import { t } from "../shared/words.js";
import { KindChoice } from "./editor.js";
import { keep, kept } from "./kept.js";
import { write } from "./notes.js";

export function Composer({ room, box, shelf, inline, rests, asks, table, reader, sent = () => {} }) {
  const key = `draft:${shelf}`;
  const [draft, setDraft] = useState(() => ({ kind: "insight", text: "", named: false, ...kept(key) }));
  const field = useRef();
  const put = (fields) => {
    const next = { ...draft, ...fields };
    setDraft(next);
    keep(key, next);
  };
  useEffect(() => asks && put({ kind: asks }), [asks]); // the step that is on asks for this kind
  const send = (event) => {
    event.preventDefault();
    field.current.focus(); // the keyboard stays for the next thought
    const text = draft.text.trim();
    if (!text) return;
    write({ box, room, kind: draft.kind, text, signed: draft.named ? "room" : "no", ...(table && draft.table && { table: true }) });
    put({ text: "", named: false, table: false }); // a name is given to one note at a time, and so is the room
    announce(t("Your note is kept and on its way."));
    sent();
  };
  const keys = (event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && send(event);
  return html`<form class=${inline ? "composer inline" : rests ? "composer rests" : "composer"} onSubmit=${send} aria-label=${t("Write a note")}>
    <${KindChoice} name="kind" kind=${draft.kind} choose=${(kind) => put({ kind })} />
    <div class="write"><textarea class="input" ref=${field} rows="2" aria-label=${t("Your note")} maxlength="2000" dir="auto" placeholder=${t("One thought per note")}
        value=${draft.text} onInput=${(event) => put({ text: event.target.value })} onKeyDown=${keys}></textarea>
      <button class="button voice" aria-label=${t("Send note")}><${Icon} name="send" /></button></div>
    ${table && html`<label class="tick"><input type="checkbox" checked=${Boolean(draft.table)} onChange=${(event) => put({ table: event.target.checked })} /><span>${table}</span></label>`}
    ${draft.text.trim() && html`<label class="tick"><input type="checkbox" checked=${draft.named} onChange=${(event) => put({ named: event.target.checked })} /><span>${t("With my name")}</span></label>`}
    ${reader && html`<p class="small soft told"><${Icon} name="info" /> ${t("Notes that may be quoted are read by a model too: {reader}. It is told no names.", { reader })}</p>`}</form>`;
}

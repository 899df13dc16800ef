// A note the server would not take keeps its words here: to send again, to copy, or to drop.

import { html, useState } from "../shared/view.js";
import { t } from "../shared/words.js";
import { Editor } from "./editor.js";
import { write } from "./notes.js";

export function RefusedDeeds({ note, box, room }) {
  const [doing, start] = useState("");
  const drop = () => note.commands.forEach((command) => box.drop(command));
  const again = ({ text, kind }) => {
    drop();
    write({ box, room, kind, text });
  };
  const copy = () => navigator.clipboard.writeText(note.text).then(() => start("copied"), () => start("uncopied"));
  if (doing === "edit") return html`<${Editor} note=${note} save=${again} stop=${() => start("")} verb=${t("Send again")} />`;
  return html`<div class="row wrap acts">
    ${room && html`<button class="link" type="button" onClick=${() => start("edit")}>${t("Edit and send again")}</button>`}
    <button class="link" type="button" onClick=${copy}>${t("Copy")}</button>
    <button class="link" type="button" onClick=${doing === "drop" ? drop : () => start("drop")}>${doing === "drop" ? t("Yes, drop it for good") : t("Drop")}</button>
    <span role="status">${doing === "copied" ? t("Copied.") : doing === "uncopied" && t("Please mark the text and copy it by hand.")}</span></div>`;
}

// My own details, to correct.

import { html, useState } from "../shared/view.js";
import { t } from "../shared/words.js";

export function Me({ person, send }) {
  const [why, say] = useState("");
  const save = async (event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    const fields = { name: form.get("name"), organisation: form.get("organisation"), quotable: form.has("quotable") };
    try {
      const answer = await send("person.edit", fields);
      say(answer.ok ? t("Saved.") : answer.why);
    } catch {
      say(t("No connection. Please try again later."));
    }
  };
  return html`<section class="section"><details class="me"><summary>${t("My details")}</summary>
    <form class="join" onSubmit=${save}>
      <div class="field"><label for="me-name">${t("Your name")}</label><input class="input" id="me-name" name="name" required maxlength="80" dir="auto" defaultValue=${person.name} /></div>
      <div class="field"><label for="me-org">${t("Organisation")}</label><input class="input" id="me-org" name="organisation" maxlength="200" dir="auto" defaultValue=${person.organisation} /></div>
      <label class="tick"><input type="checkbox" name="quotable" defaultChecked=${person.quotable} /><span>${t("My notes may be quoted on the big screen, without my name.")}</span></label>
      <button class="button">${t("Save")}</button><p role="status">${why}</p>
    </form></details></section>`;
}

// My own details, to correct: the answers given when joining.

import { Alarms } from "../shared/alarm.js";
import { html, page, useState } from "../shared/view.js";
import { t } from "../shared/words.js";

export function Me({ person, send }) {
  const [told, tell] = useState({});
  const save = async (event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    if (told.busy) return;
    tell({ busy: true });
    const words = ["name", "organisation", "language", "mode"].map((name) => [name, form.get(name)]);
    try {
      const answer = await send("person.edit", { ...Object.fromEntries(words), quotable: form.has("quotable") });
      tell(answer.ok ? { good: t("Saved.") } : { why: answer.why });
    } catch {
      tell({ why: t("No connection. Nothing was changed; please try again in a moment.") });
    }
  };
  const languages = page().languages.some(([tag]) => tag === person.language) ? page().languages : [[person.language, person.language], ...page().languages];
  const mode = (value, name) => html`<label><input type="radio" name="mode" value=${value} defaultChecked=${person.mode === value} />${name}</label>`;
  return html`<section class="section"><details class="me"><summary>${t("My details")}</summary>
    <form class="join" onSubmit=${save} onInput=${() => told.busy || tell({})}>
      <div class="field"><label for="me-name">${t("Your name")}</label><input class="input" id="me-name" name="name" autocomplete="name" required maxlength="80" dir="auto" defaultValue=${person.name} /></div>
      <div class="field"><label for="me-org">${t("Organisation, if you like")}</label><input class="input" id="me-org" name="organisation" autocomplete="organization" maxlength="200" dir="auto" defaultValue=${person.organisation} /></div>
      <div class="beside"><label for="me-language">${t("I can talk in")}</label><select class="input" id="me-language" name="language">
        ${languages.map(([tag, name]) => html`<option key=${tag} value=${tag} lang=${tag} selected=${tag === person.language}>${name}</option>`)}</select></div>
      <fieldset class="beside"><legend class="legend">${t("I am")}</legend><div class="choice">${mode("onsite", t("In the room"))}${mode("online", t("Online"))}</div></fieldset>
      <label class="tick"><input type="checkbox" name="quotable" defaultChecked=${person.quotable} /><span>${t("My notes may be quoted on the big screen with my room number, never with my name.")}</span></label>
      <button class="button" aria-busy=${Boolean(told.busy)}>${told.busy ? t("Saving…") : t("Save")}</button>
      <p role="status" class=${told.why ? "why" : ""}>${told.good ?? told.why}</p>
    </form><h3 class="label">${t("This phone")}</h3><${Alarms} /></details></section>`;
}

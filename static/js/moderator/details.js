// What a moderator can put right about somebody who is here or expected. Only what was changed is
// sent, so that what the phone says meanwhile is not overwritten.

import { html, useState } from "../shared/view.js";
import { t } from "../shared/words.js";
import { Said } from "./pieces.js";

const list = (text) => text.split(",").map((each) => each.trim()).filter(Boolean);
const MODES = [["", () => t("Not said")], ["onsite", () => t("In the hall")], ["online", () => t("Online")]];

// As the command has it: {organisation, mode, languages, topics, group}.
const known = (one) => ({ organisation: one.organisation ?? "", mode: one.mode ?? "", group: one.group ?? "",
  languages: [...new Set([one.language, ...one.languages].filter(Boolean))], topics: one.topics?.length ? one.topics : one.wished });

export function Details({ one, orders }) {
  const now = known(one);
  const [given, write] = useState({});
  const [kept, keep] = useState(false);
  const set = (field, read = (value) => value) => (change) => (keep(false), write({ ...given, [field]: read(change.target.value) }));
  const save = async (submit) => {
    submit.preventDefault();
    const changed = Object.fromEntries(Object.entries(given).filter(([field, value]) => String(value) !== String(now[field])));
    if (Object.keys(changed).length && !(await orders.send("correct", "person.correct", { who: one.id, ...changed }))) return;
    keep(true);
  };
  const field = (name, label, value, more) => html`<label class="field">${label}<input class="input compact" dir="auto" name=${name} defaultValue=${value} ...${more} /></label>`;
  return html`<form class="stack" onSubmit=${save}><fieldset class="bare details"><legend>${t("What is known of {name}", { name: one.name })}</legend>
    ${field("organisation", t("Organisation"), now.organisation, { maxlength: 200, onInput: set("organisation") })}
    <label class="field">${t("Where")}<select class="input compact" name="mode" onChange=${set("mode")}>${MODES.map(([mode, says]) => html`<option key=${mode} value=${mode} selected=${mode === (given.mode ?? now.mode)}>${says()}</option>`)}</select></label>
    ${field("languages", t("Languages by their codes, such as en, pt-BR; the main one first"), now.languages.join(", "), { onInput: set("languages", list) })}
    ${field("topics", t("Topics, favourite first, with commas between"), now.topics.join(", "), { onInput: set("topics", list) })}
    ${field("group", t("Group"), now.group, { maxlength: 200, onInput: set("group") })}</fieldset>
    <div class="row"><button class="button" type="submit" aria-busy=${orders.waits("correct")}>${t("Save")}</button><span role="status">${kept && t("Saved.")}</span></div><${Said} orders=${orders} places=${["correct"]} /></form>`;
}

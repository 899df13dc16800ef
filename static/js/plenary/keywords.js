// Further words for a theme, by which notes find it, and whether rooms disagree about it.

import { Press } from "../shared/press.js";
import { html, useState } from "../shared/view.js";
import { t } from "../shared/words.js";

export const listOf = (text) => [...new Set(text.split(/[,;\n]/).map((word) => word.trim()).filter(Boolean))].slice(0, 12);

export function Keywords({ theme, orders, deeds }) {
  const [draft, write] = useState();
  const now = theme.keywords.join(", ");
  const keep = async (event) => {
    event.preventDefault();
    if (draft === undefined || (await deeds.describe(theme.id, listOf(draft)))) write(undefined);
  };
  return html`<form class="split keywords" onSubmit=${keep}><label for="keywords">${t("Words that belong to it")}</label>
    <input id="keywords" class="input compact" dir="auto" maxlength="400" value=${draft ?? now} placeholder=${theme.phrases.join(", ") || t("trust, honesty")} onInput=${(event) => write(event.target.value)} />
    <button type="submit" class="button compact" aria-disabled=${draft === undefined || draft === now || orders.waits(theme.id)}>${t("Keep the words")}</button>
    <${Press} orders=${orders} place=${theme.id} name="button compact quiet" aria-pressed=${theme.disputed === true} act=${() => deeds.dispute(theme.id, theme.disputed ? null : true)}>${t("Rooms disagree")}<//></form>`;
}

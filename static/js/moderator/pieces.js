// Small things every panel of the desk is made of: a refusal beside its button, a question
// asked once more, an organisation's mark.

import { Sheet } from "../shared/sheet.js";
import { Icon, html } from "../shared/view.js";
import { t } from "../shared/words.js";

export function Said({ orders, places }) {
  const [, why] = Object.entries(orders.said).filter(([place]) => places.includes(place)).at(-1) ?? [];
  return html`<p class="said" role="status">${why && html`<${Icon} name="info" />`}<span>${why}</span></p>`;
}

export function Ask({ title, text, yes, act, close }) {
  const done = () => {
    close();
    act();
  };
  return html`<${Sheet} title=${title} close=${close}><p dir="auto">${text}</p>
    <div class="row"><button type="button" class="button main" autofocus onClick=${done}>${yes}</button>
    <button type="button" class="button" onClick=${close}>${t("Cancel")}</button></div><//>`;
}

const letters = (words) => (words.length > 1 ? [...words[0]][0] + [...words[1]][0] : [...(words[0] ?? "")].slice(0, 2).join(""));

// Two letters and a colour by which colleagues are recognised at a glance.
export function Org({ name }) {
  if (!name) return html`<span class="org none" title=${t("no organisation given")}>–</span>`;
  const words = name.split(/[\s\p{P}]+/u).filter((word) => /^\p{Lu}|\d/u.test(word));
  const hash = [...name.trim().toLowerCase()].reduce((sum, c) => (sum * 31 + c.codePointAt(0)) % 997, 7);
  return html`<span class="org" data-org=${(hash % 9) + 1} title=${name}>${letters(words.length ? words : [name]).toUpperCase()}</span>`;
}

// The words that flag a note, a list for each language: to look twice, never to block.

import { Sheet } from "../shared/sheet.js";
import { html, useState } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { Why } from "./pieces.js";

const words = (text) => [...new Set(text.split(/[\n,;]+/).map((word) => word.trim()).filter(Boolean))];
const name = (tag) => {
  try {
    return new Intl.DisplayNames([document.documentElement.lang || "en"], { type: "language" }).of(tag);
  } catch {
    return tag;
  }
};

const OTHERS = ["ar", "am", "bn", "ha", "hi", "id", "it", "nl", "ru", "sw", "tr", "ur", "zh"];

// Closed until asked for: nobody wants these words on a desk that others look at.
function List({ tag, known, orders, deeds }) {
  const [text, write] = useState(known.join(", "));
  const changed = words(text).join(", ") !== known.join(", ");
  const keep = (event) => {
    event.preventDefault();
    deeds.watch(tag, words(text).slice(0, 400));
  };
  return html`<details><summary>${name(tag)} <span class="soft digits">${tn("{n} word", "{n} words", known.length)}</span></summary><form class="field" onSubmit=${keep}>
    <textarea class="input" rows="4" lang=${tag} dir="auto" aria-label=${t("Words in {language}", { language: name(tag) })} value=${text} onInput=${(event) => write(event.target.value)}></textarea>
    ${changed && html`<div class="row"><button type="submit" class="button compact" aria-busy=${orders.waits("watch")}>${t("Keep")}</button></div>`}</form></details>`;
}

export function WatchSheet({ views, orders, deeds, close }) {
  const [added, add] = useState([]);
  const { watch } = views.host;
  const tags = [...Object.keys(watch), ...added.filter((tag) => !watch[tag])];
  return html`<${Sheet} title=${t("Words to look at twice")} close=${close} name="sheet wide"><div class="stack">
    <p class="soft">${t("A note with such a word is marked for you. It is neither hidden nor changed. A star stands for any ending.")}</p>
    ${tags.map((tag) => html`<${List} key=${tag} tag=${tag} known=${watch[tag] ?? []} orders=${orders} deeds=${deeds} />`)}
    <select class="input compact" aria-label=${t("Add a language")} value="" onChange=${(event) => event.target.value && add([...added, event.target.value])}><option value="">${t("Add a language")}</option>${OTHERS.filter((tag) => !tags.includes(tag)).map((tag) => html`<option key=${tag} value=${tag}>${name(tag)}</option>`)}</select>
    <${Why} orders=${orders} place="watch" /></div><//>`;
}

// The words that flag a note, a list for each language: to look twice, never to block.

import { html, useState } from "../shared/view.js";
import { t } from "../shared/words.js";
import { Sheet, Why } from "./pieces.js";

const words = (text) => [...new Set(text.split(/[\n,;]+/).map((word) => word.trim()).filter(Boolean))];
const name = (tag) => {
  try {
    return new Intl.DisplayNames([document.documentElement.lang || "en"], { type: "language" }).of(tag);
  } catch {
    return tag;
  }
};

function List({ tag, known, orders, deeds }) {
  const [text, write] = useState(known.join(", "));
  const changed = words(text).join(", ") !== known.join(", ");
  const keep = (event) => {
    event.preventDefault();
    deeds.watch(tag, words(text).slice(0, 400));
  };
  return html`<form class="field" onSubmit=${keep}><label for=${`watch-${tag}`}>${name(tag)}</label>
    <textarea id=${`watch-${tag}`} class="input" rows="3" lang=${tag} dir="auto" value=${text} onInput=${(event) => write(event.target.value)}></textarea>
    ${changed && html`<div class="row"><button type="submit" class="button compact" aria-busy=${orders.waits("watch")}>${t("Keep")}</button></div>`}</form>`;
}

export function WatchSheet({ views, orders, deeds, close }) {
  const [added, add] = useState([]);
  const { watch } = views.host;
  const more = (event) => {
    event.preventDefault();
    const tag = new FormData(event.target).get("tag").trim().toLowerCase();
    if (/^[a-z]{2,3}$/.test(tag) && !watch[tag]) add([...added, tag]);
    event.target.reset();
  };
  const tags = [...Object.keys(watch), ...added.filter((tag) => !watch[tag])];
  return html`<${Sheet} title=${t("Words to look at twice")} close=${close} name="sheet wide"><div class="stack">
    <p class="soft">${t("A note with such a word is marked for you. It is neither hidden nor changed. A star stands for any ending.")}</p>
    ${tags.map((tag) => html`<${List} key=${tag} tag=${tag} known=${watch[tag] ?? []} orders=${orders} deeds=${deeds} />`)}
    <form class="row" onSubmit=${more}><input class="input compact" name="tag" maxlength="3" size="4" aria-label=${t("Another language, such as sw")} /><button type="submit" class="button compact">${t("Add a language")}</button></form>
    <${Why} orders=${orders} place="watch" /></div><//>`;
}

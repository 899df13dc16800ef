// The sheets over the desk: a theme opened, where to merge, a new theme, the warning, the keys.

import { Press } from "../shared/press.js";
import { KeySheet, Sheet } from "../shared/sheet.js";
import { Icon, html, useState } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { AutomaticSheet } from "./automatic.js";
import { LineSheet } from "./line-sheet.js";
import { ModelSheet } from "./model-sheet.js";
import { Why } from "./pieces.js";
import { ThemeSheet } from "./theme-sheet.js";
import { VoteSheet } from "./vote.js";
import { WatchSheet } from "./watch-sheet.js";

const SIMPLE = { keys: KeySheet, new: NewTheme, automatic: AutomaticSheet, vote: VoteSheet, watch: WatchSheet, model: ModelSheet };

function Merge({ theme, reading, orders, deeds, close }) {
  const others = reading.themes.filter((one) => one.id !== theme.id);
  const into = async (id) => (await deeds.merge(theme.id, id)) && close();
  return html`<${Sheet} title=${t("Merge “{title}” into", { title: theme.title })} close=${close}><p class="soft">${t("Its notes go there and stay there. Its own name is given up.")}</p>
    <ul class="choices">${others.map((one) => html`<li key=${one.id}><${Press} orders=${orders} place=${theme.id} name="button" act=${() => into(one.id)}><bdi>${one.title}</bdi><span class="soft digits">${tn("{n} note", "{n} notes", one.count)}</span><//></li>`)}</ul>
    ${!others.length && html`<p>${t("There is no other theme.")}</p>`}<${Why} orders=${orders} place=${theme.id} /><//>`;
}

function NewTheme({ notes, orders, deeds, close }) {
  const [title, write] = useState("");
  const make = async (event) => {
    event.preventDefault();
    if (title.trim() && (await deeds.create("new", title.trim(), notes))) close();
  };
  return html`<${Sheet} title=${t("A new theme for this note")} close=${close}><form class="stack" onSubmit=${make}>
    <div class="field"><label for="name">${t("What would you call it?")}</label><input id="name" class="input" dir="auto" maxlength="300" autofocus value=${title} onInput=${(event) => write(event.target.value)} /></div>
    <button type="submit" class="button main" aria-disabled=${!title.trim() || orders.waits("new")}>${t("Add the theme")}</button><${Why} orders=${orders} place="new" /></form><//>`;
}

function Gone({ close }) {
  return html`<${Sheet} title=${t("This theme is gone")} close=${close}><p>${t("Somebody merged it or set it aside.")}</p><//>`;
}

export function Sheets({ sheet, close, ...rest }) {
  if (!sheet) return null;
  const Simple = SIMPLE[sheet.kind];
  if (Simple) return html`<${Simple} close=${close} notes=${sheet.notes} ...${rest} />`;
  if (sheet.kind === "line") {
    const line = rest.views.host.run.lines[sheet.id];
    return line ? html`<${LineSheet} key=${sheet.id} line=${{ id: sheet.id, ...line }} close=${close} ...${rest} />` : html`<${Gone} close=${close} />`;
  }
  const theme = rest.reading.themes.find((one) => one.id === sheet.id);
  if (!theme) return html`<${Gone} close=${close} />`;
  return sheet.kind === "merge" ? html`<${Merge} theme=${theme} close=${close} ...${rest} />` : html`<${ThemeSheet} key=${theme.id} theme=${theme} close=${close} ...${rest} />`;
}

// The board of themes, in the order of the wall; and the place where a new one begins.

import { Press } from "../shared/press.js";
import { Icon, html, useRef, useState } from "../shared/view.js";
import { t } from "../shared/words.js";
import { Card } from "./card.js";
import { target } from "./drag.js";
import { Why } from "./pieces.js";
import { roomsNow } from "./reading.js";
import { Steering, Suggestion } from "./steering.js";

function NewTheme({ orders, deeds }) {
  const [title, write] = useState("");
  const make = async (event) => {
    event.preventDefault();
    if (title.trim() && (await deeds.create("new", title.trim()))) write("");
  };
  return html`<form class="theme lane" onSubmit=${make} ...${target({ theme: (id) => deeds.order(id, null) })}>
    <label for="new-theme"><b>${t("A theme of your own")}</b></label>
    <input id="new-theme" class="input compact" dir="auto" maxlength="300" value=${title} placeholder=${t("What would you call it?")} onInput=${(event) => write(event.target.value)} />
    <button type="submit" class="button compact" aria-disabled=${!title.trim() || orders.waits("new")}><${Icon} name="theme" />${t("Add the theme")}</button>
    <${Why} orders=${orders} place="new" /></form>`;
}

export function Board({ views, reading, orders, deeds, open, desk, back }) {
  const ordered = useRef();
  const rooms = roomsNow(views.host, views.hall);
  const { themes } = reading;
  return html`<main class="board-frame"><header class="row between"><h2>${t("Themes")}</h2>
      <p class="soft tiny">${t("In the order of the big screen")}</p>
      ${themes.length > 1 && html`<${Press} orders=${orders} place="widest" name="button compact quiet" act=${() => deeds.widest("widest")}>${t("Put the widest first")}<//>`}</header>
    <${Steering} views=${views} orders=${orders} deeds=${deeds} open=${open} desk=${desk} back=${back} />
    <div class="board" tabindex="0" role="group" aria-label=${t("Themes")}>
      ${themes.map((theme) => html`<${Card} key=${theme.id} theme=${theme} views=${views} rooms=${rooms} row=${themes} orders=${orders} deeds=${deeds} open=${open} desk=${desk} ordered=${ordered} />`)}
      <${Suggestion} views=${views} orders=${orders} deeds=${deeds} />
      <${NewTheme} orders=${orders} deeds=${deeds} /></div></main>`;
}

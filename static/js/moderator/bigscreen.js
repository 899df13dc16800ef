// What the hall sees on the wall now, and the one key that empties it.

import { Press } from "../shared/press.js";
import { Icon, html } from "../shared/view.js";
import { t } from "../shared/words.js";
import { Said } from "./pieces.js";

const SCENES = {
  join: () => t("how to join"), now: () => t("what is on"), rooms: () => t("the rooms and their time"),
  themes: () => t("the themes"), words: () => t("the words"), spotlight: () => t("one quote"), closeout: () => t("the closing"),
};

export function BigScreen({ views, orders, deeds, open }) {
  const { hall, moderator } = views;
  const { blank } = moderator.screen;
  return html`<section aria-label=${t("Big screen")}><div class="row between"><h2>${t("Big screen")}</h2>
      <span class=${blank ? "chip danger" : "chip"}>${blank ? t("Blank") : SCENES[moderator.scene]?.() ?? moderator.scene}</span></div>
    <div class="row doors"><${Press} orders=${orders} place="blank" act=${deeds.blank}><${Icon} name=${blank ? "screen" : "blank"} />${blank ? t("Show it again") : t("Blank it")} <kbd class="key">B</kbd><//>
      <a class="button compact" href=${`/events/${hall.event.id}/plenary`}>${t("Plenary desk")}</a>
      <button type="button" class="button compact quiet" onClick=${() => open({ kind: "ways" })}>${t("All views")}</button></div>
    <${Said} orders=${orders} places=${["blank"]} /></section>`;
}

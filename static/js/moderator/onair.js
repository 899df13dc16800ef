// What is said now at each place: since when, who has really shown it, and the way to end it.

import { digits } from "../shared/clock.js";
import { current } from "../shared/message.js";
import { Icon, html, useNow } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { Press, Said } from "./pieces.js";

const TITLES = { phones: () => t("On all phones"), stage: () => t("On the stage"), screens: () => t("On the screens") };

// How far it has come, in words; a phone that is asleep has not shown it.
function reach(place, message, present) {
  if (place === "phones") return present ? tn("shown on {seen} of {n} phone", "shown on {seen} of {n} phones", present, { seen: message.people }) : t("no phone is here");
  const names = message.screens.map((name) => (name === "stage" ? t("the stage") : name === "screen" ? t("the big screen") : name));
  return names.length ? t("shown on {names}", { names: names.join(", ") }) : t("not shown yet");
}

function Line({ place, message, present, at, orders, deeds }) {
  const left = message.until === undefined ? "" : t("{time} left", { time: digits(message.until - at) });
  const seen = place === "phones" ? message.people > 0 : message.screens.length > 0;
  return html`<div class="shown" data-level=${message.level}><p><b>${TITLES[place]()}</b> <span class="digits">${t("for {time}", { time: digits(at - message.at) })}${left && `, ${left}`}</span></p>
    <q dir="auto">${message.text}</q>
    <p class="reach digits"><${Icon} name=${seen ? "tick" : "wait"} /><span dir="auto">${reach(place, message, present)}</span></p>
    <${Press} orders=${orders} place=${`recall-${place}`} name="button compact" act=${() => deeds.recall(place)}>${t("Take it back")}<//></div>`;
}

export function OnAir({ moderator, orders, deeds }) {
  const at = useNow(1_000);
  const present = Object.values(moderator.people).filter((one) => one.present).length;
  const said = Object.keys(TITLES).filter((place) => current(moderator.messages[place], at));
  return html`${said.map((place) => html`<${Line} key=${place} place=${place} message=${moderator.messages[place]} present=${present} at=${at} orders=${orders} deeds=${deeds} />`)}
    <${Said} orders=${orders} places=${Object.keys(TITLES).map((place) => `recall-${place}`)} />`;
}

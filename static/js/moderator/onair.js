// What is said now at each place: since when, who has really shown it, and the way to end it.

import { digits } from "../shared/clock.js";
import { current } from "../shared/message.js";
import { Press } from "../shared/press.js";
import { Icon, html, useNow } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { addresses } from "./addresses.js";
import { Said } from "./pieces.js";

const BOARDS = { stage: () => t("On the stage"), screens: () => t("On the screens") };

// How far it has come, in words; a phone that is asleep has not shown it.
function reach(message, people) {
  const present = people?.length;
  if (people) return present ? tn("shown on {seen} of {n} phone", "shown on {seen} of {n} phones", present, { seen: message.people }) : t("no phone is here");
  const names = message.screens.map((name) => (name === "stage" ? t("the stage") : name === "screen" ? t("the big screen") : name));
  return names.length ? t("shown on {names}", { names: names.join(", ") }) : t("not shown yet");
}

function Line({ place, title, message, people, at, orders, deeds }) {
  const left = message.until === undefined ? "" : t("{time} left", { time: digits(message.until - at) });
  const seen = people ? message.people > 0 : message.screens.length > 0;
  return html`<div class="shown" data-level=${message.level}><p><b>${title}</b> <span class="digits">${t("for {time}", { time: digits(at - message.at) })}${left && `, ${left}`}</span></p>
    <q dir="auto">${message.text}</q>
    <p class="reach digits"><${Icon} name=${seen ? "tick" : "wait"} /><span dir="auto">${reach(message, people)}</span></p>
    <${Press} orders=${orders} place=${`recall-${place}`} act=${() => deeds.recall(place)}>${t("Take it back")}<//></div>`;
}

export function OnAir({ moderator, orders, deeds }) {
  const at = useNow(1_000);
  const boards = Object.entries(BOARDS).map(([place, title]) => ({ place, title: title() }));
  const all = [...addresses(moderator), ...boards];
  const said = all.filter(({ place }) => current(moderator.messages[place], at));
  return html`${said.map(({ place, title, people }) => html`<${Line} key=${place} place=${place} title=${title} people=${people} message=${moderator.messages[place]} at=${at} orders=${orders} deeds=${deeds} />`)}
    <${Said} orders=${orders} places=${all.map(({ place }) => `recall-${place}`)} />`;
}

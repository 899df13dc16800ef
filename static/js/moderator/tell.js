// Words of the crew: to all phones, to the stage, to the big screens. What is shown now, since
// when, and who has really shown it stands below.

import { Icon, html, useState } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { OnAir } from "./onair.js";
import { Press, Said } from "./pieces.js";

const LONGEST = 280; // characters, as the server takes them
export const PLACES = { phones: () => t("Phones"), stage: () => t("Stage"), screens: () => t("Screens") };
export const LEVELS = { calm: () => t("Calm"), important: () => t("Important"), urgent: () => t("Urgent") };
const LASTS = [0, 1, 2, 5, 15]; // minutes; 0: until it is taken back
const SENDS = { phones: () => t("Send to all phones"), stage: () => t("Send to the stage"), screens: () => t("Send to the screens") };
const ASKS = { phones: () => t("Message to all phones"), stage: () => t("Message to the stage"), screens: () => t("Message to the screens") };
const EMPTY = { text: "", level: "calm", minutes: 0 };

export const phrasesOf = (moderator, place) =>
  Object.entries(moderator.phrases).map(([id, one]) => ({ id, ...one })).filter((one) => one.place === place).sort((a, b) => a.order - b.order);

function Choice({ name, all, value, set, label }) {
  const option = (key) => html`<label key=${key}><input type="radio" name=${name} value=${key} checked=${value === key} onChange=${() => set(key)} />${all[key]()}</label>`;
  return html`<fieldset class="choice small"><legend class="for-reader">${label}</legend>${Object.keys(all).map(option)}</fieldset>`;
}

// The form alone, as the desk and the remote both use it; `hint` is what an empty field says.
export function Writing({ moderator, orders, deeds, hint, manage }) {
  const [place, choose] = useState("phones");
  const [drafts, keep] = useState({ phones: EMPTY, stage: EMPTY, screens: EMPTY });
  const draft = drafts[place];
  const set = (change) => keep((all) => ({ ...all, [place]: { ...all[place], ...change } }));
  const send = async () => (await deeds.tell(place, { ...draft, text: draft.text.trim() })) && set(EMPTY);
  const written = draft.text.trim() !== ""; // what is asked of a message is asked once there is one
  const enter = (key) => key.key === "Enter" && (key.ctrlKey || key.metaKey) && written && send();
  const phrase = (one) => html`<button key=${one.id} type="button" class="button compact" data-level=${one.level} onClick=${() => set({ text: one.text, level: one.level })}>${one.text}</button>`;
  const lasts = (minutes) => html`<option key=${minutes} value=${minutes} selected=${minutes === draft.minutes}>${minutes ? tn("for {n} minute", "for {n} minutes", minutes) : t("until taken back")}</option>`;
  return html`<${Choice} name="place" all=${PLACES} value=${place} set=${choose} label=${t("Whom to tell")} />
    <div class="quick">${phrasesOf(moderator, place).map(phrase)}${manage && html`<button type="button" class="button compact quiet square" title=${t("Change the phrases")} aria-label=${t("Change the phrases")} onClick=${manage}><${Icon} name="pencil" /></button>`}</div>
    <textarea id="tell" class="input compact" rows="2" dir="auto" maxlength=${LONGEST} value=${draft.text} onInput=${(change) => set({ text: change.target.value })} onKeyDown=${enter}
      aria-label=${ASKS[place]()} placeholder=${hint(place)}></textarea>
    ${written && html`<${Choice} name="level" all=${LEVELS} value=${draft.level} set=${(level) => set({ level })} label=${t("How much attention it asks")} />`}
    <div class="row send">${written && html`<select class="input compact" aria-label=${t("How long it stays")} onChange=${(change) => set({ minutes: Number(change.target.value) })}>${LASTS.map(lasts)}</select>`}
      <${Press} orders=${orders} place="tell" off=${!written} name="button compact" act=${send}><${Icon} name="send" />${SENDS[place]()}<//></div>
    <${Said} orders=${orders} places=${["tell"]} />`;
}

export function Tell({ views, orders, deeds, open }) {
  const { moderator } = views;
  const people = Object.keys(moderator.people).length;
  const hints = { phones: () => tn("Shown on {n} phone", "Shown on {n} phones", people), stage: () => t("Shown to the speaker"), screens: () => t("A line at the foot of the wall") };
  return html`<section class="cast" aria-label=${t("Messages")}><h2>${t("Tell")}</h2>
    <${OnAir} moderator=${moderator} orders=${orders} deeds=${deeds} />
    <${Writing} moderator=${moderator} orders=${orders} deeds=${deeds} hint=${(place) => hints[place]()} manage=${() => open({ kind: "phrases" })} /></section>`;
}

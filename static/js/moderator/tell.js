// Words of the crew: to phones (all, one room's, those who lead), to the stage, to the big screens.
// What is shown now, since when, and who has really shown it stands below.

import { Press } from "../shared/press.js";
import { Icon, html, useEffect, useState } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { addresses, onWriteTo } from "./addresses.js";
import { OnAir } from "./onair.js";
import { Said } from "./pieces.js";

const LONGEST = 280; // characters, as the server takes them
export const PLACES = { phones: () => t("Phones"), stage: () => t("Stage"), screens: () => t("Screens") };
export const LEVELS = { calm: () => t("Calm"), important: () => t("Important"), urgent: () => t("Urgent") };
const LASTS = [0, 1, 2, 5, 15]; // minutes; 0: until it is taken back
const SENDS = { stage: () => t("Send to the stage"), screens: () => t("Send to the screens") };
const ASKS = { stage: () => t("Message to the stage"), screens: () => t("Message to the screens") };
const EMPTY = { text: "", level: "calm", minutes: 0 };

export const phrasesOf = (moderator, place) =>
  Object.entries(moderator.phrases).map(([id, one]) => ({ id, ...one })).filter((one) => one.place === place).sort((a, b) => a.order - b.order);

function Choice({ name, all, value, set, label }) {
  const option = (key) => html`<label key=${key}><input type="radio" name=${name} value=${key} checked=${value === key} onChange=${() => set(key)} />${all[key]()}</label>`;
  return html`<fieldset class="choice small"><legend class="for-reader">${label}</legend>${Object.keys(all).map(option)}</fieldset>`;
}

// To whose phones: shown where there is a choice.
function Address({ all, to, choose }) {
  if (all.length < 2) return null;
  return html`<select class="input compact address" aria-label=${t("Whose phones")} onChange=${(event) => choose(event.target.value)}>${all.map((one) => html`<option key=${one.place} value=${one.place} selected=${one.place === to.place}>${one.name}</option>`)}</select>`;
}

// The form alone, as the desk and the remote both use it; `hint` is what an empty field says.
export function Writing({ moderator, orders, deeds, hint, manage }) {
  const [place, choose] = useState("phones");
  const [drafts, keep] = useState({ phones: EMPTY, stage: EMPTY, screens: EMPTY });
  const [address, addressTo] = useState("phones");
  const draft = drafts[place];
  const all = addresses(moderator);
  const to = all.find((one) => one.place === address) ?? all[0];
  const [asks, sends] = place === "phones" ? [to.ask, to.send] : [ASKS[place](), SENDS[place]()];
  useEffect(() => onWriteTo((next) => {
    choose("phones");
    addressTo(next);
    document.getElementById("tell")?.focus();
  }), []);
  const set = (change) => keep((all) => ({ ...all, [place]: { ...all[place], ...change } }));
  const send = async () => (await deeds.tell(place === "phones" ? to.place : place, { ...draft, text: draft.text.trim() })) && set(EMPTY);
  const written = draft.text.trim() !== ""; // what is asked of a message is asked once there is one
  const enter = (key) => key.key === "Enter" && (key.ctrlKey || key.metaKey) && written && send();
  const phrase = (one) => html`<button key=${one.id} type="button" class="button compact" data-level=${one.level} onClick=${() => set({ text: one.text, level: one.level })}>${one.text}</button>`;
  const lasts = (minutes) => html`<option key=${minutes} value=${minutes} selected=${minutes === draft.minutes}>${minutes ? tn("for {n} minute", "for {n} minutes", minutes) : t("until taken back")}</option>`;
  return html`<${Choice} name="place" all=${PLACES} value=${place} set=${choose} label=${t("Whom to tell")} />
    ${place === "phones" && html`<${Address} all=${all} to=${to} choose=${addressTo} />`}
    <div class="quick">${phrasesOf(moderator, place).map(phrase)}${manage && html`<button type="button" class="button compact quiet square" title=${t("Change the phrases")} aria-label=${t("Change the phrases")} onClick=${manage}><${Icon} name="pencil" /></button>`}</div>
    <textarea id="tell" class="input compact" rows="2" dir="auto" maxlength=${LONGEST} value=${draft.text} onInput=${(change) => set({ text: change.target.value })} onKeyDown=${enter}
      aria-label=${asks} placeholder=${hint(place, to)}></textarea>
    ${written && html`<${Choice} name="level" all=${LEVELS} value=${draft.level} set=${(level) => set({ level })} label=${t("How much attention it asks")} />`}
    <div class="row send">${written && html`<select class="input compact" aria-label=${t("How long it stays")} onChange=${(change) => set({ minutes: Number(change.target.value) })}>${LASTS.map(lasts)}</select>`}
      <${Press} orders=${orders} place="tell" off=${!written} act=${send}><${Icon} name="send" />${sends}<//></div>
    <${Said} orders=${orders} places=${["tell"]} />`;
}

export function Tell({ views, orders, deeds, open }) {
  const { moderator } = views;
  const hints = { phones: (to) => tn("Shown on {n} phone", "Shown on {n} phones", to.people.length), stage: () => t("Shown to the speaker"), screens: () => t("A line at the foot of the wall") };
  return html`<section class="cast" aria-label=${t("Messages")}><h2>${t("Tell")}</h2>
    <${OnAir} moderator=${moderator} orders=${orders} deeds=${deeds} />
    <${Writing} moderator=${moderator} orders=${orders} deeds=${deeds} hint=${(place, to) => hints[place](to)} manage=${() => open({ kind: "phrases" })} /></section>`;
}

// The sentences kept ready: change one, take one off, write a new one.

import { fresh } from "../shared/live.js";
import { Press } from "../shared/press.js";
import { Sheet } from "../shared/sheet.js";
import { Icon, html, useState } from "../shared/view.js";
import { t } from "../shared/words.js";
import { Said } from "./pieces.js";
import { LEVELS, PLACES, phrasesOf } from "./tell.js";

const options = (all, chosen) => Object.keys(all).map((key) => html`<option key=${key} value=${key} selected=${key === chosen}>${all[key]()}</option>`);

function Line({ phrase, orders, deeds, isNew = false, done }) {
  const [draft, write] = useState(phrase);
  const set = (change) => write((now) => ({ ...now, ...change }));
  const changed = isNew ? draft.text.trim() : draft.text.trim() && ["text", "level", "place"].some((name) => draft[name] !== phrase[name]);
  const place = `phrase-${phrase.id}`;
  const save = async () => (await deeds.savePhrase(place, { ...draft, text: draft.text.trim() })) && done?.();
  const submit = (event) => {
    event.preventDefault();
    if (changed) save();
  };
  return html`<form class="phrase" onSubmit=${submit}><select class="input compact" aria-label=${t("Where it is shown")} onChange=${(change) => set({ place: change.target.value })}>${options(PLACES, draft.place)}</select>
    <input class="input compact" dir="auto" maxlength="280" aria-label=${isNew ? t("A new phrase") : t("Phrase")} placeholder=${isNew ? t("A new phrase") : ""} value=${draft.text} onInput=${(change) => set({ text: change.target.value })} />
    <select class="input compact" aria-label=${t("How much attention it asks")} onChange=${(change) => set({ level: change.target.value })}>${options(LEVELS, draft.level)}</select>
    <${Press} orders=${orders} place=${place} off=${!changed} act=${save}>${isNew ? t("Add") : t("Save")}<//>
    ${isNew ? html`<span></span>` : html`<${Press} orders=${orders} place=${`${place}-gone`} name="button compact quiet square" aria-label=${t("Remove “{text}”", { text: phrase.text })} title=${t("Remove")} act=${() => deeds.removePhrase(`${place}-gone`, phrase.id)}><${Icon} name="hide" /><//>`}
    <${Said} orders=${orders} places=${[place, `${place}-gone`]} /></form>`;
}

export function Phrases({ moderator, orders, deeds, close }) {
  const [id, next] = useState(fresh());
  const known = Object.keys(PLACES).flatMap((place) => phrasesOf(moderator, place));
  return html`<${Sheet} name="sheet wide" title=${t("Phrases")} close=${close}><p class="soft">${t("Sentences kept ready for this event. A tap on one writes it into the field; nothing is sent until you send it.")}</p>
    <div class="phrases">${known.map((one) => html`<${Line} key=${one.id} phrase=${one} orders=${orders} deeds=${deeds} />`)}
      <${Line} key=${id} isNew phrase=${{ id, place: "stage", level: "calm", text: "" }} orders=${orders} deeds=${deeds} done=${() => next(fresh())} /></div><//>`;
}

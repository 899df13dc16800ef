// A sentence to all phones, or to whoever stands on the stage; and what is shown there now.

import { Icon, html, useState } from "../shared/view.js";
import { t, time, tn } from "../shared/words.js";
import { Press, Said } from "./pieces.js";

const LONGEST = 500; // characters, as the server takes them
const QUICK = {
  phones: () => [t("5 minutes left"), t("Write your top three"), t("Please come back to the hall")],
  stage: () => [t("5 minutes left"), t("Please wrap up"), t("Speak closer to the microphone")],
};

function Shown({ whom, message, zone, orders, deeds }) {
  if (!message) return null;
  return html`<p class="shown"><span><b>${whom === "phones" ? t("On all phones") : t("On the stage")}</b> <span class="soft digits">${t("since {time}", { time: time(message.at, zone) })}</span></span>
    <q dir="auto">${message.text}</q>
    <${Press} orders=${orders} place=${whom} name="button compact" act=${() => deeds.tell(whom, "")}>${t("Take it away")}<//></p>`;
}

export function Tell({ views, orders, deeds }) {
  const [whom, choose] = useState("phones");
  const [texts, write] = useState({ phones: "", stage: "" });
  const { hall, moderator } = views;
  const people = Object.keys(moderator.people).length;
  const text = texts[whom];
  const set = (value) => write((all) => ({ ...all, [whom]: value }));
  const send = async () => (await deeds.tell(whom, text.trim())) && write((all) => ({ ...all, [whom]: "" }));
  const enter = (key) => key.key === "Enter" && (key.ctrlKey || key.metaKey) && text.trim() && send();
  const option = (name, label) => html`<label><input type="radio" name="whom" value=${name} checked=${whom === name} onChange=${() => choose(name)} />${label}</label>`;
  return html`<section class="cast" aria-label=${t("Messages")}><h2>${t("Tell")}</h2>
    <fieldset class="choice small"><legend class="for-reader">${t("Whom to tell")}</legend>${option("phones", t("All phones"))}${option("stage", t("The stage"))}</fieldset>
    <div class="quick">${QUICK[whom]().map((words) => html`<button key=${words} type="button" class="button compact" onClick=${() => set(words)}>${words}</button>`)}</div>
    <textarea id="tell" class="input compact" rows="2" dir="auto" maxlength=${LONGEST} value=${text} onInput=${(change) => set(change.target.value)} onKeyDown=${enter}
      aria-label=${whom === "phones" ? t("Message to all phones") : t("Message to the stage")} placeholder=${whom === "phones" ? tn("Shown on {n} phone", "Shown on {n} phones", people) : t("Shown to the speaker")}></textarea>
    <${Press} orders=${orders} place=${whom} off=${!text.trim()} name="button compact send" act=${send}><${Icon} name="send" turns />${whom === "phones" ? t("Send to all phones") : t("Send to the stage")}<//>
    <${Said} orders=${orders} places=${["phones", "stage"]} />
    <${Shown} whom="phones" message=${hall.message} zone=${hall.event.timezone} orders=${orders} deeds=${deeds} />
    <${Shown} whom="stage" message=${moderator.stage} zone=${hall.event.timezone} orders=${orders} deeds=${deeds} /></section>`;
}

// Which topic do I want to talk about? Asked before the rooms are drawn; a press puts a topic
// next on my list, another press takes it off.

import { Icon, html, useState } from "../shared/view.js";
import { t, tn } from "../shared/words.js";

const MOST = 3;

export const pressed = (chosen, topic) => (chosen.includes(topic) ? chosen.filter((one) => one !== topic) : [...chosen, topic].slice(0, MOST));

// `wished`: what the organisers' list says I want; it counts until I choose, and choosing begins anew.
export function TopicChoice({ asked, person, wished = [], send }) {
  const [told, tell] = useState({});
  if (!asked) return null;
  const saved = person.topics.filter((topic) => asked.topics.includes(topic));
  const listed = told.chosen || saved.length ? [] : wished.filter((topic) => asked.topics.includes(topic)).slice(0, MOST);
  const chosen = told.chosen ?? (listed.length ? listed : saved);
  const press = (topic) => async () => {
    if (told.chosen) return;
    const next = pressed(saved, topic);
    tell({ chosen: next });
    try {
      const answer = await send("topic.choose", { slot: asked.slot, topics: next });
      tell(answer.ok ? {} : { why: answer.why });
    } catch {
      tell({ why: t("No connection. Please try again in a moment.") });
    }
  };
  const says = (topic) => (chosen.includes(topic) ? t("{topic}, choice {n}", { topic, n: chosen.indexOf(topic) + 1 }) : topic);
  return html`<section class="section stack" aria-labelledby="topics"><h2 id="topics">${t("What do you want to talk about?")}</h2>
    <p class="soft">${listed.length ? t("The organisers wrote this down for you. It counts unless you choose otherwise.") : chosen.length ? tn("{n} choice saved. The first is your favourite.", "{n} choices saved. The first is your favourite.", chosen.length) : t("Choose up to three, your favourite first. Rooms are drawn by what people choose.")}</p>
    <ul class="topics">${asked.topics.map((topic) => html`<li key=${topic}><button type="button" class="button answer" dir="auto" aria-pressed=${chosen.includes(topic)} aria-label=${says(topic)} disabled=${!listed.length && chosen.length >= MOST && !chosen.includes(topic)} onClick=${press(topic)}>
      <span class="rank digits">${chosen.includes(topic) ? chosen.indexOf(topic) + 1 : ""}</span><span>${topic}</span>${chosen.includes(topic) && html`<${Icon} name="tick" />`}</button></li>`)}</ul>
    <p role="status" class=${told.why ? "why" : ""}>${told.why}</p></section>`;
}

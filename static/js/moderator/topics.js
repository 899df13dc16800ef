// Topics of a slot's rooms: one a line, asked for on the phones, and how many want each.

import { Tick } from "../shared/held.js";
import { html } from "../shared/view.js";
import { t, tn } from "../shared/words.js";

const MOST = 400;

// [[topic, people who put it first]], and how many have not answered.
export function demand(topics, people) {
  const of = (one) => (one.topics.length ? one.topics : one.wished); // the roster's count until somebody chooses
  const first = people.map((one) => of(one).find((topic) => topics.includes(topic)));
  return [topics.map((topic) => [topic, first.filter((one) => one === topic).length]), first.filter((one) => !one).length];
}

export function Topics({ plan, slot, people, send }) {
  const write = (event) => {
    const topics = [...new Set(event.target.value.split("\n").map((line) => line.trim().slice(0, 200)).filter(Boolean))].slice(0, MOST);
    if (topics.join("\n") !== plan.topics.join("\n")) send({ slot: slot.id, topics });
  };
  const [wanted, silent] = demand(plan.topics, people);
  return html`<fieldset><legend>${t("Topics")}</legend>
    <textarea class="input" rows=${Math.min(8, Math.max(3, plan.topics.length + 1))} dir="auto" aria-label=${t("Topics, one a line")} placeholder=${t("One topic a line")} onChange=${write}>${plan.topics.join("\n")}</textarea>
    <${Tick} on=${plan.ask} off=${!plan.topics.length} commit=${(ask) => send({ slot: slot.id, ask })} name=${t("Ask on the phones")} more=${plan.ask ? t("People choose now, up to three.") : t("People choose, favourite first.")} />
    ${plan.topics.length > 0 && html`<ul class="wanted digits">${wanted.map(([topic, n]) => html`<li key=${topic}><b>${n}</b><span dir="auto">${topic}</span></li>`)}</ul>
      <p class="small soft digits">${silent ? tn("{n} person has not chosen.", "{n} people have not chosen.", silent) : t("Everybody has chosen.")}</p>`}</fieldset>`;
}

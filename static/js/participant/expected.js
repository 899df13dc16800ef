// Is this you? Asked where the organisers' list has a name much like mine, or where somebody of my name was here
// on a phone that is away now; nothing of anybody else.

import { html, Icon, useEffect, useState } from "../shared/view.js";
import { t } from "../shared/words.js";

const BEFORE = () => t("Somebody of your name was here on a phone that is not connected now. If it was you, your seat and what you do in the room come along.");
const LISTED = () => t("The organisers expect somebody by a name like yours. If it is you, they need not ask you again.");
const full = ({ name, organisation }) => (organisation ? t("{name}, {organisation}", { name, organisation }) : name);

let answered = ""; // set before it is sent, and outlives the page's parts: a seat taken over is another room, told before the answer

const GREETING = 20_000; // ms after which it makes room for what is on

function Answered({ read }) {
  useEffect(() => {
    const timer = setTimeout(read, GREETING);
    return () => clearTimeout(timer);
  }, []);
  return html`<section class="helped" aria-label=${t("Is this you?")}><${Icon} name="tick" /><p role="status" dir="auto">${answered}</p><button class="link" type="button" onClick=${read}>${t("Got it")}</button></section>`;
}

export function Expected({ person: { person, expected, again }, send }) {
  const [told, tell] = useState({});
  const lines = Object.entries(expected);
  const read = () => {
    answered = "";
    tell({});
  };
  if (!lines.length && !again) return answered ? html`<${Answered} read=${read} />` : null;
  const ask = (name, fields, good) => async () => {
    if (told.busy) return;
    tell({ busy: true });
    answered = good ?? "";
    try {
      const answer = await send(name, fields);
      if (!answer.ok) answered = "";
      tell({ why: answer.why });
    } catch {
      answered = "";
      tell({ why: t("No connection. Please try again in a moment.") });
    }
  };
  const back = again && ask("person.resume", { person: again.id }, t("Welcome back, {name}. Your seat came along; notes you wrote on the other phone stay there.", person));
  const claim = (id, line) => ask("person.claim", { line: id }, t("Thank you. You are on the organisers’ list as {name}; others see you as {own}.", { name: full(line), own: person.name }));
  return html`<section class="section stack" aria-labelledby="expected"><h2 id="expected">${t("Is this you?")}</h2>
    ${again && html`<p>${BEFORE()}</p><button type="button" class="button main answer" aria-busy=${Boolean(told.busy)} onClick=${back}>${t("Yes, I was here before")}</button>`}
    ${lines.length > 0 && html`<p>${LISTED()}</p>`}
    ${lines.map(([id, line]) => html`<button key=${id} type="button" class="button answer" dir="auto" aria-busy=${Boolean(told.busy)} onClick=${claim(id, line)}>${t("Yes, I am {name}", { name: full(line) })}</button>`)}
    <button type="button" class="button quiet" aria-busy=${Boolean(told.busy)} onClick=${ask("person.claim", { line: null })}>${t("No, I am somebody else")}</button>
    <p role="status" class=${told.why ? "why" : ""}>${told.why}</p></section>`;
}

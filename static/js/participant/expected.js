// Is this you? Asked where the organisers' list has a name much like mine; nothing of anybody else.

import { html, useState } from "../shared/view.js";
import { t } from "../shared/words.js";

export function Expected({ expected, send }) {
  const [told, tell] = useState({});
  const lines = Object.entries(expected);
  if (!lines.length) return null;
  const claim = (line) => async () => {
    if (told.busy) return;
    tell({ busy: true });
    try {
      const answer = await send("person.claim", { line });
      tell(answer.ok ? {} : { why: answer.why });
    } catch {
      tell({ why: t("No connection. Please try again in a moment.") });
    }
  };
  const who = ({ name, organisation }) => (organisation ? t("Yes, I am {name}, {organisation}", { name, organisation }) : t("Yes, I am {name}", { name }));
  return html`<section class="section stack" aria-labelledby="expected"><h2 id="expected">${t("Is this you?")}</h2>
    <p>${t("The organisers expect somebody by a name like yours. If it is you, they need not ask you again.")}</p>
    ${lines.map(([id, line]) => html`<button key=${id} type="button" class="button answer" dir="auto" aria-busy=${Boolean(told.busy)} onClick=${claim(id)}>${who(line)}</button>`)}
    <button type="button" class="button quiet" aria-busy=${Boolean(told.busy)} onClick=${claim(null)}>${t("No, I am somebody else")}</button>
    <p role="status" class=${told.why ? "why" : ""}>${told.why}</p></section>`;
}

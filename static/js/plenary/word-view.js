// The word view: terms of approved notes, the larger the more notes say them. They stand in the
// order of the alphabet, so that a count that grows moves nothing.

import { useFit } from "../shared/fit.js";
import { html, sized, useNow } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { Clock, Foot } from "./foot.js";
import { standing } from "./hall.js";

const SMALL = 7; // rem of a term that one note says, before all of them step down to fit
const LARGE = 20; // rem of the commonest
const MANY = 9; // notes that the commonest must be said by to stand there that large: two are not a crowd

const size = (count, most) => SMALL + ((LARGE - SMALL) * (Math.sqrt(count) - 1)) / (Math.sqrt(Math.max(MANY, most)) - 1);

export function WordView({ hall, plenary, link }) {
  const at = useNow();
  const { left, state } = standing(hall, at);
  const terms = Object.entries(plenary.terms ?? {}).sort(([a], [b]) => a.localeCompare(b));
  const most = Math.max(1, ...terms.map(([, count]) => count));
  const box = useFit(JSON.stringify(terms));
  return html`<main class="plane wall"><div class="themes whole">
      <header><h1>${t("In the rooms’ own words")}</h1><p>${t("The larger, the more notes say it")}</p>${left && html`<div class="plane dial" data-state=${state}><${Clock} text=${left} /></div>`}</header>
      ${terms.length ? html`<ul class="terms" ref=${box}>${terms.map(([term, count]) => html`<li key=${term} ref=${sized({ "--term": `${size(count, most)}rem` })} class=${count > 1 && count > most / 2 ? "many" : ""}><bdi>${term}</bdi><span class="for-reader"> ${tn("{n} note", "{n} notes", count)}</span></li>`)}</ul>`
        : html`<section class="none"><p>${t("Words appear here when notes are approved.")}</p></section>`}</div>
    <${Foot} hall=${hall} at=${at} link=${link}>${t("From approved notes")}<//></main>`;
}

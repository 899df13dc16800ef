// Beside the themes: what rooms disagree about, what only one room said, and who was not yet heard.

import { useFit } from "../shared/fit.js";
import { html } from "../shared/view.js";
import { t } from "../shared/words.js";
import { turn } from "./foot.js";
import { titled } from "./hall.js";
import { useLeaves } from "./leaves.js";
import { Quote, Voice } from "./tile.js";

const READABLE = 0.88; // step at which words are as small as the sheet lets them be
const PAGE = 14_000; // ms a page stays

export const Unheard = ({ rooms }) => rooms.map((room, index) => html`${index > 0 && ", "}<b>${room.number}</b>${room.name && html`\u00a0<bdi>${room.name}</bdi>`}`);

// Two voices of different rooms, where there are two.
function opposed(quotes) {
  const other = quotes.find((quote) => quote.room !== quotes[0].room);
  return other ? [quotes[0], other] : quotes.slice(0, 1);
}

export function Lanes({ lone, split, unheard, at }) {
  const beside = [...split, ...lone];
  const groups = useLeaves(beside, 2, JSON.stringify([beside, unheard, innerWidth, innerHeight]), ".lanes", READABLE);
  const group = groups[turn(groups.length, at, PAGE)];
  const box = useFit(JSON.stringify([group, unheard]));
  const one = (theme, quotes) => html`<div class="said-once" key=${theme.id}><h3 dir="auto">${titled(theme)}</h3><${Voice} theme=${theme} />${quotes.map((quote) => html`<${Quote} key=${quote.text} quote=${quote} />`)}</div>`;
  const alone = group.filter((theme) => lone.includes(theme));
  const apart = group.filter((theme) => split.includes(theme));
  return html`<aside class="lanes" ref=${box} aria-label=${t("Beside the themes")}>
    ${apart.length > 0 && html`<section><h2>${t("Rooms disagree")}</h2>${apart.map((theme) => one(theme, opposed(theme.quotes)))}</section>`}
    ${alone.length > 0 && html`<section><h2>${t("Only one room said")}</h2>${alone.map((theme) => one(theme, theme.quotes.slice(0, 1)))}</section>`}
    ${unheard.length > 0 && html`<section><h2>${t("Not yet heard")}</h2><p class="digits"><${Unheard} rooms=${unheard} /></p></section>`}</aside>`;
}

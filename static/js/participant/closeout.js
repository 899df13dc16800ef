// The end: links to take along, and what comes next in the series.

import { html, Icon } from "../shared/view.js";
import { inOrder } from "../shared/spine.js";
import { day, place, t, time } from "../shared/words.js";

export function CloseOut({ hall, zone }) {
  const links = inOrder(hall.slots).flatMap((slot) => slot.links);
  const { sequel } = hall;
  return html`${links.length > 0 && html`<section class="section" aria-labelledby="take"><h2 id="take">${t("To take along")}</h2>
      <ul class="links">${links.map((link) => html`<li key=${link.url}><a href=${link.url} target="_blank" rel="noopener noreferrer" dir="auto">${link.title}</a></li>`)}</ul></section>`}
    ${sequel && html`<section class="next" aria-labelledby="sequel"><${Icon} name="next" turns /><b id="sequel" dir="auto">${t("Next time: {title}", { title: sequel.title })}</b>
      <p class="digits">${t("{day} at {time} in {place}", { day: day(sequel.start, zone), time: time(sequel.start, zone), place: place(zone) })}</p></section>`}`;
}

// The end: links to take along, and what comes next in the series.

import { html, Icon } from "../shared/view.js";
import { inOrder } from "../shared/spine.js";
import { t } from "../shared/words.js";
import { dayAndMoment } from "./moments.js";

export function Links({ links, title, id }) {
  return links.length > 0 && html`<section class="section" aria-labelledby=${id}><h2 id=${id}>${title}</h2>
    <ul class="links">${links.map((link) => html`<li key=${link.url}><a href=${link.url} target="_blank" rel="noopener noreferrer" dir="auto">${link.title || link.url}</a></li>`)}</ul></section>`;
}

export function CloseOut({ hall }) {
  const links = inOrder(hall.slots).flatMap((slot) => slot.links);
  const { sequel } = hall;
  return html`<${Links} links=${links} title=${t("To take along")} id="take" />
    ${sequel && html`<section class="next" aria-labelledby="sequel"><${Icon} name="next" turns /><h2 id="sequel" dir="auto">${t("Next time: {title}", { title: sequel.title })}</h2>
      <p class="digits">${dayAndMoment(sequel.start, hall.event.timezone)}</p>
      ${sequel.about && html`<p dir="auto">${sequel.about}</p>`}</section>`}`;
}

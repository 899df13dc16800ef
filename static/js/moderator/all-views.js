// Every view of this event, each with what it is for: opened here, or by a link of its own.

import { Sheet } from "../shared/sheet.js";
import { html } from "../shared/view.js";
import { t } from "../shared/words.js";

const VIEWS = (event) => [
  [`/events/${event.id}/remote`, t("Remote"), t("Clock, next, messages, on your phone with one thumb.")],
  [`/events/${event.id}/stage`, t("Stage"), t("The number and your words, for whoever speaks.")],
  [`/events/${event.id}/screen`, t("Big screen"), t("What the hall sees.")],
  [`/events/${event.id}/plenary`, t("Plenary desk"), t("Notes, themes and what is shown of them.")],
  [`/events/${event.id}/crew`, t("Run sheet"), t("Every slot with the crew’s own notes, who is on and who stands by.")],
  [`/events/${event.id}/overlay`, t("Timer over a stream"), t("Digits on a page without ground, for streaming programs.")],
  [`/s/${event.code}`, t("Public schedule"), t("For everybody, in their own time zone. The join code is all it needs.")],
  ["/api/", t("Commands over HTTP"), t("For button boxes and scripts.")],
];

export function AllViews({ hall, close }) {
  return html`<${Sheet} title=${t("All views")} close=${close}><ul class="ways">${VIEWS(hall.event).map(([address, name, says]) => html`<li key=${address}><a href=${address} target="_blank" rel="noopener">${name}</a><span class="soft">${says}</span></li>`)}</ul>
    <p class="soft">${t("Others open them with a link of their role, which the organiser makes. Behind the link’s word a page and its parameters may stand, such as /l/…/overlay?corner=top-right.")}</p><//>`;
}

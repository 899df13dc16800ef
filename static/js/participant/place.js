// A room in words: what it is called, and how I get there. Whoever knows no link and no table is told who does.

import { html, Icon } from "../shared/view.js";
import { t, tn } from "../shared/words.js";

export const CIRCLES = { inner: () => t("Inner circle"), outer: () => t("Outer circle") };
const DRAWN = ["", "Inner circle", "Outer circle"]; // names that a fishbowl has from its draw, in English

const numbered = (place) => t("Room {number}", place);
export const called = (place) => (place.circle && DRAWN.includes(place.name) ? CIRCLES[place.circle]() : place.name || numbered(place));

// What a name given by hand does not say: which circle it is, or the topic.
function hidden(place) {
  const circle = CIRCLES[place.circle]?.();
  return circle ? circle !== called(place) && circle : place.topic;
}

export function RoomName({ place }) {
  return html`<h1 class="name">${(place.name || place.circle) && html`<span class="for-reader">${numbered(place)}, </span>`}<bdi>${called(place)}</bdi></h1>`;
}

export function where(place, people) {
  const others = Math.max(0, Object.keys(people).length - 1 + place.others);
  const beside = others ? tn("with {n} other", "with {n} others", others) : t("nobody else yet");
  const said = [hidden(place), place.table || (place.link && t("Online")), beside].filter(Boolean).join(", ");
  return said[0].toUpperCase() + said.slice(1);
}

// Online people need a link; people in the hall need none, but a table or somebody who knows.
export function Way({ place, person, slot, here }) {
  const online = person.mode === "online";
  if (place.link || (!online && (place.table || here))) return null;
  const [common] = online ? slot.links : [];
  if (common) return html`<p class="way">${t("This room has no link of its own. Everybody meets here:")}</p>
    <a class="button main big" href=${common.url} target="_blank" rel="noopener noreferrer"><${Icon} name="video" /><bdi>${common.title || t("Open the link")}</bdi></a>`;
  return html`<p class="way">${online ? t("The link to this room comes here as soon as it is known. Keep this page open.") : sought(place, person)}</p>`;
}

function sought(place, person) {
  if (place.circle) return place.circle === "inner" ? t("Look for the chairs in the middle of the hall.") : t("Look for the chairs around the middle of the hall.");
  return person.mode ? t("Look for table {number}, or for a sign of room {number}. Your moderator can tell you where it is.", place) : t("Your moderator will tell you where room {number} meets.", place);
}

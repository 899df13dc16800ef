// Calling somebody to the room, and seeing who comes: one call for everybody in it.

import { fresh } from "../shared/live.js";
import { announce, html, Icon, useEffect } from "../shared/view.js";
import { t } from "../shared/words.js";

const words = ({ owner, here }) =>
  here ? t("{owner} is with you", { owner }) : owner ? t("{owner} is on the way", { owner }) : t("Help is called. You will see here who comes.");

const ask = (box, name, room) => () => box.put(name, { command_id: fresh(), room });
const waits = (box, name, room) => box.items.some((item) => item.name === name && item.fields.room === room && !item.refused);

// The short way, beside the link to the video.
export function HelpButton({ place, box }) {
  if (place.help || waits(box, "help.call", place.id)) return null;
  return html`<button class="button" type="button" onClick=${ask(box, "help.call", place.id)}><${Icon} name="hand" />${t("Help")}</button>`;
}

export function HelpStrip({ place, box }) {
  const help = place.help ?? (waits(box, "help.call", place.id) ? {} : undefined);
  const says = help && words(help);
  useEffect(() => says && announce(says), [says]);
  if (!help) return null;
  return html`<section class="helped" aria-label=${t("Help")}><${Icon} name="hand" /><p dir="auto">${says}</p>
    <button class="link" type="button" onClick=${ask(box, "help.end", place.id)}>${help.here ? t("Thank you") : t("Not needed any more")}</button></section>`;
}

// A line of the crew at the foot of the wall. The scene above it makes room; nothing is covered.

import { useFit } from "../shared/fit.js";
import { current, useShown } from "../shared/message.js";
import { announce, html, page, useEffect, useNow } from "../shared/view.js";
import { t } from "../shared/words.js";

export function Aired({ message, live }) {
  const now = current(message, useNow(1_000));
  const box = useFit(now?.text);
  useShown(now, live, page().name);
  useEffect(() => now && announce(now.text), [now?.id]);
  return now ? html`<aside class="aired" data-level=${now.level} aria-label=${t("From the moderator")}><p dir="auto" ref=${box}><span>${now.text}</span></p></aside>` : null;
}

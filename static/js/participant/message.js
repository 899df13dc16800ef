// Words of the moderator to all phones: said once, there until read.

import { announce, html, useEffect, useState } from "../shared/view.js";
import { t } from "../shared/words.js";
import { keep, kept } from "./kept.js";

export function Message({ message, shelf }) {
  const key = `message:${shelf}`;
  const [state, set] = useState(() => kept(key));
  const become = (next) => {
    keep(key, next);
    set(next);
  };
  useEffect(() => {
    if (!message || state.at === message.at) return;
    announce(message.text);
    become({ at: message.at });
  }, [message?.at]);
  if (!message || (state.at === message.at && state.read)) return null;
  return html`<section class="notice said" aria-label=${t("From the moderator")}><p dir="auto">${message.text}</p>
    <button class="link" type="button" onClick=${() => become({ at: message.at, read: true })}>${t("Got it")}</button></section>`;
}

// The line about the network: nothing while all is well, calm when it is not, one word when it is back.

import { html, Icon, useEffect, useRef, useState } from "../shared/view.js";
import { t, tn } from "../shared/words.js";

const PATIENCE = 2_000; // ms; a connection that comes back at once is not worth a word
const GREETING = 4_000; // ms the word about being back stays

export function Connection({ link, waiting }) {
  const [shown, show] = useState("");
  const missed = useRef(false);
  useEffect(() => {
    if (link.state === "live") {
      show(missed.current ? "back" : "");
      missed.current = false;
    }
    const later = () => {
      missed.current ||= link.state !== "live";
      show(link.state === "live" ? "" : "away");
    };
    const timer = setTimeout(later, link.state === "live" ? GREETING : PATIENCE);
    return () => clearTimeout(timer);
  }, [link.state]);
  return html`<div class="strip" role="status">
    ${shown === "away" && html`<p class="offline-strip"><${Icon} name="offline" /><span>${t("Reconnecting. The clock goes on.")} ${kept(waiting)}</span></p>`}
    ${shown === "back" && html`<p class="offline-strip back"><${Icon} name="tick" /><span>${waiting ? t("Connected again. Sending what was kept.") : t("Connected again. Everything is saved.")}</span></p>`}</div>`;
}

function kept(waiting) {
  if (waiting === 0) return t("What you write is kept on this phone.");
  return tn("{n} note is kept on this phone and will be sent.", "{n} notes are kept on this phone and will be sent.", waiting);
}

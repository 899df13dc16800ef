// The line about the network: nothing while all is well, calm when it is not.

import { html, Icon, useEffect, useState } from "../shared/view.js";
import { t, tn } from "../shared/words.js";

const PATIENCE = 2_000; // a connection that comes back at once is not worth a word

export function Connection({ link, waiting }) {
  const [shown, show] = useState(false);
  useEffect(() => {
    if (link.state === "live") return void show(false);
    const timer = setTimeout(() => show(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [link.state]);
  if (!shown || link.state === "live") return null;
  const kept = waiting > 0 ? tn("{n} note is kept on this phone and will be sent.", "{n} notes are kept on this phone and will be sent.", waiting)
    : t("What you write is kept on this phone.");
  return html`<p class="offline-strip" role="status"><${Icon} name="offline" /><span>${t("No connection. The clock goes on.")} ${kept}</span></p>`;
}

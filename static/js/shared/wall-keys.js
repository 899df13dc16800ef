// The keys of a screen that hangs or stands somewhere, on a sheet that comes and goes with “?”.
// Nobody has hands free there: there are only a few, and none of them changes the event.

import { KeyList } from "./keys.js";
import { html, useEffect, useRef, useState } from "./view.js";
import { t } from "./words.js";

let show = () => {};
export const toggle = () => show((open) => !open);

// `own`: lines beside those that all such screens have; the children stand below them.
export function WallKeys({ own = [], children }) {
  const [open, set] = useState(false);
  const box = useRef();
  show = set;
  useEffect(() => {
    if (open) box.current.showModal();
  }, [open]);
  const table = [{ keys: ["F"], says: t("Full screen, or back") }, ...own, { keys: ["?"], says: t("All keys") }];
  return open && html`<dialog ref=${box} class="keys-sheet" aria-label=${t("Keys")} onClose=${() => set(false)}><${KeyList} table=${table} />${children}
    <form method="dialog"><button class="button">${t("Close")}</button></form></dialog>`;
}

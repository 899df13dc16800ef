// The keys of a screen that hangs or stands somewhere. Nobody has hands free there: there are only
// a few, and none of them changes the event.

import { useKeys } from "./keys.js";
import { KeySheet } from "./sheet.js";
import { html, useState } from "./view.js";
import { fullscreen } from "./wall.js";
import { t } from "./words.js";

export const fully = () => ({ keys: ["F"], says: t("Full screen, or back"), act: fullscreen });

// `own`: lines beside those that all such screens have; the children stand below them.
export function WallKeys({ own = [], children }) {
  const [open, set] = useState(false);
  const table = [fully(), ...own, { keys: ["?"], says: t("All keys"), act: () => set(true) }];
  useKeys(table, open);
  return open && html`<${KeySheet} table=${table} close=${() => set(false)}>${children}<//>`;
}

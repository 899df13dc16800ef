// The sheet that lists the keys of the plenary desk.

import { KeyList } from "../shared/keys.js";
import { html } from "../shared/view.js";
import { t } from "../shared/words.js";
import { Sheet } from "./pieces.js";

export function KeySheet({ table, close }) {
  return html`<${Sheet} title=${t("Keys")} close=${close}><${KeyList} table=${table} /><//>`;
}

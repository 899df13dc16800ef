// A sheet over the page: it takes the keyboard until it is closed. And the sheet that lists the
// keys of a page, which every page with keys shows for “?”.

import { KeyList } from "./keys.js";
import { html, useEffect, useRef } from "./view.js";
import { t } from "./words.js";

export function Sheet({ title, close, name = "sheet", children }) {
  const box = useRef();
  useEffect(() => {
    const dialog = box.current;
    dialog.showModal();
    return () => dialog.close();
  }, []);
  return html`<dialog ref=${box} class=${name} aria-labelledby="sheet-title" onClose=${close}>
    <header class="row between"><h2 id="sheet-title" dir="auto">${title}</h2>
      <button type="button" class="button compact quiet" onClick=${close}>${t("Close")} <kbd class="key">Esc</kbd></button></header>
    ${children}</dialog>`;
}

export function KeySheet({ table, close }) {
  return html`<${Sheet} title=${t("Keys")} close=${close}><${KeyList} table=${table} /><//>`;
}

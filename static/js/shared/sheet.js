// A sheet over the page: it takes the keyboard until it is closed. And the sheet that lists the
// keys of a page, which comes and goes with “?” on every page with keys.

import { held, KeyList } from "./keys.js";
import { html, useEffect, useRef } from "./view.js";
import { t } from "./words.js";

export function Sheet({ title, close, name = "sheet", children }) {
  const box = useRef();
  useEffect(() => {
    const dialog = box.current;
    dialog.showModal();
    return () => dialog.close();
  }, []);
  // What was taken away says that it closed a moment later; by then another sheet may be open.
  return html`<dialog ref=${box} class=${name} aria-labelledby="sheet-title" onClose=${() => box.current && close()}>
    <header class="row between"><h2 id="sheet-title" dir="auto">${title}</h2>
      <button type="button" class="button compact quiet" onClick=${close}>${t("Close")} <kbd class="key">Esc</kbd></button></header>
    ${children}</dialog>`;
}

// The children stand below the keys.
export function KeySheet({ table, close, children }) {
  useEffect(() => {
    const down = (event) => event.key === "?" && !held(event) && (event.preventDefault(), close());
    addEventListener("keydown", down);
    return () => removeEventListener("keydown", down);
  }, []);
  return html`<${Sheet} title=${t("Keys")} close=${close}><${KeyList} table=${table} />${children}<//>`;
}

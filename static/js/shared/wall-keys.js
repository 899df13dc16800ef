// The keys of the stage, on a sheet that comes and goes with “?”. Whoever stands here has no hands
// free: there are only a few, and none of them changes the event.

import { Alarms } from "../shared/alarm.js";
import { KeyList } from "../shared/keys.js";
import { html, useEffect, useRef, useState } from "../shared/view.js";
import { t } from "../shared/words.js";

const table = () => [
  { keys: ["F"], says: t("Full screen, or back") },
  { keys: ["T"], says: t("Dark or light") },
  { keys: ["?"], says: t("All keys") },
];
let show = () => {};
export const toggle = () => show((open) => !open);

export function Keys() {
  const [open, set] = useState(false);
  const box = useRef();
  show = set;
  useEffect(() => {
    if (open) box.current.showModal();
  }, [open]);
  return open && html`<dialog ref=${box} class="keys-sheet" aria-label=${t("Keys")} onClose=${() => set(false)}><${KeyList} table=${table()} /><${Alarms} />
    <form method="dialog"><button class="button">${t("Close")}</button></form></dialog>`;
}

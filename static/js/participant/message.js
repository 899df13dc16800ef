// Words of the moderator to all phones, to my room, or to those who lead rooms: said once, there
// until read. An urgent one stands in front of everything, because whoever writes would not see a
// line above.

import { current, useShown } from "../shared/message.js";
import { announce, html, Icon, useEffect, useNow, useRef, useState } from "../shared/view.js";
import { t } from "../shared/words.js";
import { keep, kept } from "./kept.js";

const FROM = { phones: () => t("From the moderator"), room: () => t("From the moderator, to your room"), leads: () => t("From the moderator, to those who lead rooms") };

// `to` is phones, room or leads.
export function Message({ message, to = "phones", shelf, live }) {
  const key = to === "phones" ? `message:${shelf}` : `message:${shelf}:${to}`;
  const [state, set] = useState(() => kept(key));
  const now = current(message, useNow(1_000));
  const become = (next) => {
    keep(key, next);
    set(next);
  };
  useShown(now, live);
  useEffect(() => {
    if (!now || state.id === now.id) return;
    announce(now.text);
    become({ id: now.id });
  }, [now?.id]);
  if (!now || (state.id === now.id && state.read)) return null;
  const read = () => become({ id: now.id, read: true });
  if (now.level === "urgent") return html`<${Urgent} key=${now.id} message=${now} from=${FROM[to]()} read=${read} />`;
  return html`<section class=${`notice said ${now.level}`} aria-label=${FROM[to]()}><p dir="auto">${to !== "phones" && html`<small>${FROM[to]()}</small>`}${now.text}</p>
    <button class="link" type="button" onClick=${read}>${t("Got it")}</button></section>`;
}

function Urgent({ message, from, read }) {
  const box = useRef();
  useEffect(() => {
    const dialog = box.current;
    dialog.showModal();
    return () => dialog.close();
  }, []);
  return html`<dialog ref=${box} class="urgent" role="alertdialog" aria-label=${from} aria-describedby="urgent-text" onClose=${read}>
    <p class="label"><${Icon} name="speak" />${from}</p>
    <p class="words" id="urgent-text" dir="auto">${message.text}</p>
    <button class="button main big" type="button" autofocus onClick=${read}>${t("Got it")}</button></dialog>`;
}

// A theme's name, changed where it stands: Enter keeps it, Escape leaves it as it was. Where another
// host was quicker, that is said below and the words stay in the field: only Enter sends them again.

import { useLayoutEffect } from "preact/hooks";
import { Icon, html, useRef, useState } from "../shared/view.js";
import { t } from "../shared/words.js";
import { titled } from "./hall.js";

const LONGEST = 300; // characters, as the server takes them

export function Name({ theme, orders, deeds }) {
  const [draft, write] = useState();
  const field = useRef();
  const leaving = useRef(false); // a field that is taken away blurs once more
  const was = useRef(); // the name that the host has seen
  const now = useRef();
  now.current = theme.title;
  useLayoutEffect(() => void (draft !== undefined && field.current?.select()), [draft === undefined]);
  const leave = () => {
    leaving.current = true;
    write(undefined);
  };
  const begin = () => {
    leaving.current = false;
    was.current = theme.title;
    write(theme.title);
  };
  const keep = async () => {
    const title = (draft ?? "").trim();
    if (!title || title === was.current || (await deeds.rename(theme.id, title, was.current))) leave();
    else was.current = now.current;
  };
  const blurred = () => leaving.current || orders.said[theme.id] || keep();
  const key = (event) => {
    if (event.key === "Escape") leave();
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    keep();
  };
  if (draft === undefined) {
    return html`<h3 dir="auto">${titled(theme) || t("No name yet")}</h3><button type="button" class="button compact quiet square" aria-label=${t("Rename “{title}”", { title: theme.title })} title=${t("Rename")} onClick=${begin}><${Icon} name="pencil" /></button>`;
  }
  return html`<textarea ref=${field} class="name-edit" rows="2" dir="auto" maxlength=${LONGEST} aria-label=${t("Theme name")} aria-busy=${orders.waits(theme.id)} value=${draft}
    onInput=${(event) => write(event.target.value)} onKeyDown=${key} onBlur=${blurred}></textarea>`;
}

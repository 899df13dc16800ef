// One note as the host reads it: the words, where they come from, and what may become of them.

import { Icon, html, useEffect, useRef } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { carry } from "./drag.js";
import { KINDS, Press, roomOf, Why } from "./pieces.js";

export const NEW = "new";

// The menu that does what dragging does.
export function Places({ note, themes, orders, deeds, open, label }) {
  const go = (event) => {
    const value = event.target.value;
    event.target.value = note.theme ?? "";
    if (value === NEW) open({ kind: "new", notes: [note.id] });
    else deeds.place(note.id, value || null);
  };
  return html`<select class="input compact" data-places=${note.id} aria-label=${label ?? t("Theme of this note")} value=${note.theme ?? ""} disabled=${orders.waits(note.id)} onChange=${go}>
    <option value="">${t("No theme")}</option>${themes.map((theme) => html`<option key=${theme.id} value=${theme.id}>${theme.title}</option>`)}<option value=${NEW}>${t("New theme…")}</option></select>`;
}

export function Marks({ note }) {
  return html`${note.support > 0 && html`<span class="mark digits" title=${tn("{n} person supports it", "{n} people support it", note.support)}><${Icon} name="hand" />${note.support}</span>`}
    ${note.pinned && html`<span class="mark" title=${t("Placed by hand: no grouping moves it")}><${Icon} name="pin" /><span class="for-reader">${t("placed by hand")}</span></span>`}
    ${note.late && html`<span class="mark">${t("late")}</span>`}${note.revision > 1 && html`<span class="mark">${t("edited")}</span>`}
    ${!note.quotable && html`<span class="mark" title=${t("Its author does not wish to be quoted")}><${Icon} name="lock" />${t("not to be quoted")}</span>`}`;
}

export function age(at, now) {
  const minutes = Math.max(0, Math.floor((now - at) / 60_000));
  return minutes ? t("{n} min", { n: minutes }) : t("now");
}

function Approval({ note, orders, deeds }) {
  if (!note.quotable) return null;
  return html`<${Press} orders=${orders} place=${note.id} name="button compact" aria-pressed=${note.approved} act=${() => deeds.approveNote(note.id, !note.approved)}><${Icon} name=${note.approved ? "tick" : "lock"} />${note.approved ? t("Approved") : t("Approve")}<//>`;
}

export function Note({ note, host, at, themes, guessed = [], chosen, choose, orders, deeds, open }) {
  const box = useRef();
  useEffect(() => chosen && box.current.scrollIntoView({ block: "nearest" }), [chosen]);
  return html`<li class=${chosen ? "incoming chosen" : "incoming"} ref=${box} onPointerDown=${choose} onFocusIn=${choose} ...${carry("note", note.id)}>
    <p class="voice-paper" dir="auto">${note.text}</p>
    <p class="from digits"><span>${roomOf(note, host)}, ${KINDS[note.kind]?.() ?? note.kind}</span><${Marks} note=${note} /><span>${age(note.at, at)}</span></p>
    ${note.hidden
      ? html`<div class="places"><${Press} orders=${orders} place=${note.id} act=${() => deeds.hideNote(note.id, false)}>${t("Bring back")}<//></div>`
      : html`<div class="places">${guessed.map((theme) => html`<button type="button" class="guess" key=${theme.id} disabled=${orders.waits(note.id)} onClick=${() => deeds.place(note.id, theme.id)}><bdi>${theme.title}</bdi></button>`)}
          <${Places} note=${note} themes=${themes} orders=${orders} deeds=${deeds} open=${open} />
          <${Approval} note=${note} orders=${orders} deeds=${deeds} />
          <${Press} orders=${orders} place=${note.id} name="button compact quiet square" act=${() => deeds.hideNote(note.id)} aria-label=${t("Set aside")} title=${t("Set aside")}><${Icon} name="hide" /><//></div>`}
    <${Why} orders=${orders} place=${note.id} /></li>`;
}

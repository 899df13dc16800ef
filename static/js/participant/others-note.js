// A note somebody else in my room wrote: to share with a tap, or to show to the host.

import { announce, html, Icon, useRef, useState } from "../shared/view.js";
import { fresh } from "../shared/live.js";
import { t, tn } from "../shared/words.js";
import { KINDS, latest } from "./notes.js";

const LONG = 550; // ms a finger rests before the menu opens

// Resting a finger opens the menu; moving it (to scroll) does not.
function useLongPress(act) {
  const timer = useRef();
  const stop = () => clearTimeout(timer.current);
  const start = () => {
    stop();
    timer.current = setTimeout(act, LONG);
  };
  return { onPointerDown: start, onPointerUp: stop, onPointerCancel: stop, onPointerMove: (event) => (event.movementX || event.movementY) && stop(), onPointerLeave: stop };
}

// A question is asked by many; anything else is shared by many.
const sharing = (note) => (note.kind === "question" ? t("Me too") : t("I share this"));

function Share({ note, supported, box }) {
  const waits = latest(box, "note.support", note.id);
  const on = waits ? waits.on : supported;
  const count = note.support + Number(on) - Number(supported);
  const toggle = () => box.put("note.support", { command_id: fresh(), note_id: note.id, on: !on });
  return html`<button class="button share" type="button" aria-pressed=${on} onClick=${toggle}>${on && html`<${Icon} name="tick" />`}${sharing(note)}
    ${count > 0 && html`<b class="digits" aria-label=${tn("{n} shares this", "{n} share this", count)}>${count}</b>`}</button>`;
}

export function OthersNote({ note, person, box }) {
  const [menu, show] = useState(false);
  const press = useLongPress(() => show(true));
  const waits = latest(box, "note.report", note.id);
  const report = (on) => {
    box.put("note.report", { command_id: fresh(), note_id: note.id, on });
    show(false);
    if (on) announce(t("The host will look at it. You do not see it any more."));
  };
  if (waits ? waits.on : person.reports[note.id]) {
    return html`<article class="note reported"><p class="small soft">${t("You reported a note here. The host looks at it.")} <button class="link" type="button" onClick=${() => report(false)}>${t("Show it again")}</button></p></article>`;
  }
  return html`<article class="note"><p class="voice-paper" dir="auto" ...${press}>${note.text}</p>
    <div class="row between"><p class="meta"><span class="kind">${KINDS[note.kind]()}</span>${note.name && html`<span><bdi>${note.name}</bdi></span>`}${note.table && html`<span>${t("For the whole room")}</span>`}${note.edited && html`<span>${t("changed")}</span>`}</p>
      <div class="row"><${Share} note=${note} supported=${Boolean(person.supports[note.id])} box=${box} />
        <button class="button quiet square" type="button" aria-expanded=${menu} aria-label=${t("More about this note")} onClick=${() => show(!menu)}><${Icon} name="more" /></button></div></div>
    ${menu && html`<div class="row wrap acts" role="group" aria-label=${t("Report this note?")}><p>${t("The host is asked to look at it, and you do not see it any more. Nobody learns that it was you.")}</p>
      <button class="button" type="button" onClick=${() => report(true)}><${Icon} name="hide" />${t("Report it to the host")}</button>
      <button class="button" type="button" onClick=${() => show(false)}>${t("Leave it")}</button></div>`}</article>`;
}

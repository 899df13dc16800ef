// One note as the host reads it: the words, where they come from, and what may become of them.

import { Press } from "../shared/press.js";
import { Icon, html, useEffect, useRef } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { carry } from "./drag.js";
import { KINDS, roomOf, Why } from "./pieces.js";
import { asks } from "./reading.js";

export const NEW = "new";

// The menu that does what dragging does.
export function Places({ note, themes, orders, deeds, open, label }) {
  const go = (event) => {
    const value = event.target.value;
    event.target.value = note.theme ?? "";
    if (value === NEW) open({ kind: "new", notes: [note.id] });
    else deeds.place(note.id, value || null);
  };
  return html`<select class="input compact" data-places=${note.id} aria-label=${label ?? t("Theme of this note")} value=${note.resting ? "" : note.theme ?? ""} disabled=${orders.waits(note.id)} onChange=${go}>
    <option value="">${t("No theme")}</option>${themes.map((theme) => html`<option key=${theme.id} value=${theme.id}>${theme.title}</option>`)}<option value=${NEW}>${t("New theme…")}</option></select>`;
}

export function Private({ note }) {
  return note.private && html`<span class="mark" title=${t("Only its author and the hosts read it until the notes are revealed. What you approve shows from then on")}><${Icon} name="lock" />${t("private for now")}</span>`;
}

export function Marks({ note, themes = {} }) {
  return html`${note.flags && html`<span class="mark flag" title=${t("A word to look at twice")}><${Icon} name="flag" /><bdi>${note.flags.join(", ")}</bdi></span>`}
    ${note.name && html`<span class="mark" title=${note.signed === "wall" ? t("Its author wants this name on the big screen too") : t("Signed for the room and the report")}><${Icon} name="pencil" /><bdi>${note.name}</bdi>${note.signed === "wall" && html`<${Icon} name="screen" />`}</span>`}
    ${note.support > 0 && html`<span class="mark digits" title=${tn("{n} person supports it", "{n} people support it", note.support)}><${Icon} name="hand" />${note.support}</span>`}
    ${note.pinned && html`<span class="mark" title=${t("Placed by hand: no grouping moves it")}><${Icon} name="pin" /><span class="for-reader">${t("placed by hand")}</span></span>`}
    ${note.table && html`<span class="mark">${t("for the whole room")}</span>`}<${Private} note=${note} />${note.second && themes[note.second] && html`<span class="mark faint" title=${t("Another theme that fits")}>${t("also “{title}”", { title: themes[note.second].title })}</span>`}
    ${note.resting && html`<span class="mark"><${Icon} name="hide" />${t("set aside with “{title}”", { title: themes[note.theme]?.title ?? "" })}</span>`}${note.late && html`<span class="mark">${t("late")}</span>`}${note.again ? html`<span class="mark flag">${t("changed after approval")}</span>` : note.revision > 1 && html`<span class="mark">${t("edited")}</span>`}
    ${!note.quotable && html`<span class="mark" title=${t("Its author does not wish to be quoted")}><${Icon} name="lock" />${t("not to be quoted")}</span>`}`;
}

export function age(at, now) {
  const minutes = Math.max(0, Math.floor((now - at) / 60_000));
  return minutes ? t("{n} min", { n: minutes }) : t("now");
}

function Approval({ note, orders, deeds }) {
  if (!note.quotable) return null;
  return html`<${Press} orders=${orders} place=${note.id} aria-pressed=${note.approved} act=${() => deeds.approveNote(note.id, !note.approved)}>${note.approved ? html`<${Icon} name="tick" />${t("Approved")}` : t("Approve")}<//>
    ${!note.approved && html`<${Press} orders=${orders} place=${note.id} name="button compact quiet" off=${note.held} act=${() => deeds.approveNote(note.id, false)} title=${t("Read, and kept off the screen")}>${note.held ? t("Held") : t("Hold")}<//>`}`;
}

const WRONG = { theme: () => t("Not what I meant: the theme"), quote: () => t("Not what I meant: the quote") };

// What somebody asks the host to look at.
function Asked({ note, orders, deeds }) {
  if (!asks(note)) return null;
  const { objection } = note;
  return html`<div class="asked notice warning"><div class="stack">${objection && !objection.heard && html`<p><b>${WRONG[objection.about]()}</b>${objection.text && html`. <span dir="auto">“${objection.text}”</span>`}</p>`}
    ${note.reports > 0 && html`<p><b class="digits">${tn("Reported by {n} person", "Reported by {n} people", note.reports)}</b></p>`}
    <p><${Press} orders=${orders} place=${note.id} act=${() => deeds.settle(note.id)}><${Icon} name="tick" />${t("Looked at")}<//></p></div></div>`;
}

// One press says where a note belongs; on the theme it is in, that it is right there.
function Guess({ theme, note, orders, deeds }) {
  const there = theme.id === note.theme;
  return html`<button type="button" class="guess" disabled=${orders.waits(note.id)} title=${there ? t("It is in this theme. Press if that is right") : t("Put it into this theme")} onClick=${() => deeds.place(note.id, theme.id)}>${there && html`<${Icon} name="tick" /><span class="for-reader">${t("Right:")} </span>`}<bdi>${theme.title}</bdi></button>`;
}

export function Note({ note, host, at, themes, guessed = [], chosen, choose, orders, deeds, open }) {
  const box = useRef();
  useEffect(() => chosen && box.current.scrollIntoView({ block: "nearest" }), [chosen]);
  return html`<li class=${chosen ? "incoming chosen" : "incoming"} ref=${box} onPointerDown=${choose} onFocusIn=${choose} ...${carry("note", note.id)}>
    <p class="voice-paper" dir="auto">${note.text}</p>
    <p class="from digits"><span>${roomOf(note, host)}, ${KINDS[note.kind]?.() ?? note.kind}</span><${Marks} note=${note} themes=${host.themes} /><span>${age(note.at, at)}</span></p>
    <${Asked} note=${note} orders=${orders} deeds=${deeds} />
    ${note.hidden
      ? html`<div class="places"><${Press} orders=${orders} place=${note.id} act=${() => deeds.hideNote(note.id, false)}>${t("Bring back")}<//></div>`
      : html`<div class="places">${guessed.map((theme) => html`<${Guess} key=${theme.id} theme=${theme} note=${note} orders=${orders} deeds=${deeds} />`)}
          <${Places} note=${note} themes=${themes} orders=${orders} deeds=${deeds} open=${open} />
          <${Approval} note=${note} orders=${orders} deeds=${deeds} />
          <${Press} orders=${orders} place=${note.id} name="button compact quiet square" act=${() => deeds.hideNote(note.id)} aria-label=${t("Set aside")} title=${t("Set aside")}><${Icon} name="hide" /><//></div>`}
    <${Why} orders=${orders} place=${note.id} /></li>`;
}

// One theme on the desk: its name, the rooms behind it, its quotes, and its way to the big screen.
// A theme that is held goes up with the quotes ticked on the card; later each tick counts at once.

import { Press } from "../shared/press.js";
import { Icon, html, useEffect, useRef, useState } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { carry, target } from "./drag.js";
import { Name } from "./name.js";
import { Private } from "./note.js";
import { roomOf, Spread, Why } from "./pieces.js";
import { arrows, Handle } from "./handle.js";
import { short } from "./steering.js";

const SHOWN = 2; // quotes on a card
const PICKED = 2; // quotes that go along unless the host says otherwise

// Which of the quotes on the card would go up with it.
export function picked(theme, choice) {
  const shown = theme.notes.slice(0, SHOWN).filter((note) => note.quotable);
  return shown.filter((note, index) => choice[note.id] ?? (note.approved || index < PICKED));
}

// A title that is a note's words needs that note's approval too.
export function approval(theme, choice = {}) {
  const own = theme.notes.filter((note) => note.id === theme.title_note);
  return Object.fromEntries([...picked(theme, choice), ...own].map((note) => [note.id, note.revision]));
}

function standing(theme, lit, rehearsing) {
  if (lit) return ["screen", rehearsing ? t("Alone on the preview") : t("Alone on the screen")];
  if (theme.approved && theme.private) return ["lock", t("Approved. It shows once its notes are revealed")];
  return theme.approved ? ["tick", t("Approved for the screen")] : ["lock", t("Held: not on the screen")];
}

function Quote({ note, on, press, show, alone, host, orders }) {
  const says = !note.quotable ? t("Its author does not wish to be quoted") : on ? t("Quoted. Press to leave it out") : t("Left out. Press to quote it");
  return html`<blockquote class=${on ? "voice-paper on" : "voice-paper"} ...${carry("note", note.id)}><span dir="auto">${note.text}</span> <small class="digits">${note.signed === "wall" && html`<bdi>${note.name}</bdi>, `}${roomOf(note, host)}${note.table && html`, ${t("for the whole room")}`}</small> <${Private} note=${note} />${note.flags && html` <small class="mark flag" title=${t("A word to look at twice")}><${Icon} name="flag" />${note.flags.join(", ")}</small>`}
    ${show && html`<button type="button" class="pick alone" aria-pressed=${alone} title=${alone ? t("Back to the wall") : t("Show this quote alone on the screen")} onClick=${show}><${Icon} name="screen" /><span class="for-reader">${t("Alone on the screen")}</span></button>`}
    <button type="button" class="pick" aria-pressed=${on} disabled=${!note.quotable || orders.waits(note.id)} title=${says} onClick=${press}><${Icon} name=${note.quotable ? "tick" : "lock"} /><span class="for-reader">${t("Quote on the screen")}</span></button></blockquote>`;
}

export function Card({ theme, views, rooms, row, orders, deeds, open, desk, ordered }) {
  const { host } = views;
  const [choice, choose] = useState({});
  const box = useRef();
  const now = desk.rehearsing ? host.preview : host.screen;
  const lit = now.spotlight === theme.id;
  const alone = (note) => lit && now.quote === note.id;
  const going = picked(theme, choice).map((note) => note.id);
  const on = (note) => (theme.approved ? note.approved : going.includes(note.id));
  const press = (note) => (theme.approved ? deeds.approveNote(note.id, !note.approved) : choose({ ...choice, [note.id]: !on(note) }));
  const [icon, says] = standing(theme, lit, desk.rehearsing);
  useEffect(() => ordered.current === theme.id && box.current.querySelector(".handle").focus(), [theme.order]);
  const more = theme.count - Math.min(SHOWN, theme.count);
  const drops = { note: (id) => deeds.place(id, theme.id), theme: (id) => id !== theme.id && deeds.order(id, theme.id) };
  return html`<article class=${lit ? "theme on-screen" : theme.approved ? "theme" : "theme held"} ref=${box} aria-label=${theme.title || t("No name yet")} ...${target(drops)}>
    <div class="title"><${Handle} theme=${theme} move=${arrows(theme, row, deeds, ordered)} /><${Name} theme=${theme} orders=${orders} deeds=${deeds} /></div>
    <div class="facts digits"><${Spread} said=${theme.rooms} rooms=${rooms} /><span>${tn("{n} note", "{n} notes", theme.count)}</span>${theme.earlier && html`<span class="soft">${t("Already in {event}", { event: short(theme.earlier) })}</span>`}</div>
    <p class="standing tiny"><${Icon} name=${icon} />${says}${theme.quoted && host.notes[theme.title_note] && html`<span class="soft digits">${t("Words of room {number}", { number: host.rooms[host.notes[theme.title_note].room]?.number ?? "?" })}</span>`}${theme.touched && html`<span class="mark" title=${t("A person named or approved it: no grouping takes it away")}><${Icon} name="pin" /><span class="for-reader">${t("kept by hand")}</span></span>`}</p>
    <div class="quotes">${theme.notes.slice(0, SHOWN).map((note) => html`<${Quote} key=${note.id} note=${note} on=${on(note)} press=${() => press(note)} show=${theme.approved && note.approved && !note.private && (() => deeds.spotlight(alone(note) ? null : theme.id, alone(note) ? null : note.id))} alone=${alone(note)} host=${host} orders=${orders} />`)}
      ${more > 0 && html`<button type="button" class="more small" onClick=${() => open({ kind: "theme", id: theme.id })}>${t("{n} more", { n: more })}</button>`}
      ${!theme.count && html`<p class="soft small">${t("No notes yet. Drop one here.")}</p>`}</div>
    ${theme.approved && theme.count > 0 && !theme.notes.some((note) => note.approved && note.quotable) && html`<p class="soft small">${t("It stands on the screen without a quote. Tick one that may be read there.")}</p>`}
    <${Why} orders=${orders} place=${theme.id} />
    <div class="do">${theme.approved
      ? html`<${Press} orders=${orders} place=${theme.id} aria-pressed=${lit} title=${lit ? t("Back to the wall") : t("Show this theme alone on the screen")} act=${() => deeds.spotlight(lit ? null : theme.id)}>${lit ? t("Back") : t("Show")}<//>
          <${Press} orders=${orders} place=${theme.id} name="button compact quiet" act=${() => deeds.hold(theme.id)}>${t("Hold")}<//>`
      : html`<${Press} orders=${orders} place=${theme.id} act=${() => deeds.approve(theme.id, theme.title_note ? null : theme.title, approval(theme, choice))}><${Icon} name="tick" />${t("Approve")}<//>`}
      <span class="grow"></span>
      <button type="button" class="button compact quiet" onClick=${() => open({ kind: "merge", id: theme.id })}>${t("Merge")}</button>
      <${Press} orders=${orders} place=${theme.id} name="button compact quiet square" act=${() => deeds.hideTheme(theme.id)} aria-label=${t("Set the theme aside")} title=${t("Set the theme aside, with its notes")}><${Icon} name="hide" /><//>
      <button type="button" class="button compact quiet square" aria-label=${t("Open all notes")} title=${t("Open all notes: split, move, approve")} onClick=${() => open({ kind: "theme", id: theme.id })}><${Icon} name="more" /></button></div></article>`;
}

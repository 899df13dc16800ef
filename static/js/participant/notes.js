// Notes on the phone: mine with what became of them, those of my room with my support.

import { html, Icon, useState } from "../shared/view.js";
import { fresh } from "../shared/live.js";
import { inOrder } from "../shared/spine.js";
import { t, time, tn } from "../shared/words.js";

export const KINDS = { insight: () => t("Insight"), question: () => t("Question"), action: () => t("Action") };

// What the server has, with what this phone has not yet been promised on top of it.
export function ownNotes(person, box, room) {
  const here = (one) => !room || one.room === room;
  const known = new Map(inOrder(person.notes).filter(here).map((note) => [note.id, note]));
  for (const { name, fields, refused } of box.items) {
    const old = known.get(fields.note_id);
    const fate = { state: refused ? "refused" : "waiting", why: refused, command: fields.command_id };
    if (name === "note.write" && !old && here(fields)) known.set(fields.note_id, { ...fields, id: fields.note_id, ...fate });
    else if (old && name === "note.edit") known.set(old.id, { ...old, text: fields.text, kind: fields.kind, ...fate });
    else if (old && name === "note.withdraw" && !refused) known.delete(old.id);
  }
  return [...known.values()].reverse();
}

const STATES = {
  waiting: ["wait", () => t("Waiting, kept on this phone")],
  refused: ["warn", (note) => note.why],
  saved: ["tick", (note) => t("Saved {time}", { time: time(note.at) })],
  grouped: ["theme", (note) => t("In theme “{theme}”", note)],
  shown: ["screen", () => t("On the big screen now")],
};

export function OwnNote({ note, box }) {
  const [editing, edit] = useState(false);
  const [icon, words] = STATES[note.state] ?? STATES.saved;
  if (editing) return html`<${Editor} note=${note} box=${box} done=${() => edit(false)} />`;
  const waits = note.state === "waiting";
  const withdraw = () => confirm(t("Take this note back? It is erased everywhere."))
    && box.put("note.withdraw", { command_id: fresh(), note_id: note.id });
  return html`<article class=${`note ${note.state}`}><p class="voice-paper" dir="auto">${note.text}</p>
    <p class="meta"><span class="kind">${KINDS[note.kind]()}</span><${Icon} name=${icon} /><span dir="auto">${words(note)}</span>
      ${note.support > 0 && html`<span class="support">${tn("{n} shares this", "{n} share this", note.support)}</span>`}</p>
    <div class="row acts">${note.state === "refused" ? html`<button class="link" type="button" onClick=${() => box.drop(note.command)}>${t("Remove")}</button>`
      : html`<button class="link" type="button" disabled=${waits} onClick=${() => edit(true)}>${t("Edit")}</button>
        <button class="link" type="button" disabled=${waits} onClick=${withdraw}>${t("Take it back")}</button>`}</div></article>`;
}

function Editor({ note, box, done }) {
  const [text, put] = useState(note.text);
  const save = (event) => {
    event.preventDefault();
    const fields = { command_id: fresh(), note_id: note.id, kind: note.kind, text: text.trim() };
    if (fields.text && fields.text !== note.text) box.put("note.edit", fields);
    done();
  };
  return html`<form class="note" onSubmit=${save}><textarea class="input" rows="3" maxlength="2000" dir="auto" aria-label=${t("Change your note")}
      ref=${(field) => field?.focus()} value=${text} onInput=${(event) => put(event.target.value)}></textarea>
    <div class="row acts"><button class="button voice">${t("Save")}</button><button class="button" type="button" onClick=${done}>${t("Leave it")}</button></div></form>`;
}

export function OthersNote({ note, supported, box }) {
  const waits = box.items.findLast((item) => item.name === "note.support" && item.fields.note_id === note.id);
  const on = waits ? waits.fields.on : supported;
  const toggle = () => box.put("note.support", { command_id: fresh(), note_id: note.id, on: !on });
  return html`<article class="note"><p class="voice-paper" dir="auto">${note.text}</p>
    <p class="meta"><span class="kind">${KINDS[note.kind]()}</span>
      <button class="link share" type="button" aria-pressed=${on} onClick=${toggle}>${on ? t("You share this") : t("I share this")}${note.support > 0 ? ` (${note.support})` : ""}</button></p></article>`;
}

// After the rooms: what I wrote and what became of it, and what my rooms wrote.
export function MyNotes({ person, views, box, hall }) {
  const mine = ownNotes(person, box);
  const rooms = Object.values(person.seats).map((id) => views[`room:${id}`]).filter(Boolean);
  const theirs = rooms.flatMap((room) => inOrder(room.notes).filter((note) => !person.notes[note.id]));
  return html`${mine.length > 0 && html`<section class=${hall.status === "running" ? "section journey" : "section"} aria-labelledby="mine"><h2 id="mine">${t("My notes")}</h2>
      <div class="mine">${mine.map((note) => html`<${OwnNote} key=${note.id} note=${note} box=${box} />`)}</div></section>`}
    ${theirs.length > 0 && html`<section class="section" aria-labelledby="theirs"><h2 id="theirs">${t("From your room")}</h2>
      <div class="mine">${theirs.map((note) => html`<article key=${note.id} class="note"><p class="voice-paper" dir="auto">${note.text}</p></article>`)}</div></section>`}`;
}

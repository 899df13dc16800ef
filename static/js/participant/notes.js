// What became of notes: those the server has, with what this phone has not yet been promised on top.

import { html, Icon } from "../shared/view.js";
import { fresh } from "../shared/live.js";
import { inOrder } from "../shared/spine.js";
import { t, time, tn } from "../shared/words.js";

export const KINDS = { insight: () => t("Insight"), question: () => t("Question"), action: () => t("Action") };

export const slotOf = (room) => room.slice(0, room.lastIndexOf("."));

export function write({ box, room, kind, text }) {
  const id = fresh();
  box.put("note.write", { command_id: id, note_id: `n${id.replaceAll("-", "").slice(0, 24)}`, room, kind, text });
}

// My notes, newest first; `slot` narrows them to one round. `commands` are those still in the box.
export function ownNotes(person, box, slot) {
  const notes = new Map(inOrder(person.notes).map((note) => [note.id, { ...note, commands: [] }]));
  for (const { name, fields, refused } of box.items) {
    const old = notes.get(fields.note_id);
    const commands = [...(old?.commands ?? []), fields.command_id];
    const fate = { state: refused ? "refused" : "waiting", why: refused, commands };
    if (name === "note.write" && !old) notes.set(fields.note_id, { ...fields, id: fields.note_id, ...fate });
    // An edit of a note that is not there any more is shown only to give its words back.
    else if (name === "note.edit" && (old || refused)) notes.set(fields.note_id, { ...old, id: fields.note_id, text: fields.text, kind: fields.kind, ...fate });
    else if (name === "note.withdraw" && !refused) notes.delete(fields.note_id);
  }
  const here = (note) => !slot || !note.room || slotOf(note.room) === slot;
  return [...notes.values()].filter(here).reverse();
}

const STATES = {
  waiting: ["wait", () => t("Waiting, kept on this phone")],
  refused: ["warn", (note) => t("Not taken: {why}", note)],
  saved: ["tick", (note) => t("Saved {time}", { time: time(note.at) })],
  grouped: ["theme", (note) => t("In theme “{theme}”", note)],
  shown: ["screen", () => t("On the big screen now")],
};

export function Fate({ note }) {
  const [icon, words] = STATES[note.state] ?? STATES.saved;
  return html`<p class="meta"><span class="kind">${KINDS[note.kind]()}</span><${Icon} name=${icon} /><span dir="auto">${words(note)}</span>
    ${note.support > 0 && html`<span>${tn("{n} shares this", "{n} share this", note.support)}</span>`}</p>`;
}

// A note somebody else in my room wrote.
export function OthersNote({ note, supported, box }) {
  const waits = box.items.findLast((item) => item.name === "note.support" && item.fields.note_id === note.id);
  const on = waits ? waits.fields.on : supported;
  const count = note.support + Number(on) - Number(supported);
  const toggle = () => box.put("note.support", { command_id: fresh(), note_id: note.id, on: !on });
  return html`<article class="note"><p class="voice-paper" dir="auto">${note.text}</p>
    <div class="row between"><p class="meta"><span class="kind">${KINDS[note.kind]()}</span>${note.edited && html`<span>${t("changed")}</span>`}</p>
      <button class="button share" type="button" aria-pressed=${on} onClick=${toggle}>${on && html`<${Icon} name="tick" />`}${t("I share this")}
        ${count > 0 && html`<b class="digits" aria-label=${tn("{n} shares this", "{n} share this", count)}>${count}</b>`}</button></div></article>`;
}

// What became of notes: those the server has, with what this phone has not yet been promised on top.

import { html, Icon } from "../shared/view.js";
import { fresh } from "../shared/live.js";
import { inOrder } from "../shared/spine.js";
import { t, time, tn } from "../shared/words.js";

export const KINDS = { insight: () => t("Insight"), question: () => t("Question"), action: () => t("Action") };

export const slotOf = (room) => room.slice(0, room.lastIndexOf("."));

export function write({ box, room, kind, text, signed = "no", ...more }) {
  const id = fresh();
  box.put("note.write", { command_id: id, note_id: `n${id.replaceAll("-", "").slice(0, 24)}`, room, kind, text, signed, ...more });
}

// The fields of the newest command of that name about that note that still waits in the box.
export const latest = (box, name, id) =>
  box.items.findLast((item) => item.name === name && !item.refused && (item.fields.note_id ?? item.fields.theme) === id)?.fields;

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
    else if (name === "note.sign" && old) notes.set(fields.note_id, { ...old, signed: fields.signed });
    else if (name === "note.consent" && old) notes.set(fields.note_id, { ...old, quotable: fields.on });
    else if (name === "note.object" && old) notes.set(fields.note_id, { ...old, objection: { ...fields, heard: false } });
  }
  const here = (note) => !slot || !note.room || slotOf(note.room) === slot;
  return [...notes.values()].filter(here).reverse();
}

const STATES = {
  waiting: ["wait", () => t("Waiting, kept on this phone")],
  refused: ["warn", (note) => t("Not taken: {why}", note)],
  saved: ["tick", (note) => t("Saved {time}", { time: time(note.at) })],
  grouped: ["theme", (note) => t("In theme “{theme}”", note)],
  approved: ["tick", () => t("Approved for the screen")],
  shown: ["screen", (note) => (note.turns ? t("On the big screen, in turn with others") : t("On the big screen now"))],
  aside: ["hide", () => t("Set aside by the host")],
  told: ["ticks", () => t("In the report")],
};
const SIGNED = { room: () => t("With your name"), wall: () => t("With your name, on the screen too") };

export function Fate({ note }) {
  const [icon, words] = STATES[note.state] ?? STATES.saved;
  return html`<p class="meta"><span class="kind">${KINDS[note.kind]()}</span><${Icon} name=${icon} /><span dir="auto">${words(note)}</span>
    ${note.table && html`<span>${t("For the whole room")}</span>`}${note.late && html`<span>${t("Late, after the room had closed")}</span>`}${note.again && html`<span>${t("Off the screen until a host has read it again")}</span>`}${SIGNED[note.signed] && html`<span>${SIGNED[note.signed]()}</span>`}${note.quotable === false && html`<span>${t("Not quoted, by your wish")}</span>`}
    ${note.support > 0 && html`<span>${tn("{n} shares this", "{n} share this", note.support)}</span>`}</p>`;
}

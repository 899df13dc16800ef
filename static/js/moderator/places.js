// Names, links and tables of all rooms in one sheet: the quickest way to fill them before an
// event. Only what was changed is sent.

import { Sheet } from "../shared/sheet.js";
import { html, useEffect, useState } from "../shared/view.js";
import { t } from "../shared/words.js";

const FIELDS = ["name", "link", "table"];

// A pasted list by lines: an empty one belongs to a room too, or those after it would go into the wrong
// call; at the end it is only how the list was copied.
export const poured = (text) => text.trimEnd().split(/\r?\n/).map((line) => line.trim().slice(0, 300));

export function Places({ rooms, first, orders, close }) {
  const [given, write] = useState({});
  const [why, say] = useState("");
  const [busy, hold] = useState(false);
  useEffect(() => document.getElementById(`name-${first}`)?.focus(), []);
  const value = (room, field) => given[room.id]?.[field] ?? room[field] ?? "";
  const set = (room, field) => (change) => write((all) => ({ ...all, [room.id]: { ...all[room.id], [field]: change.target.value } }));
  // Several lines pasted into one field go into this room and those after it.
  const paste = (room, field) => (event) => {
    const lines = poured(event.clipboardData.getData("text"));
    if (lines.length < 2) return;
    event.preventDefault();
    const into = rooms.slice(rooms.indexOf(room), rooms.indexOf(room) + lines.length);
    write((all) => into.reduce((made, one, at) => ({ ...made, [one.id]: { ...made[one.id], [field]: lines[at] } }), all));
  };
  const save = async (submit) => {
    submit.preventDefault();
    hold(true);
    say("");
    for (const room of rooms) {
      const changed = Object.fromEntries(FIELDS.filter((field) => value(room, field).trim() !== (room[field] ?? "")).map((field) => [field, value(room, field).trim()]));
      if (!Object.keys(changed).length) continue;
      if (!(await orders.send(`room-${room.id}`, "room.edit", { room: room.id, ...changed }))) {
        hold(false);
        return say(t("Room {number}: {why}", { number: room.number, why: orders.said[`room-${room.id}`] }));
      }
    }
    close();
  };
  const cell = (room, field, label, more) => html`<td><input id=${`${field}-${room.id}`} class="input compact" dir="auto" maxlength="300" aria-label=${t("{label} of room {number}", { label, number: room.number })} value=${value(room, field)} onInput=${set(room, field)} onPaste=${paste(room, field)} ...${more} /></td>`;
  return html`<${Sheet} name="sheet wide" title=${t("Names and places of the rooms")} close=${close}><form class="stack" onSubmit=${save}>
    <p class="soft">${t("Any video link will do: Zoom, Meet, Jitsi, Teams. Paste a list into one field, and it fills the rooms below it too; an empty line leaves its room empty.")}</p>
    <div class="scrolls" tabindex="0" role="region" aria-label=${t("Rooms")}><table class="table"><thead><tr><th scope="col">${t("Room")}</th><th scope="col">${t("Name")}</th><th scope="col">${t("Video link")}</th><th scope="col">${t("Table or place")}</th></tr></thead>
      <tbody>${rooms.map((room) => html`<tr key=${room.id}><th scope="row" class="digits">${room.number}</th>${cell(room, "name", t("Name"))}${cell(room, "link", t("Video link"), { inputmode: "url", placeholder: "https://" })}${cell(room, "table", t("Table or place"))}</tr>`)}</tbody></table></div>
    ${why && html`<p class="said" role="alert">${why}</p>`}
    <div class="row"><button class="button main" type="submit" disabled=${busy}>${t("Save")}</button><button class="button" type="button" onClick=${close}>${t("Cancel")}</button>
      <span class="soft">${t("The link is shown to the people of that room alone, when it opens.")}</span></div></form><//>`;
}

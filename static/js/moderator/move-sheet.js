// Who goes where, for whoever moves people in the video system: as text to paste, or as a table.

import { html, useState } from "../shared/view.js";
import { t } from "../shared/words.js";
import { Sheet } from "./pieces.js";

const title = (room) => [t("Room {number}", { number: room.number }), room.name, room.table].filter(Boolean).join(", ");
const person = (one) => (one.organisation ? `${one.name} (${one.organisation})` : one.name);

export const asText = (rooms) => rooms.map((room) => [title(room), ...(room.link ? [room.link] : []), ...room.people.map((one) => `  ${person(one)}`)].join("\n")).join("\n\n");

// A cell that begins like a formula gets an apostrophe, so that no spreadsheet runs a name.
const cell = (value) => `"${String(value).replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;

export function asTable(rooms) {
  const lines = rooms.flatMap((room) => room.people.map((one) => [one.name, one.organisation, one.mode, room.number, room.name, room.link, room.table]));
  return [["name", "organisation", "mode", "room", "room_name", "link", "table"], ...lines].map((line) => line.map((value) => cell(value ?? "")).join(",")).join("\r\n") + "\r\n";
}

function keep(rooms, code) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\ufeff", asTable(rooms)], { type: "text/csv" }));
  link.download = `${code}-rooms.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export function MoveSheet({ rooms, code, close }) {
  const [said, say] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(asText(rooms));
      say(t("Copied"));
    } catch {
      document.getElementById("moves").select();
      say(t("Press Ctrl+C to copy"));
    }
  };
  return html`<${Sheet} wide title=${t("Move sheet")} close=${close}><p class="soft">${t("For whoever moves people in the video system.")}</p>
    <textarea id="moves" class="input" rows="16" readonly dir="auto" aria-label=${t("Who goes where")} value=${asText(rooms)}></textarea>
    <div class="row"><button type="button" class="button main" onClick=${copy}>${t("Copy as text")}</button><button type="button" class="button" onClick=${() => keep(rooms, code)}>${t("Save as a table (CSV)")}</button><span role="status">${said}</span></div><//>`;
}

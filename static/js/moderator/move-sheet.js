// Who goes where, for whoever moves people in the video system: a list that follows every move,
// to tick off while keying it in, as text to paste or as a table to keep.

import { Sheet } from "../shared/sheet.js";
import { Icon, html, useState } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { titled } from "./round.js";

const title = (room) => [t("Room {number}", { number: room.number }), titled(room), room.table].filter(Boolean).join(", ");
const person = (one) => (one.organisation ? `${one.name} (${one.organisation})` : one.name);

const online = (one) => one.mode !== "onsite"; // only they are moved in a video system

const abroad = (rooms) => rooms.map((room) => ({ ...room, people: room.people.filter(online) })).filter((room) => room.people.length);

export const asText = (rooms) => abroad(rooms).map((room) => [title(room), ...(room.link ? [room.link] : []), ...room.people.map((one) => `  ${person(one)}`)].join("\n")).join("\n\n");

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

// Ticks are kept in this browser, by slot: person → the number of the room they were moved to.
// Whoever is moved again after that has an old number beside their name, and no tick.
function useTicks(slot) {
  const key = `facilitator.moved:${slot}`;
  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? {};
    } catch {
      return {};
    }
  };
  const [ticks, set] = useState(read);
  const tick = (id, number) => {
    const next = { ...ticks, [id]: ticks[id] === number ? undefined : number };
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch { /* kept until the page is left */ }
    set(next);
  };
  return [ticks, tick];
}

function Line({ one, room, was, tick }) {
  const done = was === room.number;
  return html`<tr class=${done ? "done" : ""}><td><input type="checkbox" checked=${done} aria-label=${t("{name} is in room {number}", { name: one.name, number: room.number })} onChange=${() => tick(one.id, room.number)} /></td>
    <th scope="row" dir="auto">${one.name}<small class="soft">${one.organisation}</small></th><td class="digits room-no">${was !== undefined && !done && html`<s>${was}</s> <${Icon} name="next" turns /> `}<b>${room.number}</b> <span dir="auto">${room.name}</span></td>
</tr>`;
}

export function MoveSheet({ rooms, slot, code, close }) {
  const [said, say] = useState("");
  const [order, sort] = useState("room");
  const [only, filter] = useState(false);
  const [ticks, tick] = useTicks(slot);
  const seated = rooms.flatMap((room) => room.people.map((one) => ({ one, room })));
  const [all, inHall] = [seated.filter(({ one }) => online(one)), seated.filter(({ one }) => !online(one))];
  if (order === "name") all.sort((a, b) => a.one.name.localeCompare(b.one.name));
  const left = all.filter(({ one, room }) => ticks[one.id] !== room.number);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(asText(rooms));
      say(t("Copied"));
    } catch {
      say(t("This browser does not let us copy. Save the table instead."));
    }
  };
  return html`<${Sheet} name="sheet wide" title=${t("Move sheet")} close=${close}>
    <div class="row wraps"><p class="grow" role="status"><b class="digits">${left.length ? tn("{n} person to move", "{n} people to move", left.length) : all.length ? t("Everybody is where they belong") : t("Nobody has to go to a video room")}</b> <span class="soft">${t("It follows every move. Tick people off as you key them in.")}</span></p>
      <select class="input compact narrow" aria-label=${t("Sorted by")} onChange=${(change) => sort(change.target.value)}><option value="room">${t("By room")}</option><option value="name">${t("By name")}</option></select>
      <label class="tick"><input type="checkbox" checked=${only} onChange=${() => filter(!only)} /><span>${t("Only who is left")}</span></label></div>
    <div class="scrolls" tabindex="0" role="region" aria-label=${t("Who goes where")}><table class="table roll moves-table"><thead><tr><th scope="col">${t("Done")}</th><th scope="col">${t("Name")}</th><th scope="col">${t("Room")}</th></tr></thead>
      <tbody>${(only ? left : all).map(({ one, room }) => html`<${Line} key=${one.id} one=${one} room=${room} was=${ticks[one.id]} tick=${tick} />`)}</tbody></table>
      ${inHall.length > 0 && html`<details class="small"><summary class="digits">${tn("{n} person in the hall goes to a table", "{n} people in the hall go to tables", inHall.length)}</summary>
        <ul>${inHall.map(({ one, room }) => html`<li key=${one.id} dir="auto">${one.name}: ${title(room)}</li>`)}</ul></details>`}</div>
    <div class="row wraps"><button type="button" class="button main" onClick=${copy}>${t("Copy as text")}</button><button type="button" class="button" onClick=${() => keep(rooms, code)}>${t("Save as a table (CSV)")}</button><span role="status">${said}</span></div><//>`;
}

// One room with its people. A person is a button: a press opens what can be done with them, and
// they can be dragged; the arrow keys go from seat to seat.

import { Icon, html, useState } from "../shared/view.js";
import { languageName, t, tn } from "../shared/words.js";
import { besides } from "./attendance.js";
import { Org } from "./pieces.js";
import { doing, titled, where } from "./round.js";
import { worryOf } from "./worries.js";

const CARRIED = "application/x-facilitator-person";
const PLACES = { online: () => ["video", t("Online")], onsite: () => ["table", t("In the hall")], mixed: () => ["people", t("Mixed")] };
const CAN = { facilitator: () => t("Lead"), scribe: () => t("Scribe"), interpreter: () => t("Interpreter") };

export const matches = (person, search) => search && `${person.name} ${person.organisation}`.toLocaleLowerCase().includes(search.toLocaleLowerCase());

// Up and down from seat to seat, left and right from room to room; P pins.
export const walk = (pin) => (event) => {
  const seat = event.target.closest("button.seat");
  const moves = { ArrowDown: 1, ArrowUp: -1 };
  const rooms = { ArrowRight: 1, ArrowLeft: -1 };
  if (!seat) return;
  if (event.key.toLowerCase() === "p" && !event.ctrlKey && !event.metaKey && !event.altKey) return pin(seat.dataset.person);
  if (!(event.key in moves || event.key in rooms)) return;
  event.preventDefault();
  const grid = [...event.currentTarget.querySelectorAll(".seat-room")].filter((room) => room.querySelector("button.seat"));
  const all = [...event.currentTarget.querySelectorAll("button.seat")];
  const forward = document.dir === "rtl" ? -1 : 1;
  const next = event.key in moves ? all[all.indexOf(seat) + moves[event.key]]
    : grid[grid.indexOf(seat.closest(".seat-room")) + rooms[event.key] * forward]?.querySelector("button.seat");
  next?.focus();
};

// `marks`: {can, usual, pins} as the page knows them.
function Tags({ person, marks = {} }) {
  const can = marks.can?.[person.id]?.map((each) => CAN[each]()) ?? [];
  const tongue = marks.usual && person.language !== marks.usual && person.language;
  return html`<span class="tags">${tongue && html`<span class="tongue" title=${languageName(tongue)}>${tongue.split("-")[0].toUpperCase()}</span>`}
    ${can.length > 0 && html`<span class="tongue can-tag">${can.join(", ")}</span>`}${!person.present && html`<span class="tongue">${t("away")}</span>`}${marks.scanned?.[person.id]?.why === "scan" && html`<span class="tongue" title=${t("Sat down by scanning the code on the table")}>${t("scanned")}</span>`}
    ${marks.pins?.[person.id] !== undefined && html`<${Icon} name="pin" /><span class="for-reader">${t("pinned")}</span>`}</span>`;
}

export function Seat({ person, held, search, still, pick, marks }) {
  const names = ["seat", !person.present && "gone", held && "held", matches(person, search) && "found"].filter(Boolean).join(" ");
  const inside = html`<${Org} name=${person.organisation} /><span class="cut" dir="auto">${person.name}</span><${Tags} person=${person} marks=${marks} />`;
  if (still) return html`<li class=${names} title=${person.name}>${inside}</li>`;
  return html`<li><button type="button" class=${names} title=${[person.name, person.organisation].filter(Boolean).join(", ")} draggable="true" data-person=${person.id} aria-haspopup="menu" aria-expanded=${held}
    onDragStart=${(drag) => drag.dataTransfer.setData(CARRIED, person.id)} onClick=${(press) => pick(person, press.currentTarget)}>${inside}</button></li>`;
}

function Doing({ room, round, how, says }) {
  if (round.opened_at === undefined && !says) return null;
  const facts = round.opened_at === undefined ? [] : [how.counts && t("{here} of {all} here", how.counts), how.counts && besides(how.counts), tn("{n} note", "{n} notes", room.notes), room.notes > 0 && how.rate !== undefined && t("{rate} a minute", { rate: how.rate.toFixed(1) })];
  return html`<p class="pace digits">${facts.filter(Boolean).join(", ")}${says && html`<b class="warned"><${Icon} name="warn" />${says[0]}</b>`}</p>`;
}

// Fixes everybody of a room to it, or frees them all.
function Lock({ room, marks, pin }) {
  const fixed = room.people.length > 0 && room.people.every((one) => marks.pins[one.id] !== undefined);
  const label = fixed ? t("Free the people of room {number}", { number: room.number }) : t("Pin everybody in room {number}", { number: room.number });
  return html`<button type="button" class="edit" aria-pressed=${fixed} aria-label=${label} title=${label} disabled=${!room.people.length} onClick=${() => pin(room.people.map((one) => one.id), !fixed)}><${Icon} name="lock" /></button>`;
}

export function SeatRoom({ room, round, at, held, search, pick, drop, edit, marks, pin }) {
  const [over, hover] = useState(false);
  const still = round.state === "closed";
  const [icon, place] = PLACES[where(room)]();
  const how = round.state === "open" ? doing(room, round, at) : {};
  const says = worryOf(room, round, at);
  const carry = still ? {} : {
    onDragOver: (drag) => drag.dataTransfer.types.includes(CARRIED) && (drag.preventDefault(), hover(true)),
    onDragLeave: (drag) => drag.currentTarget.contains(drag.relatedTarget) || hover(false),
    onDrop: (drag) => (drag.preventDefault(), hover(false), drop(drag.dataTransfer.getData(CARRIED), room.id)),
  };
  const name = titled(room) || t("Room {number}", { number: room.number });
  return html`<section class=${["seat-room", over && "target", says && "short"].filter(Boolean).join(" ")} aria-label=${`${room.number}, ${name}`} ...${carry}>
    <header><span class="no" aria-hidden="true">${room.number}</span><h3 class="name cut" dir="auto" title=${name}>${titled(room)}</h3>
      <span class="how digits" title=${room.table}><${Icon} name=${icon} /><span class="cut">${room.table ? html`<bdi>${room.table}</bdi>` : place}</span>${round.state !== "open" && html`<span>${room.people.length}</span>`}
      ${round.state === "drawn" && html`<${Lock} room=${room} marks=${marks} pin=${pin} />`}
      ${!still && html`<button type="button" class="edit" aria-label=${t("Name and place of room {number}", { number: room.number })} title=${t("Name, link, table")} onClick=${() => edit(room.id)}><${Icon} name="pencil" /></button>`}</span></header>
    <${Doing} room=${room} round=${round} how=${how} says=${says} />
    <ul class="seats">${room.people.map((person) => html`<${Seat} key=${person.id} person=${person} held=${held === person.id} search=${search} still=${still} pick=${pick} marks=${marks} />`)}
      ${!room.people.length && html`<li class="seat empty"><span></span><span>${t("Empty")}</span></li>`}</ul></section>`;
}

// The middle of the rooms page: all rooms with their people, and those who sit nowhere.

import { Icon, html, useEffect, useState } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { Said } from "./pieces.js";
import { Repair } from "./repairing.js";
import { unseated } from "./round.js";
import { Seat, SeatRoom, matches, walk } from "./seat-room.js";

const CARDS = 12; // rooms up to which there is place for cards; beyond that they are rows
const STATES = {
  drawn: () => ["chip time", t("Nobody sees this yet")], open: () => ["chip voice", t("The rooms are open")], closed: () => ["chip", t("The rooms are closed")],
};

function heading(round) {
  return round.state === "drawn" ? t("Draw {n}", { n: round.draws }) : t("Who sits where");
}

function Without({ people, held, search, pick, still, marks }) {
  if (!people.length || still) return null;
  return html`<div class="late"><b>${tn("{n} without a seat", "{n} without a seat", people.length)}</b>
    <ul>${people.map((person) => html`<${Seat} key=${person.id} person=${person} held=${held === person.id} search=${search} pick=${pick} marks=${marks} />`)}</ul>
    <span class="soft">${t("They get the best free seat when the rooms open.")}</span></div>`;
}

export function Nothing({ people }) {
  const here = Object.entries(people).filter(([, one]) => one.present).map(([id, one]) => ({ id, ...one }));
  return html`<main class="hall"><header><h2>${t("No rooms yet")}</h2><span class="chip time">${t("Nobody is told until the rooms open")}</span></header>
    <div class="waiting" tabindex="0" role="region" aria-label=${t("Who is here")}>${here.length ? html`<p>${tn("{n} person is here and would be drawn.", "{n} people are here and would be drawn.", here.length)}</p>
      <ul class="names">${here.map((person) => html`<${Seat} key=${person.id} person=${person} still />`)}</ul>` : html`<p class="soft">${t("Nobody is here yet. As people join, they show up here.")}</p>`}</div></main>`;
}

// Back to the draw before, which is kept; going back brings the other one to its place.
function Before({ round, slot, orders }) {
  if (round.state !== "drawn" || round.other === undefined) return null;
  const later = round.other > round.draws;
  return html`<button type="button" class="button compact" onClick=${() => orders.send("draw", "round.restore", { slot, draws: round.other })}>${!later && html`<${Icon} name="back" turns />`}${t("Draw {n}", { n: round.other })}${later && html`<${Icon} name="next" turns />`}</button>`;
}

export function Hall({ slot, people, round, rooms, at, held, pick, move, menu, undo, open, orders, marks, pin }) {
  const [search, look] = useState("");
  useEffect(() => document.querySelector(".seat.found")?.scrollIntoView({ block: "nearest" }), [search]);
  const found = search && Object.values(people).filter((person) => matches(person, search)).length;
  const [chip, says] = STATES[round.state]();
  const still = round.state === "closed";
  const size = rooms.length > CARDS ? "seat-grid lines" : rooms.length > 9 ? "seat-grid some" : "seat-grid";
  return html`<main class="hall"><header><h2>${heading(round)}</h2><span class=${chip}>${says}</span><span class="grow"></span>
      <input class="input compact find" type="search" placeholder=${t("Find a person")} aria-label=${t("Find a person or an organisation")} value=${search} onInput=${(change) => look(change.target.value)} />
      <span class="for-reader" role="status">${search && tn("{n} found", "{n} found", found)}</span>${search && found === 0 && html`<span class="soft">${t("Nobody found")}</span>`}
      <${Before} round=${round} slot=${slot} orders=${orders} />
      ${!still && html`<button type="button" class="button compact" onClick=${() => open({ kind: "places", room: rooms[0]?.id })}><${Icon} name="pencil" />${t("Names and links")}</button>`}
      <button type="button" class="button compact" onClick=${() => open({ kind: "moves" })}>${t("Move sheet")}</button>
      ${round.state === "open" && html`<${Repair} round=${round} slot=${slot} people=${people} rooms=${rooms} at=${at} orders=${orders} />`}</header>
    <div class=${size} onKeyDown=${walk((id) => round.state === "drawn" && pin([id], marks.pins[id] === undefined))} tabindex="0" role="group" aria-label=${t("Rooms")}>${rooms.map((room) => html`<${SeatRoom} key=${room.id} room=${room} round=${round} at=${at} held=${held} search=${search} pick=${pick} drop=${move} edit=${(id) => open({ kind: "places", room: id })} marks=${marks} pin=${pin} />`)}</div>
    <div><${Said} orders=${orders} places=${["move", "pin"]} />${undo}<${Without} people=${unseated(round, people)} held=${held} search=${search} pick=${pick} still=${still} marks=${marks} /></div>${menu}</main>`;
}

// What can be done with one person: the other rooms, best first, with what would change; a swap;
// a pin. It opens beside the seat, takes arrow keys and a room's number, and closes with Escape.

import { Icon, html, sized, useEffect, useRef, useState } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { fits } from "./roll.js";
import { colleagues, known } from "./round.js";

const [WIDTH, HEIGHT, GAP] = [290, 400, 8]; // px, as in moderator.css
const SHOWN = 40; // people offered for a swap

// The other rooms: first where nobody is a colleague or was met before, then the emptier one.
export function better(rooms, person, met) {
  const others = rooms.filter((room) => !room.people.some((one) => one.id === person.id));
  return others.map((room) => ({ room, same: colleagues(room, person), again: known(room, person, met) }))
    .sort((a, b) => a.same + a.again - b.same - b.again || a.room.people.length - b.room.people.length || a.room.number - b.room.number);
}

function placed({ left, right, top }) {
  const x = right + GAP + WIDTH < innerWidth ? right + GAP : Math.max(GAP, left - WIDTH - GAP);
  return { "--x": `${x}px`, "--y": `${Math.max(GAP, Math.min(top, innerHeight - HEIGHT - GAP))}px` };
}

const note = ({ room, same, again }) => [tn("{n} person", "{n} people", room.people.length), same > 0 && tn("{n} colleague", "{n} colleagues", same), again > 0 && t("{n} met before", { n: again })].filter(Boolean).join(", ");

function Swap({ person, rooms, here, swap }) {
  const [search, look] = useState("");
  const others = rooms.filter((room) => room.id !== here.id).flatMap((room) => room.people.map((one) => ({ one, room }))).filter(({ one }) => fits(one, search));
  return html`<input class="input compact" type="search" aria-label=${t("Swap {name} with", { name: person.name })} placeholder=${t("Swap with…")} value=${search} onInput=${(change) => look(change.target.value)} />
    ${others.slice(0, SHOWN).map(({ one, room }) => html`<button key=${one.id} type="button" role="menuitem" tabindex="-1" onClick=${() => swap(person.id, one.id)}><span class="cut" dir="auto">${one.name}</span><small>${t("room {number}", { number: room.number })}</small></button>`)}
    ${!others.length && html`<p class="whom">${t("Nobody found")}</p>`}`;
}

export function MoveMenu({ person, rooms, met, box, draft, pinned, move, swap, pin, close }) {
  const menu = useRef();
  const typed = useRef("");
  const [swapping, start] = useState(false);
  const here = rooms.find((room) => room.people.some((one) => one.id === person.id));
  useEffect(() => {
    const opener = document.activeElement;
    menu.current.showPopover();
    return () => opener?.isConnected && opener.focus();
  }, []);
  useEffect(() => menu.current.querySelector("input, button")?.focus(), [swapping]);
  const keys = (event) => {
    const items = [...menu.current.querySelectorAll("input, button")];
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (event.key === "Escape" || event.key === "Tab") close();
    else if (to !== undefined) items[(to + items.length) % items.length]?.focus();
    else if (event.target.matches("input")) return void event.stopPropagation();
    else if (event.key === "Home" || event.key === "End") items.at(event.key === "Home" ? 0 : -1)?.focus();
    else if (event.key.toLowerCase() === "p" && draft && here) pin([person.id], !pinned);
    else if (/^\d$/.test(event.key)) {
      const find = (digits) => items.find((item) => item.dataset.number === digits);
      typed.current = find(typed.current + event.key) ? typed.current + event.key : event.key;
      find(typed.current)?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return html`<div ref=${(element) => { menu.current = element; sized(placed(box))(element); }} class="menu" popover="auto" role=${swapping ? "dialog" : "menu"} aria-label=${t("Move {name}", { name: person.name })}
      onKeyDown=${keys} onToggle=${(change) => change.newState === "closed" && close()}>
    <p class="whom"><b dir="auto">${person.name}</b><small dir="auto">${[person.organisation, here ? t("in room {number}", { number: here.number }) : t("no seat"), !person.present && t("away")].filter(Boolean).join(", ")}</small></p>
    ${swapping ? html`<${Swap} person=${person} rooms=${rooms} here=${here} swap=${swap} />` : html`
      ${here && draft && html`<button type="button" role="menuitem" tabindex="-1" onClick=${() => pin([person.id], !pinned)}><span><${Icon} name="pin" /> ${pinned ? t("Free from this room") : t("Pin here")}</span><kbd class="key">P</kbd></button>`}
      ${here && rooms.length > 1 && html`<button type="button" role="menuitem" tabindex="-1" onClick=${() => start(true)}><span>${t("Swap with somebody…")}</span></button>`}
      ${better(rooms, person, met).map((one, at) => html`<button key=${one.room.id} type="button" role="menuitem" tabindex="-1" class=${at === 0 ? "first" : ""} data-number=${one.room.number} onClick=${() => move(person.id, one.room.id)}>
        <span class="cut" dir="auto">${t("To {number}", { number: one.room.number })}${one.room.name && `, ${one.room.name}`}</span><small>${note(one)}</small></button>`)}`}
    ${rooms.length < 2 && html`<p class="whom">${t("There is no other room.")}</p>`}</div>`;
}

// Where a person could go: the other rooms, best first, with what would change. It opens beside
// the seat, takes arrow keys and a room's number, and closes with Escape or a press elsewhere.

import { html, sized, useEffect, useRef } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { colleagues } from "./round.js";

const [WIDTH, HEIGHT, GAP] = [270, 340, 8]; // px, as in moderator.css

export function better(rooms, person) {
  const others = rooms.filter((room) => !room.people.some((one) => one.id === person.id));
  return others.map((room) => ({ room, same: colleagues(room, person) })).sort((a, b) => a.same - b.same || a.room.people.length - b.room.people.length || a.room.number - b.room.number);
}

function placed({ left, right, top }) {
  const x = right + GAP + WIDTH < innerWidth ? right + GAP : Math.max(GAP, left - WIDTH - GAP);
  return { "--x": `${x}px`, "--y": `${Math.max(GAP, Math.min(top, innerHeight - HEIGHT - GAP))}px` };
}

export function MoveMenu({ person, rooms, box, move, close }) {
  const menu = useRef();
  const typed = useRef("");
  const here = rooms.find((room) => room.people.some((one) => one.id === person.id));
  useEffect(() => {
    const opener = document.activeElement;
    menu.current.showPopover();
    menu.current.querySelector("button")?.focus();
    return () => opener?.isConnected && opener.focus();
  }, []);
  const keys = (event) => {
    const items = [...menu.current.querySelectorAll("button")];
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === "Escape" || event.key === "Tab") close();
    else if (to !== undefined) items[(to + items.length) % items.length]?.focus();
    else if (/^\d$/.test(event.key)) {
      const find = (digits) => items.find((item) => item.dataset.number === digits);
      typed.current = find(typed.current + event.key) ? typed.current + event.key : event.key;
      find(typed.current)?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const note = ({ room, same }) => [tn("{n} person", "{n} people", room.people.length), same > 0 && tn("{n} colleague there", "{n} colleagues there", same)].filter(Boolean).join(", ");
  return html`<div ref=${(element) => { menu.current = element; sized(placed(box))(element); }} class="menu" popover="auto" role="menu" aria-label=${t("Move {name}", { name: person.name })}
      onKeyDown=${keys} onToggle=${(change) => change.newState === "closed" && close()}>
    <p class="whom"><b dir="auto">${person.name}</b><small dir="auto">${[person.organisation, here ? t("in room {number}", { number: here.number }) : t("no seat"), !person.present && t("away")].filter(Boolean).join(", ")}</small></p>
    ${better(rooms, person).map((one) => html`<button key=${one.room.id} type="button" role="menuitem" tabindex="-1" data-number=${one.room.number} onClick=${() => move(person.id, one.room.id)}>
      <span class="cut" dir="auto">${t("To {number}", { number: one.room.number })}${one.room.name && `, ${one.room.name}`}</span><small>${note(one)}</small></button>`)}
    ${rooms.length < 2 && html`<p class="whom">${t("There is no other room.")}</p>`}</div>`;
}

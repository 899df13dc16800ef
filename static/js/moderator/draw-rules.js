// The left of the rooms page: which breakout, how many rooms, and the draw itself.

import { Icon, html } from "../shared/view.js";
import { t, time, tn } from "../shared/words.js";
import { Press, Said } from "./pieces.js";

const MOST = 400; // rooms

// As many rooms as hold those people at about that size; the rule of facilitator/domain/rounds.py.
export const fitting = (people, size) => Math.max(1, Math.floor((people + Math.floor(size / 2)) / size));

function each(people, rooms) {
  const least = Math.floor(people / rooms);
  return people % rooms ? t("{least} or {most}", { least, most: least + 1 }) : String(least);
}

function Tabs({ slots, slot, zone, choose }) {
  if (slots.length < 2) return null;
  return html`<nav class="tabs" aria-label=${t("Breakouts")}>${slots.map((one) => html`<button key=${one.id} type="button" class="button compact" aria-current=${one.id === slot.id ? "true" : undefined} onClick=${() => choose(one.id)}>
    <span class="digits">${time(one.start, zone)}</span> <span class="cut" dir="auto">${one.title}</span></button>`)}</nav>`;
}

function Size({ rooms, here, set }) {
  const step = (by, label, face) => html`<button class="button compact square" type="button" aria-label=${label} disabled=${rooms + by < 1 || rooms + by > Math.min(MOST, Math.max(1, here))} onClick=${() => set(rooms + by)}>${face}</button>`;
  return html`<fieldset><legend>${t("Size")}</legend>
    <div class="stepper"><label for="rooms">${t("Rooms")}</label>${step(-1, t("Fewer rooms"), "−")}
      <input id="rooms" class="input compact digits" type="number" min="1" max=${Math.max(1, here)} value=${rooms} onChange=${(change) => set(Math.min(Math.max(1, Number(change.target.value) || 1), Math.max(1, here)))} />${step(1, t("More rooms"), "+")}</div>
    <div class="stepper"><span>${t("People in each")}</span><span></span><output class="digits" for="rooms">${each(here, rooms)}</output><span></span></div></fieldset>`;
}

const RULES = () => [
  [t("Spread organisations"), t("Colleagues sit apart where possible")],
  [t("Meet new people"), t("Nobody they met in an earlier round")],
  [t("Even rooms"), t("Sizes differ by one at most")],
];

export function DrawRules({ hall, slots, slot, round, here, wanted, want, choose, orders }) {
  const zone = hall.event.timezone;
  const rooms = wanted ?? (round ? Object.keys(round.rooms).length : fitting(here, slot.room_size));
  const draft = !round || round.state === "drawn";
  const words = { people: tn("{n} person here", "{n} people here", here), time: time(slot.start, zone), title: slot.title };
  const draw = () => orders.send("draw", "round.draw", { slot: slot.id, rooms });
  return html`<section class="rules" aria-label=${t("Draw")} tabindex="0">
    <div><h1>${draft ? t("Draw rooms") : t("Rooms")}</h1><p class="soft digits" dir="auto">${draft ? t("{people}, opens with “{title}”, planned {time}", words) : slot.title}</p></div>
    <${Tabs} slots=${slots} slot=${slot} zone=${zone} choose=${choose} />
    ${draft && html`<${Size} rooms=${rooms} here=${here} set=${want} />
      <fieldset><legend>${t("Every draw")}</legend><ul class="wishes">${RULES().map(([name, more]) => html`<li key=${name}><${Icon} name="tick" /><span>${name}<small>${more}</small></span></li>`)}</ul></fieldset>
      <${Press} orders=${orders} place="draw" off=${here === 0} name=${round ? "button" : "button main"} act=${draw}><${Icon} name="shuffle" />${round ? t("Draw again") : t("Draw the rooms")} <kbd class="key">D</kbd><//>
      <${Said} orders=${orders} places=${["draw"]} />
      <p class="small soft">${here === 0 ? t("Nobody is here yet. Only people who are here are drawn.") : t("Only people who are here are drawn. Who comes later gets the best free seat when the rooms open. Names and links of rooms stay.")}</p>`}
    ${!draft && html`<p class="small soft">${round.state === "open" ? t("The rooms are open. Whoever comes gets a seat at once; nobody else is moved except by your hand.") : t("These rooms are closed. Nothing here can be changed any more.")}</p>`}</section>`;
}

// The left of the rooms page: which breakout, how people are mixed, how many rooms, and the draw.

import { Tick } from "../shared/held.js";
import { Press } from "../shared/press.js";
import { Icon, html } from "../shared/view.js";
import { inOrder } from "../shared/spine.js";
import { t, time, tn } from "../shared/words.js";
import { Said } from "./pieces.js";
import { capabilities, everybody } from "./roll.js";
import { Topics } from "./topics.js";
import { BUILDING, WAYS, choosing, wayOf } from "../shared/ways.js";

const MOST = 400; // rooms
const PLANNED = ["rooms", "facilitator", "language", "mixed", "topics", "ask", "scan"]; // what one press can change
const USUAL = { format: "new", rooms: 0, facilitator: true, language: false, mixed: false, topics: [], ask: false, scan: true, pins: {} };

export const planOf = (moderator, slot) => moderator.plans[slot.id] ?? USUAL;

// How many rooms hold those people at no more than that size, nobody alone; the rule of domain/drawing.py.
export const fitting = (people, size) => Math.max(1, Math.min(Math.ceil(people / size), Math.floor(people / 2)));

// The same for each mode by itself where online people do not sit with those in the hall.
function bySize(people, size, mixed) {
  const modes = ["onsite", "online"].map((mode) => people.filter((one) => one.mode === mode).length);
  const fewer = mixed ? 0 : Math.min(...modes); // who did not say where they are goes with the larger part
  return fitting(people.length - fewer, size) + (fewer && fitting(fewer, size));
}

function Tabs({ slots, slot, zone, choose }) {
  if (slots.length < 2) return null;
  return html`<nav class="tabs" aria-label=${t("Breakouts")}>${slots.map((one) => html`<button key=${one.id} type="button" class="button compact" aria-current=${one.id === slot.id ? "true" : undefined} onClick=${() => choose(one.id)}>
    <span class="digits">${time(one.start, zone)}</span> <span class="cut" dir="auto">${one.title}</span></button>`)}</nav>`;
}

function Stepper({ id, label, value, least, most, set, words }) {
  const step = (by, says, face) => html`<button class="button compact square" type="button" aria-label=${says} disabled=${value + by < least || value + by > most} onClick=${() => set(value + by)}>${face}</button>`;
  return html`<div class="stepper"><label for=${id}>${label}</label>${step(-1, words[0], "−")}
    <input id=${id} class="input compact digits" type="number" min=${least} max=${most} value=${value} onChange=${(change) => set(Math.min(Math.max(least, Number(change.target.value) || least), most))} />${step(1, words[1], "+")}</div>`;
}

function Size({ plan, slot, here, people, send, edit }) {
  const rooms = plan.rooms || bySize(people, slot.room_size, plan.mixed);
  const least = Math.floor(here / rooms);
  const each = plan.rooms ? (here % rooms ? t("{least} or {most} in each", { least, most: least + 1 }) : t("{n} in each", { n: least })) : tn("{n} room by size", "{n} rooms by size", rooms);
  return html`<fieldset><legend>${t("Size")}</legend>
    <${Stepper} id="size" label=${t("People in each")} value=${slot.room_size} least=${2} most=${60} words=${[t("Smaller rooms"), t("Larger rooms")]} set=${(room_size) => edit({ slot: slot.id, room_size }) && plan.rooms && send({ slot: slot.id, rooms: 0 })} />
    <${Stepper} id="rooms" label=${t("Rooms")} value=${rooms} least=${1} most=${Math.min(MOST, Math.max(1, here))} words=${[t("Fewer rooms"), t("More rooms")]} set=${(n) => send({ slot: slot.id, rooms: n })} />
    <p class="small soft digits">${each}${plan.rooms > 0 && html` <button type="button" class="link" onClick=${() => send({ slot: slot.id, rooms: 0 })}>${t("Count by size")}</button>`}</p></fieldset>`;
}

function Mix({ plan, slot, moderator, people, send }) {
  const may = capabilities(moderator.roster);
  const can = people.filter((one) => may[one.id]?.includes("facilitator")).length;
  const modes = ["onsite", "online"].map((mode) => people.filter((one) => one.mode === mode).length);
  const set = (name) => (value) => send({ slot: slot.id, [name]: value });
  return html`<fieldset><legend>${t("Mix")}</legend>
    <${Tick} on=${plan.facilitator} commit=${set("facilitator")} name=${t("A lead in every room")} more=${can ? tn("{n} person who is here can lead", "{n} people who are here can lead", can) : t("Nobody who is here can lead: say who on the People page")} />
    <${Tick} on=${!plan.mixed} commit=${(on) => set("mixed")(!on)} name=${t("Online with online")} more=${t("{hall} in the hall, {online} online", { hall: modes[0], online: modes[1] })} />
    <${Tick} on=${plan.language} commit=${set("language")} name=${t("A shared language")} more=${t("Everybody in a room speaks it")} />
    <p class="small soft">${t("Always: colleagues spread, nobody met twice, even rooms, nobody alone. In this order: what you fix, online with online, language, leads, topics, colleagues and meetings.")}</p></fieldset>`;
}

function Scan({ plan, slot, send }) {
  return html`<fieldset><legend>${t("Table sheets")}</legend><${Tick} on=${plan.scan} commit=${(scan) => send({ slot: slot.id, scan })} name=${t("Scanning seats people")} more=${t("Whoever scans the code on a table sits there if there is room; without this, the phone says which table is theirs")} /></fieldset>`;
}

function Way({ plan, slot, first, orders }) {
  const way = wayOf(plan, slot);
  const pick = async (event) => {
    for (const [name, fields] of choosing(event.target.value, slot)) if (!(await orders.send("way", name, fields))) return;
  };
  return html`<fieldset><legend><label for="way">${t("Who meets whom")}</label></legend>
    <select id="way" class="input compact" onChange=${pick}>${Object.entries(WAYS).map(([name, words]) => html`<option key=${name} value=${name} selected=${name === way}>${words()[0]}</option>`)}</select>
    <p class="small soft">${WAYS[way]()[1]}${first && BUILDING.includes(way) && html` <b>${way === "cafe" ? t("This is the first round: people are drawn anew, hosts stay from here on.") : t("There is no round before this one, so people are drawn anew.")}</b>`}</p></fieldset>`;
}

export function DrawRules({ hall, moderator, slots, slot, round, here, ready, choose, orders, draw, open }) {
  const zone = hall.event.timezone;
  const plan = planOf(moderator, slot);
  const draft = !round || round.state === "drawn";
  const send = ({ slot: id, ...told }) => orders.send(`plan-${Object.keys(told)}`, "round.plan", { slot: id, ...told });
  const edit = (fields) => orders.send("size", "slot.edit", fields);
  const people = everybody(moderator).filter((one) => one.state === "here");
  const words = { people: tn("{n} person here", "{n} people here", here), time: time(slot.start, zone), title: slot.title };
  const shared = { plan, slot, moderator, people, send, here };
  const first = inOrder(hall.slots).findIndex((one) => one.kind === "breakout") === inOrder(hall.slots).findIndex((one) => one.id === slot.id);
  return html`<section class="rules" aria-label=${t("Draw")} tabindex="0">
    <div><h1>${draft ? t("Draw rooms") : t("Rooms")}</h1><p class="soft digits" dir="auto">${draft ? t("{people}, opens with “{title}”, planned {time}", words) : slot.title}</p></div>
    <${Tabs} slots=${slots} slot=${slot} zone=${zone} choose=${choose} />
    ${draft && html`<${Press} orders=${orders} place="draw" off=${!ready} name=${round ? "button" : "button main"} act=${draw}><${Icon} name="shuffle" />${round ? t("Draw again") : t("Draw the rooms")} <kbd class="key">D</kbd><//>
      <${Said} orders=${orders} places=${["draw", "way", "size", "question", "pin", ...PLANNED.map((name) => `plan-${name}`)]} />
      <p class="small soft">${here === 0 ? t("Nobody is here yet. Only people who are here are drawn.") : round ? t("What you change below counts from the next draw. Pinned people stay.") : t("Only people who are here are drawn; who comes later gets the best free seat.")}</p>
      <${Way} plan=${plan} slot=${slot} first=${first} orders=${orders} />
      ${!["same", "fishbowl", "merge", "fixed"].includes(plan.format) && html`<${Size} ...${shared} edit=${edit} />`}
      ${(plan.format === "topics" || plan.topics.length > 0) && html`<${Topics} key=${slot.id} ...${shared} />`}
      ${plan.format !== "fishbowl" && html`<${Mix} ...${shared} />`}
      <${Scan} ...${shared} />
      <fieldset><legend><label for="question">${t("Question for the rooms")}</label></legend><textarea id="question" key=${slot.id} class="input" rows="3" maxlength="280" dir="auto" onChange=${(change) => orders.send("question", "slot.edit", { slot: slot.id, question: change.target.value })}>${slot.question}</textarea></fieldset>
      ${slot.opened_at === undefined && html`<button type="button" class="button" onClick=${() => open({ kind: "rounds" })}>${t("Several rounds…")}</button>`}`}
    ${round?.state === "open" && html`<${Scan} ...${shared} /><${Said} orders=${orders} places=${["plan-scan"]} />`}
    ${!draft && html`<p class="small soft">${round.state === "open" ? t("The rooms are open. Whoever comes gets a seat at once; nobody else is moved except by your hand.") : t("These rooms are closed. Nothing here can be changed any more.")}</p>`}</section>`;
}

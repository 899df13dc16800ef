// What the hall sees, and the order in which the host speaks of it: the screen now, what it
// follows, the approved themes one by one, and who was not yet heard.

import { inOrder } from "../shared/spine.js";
import { Icon, html } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { Press, SCENES, Why } from "./pieces.js";
import { Preview } from "./preview.js";
import { roomsNow, spread } from "./reading.js";

const NAMES = ["join", "now", "rooms", "themes", "closeout"];

function Scenes({ host, orders, deeds }) {
  const chosen = host.screen.scene;
  const choice = (scene, label, wide) => html`<button type="button" class=${wide ? "scene wide" : "scene"} key=${scene} aria-pressed=${chosen === scene} disabled=${orders.waits("screen")} onClick=${() => deeds.scene(scene ?? null)}>${label}</button>`;
  return html`<div class="scenes" role="group" aria-label=${t("What the screen shows")}>${choice(undefined, chosen ? t("Follow the agenda") : t("Follows the agenda: {scene}", { scene: SCENES[host.scene]() }), true)}
    ${NAMES.map((name) => choice(name, SCENES[name]()))}</div><${Why} orders=${orders} place="screen" />`;
}

function Automatic({ host, orders, deeds, open }) {
  if (!host.screen.automatic) return html`<button type="button" class="button compact quiet" onClick=${() => open({ kind: "automatic" })}>${t("Show themes without reading them first…")}</button>`;
  return html`<div class="notice warning"><${Icon} name="warn" /><div><b>${t("Automatic is on.")}</b> ${t("Every theme and note shows at once, unread.")}
    <p><${Press} orders=${orders} place="automatic" act=${() => deeds.automate(false)}>${t("Ask for approval again")}<//></p></div></div><${Why} orders=${orders} place="automatic" />`;
}

const share = (minutes, n) => (minutes ? t("{n} min", { n: Math.max(1, Math.floor(minutes / n)) }) : "");

function Line({ theme, rooms, each, host, orders, deeds }) {
  const lit = host.screen.spotlight === theme.id;
  const { n, known } = spread(theme.rooms, rooms);
  return html`<li class=${lit ? "lit" : ""}><span class="digits share">${each}</span><div><b dir="auto">${theme.title}</b><small class="digits">${known ? t("{n} of {all} rooms", { n, all: rooms.length }) : tn("{n} room", "{n} rooms", n)}</small></div>
    <${Press} orders=${orders} place=${theme.id} name=${lit ? "button compact main" : "button compact"} aria-label=${lit ? t("Back to the wall") : t("Show “{title}” alone", { title: theme.title })} act=${() => deeds.spotlight(lit ? null : theme.id)}>${lit ? t("Back") : t("Show")}<//></li>`;
}

export function Podium({ views, reading, orders, deeds, open }) {
  const { hall, host, plenary } = views;
  const rooms = roomsNow(host, hall);
  const ready = reading.themes.filter((theme) => theme.approved);
  const plenarySlot = inOrder(hall.slots).find((slot) => slot.kind === "plenary");
  const each = share(plenarySlot ? plenarySlot.length / 60_000 : 0, ready.length || 1);
  const unheard = rooms.filter((room) => !room.notes);
  return html`<aside class="podium" aria-label=${t("Big screen")} tabindex="0"><h2>${t("On the big screen now")}</h2>
    <${Preview} hall=${hall} plenary=${plenary} />
    <${Scenes} host=${host} orders=${orders} deeds=${deeds} />
    <div class="row between"><h2>${t("Run sheet")}</h2>${ready.length > 0 && html`<span class="soft digits">${tn("{n} theme approved", "{n} themes approved", ready.length)}</span>`}</div>
    ${ready.length ? html`<ol class="run">${ready.map((theme) => html`<${Line} key=${theme.id} theme=${theme} rooms=${rooms} each=${each} host=${host} orders=${orders} deeds=${deeds} />`)}</ol>`
      : html`<p class="soft small">${t("Nothing is approved yet. The wall shows only what you approve.")}</p>`}
    ${unheard.length > 0 && html`<p class="unheard"><b>${t("Not yet heard:")}</b> ${unheard.map((room) => [t("room {number}", { number: room.number }), room.name].filter(Boolean).join(", ")).join("; ")}. ${t("Ask them before the last theme.")}</p>`}
    <div class="auto"><${Automatic} host=${host} orders=${orders} deeds=${deeds} open=${open} /></div></aside>`;
}

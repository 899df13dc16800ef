// The door on the wall: how to come in, and what begins when.

import { useFit } from "../shared/fit.js";
import { html, page, useNow } from "../shared/view.js";
import { day, place, t, time, tn } from "../shared/words.js";
import { Foot, home } from "./foot.js";
import { standing, who } from "./hall.js";

const FIRST = 3; // lines of the agenda

const spaced = (code) => code.replace(/(.{4})(?=.)/g, "$1\u00a0");

export function Qr({ code, label }) {
  return html`<svg class="qr" viewBox=${`0 0 ${code.size} ${code.size}`} shape-rendering="crispEdges" role="img" aria-label=${label}><path d=${code.path} /></svg>`;
}

const Network = ({ wifi, id }) => html`<div class="network"><img key=${wifi.name + wifi.password} src=${`/events/${id}/wifi.svg`} alt=${t("QR code of the Wi-Fi")} />
  <p class="or">${t("Wi-Fi")} <b dir="auto">${wifi.name}</b>${wifi.password && html`<br />${t("Password")} <b dir="auto">${wifi.password}</b>`}</p></div>`;

function Doorway({ hall, joined, wifi }) {
  const shut = hall.door === "closed";
  return html`<section class=${wifi ? "in networked" : "in"} aria-label=${t("How to join")}>
    ${shut
      ? html`<h2>${t("The door is closed")}</h2><p class="or">${t("Those who are in stay in. Ask the moderator to be let in.")}</p>`
      : html`<h2>${t("Join on your phone")}</h2><${Qr} code=${page().qr} label=${t("QR code to join")} />
        <div class="typed"><p class="or">${t("or type at")} <b>${home()}</b></p><p class="code digits">${spaced(hall.event.code)}</p></div>`}
    ${wifi && html`<${Network} wifi=${wifi} id=${hall.event.id} />`}
    <p class="count digits"><b>${joined}</b> ${tn("is in", "are in", joined)}</p></section>`;
}

const line = (slot, zone) => html`<div key=${slot.id}><dt><time>${time(slot.start, zone)}</time></dt>
  <dd dir="auto"><b>${slot.title}${who(slot) && "."}</b> ${who(slot)}</dd></div>`;

function beginning(slot, zone, at) {
  if (!slot) return "";
  const when = { day: day(slot.start, zone), time: time(slot.start, zone), place: place(zone) };
  return slot.start > at ? t("{day}, {time} {place}", when) : t("We begin soon");
}

export function Welcome({ hall, plenary, link }) {
  const at = useNow();
  const { slot, coming, left, begins } = standing(hall, at);
  const zone = hall.event.timezone;
  const shown = (slot ? [{ ...slot, start: hall.clock.since }, ...coming] : coming).slice(0, FIRST);
  const title = useFit(`${hall.event.title} ${shown.length}`);
  return html`<main class="plane wall doorway"><div class="welcome">
    <section class="say"><div class="name" ref=${title}>${hall.event.host_name && html`<p class="from" dir="auto">${hall.event.host_name}</p>`}
      <h1 dir="auto">${hall.event.title}</h1></div>
      <dl class="first digits">${shown.map((one) => line(one, zone))}</dl>
      <${Foot} hall=${hall} at=${at} link=${link}>${slot || begins ? (begins ? t("Begins in {left}", { left }) : left) : beginning(coming[0], zone, at)}<//></section>
    <${Doorway} hall=${hall} joined=${plenary.joined} wifi=${plenary.wifi} /></div></main>`;
}

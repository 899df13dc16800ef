// Before, between and after the rooms: what is on, what comes next, the agenda in my own time.

import { html, Icon, useNow } from "../shared/view.js";
import { expected, state } from "../shared/clock.js";
import { told } from "../shared/drift.js";
import { inOrder } from "../shared/spine.js";
import { t } from "../shared/words.js";
import { Agenda } from "./agenda.js";
import { CloseOut, Links } from "./closeout.js";
import { Countdown, LiveSpine, Plane } from "./countdown.js";
import { Dots } from "./dots.js";
import { Expected } from "./expected.js";
import { Me } from "./me.js";
import { Met } from "./met.js";
import { dayAndMoment, moment } from "./moments.js";
import { PastNotes } from "./past-notes.js";
import { TopicChoice } from "./topics.js";
import { Whereabouts } from "./whereabouts.js";

const DAY = 86_400_000;

export function Lobby({ hall, person, views, box, shelf, send, link }) {
  const at = useNow(10_000);
  const row = inOrder(hall.slots);
  const current = row.findIndex((slot) => slot.id === hall.clock?.slot);
  const slot = row[current];
  const following = hall.status === "running" && row[current + 1];
  const closing = hall.status === "ended" || slot?.kind === "closing";
  return html`<div class="topline" role="region" aria-label=${t("You")}><span class="row"><${Icon} name="tick" /><bdi>${t("You are in, {name}", { name: person.person.name.split(" ")[0] })}</bdi></span>
      ${link.state === "live" && html`<span class="chip"><span class="dot"></span>${t("Connected")}</span>`}</div>
    ${hall.status === "ended" ? html`<${Ended} hall=${hall} />` : slot ? html`<${Now} hall=${hall} slot=${slot} />` : html`<${Before} hall=${hall} first=${row[0]} />`}
    <main><${Expected} person=${person} send=${send} />${hall.status !== "ended" && html`<${Whereabouts} person=${person.person} send=${send} />`}<${TopicChoice} asked=${hall.topics} person=${person.person} wished=${person.wished} send=${send} />${hall.dots?.open && html`<${Dots} hall=${hall} person=${person} box=${box} />`}${following && html`<${Next} hall=${hall} slot=${following} at=${at} />`}
      ${closing ? html`<${CloseOut} hall=${hall} />` : slot && html`<${Links} links=${slot.links} title=${t("Links for this part")} id="links" />`}
      <${PastNotes} hall=${hall} person=${person} views=${views} box=${box} shelf=${shelf} at=${at} />
      <${Met} hall=${hall} person=${person} send=${send} /><${Agenda} hall=${hall} /><${Me} person=${person.person} send=${send} /></main>`;
}

function Ended({ hall }) {
  return html`<header class="plane now-plane" data-state="idle"><h1>${t("Thank you for taking part")}</h1>
    <p class="until" dir="auto">${hall.event.title}</p><${LiveSpine} hall=${hall} /></header>`;
}

function Now({ hall, slot }) {
  return html`<${Plane} clock=${hall.clock} slot=${slot} calm name="now-plane">
    <p class="label">${t("Now")}</p><h1 dir="auto">${slot.title}</h1>
    <p><${Countdown} ends=${hall.clock} big /></p><${Until} hall=${hall} slot=${slot} /><${LiveSpine} hall=${hall} /></${Plane}>`;
}

function Until({ hall, slot }) {
  const how = state(hall.clock, slot, useNow(1_000));
  const words = { paused: () => t("The clock is paused"), overrun: () => t("over time, we finish soon") };
  const left = () => t("left, until {moment}", { moment: moment(hall.clock.ends_at, hall.event.timezone) });
  const offset = told(hall, useNow(1_000));
  return html`<p class="until digits">${(words[how] ?? left)()}${offset && html`<br /><b class="offset">${offset}</b>`}</p>`;
}

function Before({ hall, first }) {
  const at = useNow(1_000);
  const left = first ? first.start - at : 0;
  const there = hall.event.timezone;
  const soon = left < DAY;
  return html`<header class="plane now-plane" data-state="idle">
    ${hall.event.host_name && html`<p class="label" dir="auto">${hall.event.host_name}</p>`}<h1 dir="auto">${hall.event.title}</h1>
    ${soon && left > 0 && html`<p><${Countdown} ends=${{ ends_at: first.start }} big /></p>`}
    ${first && html`<p class="until digits">${!soon ? t("We start on {when}", { when: dayAndMoment(first.start, there) })
      : left > 0 ? t("until we start, at {moment}", { moment: moment(first.start, there) }) : t("We start in a moment. Keep this page open.")}</p>`}
    <${LiveSpine} hall=${hall} /></header>`;
}

function Next({ hall, slot, at }) {
  const rooms = slot.kind === "breakout";
  const values = { moment: moment(expected(hall.slots, hall.clock, at)[slot.id].start, hall.event.timezone) };
  const words = rooms ? t("Your room will appear here at about {moment}. Keep this page open; you don’t need to do anything.", values) : t("At about {moment}", values);
  return html`<section class=${slot.voice ? "next" : "next plain"} aria-labelledby="next"><${Icon} name=${rooms ? "people" : "next"} turns=${!rooms} />
    <h2 id="next" dir="auto">${t("Next: {title}", { title: slot.title })}</h2><p class="digits">${words}</p></section>`;
}

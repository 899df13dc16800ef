// The schedule for everybody: live, in the reader's own zone with the event's zone beside it.

import { digits, expected, moved as shift, remaining, state } from "../shared/clock.js";
import { told } from "../shared/drift.js";
import { connect } from "../shared/live.js";
import { inOrder, Spine } from "../shared/spine.js";
import { html, Icon, page, render, useNow, useState } from "../shared/view.js";
import { day, ownZone, place, sameTime, speak, t, time } from "../shared/words.js";

speak(page());
const live = connect(page());

const STATES = { paused: () => t("Paused"), overrun: () => t("Over time") };
const DAY = 86_400_000;

// Times of day, with the event's own beside them where they differ.
function At({ at, zone, other }) {
  const own = time(at, zone);
  return html`<time datetime=${new Date(at).toISOString()}>${own}${other && !sameTime(at, zone, other) && html`<small>${time(at, other)}</small>`}</time>`;
}

function Who({ slot }) {
  if (!slot.speakers.length) return null;
  const name = (one) => [one.name, one.name && one.role, one.org].filter(Boolean).join(", ");
  return html`<p class="who" dir="auto">${slot.speakers.map(name).join("; ")}</p>`;
}

// What was planned stands beside it only where everybody is told how late or early it runs.
function Line({ slot, plan, span, zone, other, now, done, skipped, open }) {
  const moved = open && Math.abs(span.start - plan) >= 60_000 && !skipped;
  const names = [slot.voice && "voice", done && "done", now && "now-is"].filter(Boolean).join(" ");
  return html`<li class=${names} aria-current=${now ? "step" : undefined}><div class="when"><${At} at=${skipped ? plan : span.start} zone=${zone} other=${other} /></div><span class="bead"></span>
    <div><h3 class="what" dir="auto">${slot.title}</h3><p class="len digits">${skipped ? t("left out") : t("{n} min", { n: Math.max(0, Math.round((span.end - span.start) / 60_000)) })}${moved && html`, <s>${t("planned {time}", { time: time(plan, zone) })}</s>`}</p>
      <${Who} slot=${slot} />${slot.description && html`<p class="about" dir="auto">${slot.description}</p>`}
      ${slot.links.map((link) => html`<p key=${link.url}><a href=${link.url} rel="noreferrer noopener" target="_blank" dir="auto">${link.title || link.url}</a></p>`)}</div></li>`;
}

function Head({ hall, slot, next, at, zone }) {
  const there = hall.event.timezone;
  const how = slot ? state(hall.clock, slot, at) : "idle";
  const wait = next ? next.start - at : 0;
  const soon = hall.status === "before" && wait > 0 && wait < DAY;
  const left = slot ? digits(remaining(hall.clock, at)) : soon ? digits(wait) : "";
  return html`<header class="plane head" data-state=${how === "paused" ? how : "on-time"}>
    ${hall.event.host_name && html`<p class="label" dir="auto">${hall.event.host_name}</p>`}<h1 dir="auto">${hall.event.title}</h1>
    ${slot ? html`<p class="on"><b>${STATES[how]?.() ?? t("Now")}</b> <span dir="auto">${slot.title}</span></p>`
      : html`<p class="on">${hall.status === "ended" ? t("The event has ended") : next ? t("Begins {day} at {time}", { day: day(next.start, zone), time: time(next.start, zone) }) : t("The agenda will appear here.")}</p>`}
    ${left && html`<p class=${left.length > 5 ? "clock long" : "clock"} role="timer"><bdi dir="ltr">${left}</bdi></p>`}
    ${slot && html`<p class="meta digits">${t("until {time} in {place}", { time: time(hall.clock.ends_at, zone), place: place(zone) })}${!sameTime(hall.clock.ends_at, zone, there) && ` (${t("{time} in {place}", { time: time(hall.clock.ends_at, there), place: place(there) })})`}</p>`}
    ${told(hall, at) && html`<p class="offset digits">${told(hall, at)}</p>`}<${Spine} hall=${hall} at=${at} /></header>`;
}

function Zones({ zone, choose, there }) {
  const own = ownZone();
  if (sameTime(Date.now(), own, there)) return html`<p class="soft">${t("All times in {place}", { place: place(there) })}</p>`;
  const option = (one) => html`<label><input type="radio" name="zone" value=${one} checked=${zone === one} onChange=${() => choose(one)} /><span>${place(one)}${one === own ? html` <small>${t("with you")}</small>` : html` <small>${t("at the event")}</small>`}</span></label>`;
  return html`<fieldset class="choice zones"><legend class="for-reader">${t("Times in")}</legend>${option(own)}${option(there)}</fieldset>`;
}

function Schedule({ hall, link }) {
  const at = useNow(500);
  const there = hall.event.timezone;
  const [zone, choose] = useState(ownZone());
  const row = inOrder(hall.slots);
  const current = row.findIndex((slot) => slot.id === hall.clock?.slot);
  const times = expected(hall.slots, hall.clock, at);
  const over = hall.status === "ended";
  const by = shift(hall.slots);
  const span = (slot) => (over && slot.opened_at !== undefined && slot.closed_at !== undefined ? { start: slot.opened_at, end: slot.closed_at } : times[slot.id]);
  const skipped = (slot, index) => slot.opened_at === undefined && (over || index < current);
  const other = zone === there ? ownZone() : there;
  return html`${link.state === "lost" && html`<p class="offline-strip" role="status"><${Icon} name="offline" />${t("No network. The clock goes on; times may change.")}</p>`}
    <${Head} hall=${hall} slot=${row[current]} next=${over ? undefined : row[current + 1]} at=${at} zone=${zone} />
    <main class="list"><div class="row between tools"><${Zones} zone=${zone} choose=${choose} there=${there} />
        <a class="button compact" href=${`/s/${hall.event.code}/agenda.ics`}><${Icon} name="wait" />${t("Add to my calendar")}</a></div>
      ${hall.event.about && html`<p class="about" dir="auto">${hall.event.about}</p>`}
      <h2>${row.length ? day(row[0].start + by, zone) : t("Agenda")}</h2>
      <ol class="agenda digits">${row.map((slot, index) => html`<${Line} key=${slot.id} open=${hall.show_offset} slot=${slot} plan=${slot.start + by} span=${span(slot)} zone=${zone} other=${other} now=${index === current} done=${over || index < current} skipped=${skipped(slot, index)} />`)}</ol>
      <p class="soft">${t("Times follow the event as it runs. What has not begun is expected, not promised.")}</p>
      ${hall.door === "open" && !over && html`<a class="button main" href=${`/j/${hall.event.code}`}>${t("Take part")}</a>`}</main>`;
}

live.on((views, link) => views.hall && render(html`<${Schedule} hall=${views.hall} link=${{ ...link }} />`, document.getElementById("app")));

// The plan of an event that exists, edited over the wire, also while the event runs.

import { html, page, render, useState } from "../shared/view.js";
import { connect, fresh } from "../shared/live.js";
import { inOrder } from "../shared/spine.js";
import { day, place, speak, t } from "../shared/words.js";
import { SlotLine } from "./slot-line.js";
import { clockMinutes } from "./words.js";

speak(page());
const live = connect(page());
const MINUTE = 60_000;

const hour = (at, zone) => new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);

// The instant at which the clocks of the zone show that time, on the day of `at`.
function sameDay(at, time, zone) {
  const shown = clockMinutes(hour(at, zone));
  return at + (clockMinutes(time) - shown) * MINUTE;
}

function fieldsOf(slot, fields, zone) {
  const { time, ...rest } = fields;
  const speakers = rest.speakers?.map(({ name, org, role }) => ({ ...(name && { name }), ...(org && { org }), ...(role && { role }) }));
  return { slot: slot.id, ...rest, ...(speakers && { speakers }), ...(time && { start: sameDay(slot.start, time, zone) }) };
}

function command(row, index, name) {
  const slot = row[index];
  if (name === "remove") return ["slot.remove", { slot: slot.id }];
  if (name === "add") {
    const made = { id: `s${fresh().slice(0, 8)}`, title: t("New slot"), kind: "other", start: slot.start + slot.length, minutes: 10 };
    return ["slot.add", { slot: made, ...(row[index + 1] && { before: row[index + 1].id }) }];
  }
  const before = name === "up" ? row[index - 1] : row[index + 2];
  return ["slot.move", { slot: slot.id, ...(before && { before: before.id }) }];
}

function Event({ hall, send }) {
  const { event } = hall;
  const edit = (field) => (change) => change.target.value.trim() && send("event.edit", { [field]: change.target.value.trim() });
  return html`<div class="facts">
    <label>${t("Title")} <input class="input compact" dir="auto" value=${event.title} onChange=${edit("title")} /></label>
    <label>${t("Invited by")} <input class="input compact" dir="auto" value=${event.host_name} onChange=${edit("host_name")} /></label>
    <label>${t("About")} <input class="input compact" dir="auto" value=${event.about} onChange=${edit("about")} /></label></div>`;
}

function Plan({ views }) {
  const [why, say] = useState("");
  const hall = views.hall;
  const zone = hall.event.timezone;
  const row = inOrder(hall.slots);
  const send = async (name, fields) => {
    try {
      const answer = await live.send(name, fields);
      say(answer.ok ? "" : answer.why);
    } catch {
      say(t("The connection is lost. Nothing was changed; please try again."));
    }
  };
  return html`<div class="row between"><h1 dir="auto">${hall.event.title}</h1>
      <span class="soft digits">${row.length > 0 && day(row[0].start, zone)}, ${place(zone)}</span></div>
    <${Event} hall=${hall} send=${send} />
    ${why && html`<p class="notice danger" role="alert"><span>${why}</span></p>`}
    <ol class="slots digits">${row.map((slot, index) => html`<${SlotLine} key=${slot.id} first=${index === 0} last=${index === row.length - 1}
      locked=${slot.opened_at !== undefined} slot=${{ ...slot, time: hour(slot.start, zone), minutes: slot.length / MINUTE }}
      change=${(fields) => send("slot.edit", fieldsOf(slot, fields, zone))} act=${(name) => send(...command(row, index, name))} />`)}</ol>`;
}

live.on((views) => render(html`<${Plan} views=${views} />`, document.getElementById("app")));

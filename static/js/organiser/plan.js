// The plan of an event that exists, edited over the wire, also while the event runs. What ran
// stays on the record; everything else is saved as soon as a field is left.

import { html, Icon, page, render, useState } from "../shared/view.js";
import { connect, fresh } from "../shared/live.js";
import { inOrder } from "../shared/spine.js";
import { choosing } from "../shared/ways.js";
import { day, ownZone, place, speak, t, time, tn } from "../shared/words.js";
import { About } from "./about.js";
import { doubtsOf } from "./doubts.js";
import { PlanKeys } from "./plan-keys.js";
import { SlotLine } from "./slot-line.js";
import { clockMinutes, hours } from "./words.js";

speak(page());
const live = connect(page());
const MINUTE = 60_000;

const hour = (at, zone) => new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);

// The instant at which the clocks of the zone show that time, on the day of `at`.
const sameDay = (at, clock, zone) => at + (clockMinutes(clock) - clockMinutes(hour(at, zone))) * MINUTE;

const fieldsOf = (slot, { time: clock, ...fields }, zone) =>
  ({ slot: slot.id, ...fields, ...(clock && { start: sameDay(slot.start, clock, zone) }) });

const before = (row, id, to) => {
  const [slot] = row.filter((one) => one.id !== id).slice(to, to + 1);
  return slot ? { before: slot.id } : {};
};

function command(row, at, name) {
  const slot = row[at];
  if (name === "remove") return ["slot.remove", { slot: slot.id }];
  if (name === "add") {
    const made = { id: `s${fresh().slice(0, 8)}`, title: t("New slot"), kind: "other", start: slot.start + slot.length, minutes: 10 };
    return ["slot.add", { slot: made, ...(row[at + 1] && { before: row[at + 1].id }) }];
  }
  return ["slot.move", { slot: slot.id, ...before(row, slot.id, name === "up" ? at - 1 : at + 1) }];
}

// What one change of a slot sends, one command after the other: [[name, fields], …].
const edits = (slot, { way, ...fields }, zone) => (way ? choosing(way, slot) : [["slot.edit", fieldsOf(slot, fields, zone)]]);

const shown = (slot, { cues, plans }, zone) => ({ ...slot, cue: cues[slot.id] ?? "", format: plans[slot.id]?.format ?? "new", rooms: plans[slot.id]?.rooms, time: hour(slot.start, zone), minutes: slot.length / MINUTE });
const free = (row, at) => (at ? Math.round((row[at].start - row[at - 1].start - row[at - 1].length) / MINUTE) : 0);

function Sum({ row, zone, looks, saved }) {
  const [from, to] = [row[0].start, row.at(-1).start + row.at(-1).length];
  const own = ownZone();
  const here = time(from, own) !== time(from, zone) ? `, ${time(from, own)} ${place(own)}` : "";
  return html`<div class="sum"><span class="whole"><b class="digits">${hours(Math.round((to - from) / MINUTE))}</b>
      <span class="soft digits"> ${t("{from} to {to} {place}", { from: time(from, zone), to: time(to, zone), place: place(zone) })}${here}</span></span>
    <span class="grow"></span>${looks > 0 && html`<span class="soft">${tn("{n} thing to look at", "{n} things to look at", looks)}</span>`}
    <span class=${saved ? "chip" : "chip offline"}><span class="dot"></span>${saved ? t("Every change is saved") : t("No connection: nothing is saved now")}</span></div>`;
}

function Plan({ views, link }) {
  const [why, say] = useState("");
  const { hall, moderator } = views;
  const zone = hall.event.timezone;
  const row = inOrder(hall.slots);
  const lines = row.map((slot) => shown(slot, moderator, zone));
  const send = async (name, fields) => {
    const answer = await live.send(name, fields).catch(() => ({ why: t("The connection is lost. Nothing was changed; please try again.") }));
    say(answer.ok ? "" : answer.why);
    return Boolean(answer.ok);
  };
  const sendAll = async (all) => {
    for (const each of all) if (!(await send(...each))) return false;
    return true;
  };
  const ran = (slot) => slot.opened_at !== undefined;
  const looks = lines.flatMap((slot, at) => doubtsOf(slot, free(row, at), ran(slot))).filter((one) => !one.quiet).length;
  return html`<${About} hall=${hall} wifi=${moderator.wifi} send=${send} />
    <div class="parsed"><div class="row between"><h2 class="h1">${tn("{n} slot", "{n} slots", row.length)}</h2>
      <span class="grow"></span><span class="soft digits">${row.length > 0 && day(row[0].start, zone)}</span><${PlanKeys} add=${() => send(...command(row, row.length - 1, "add"))} /></div>
    ${why && html`<p class="notice danger" role="alert"><${Icon} name="warn" /><span>${why}</span></p>`}
    ${hall.status === "running" && html`<p class="notice"><${Icon} name="info" /><span>${t("The event is running. What you change here shows everywhere at once; what ran stays on the record.")}</span></p>`}
    <ol class="slots digits">${lines.map((slot, at) => html`<${SlotLine} key=${slot.id} slot=${slot} at=${at} count=${row.length}
      free=${free(row, at)} ran=${ran(slot)} move=${(id, to) => send("slot.move", { slot: id, ...before(row, id, to) })}
      change=${(fields) => sendAll(edits(slot, fields, zone))} act=${(name) => send(...command(row, at, name))} />`)}</ol>
    <${Sum} row=${row} zone=${zone} looks=${looks} saved=${link.state !== "lost"} /></div>`;
}

live.on((views, link) => views.hall && views.moderator && render(html`<${Plan} views=${views} link=${link} />`, document.getElementById("app")));

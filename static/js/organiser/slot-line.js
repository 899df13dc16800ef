// One slot of a plan as a line to edit. `change(fields)` gets what was changed, `act(name)` is up,
// down, remove or add, `move(id, to)` puts it elsewhere; all say false when they were refused.

import { useHeld } from "../shared/held.js";
import { html, Icon, useState } from "../shared/view.js";
import { WAYS } from "../shared/ways.js";
import { t, tn } from "../shared/words.js";
import { doubtsOf } from "./doubts.js";
import { clockTyped, Field, least, said } from "./field.js";
import { Grip } from "./order.js";
import { SlotFields } from "./slot-fields.js";
import { KINDS, VOICE, whoSpeaks } from "./words.js";

const DAY = 24 * 60;

function summary(slot) {
  const parts = [whoSpeaks(slot.speakers)];
  if (slot.kind === "breakout") parts.push(t("Rooms of about {n}", { n: slot.room_size ?? 6 }), slot.format && slot.format !== "new" && WAYS[slot.format]?.()[0], slot.question && `“${slot.question}”`, slot.steps?.length && tn("{n} step", "{n} steps", slot.steps.length));
  if (slot.protected) parts.push(t("Protected"));
  if (slot.least) parts.push(t("Never under {n} min", { n: slot.least }));
  if (slot.auto) parts.push(t("Goes on by itself"));
  if (slot.links?.length) parts.push(tn("{n} link", "{n} links", slot.links.length));
  return parts.filter(Boolean).join(". ");
}

function Doubts({ slot, free, ran, change, show }) {
  const [kept, keep] = useState([]);
  const found = doubtsOf(slot, free, ran).filter((one) => !kept.includes(one.id));
  const told = (slot.notices ?? []).map((one) => ({ id: one.text, deeds: [], ...one }));
  const act = (deed) => (deed.act ? deed.act() : deed.focus ? show(deed.focus) : change(deed.fields));
  return [...told, ...found].map((one) => html`<p key=${one.id} class=${one.quiet ? "notice soft" : "notice warning"}>
    <${Icon} name=${one.quiet ? "wait" : "warn"} /><span dir="auto">${one.text}</span><span class="row">
    ${one.deeds.map((deed) => html`<button type="button" class="button compact" onClick=${() => act(deed)}>${deed.name}</button>`)}
    ${one.id === "crowd" && html`<button type="button" class="button compact" onClick=${() => keep([...kept, one.id])}>${t("Keep")}</button>`}</span></p>`);
}

export function SlotLine({ slot, at, count, free, ran, change, act, move }) {
  const [open, setOpen] = useState("");
  const [shown, setKind] = useHeld(slot.kind, (kind) => change({ kind }));
  const { title } = slot;
  const fields = `fields-${slot.id}`;
  const classes = ["slot", VOICE.has(slot.kind) && "voice", ran && "ran"].filter(Boolean).join(" ");
  const lock = slot.locked ? t("The start of {title} is locked", { title }) : t("Lock the start of {title}", { title });
  return html`<li class=${classes}><span class="bead"></span><div>
    <div class="line">
      <${Grip} id=${slot.id} at=${at} count=${count} title=${title} move=${move} off=${ran || slot.locked} />
      <${Field} class="input compact digits start" inputmode="numeric" maxlength="5" aria-label=${t("Start of {title}", { title })}
        value=${slot.time} disabled=${ran} read=${clockTyped} commit=${(time) => change({ time })} />
      <button type="button" class="button compact quiet square lock" aria-pressed=${Boolean(slot.locked)} aria-label=${lock} title=${lock}
        disabled=${ran} onClick=${() => change({ locked: !slot.locked })}><${Icon} name="lock" /></button>
      <span class="mins"><${Field} class="input compact digits" type="number" min="1" max=${DAY} aria-label=${t("Minutes of {title}", { title })}
        value=${slot.minutes} read=${least(DAY)} commit=${(minutes) => change({ minutes })} />${t("min")}</span>
      <${Field} class="input compact name" aria-label=${t("Title of slot {n}", { n: at + 1 })} value=${title} maxlength="300" read=${said} commit=${(text) => change({ title: text })} />
      <select class="input compact kind" aria-label=${t("Kind of {title}", { title })} value=${shown} disabled=${ran}
        onChange=${(e) => setKind(e.target.value)}>
        ${Object.entries(KINDS).map(([kind, name]) => html`<option value=${kind} selected=${kind === shown}>${name()}</option>`)}
      </select>
      <button type="button" class="button compact quiet square" aria-expanded=${Boolean(open)} aria-controls=${fields}
        aria-label=${t("More of {title}", { title })} onClick=${() => setOpen(open ? "" : "speakers")}><${Icon} name="more" /></button>
    </div>
    ${!open && summary(slot) && html`<p class="detail" dir="auto">${summary(slot)}</p>`}
    <${Doubts} slot=${slot} free=${free} ran=${ran} change=${change} show=${setOpen} />
    ${open && html`<${SlotFields} id=${fields} slot=${slot} ran=${ran} first=${at === 0} last=${at === count - 1} focus=${open}
      change=${change} act=${act} close=${() => setOpen("")} />`}
  </div></li>`;
}

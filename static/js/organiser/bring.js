// A changed file brought into a plan: first what it would change is shown, then all of it or
// nothing is done.

import { Sheet } from "../shared/sheet.js";
import { html, Icon, useState } from "../shared/view.js";
import { t, time, tn } from "../shared/words.js";
import { ask } from "./ask.js";
import { Choose, textOf } from "./file.js";

const STATES = { new: () => t("New"), changed: () => t("Changed"), gone: () => t("Goes"), ran: () => t("Ran, stays"), same: () => t("As it is") };
const FIELDS = { title: () => t("title"), kind: () => t("kind"), start: () => t("start"), minutes: () => t("length"), speakers: () => t("speakers"),
  description: () => t("description"), links: () => t("links"), question: () => t("question") };

const told = ({ start, minutes }, zone) => `${time(start, zone)}, ${t("{n} min", { n: minutes })}`;

function Line({ row, zone }) {
  const moved = row.was && told(row.was, zone) !== told(row, zone);
  const names = (row.fields ?? []).map((name) => FIELDS[name]?.() ?? t("settings"));
  return html`<li class=${row.state}><b>${STATES[row.state]()}</b>
    <span><span class="digits">${moved && html`<s>${told(row.was, zone)}</s> `}${told(row, zone)}</span>
      <span class="strong" dir="auto">${row.was && row.was.title !== row.title && html`<s>${row.was.title}</s> `}${row.title}</span>
      ${names.length > 0 && html`<small class="soft">${[...new Set(names)].join(", ")}</small>`}</span></li>`;
}

function Preview({ look, event, close }) {
  const [state, set] = useState({ busy: false, why: "" });
  const does = look.changes.filter((row) => !["same", "ran"].includes(row.state)).length;
  const bring = async () => {
    set({ busy: true, why: "" });
    const answer = await ask(`/events/${event.id}/agenda`, { slots: look.slots, mark: look.mark });
    if (answer.ok) close();
    else set({ busy: false, why: answer.why });
  };
  const title = does ? tn("The file changes {n} slot", "The file changes {n} slots", does) : t("The file changes nothing");
  return html`<${Sheet} title=${title} close=${close} name="sheet wide">
    ${look.warnings.map((warning) => html`<p class="notice warning" dir="auto"><${Icon} name="warn" /><span>${warning}</span></p>`)}
    <ul class="changes">${look.changes.map((row) => html`<${Line} key=${row.id} row=${row} zone=${event.timezone} />`)}</ul>
    ${state.why && html`<p class="why" role="alert">${state.why}</p>`}
    ${does > 0 && html`<div class="row"><button type="button" class="button main" disabled=${state.busy} onClick=${bring}>${t("Bring all of it in")}</button>
      <button type="button" class="button" onClick=${close}>${t("Leave it")}</button></div>`}<//>`;
}

export function Bring({ event }) {
  const [look, show] = useState(null);
  const [why, say] = useState("");
  const take = async (file) => {
    const answer = await textOf(file).then((text) => ask(`/events/${event.id}/changes`, { text }), ({ message }) => ({ why: message }));
    say(answer.ok ? "" : answer.why);
    if (answer.ok) show(answer);
  };
  return html`<${Choose} take=${take} label=${t("Bring in a changed file")} name="button compact" />
    ${why && html`<p class="why" role="alert">${why}</p>`}
    ${look && html`<${Preview} look=${look} event=${event} close=${() => show(null)} />`}`;
}

// The event's own words beside its plan, what can be printed and taken along, and its network.

import { Tick } from "../shared/held.js";
import { html, page, useState } from "../shared/view.js";
import { t } from "../shared/words.js";
import { ask } from "./ask.js";
import { Bring } from "./bring.js";
import { Field, said } from "./field.js";

const FILES = { ics: () => t("Calendar (iCalendar)"), csv: () => t("Table (CSV)"), "frab.json": () => t("Conference schedule (JSON)"), json: () => t("Everything (JSON)") };
const SHEETS = { poster: () => t("Join poster"), tables: () => t("Table sheets"), runsheet: () => t("Run sheet") };

function Words({ event, send }) {
  const edit = (field) => (value) => send("event.edit", { [field]: value });
  return html`<div class="facts">
    <label class="long">${t("Title")} <${Field} value=${event.title} read=${said} maxlength="300" commit=${edit("title")} /></label>
    <label class="long">${t("Invited by")} <${Field} value=${event.host_name} maxlength="200" commit=${edit("host_name")} /></label>
    <label class="long">${t("About")} <${Field} lines="3" maxlength="4000" value=${event.about} commit=${edit("about")} /></label></div>`;
}

function Network({ wifi, send }) {
  const edit = (field) => (value) => send("event.edit", { [field]: value });
  return html`<section aria-labelledby="wifi"><h2 id="wifi">${t("Wi-Fi of the house")}</h2>
    <div class="facts"><label>${t("Network")} <${Field} value=${wifi.name} maxlength="200" commit=${edit("wifi_name")} /></label>
      <label>${t("Password")} <${Field} value=${wifi.password} maxlength="200" autocomplete="off" commit=${edit("wifi_password")} /></label></div>
    <${Tick} on=${wifi.shown} off=${!wifi.name} commit=${edit("wifi_shown")} name=${t("Show it on the poster and beside the join code on the big screen")} /></section>`;
}

function Template({ event }) {
  const [state, set] = useState("");
  const save = async (title) => {
    const answer = await ask("/api/templates", { event: event.id, title });
    set(answer.ok ? t("Saved. It is offered for new events.") : answer.why);
    return answer.ok;
  };
  return html`<details><summary>${t("Save this plan as a template")}</summary>
    <form class="row" onSubmit=${(e) => { e.preventDefault(); save(e.target.elements.title.value); }}>
      <input class="input compact" name="title" required maxlength="300" dir="auto" aria-label=${t("Name of the template")} defaultValue=${event.title} />
      <button class="button compact">${t("Save")}</button></form><p class="small" role="status">${state}</p></details>`;
}

export function About({ hall, wifi, send }) {
  const { event } = hall;
  const home = `/events/${event.id}`;
  const own = page().role === "organiser";
  return html`<aside class="source about" aria-label=${t("The event")}>
    <h1 dir="auto">${event.title}</h1>
    <${Words} event=${event} send=${send} />
    <section aria-labelledby="print"><h2 id="print">${t("To print")}</h2>
      <p class="links">${Object.entries(SHEETS).map(([name, label]) => html`<a key=${name} href=${`${home}/print/${name}`}>${label()}</a>`)}</p></section>
    <section aria-labelledby="files"><h2 id="files">${t("Take the plan along")}</h2>
      <p class="links">${Object.entries(FILES).map(([kind, label]) => html`<a key=${kind} href=${`${home}/plan.${kind}`} download>${label()}</a>`)}</p>
      <${Bring} event=${event} />
      ${own && html`<p class="links"><a href=${`/organiser/new?from=${event.id}&series=${page().series}`}>${t("Duplicate this event")}</a></p><${Template} event=${event} />`}</section>
    <${Network} wifi=${wifi} send=${send} /></aside>`;
}

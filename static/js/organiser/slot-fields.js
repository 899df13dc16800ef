// Everything else a slot has, opened below its line: people, words, links, rooms, how it ends.

import { Tick, useHeld } from "../shared/held.js";
import { html, useEffect, useRef } from "../shared/view.js";
import { WAYS, wayOf } from "../shared/ways.js";
import { t } from "../shared/words.js";
import { Field, least } from "./field.js";
import { Rows } from "./rows.js";
import { Steps } from "./slot-steps.js";

const KNOWN = {
  speakers: () => [["name", t("Name")], ["org", t("Organisation")], ["role", t("Role")]],
  links: () => [["title", t("Title")], ["url", t("Address")]],
};

const DAY = 24 * 60;

// A link without a title is called by its address; one without an address is not kept.
const leads = (row) => /^https?:\/\/\S+$/.test(row.url ?? "");
const linksFrom = (rows) => rows.map(({ title, url }) => ({ title: title || url, url }));
const somebody = (row) => Boolean(row.name || row.org);
const peopleFrom = (rows) => rows.map(({ name, org, role }) => ({ ...(name && { name }), ...(org && { org }), ...(role && { role }) }));

function Ending({ slot, change }) {
  const name = `end-${slot.id}`;
  const [shown, set] = useHeld(Boolean(slot.auto), (auto) => change({ auto }));
  const choice = (auto, text) => html`<label class="tick"><input type="radio" name=${name} checked=${shown === auto}
    onChange=${() => set(auto)} /><span>${text}</span></label>`;
  return html`<fieldset><legend>${t("When its time is over")}</legend>
    ${choice(false, t("Hold, and count what it runs over"))}${choice(true, t("Go on to the next slot by itself"))}</fieldset>`;
}

// Minutes of a field that may be left empty: then what is usual holds, and 0 is saved.
const unless = (most, scale = 1) => (text) => {
  const number = text.trim() ? Number(text.replace(",", ".")) : 0;
  return number >= 0 && number <= most ? Math.round(number * scale) : undefined;
};

function Limits({ slot, change }) {
  const field = (name, label, most, scale) => html`<label>${label} <${Field} class="input compact digits few" inputmode="decimal" maxlength="5"
    value=${slot[name] ? slot[name] / scale : ""} placeholder=${t("as usual")} read=${unless(most, scale)} commit=${(value) => change({ [name]: value })} /></label>`;
  return html`<fieldset><legend>${t("When the event runs late")}</legend>
      <${Tick} on=${Boolean(slot.protected)} commit=${(on) => change({ protected: on })} name=${t("Protect it: it keeps its length")} />
      ${!slot.protected && field("least", t("Never under, in minutes"), DAY, 1)}</fieldset>
    <fieldset><legend>${t("What the clock says, in minutes left")}</legend>
      <div class="row">${field("warn", t("Wrap up from"), 120, 60)}${field("danger", t("Last minute from"), 120, 60)}</div></fieldset>`;
}

function Way({ slot, ran, change }) {
  const [way, set] = useHeld(wayOf({ format: "new", ...slot }, { room_size: slot.room_size ?? 6 }), (chosen) => change({ way: chosen }));
  return html`<div><label>${t("Who meets whom")} <select aria-describedby=${`way-${slot.id}`} class="input compact" value=${way} disabled=${ran} onChange=${(event) => set(event.target.value)}>
      ${Object.entries(WAYS).map(([name, words]) => html`<option key=${name} value=${name} selected=${name === way}>${words()[0]}</option>`)}</select></label>
    <p class="small soft" id=${`way-${slot.id}`}>${WAYS[way]()[1]}</p></div>`;
}

function Rooms({ slot, ran, change }) {
  return html`<label class="wide">${t("Question for the rooms")}
      <${Field} data-field="question" lines="2" maxlength="280" value=${slot.question ?? ""} commit=${(question) => change({ question })}
        placeholder=${t("What should the rooms talk about? Phones show it.")} /></label>
    <label>${t("People in a room")} <${Field} class="input compact digits few" type="number" min="2" max="60" value=${slot.room_size ?? 6}
      read=${least(60, 2)} commit=${(room_size) => change({ room_size })} /></label>
    <${Way} slot=${slot} ran=${ran} change=${change} />
    <div class="wide"><${Tick} on=${Boolean(slot.private)} commit=${(on) => change({ private: on })} name=${t("Notes are for their authors, and the hosts, alone until they are revealed")} /></div>
    <${Steps} slot=${slot} change=${change} />`;
}

export function SlotFields({ id, slot, ran, first, last, focus, change, act, close }) {
  const box = useRef();
  useEffect(() => {
    const wanted = box.current.querySelector(`[data-field="${focus}"]`) ?? box.current.querySelector("input, textarea, button");
    wanted.focus({ preventScroll: true });
    box.current.scrollIntoView({ block: "nearest" });
  }, [focus]);
  const item = (name, label, off, tone = "quiet") => html`<button type="button" class="button compact ${tone}" disabled=${off || (ran && name !== "add")}
    onClick=${() => act(name)}>${label}</button>`;
  const leave = (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && !/INPUT|TEXTAREA/.test(event.target.tagName)) close();
  };
  return html`<div class="fields" id=${id} ref=${box} role="group" aria-label=${t("More of {title}", { title: slot.title })} onKeyDown=${leave}>
    ${slot.kind === "breakout" && html`<${Rooms} slot=${slot} ran=${ran} change=${change} />`}
    <${Rows} name="speakers" legend=${t("Speakers")} add=${t("Add a speaker")} columns=${KNOWN.speakers()} rows=${slot.speakers ?? []} whole=${somebody}
      commit=${(rows) => change({ speakers: peopleFrom(rows) })} />
    <label class="wide">${t("What it is about")} <${Field} lines="2" maxlength="4000" value=${slot.description ?? ""}
      commit=${(description) => change({ description })} /></label>
    <${Rows} name="links" legend=${t("Links")} add=${t("Add a link")} columns=${KNOWN.links()} rows=${slot.links ?? []} whole=${leads}
      commit=${(rows) => change({ links: linksFrom(rows) })} />
    <${Ending} slot=${slot} change=${change} />
    <${Limits} slot=${slot} change=${change} />
    <label class="wide">${t("For the crew alone")} <${Field} lines="2" maxlength="4000" value=${slot.cue ?? ""} commit=${(cue) => change({ cue })}
      placeholder=${t("Who brings the microphone, when the film starts. It is on the run sheet and on no screen.")} /></label>
    <div class="row wide deeds">${item("up", t("Move earlier"), first || slot.locked)}${item("down", t("Move later"), last || slot.locked)}
      ${item("add", t("Add a slot after it"))}${item("remove", t("Remove"), count1(first, last), "danger")}
      <span class="grow"></span><button type="button" class="button compact" onClick=${close}>${t("Close")}</button></div></div>`;
}

// An agenda keeps its last slot.
const count1 = (first, last) => first && last;

// One line of the run sheet, changed: its clock, its words, the quote, whom to call on, a memo.

import { Sheet } from "../shared/sheet.js";
import { html, useState } from "../shared/view.js";
import { t } from "../shared/words.js";
import { roomOf, Why } from "./pieces.js";
import { calledOn, heading, opening } from "./run-words.js";
import { roomsNow } from "./reading.js";

function Caller({ line, host, draft, put }) {
  const theme = host.themes[line.id];
  const { people, seats } = host.run;
  const number = (id) => host.rooms[seats[id]]?.number ?? 0;
  const row = Object.keys(people).filter((id) => theme.rooms.includes(seats[id])).sort((a, b) => number(a) - number(b) || people[a].localeCompare(people[b]));
  const written = line.call && !draft.caller ? calledOn(line.call) : t("Whoever the run sheet suggests");
  return html`<div class="field"><label for="caller">${t("Call on")}</label><select id="caller" class="input" value=${draft.caller} onChange=${(event) => put({ caller: event.target.value })}>
    <option value="">${written}</option>${row.map((id) => html`<option key=${id} value=${id}>${t("{name}, room {room}", { name: people[id], room: number(id) })}</option>`)}</select></div>`;
}

function Quote({ line, reading, host, draft, put }) {
  const cleared = reading.themes.find((theme) => theme.id === line.id)?.notes.filter((note) => note.approved && note.quotable) ?? [];
  return html`<div class="field"><label for="quote">${t("Quote")}</label><select id="quote" class="input" value=${draft.quote} onChange=${(event) => put({ quote: event.target.value })}>
    <option value="">${t("All its quotes in turn")}</option>${cleared.map((note) => html`<option key=${note.id} value=${note.id}>${roomOf(note, host)}: ${note.text}</option>`)}</select></div>`;
}

function Remarks({ host, orders, deeds }) {
  const themes = Object.keys(host.run.lines).filter((id) => host.themes[id]);
  return html`<p class="soft">${t("Which theme does each closing remark speak to?")}</p>${Object.entries(host.run.remarks).map(([who, remark]) => html`<div class="field" key=${who}><label for=${`remark-${remark.order}`}><bdi>${who}</bdi></label>
    <select id=${`remark-${remark.order}`} class="input" value=${remark.theme ?? ""} disabled=${orders.waits("line")} onChange=${(event) => deeds.remark(who, event.target.value || null)}><option value="">${t("No theme")}</option>${themes.map((id) => html`<option key=${id} value=${id}>${host.themes[id].title}</option>`)}</select></div>`)}`;
}

export function LineSheet({ line, views, reading, orders, deeds, close }) {
  const { host } = views;
  const first = { minutes: line.own ? String(line.seconds / 60) : "", words: line.words, memo: line.memo, out: line.out, caller: line.caller, quote: line.chosen };
  const [draft, write] = useState(first);
  const put = (fields) => write({ ...draft, ...fields });
  const theme = host.themes[line.id];
  const keep = async (event) => {
    event.preventDefault();
    const { minutes, ...fields } = draft;
    const seconds = Math.min(3_600, Math.max(0, Math.round(60 * Number(minutes.replace(",", ".")) || 0)));
    if (await deeds.line(line.id, { ...fields, seconds })) close();
  };
  const suggested = line.id === "opening" ? opening(views, roomsNow(host, views.hall)) : "";
  return html`<${Sheet} title=${heading(line, host)} close=${close}><form class="stack" onSubmit=${keep}>
    <div class="field"><label for="minutes">${t("Minutes")}</label><input id="minutes" class="input" inputmode="decimal" value=${draft.minutes} placeholder=${t("Its share of the slot: {n}", { n: line.seconds / 60 })} onInput=${(event) => put({ minutes: event.target.value })} /></div>
    <div class="field"><label for="words">${t("What you say")}</label><textarea id="words" class="input" rows="2" maxlength="280" dir="auto" placeholder=${suggested} onInput=${(event) => put({ words: event.target.value })} value=${draft.words}></textarea></div>
    ${theme && html`<${Quote} line=${line} reading=${reading} host=${host} draft=${draft} put=${put} /><${Caller} line=${line} host=${host} draft=${draft} put=${put} />`}
    ${line.id === "closing" && html`<${Remarks} host=${host} orders=${orders} deeds=${deeds} />`}
    <div class="field"><label for="memo">${t("For you alone")}</label><textarea id="memo" class="input" rows="2" maxlength="4000" dir="auto" onInput=${(event) => put({ memo: event.target.value })} value=${draft.memo}></textarea></div>
    <label class="tick"><input type="checkbox" checked=${draft.out} onChange=${(event) => put({ out: event.target.checked })} /><span>${t("Leave this line out")}</span></label>
    <div class="row"><button type="submit" class="button main" aria-busy=${orders.waits("line")}>${t("Keep")}</button></div><${Why} orders=${orders} place="line" /></form><//>`;
}

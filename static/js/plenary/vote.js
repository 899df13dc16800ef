// The vote with dots: open it, see it live, close it. Results move nothing; the host may.

import { Press } from "../shared/press.js";
import { Sheet } from "../shared/sheet.js";
import { Icon, html, sized, useState } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { Why } from "./pieces.js";

const MOST = 5; // dots of one person

export function Vote({ views, reading, orders, deeds, open }) {
  const { dots } = views.host;
  const shown = reading.themes.filter((theme) => theme.approved);
  const button = html`<button type="button" class="button compact quiet" aria-disabled=${!shown.length} title=${shown.length ? "" : t("Approve a theme first; then it can be voted on.")} onClick=${() => shown.length && open({ kind: "vote" })}>${dots ? t("Vote again…") : t("Let phones vote…")}</button>`;
  if (!dots) return html`<section class="vote row between"><h2>${t("Dots")}</h2>${button}</section>`;
  const most = Math.max(1, ...Object.values(dots.themes));
  const row = [...shown].sort((a, b) => (dots.themes[b.id] ?? 0) - (dots.themes[a.id] ?? 0));
  const counted = row.filter((theme) => dots.themes[theme.id] !== undefined); // others came after the vote
  return html`<section class="vote" aria-label=${t("Vote with dots")}><div class="row between"><h2 dir="auto">${dots.question || t("Dots")}</h2><span class="soft digits">${tn("{n} person voted", "{n} people voted", dots.voters)}</span></div>
    <ul>${counted.map((theme) => html`<li key=${theme.id}><span class="cut" dir="auto">${theme.title}</span><span class="bar voice"><i ref=${sized({ "--fill": (100 * dots.themes[theme.id]) / most })}></i></span><b class="digits">${dots.themes[theme.id]}</b></li>`)}</ul>
    <div class="row">${dots.open ? html`<${Press} orders=${orders} place="dots" act=${deeds.closeDots}>${t("Close the vote")}<//>`
      : html`${button}<${Press} orders=${orders} place="widest" name="button compact quiet" off=${row.length < 2} act=${() => deeds.inThisOrder("widest", row)}>${t("Put the screen in this order")}<//>`}
      <${Press} orders=${orders} place="dots" name="button compact quiet" act=${() => deeds.showDots(!dots.shown)}>${dots.shown ? t("Take the dots off the screen") : t("Show the dots on the screen")}<//></div><${Why} orders=${orders} place="dots" /></section>`;
}

export function VoteSheet({ views, orders, deeds, close }) {
  const old = views.host.dots;
  const [draft, write] = useState({ dots: old?.dots ?? 3, most: old?.most ?? 2, question: old?.question ?? "" });
  const put = (fields) => write({ ...draft, ...fields });
  const begin = async (event) => {
    event.preventDefault();
    if (await deeds.openDots({ ...draft, most: Math.min(draft.most, draft.dots), question: draft.question.trim() })) close();
  };
  const choice = (name, words, upTo) => html`<fieldset class="field"><legend>${words}</legend><div class="choice voice">${Array.from({ length: upTo }, (_, index) => index + 1).map((n) => html`<label key=${n}><input type="radio" name=${name} checked=${draft[name] === n} onChange=${() => put({ [name]: n })} />${n}</label>`)}</div></fieldset>`;
  return html`<${Sheet} title=${t("Vote with dots")} close=${close}><form class="stack" onSubmit=${begin}>
    <p class="soft">${t("Everybody votes on the themes of the screen, on their phones. Results are live on the screen; they change no order.")}</p>
    <div class="field"><label for="question">${t("Question")}</label><input id="question" class="input" maxlength="280" dir="auto" value=${draft.question} placeholder=${t("Which themes should go on?")} onInput=${(event) => put({ question: event.target.value })} /></div>
    ${choice("dots", t("Dots for each person"), MOST)}${choice("most", t("At most on one theme"), draft.dots)}
    ${old && html`<p class="soft small"><${Icon} name="info" /> ${t("With the same question and dots the vote goes on; otherwise it begins anew.")}</p>`}
    <div class="row"><button type="submit" class="button main" aria-busy=${orders.waits("dots")}>${t("Open the vote")}</button></div><${Why} orders=${orders} place="dots" /></form><//>`;
}

// How the grouping is steered: regroup by the host's names, what that would do, one suggestion at
// a time, undo, and a halt. Nothing here moves a note before the host has said so.

import { Press } from "../shared/press.js";
import { Icon, html, page } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { Why } from "./pieces.js";
import { named } from "./undoing.js";

const BY = { names: () => t("by your names"), nearness: () => t("by nearness"), model: () => t("by the model") };

// "Part 1" of "Part 1. Fostering collaboration through networks".
export const short = (title) => title.split(/[.:–—] /)[0].slice(0, 40);

// What a regrouping would do, theme by theme; a name nobody speaks of is grey and gets no notes.
function Proposal({ proposal, orders, deeds }) {
  const row = Object.entries(proposal.themes ?? {}).map(([id, theme]) => ({ id, ...theme })).sort((a, b) => a.order - b.order);
  const keep = html`<${Press} orders=${orders} place="steer" act=${() => deeds.keepThemes(proposal.id)}>${proposal.why || !proposal.moves ? t("All right") : t("Leave them as they are")}<//>`;
  const who = proposal.model && html` <span class="soft">${t("Names by {model}.", { model: proposal.model })}</span>`;
  const read = proposal.read_by && html` <span class="soft">${t("Read by {model} too.", { model: proposal.read_by })}</span>`;
  if (!proposal.why && !proposal.moves) return html`<div class="steer-box notice" role="status"><p>${t("Regrouped {by}, no note would move: the themes hold what they would hold.", { by: BY[proposal.by]() })}${who}${read}</p><div class="row">${keep}</div></div>`;
  if (proposal.why) return html`<div class="steer-box notice"><p dir="auto">${proposal.why}</p><div class="row">${keep}</div></div>`;
  return html`<div class="steer-box notice" role="status"><p><b class="digits">${tn("Regrouped {by}, {n} of {of} notes would move.", "Regrouped {by}, {n} of {of} notes would move.", proposal.moves, { by: BY[proposal.by](), of: proposal.of })}</b> <span class="soft">${t("Notes you placed stay.")}</span>${who}${read}</p>
    <ul class="would digits" tabindex="0" aria-label=${t("Themes, before and after")}>${row.map((theme) => html`<li key=${theme.id} class=${theme.count ? "" : "unspoken"}><bdi>${theme.title || t("No name yet")}</bdi> <b>${theme.was} → ${theme.count}</b>${!theme.count && html` <small>${t("nobody speaks of it")}</small>`}</li>`)}</ul>
    <div class="row"><${Press} orders=${orders} place="steer" name="button compact main" act=${() => deeds.regroup(proposal.id)}>${t("Regroup")}<//>${keep}</div></div>`;
}

export function Suggestion({ views, orders, deeds }) {
  const { suggestion } = views.host.grouping;
  if (!suggestion) return null;
  const leaving = suggestion.notes.filter((id) => views.host.notes[id]?.theme !== undefined).length;
  return html`<section class="theme lane suggested" aria-label=${t("A theme that is suggested")}><p class="standing tiny"><${Icon} name="info" />${t("Perhaps one more theme?")}</p>
    <h3 dir="auto">${suggestion.title || t("No name yet")}</h3>
    <p class="soft small digits">${tn("{n} note would go there.", "{n} notes would go there.", suggestion.notes.length)}${leaving > 0 && html` ${tn("{n} of them would leave another theme.", "{n} of them would leave other themes.", leaving)}`}</p>
    <div class="quotes">${suggestion.notes.slice(0, 2).map((id) => views.host.notes[id] && html`<blockquote class="voice-paper" key=${id} dir="auto">${views.host.notes[id].text}</blockquote>`)}</div>
    <div class="do"><${Press} orders=${orders} place="suggestion" act=${() => deeds.takeSuggestion(suggestion.id)}><${Icon} name="tick" />${t("Make it a theme")}<//>
      <${Press} orders=${orders} place="suggestion" name="button compact quiet" act=${() => deeds.leaveSuggestion(suggestion.id)}>${t("Not this one")}<//></div><${Why} orders=${orders} place="suggestion" /></section>`;
}

export function Steering({ views, orders, deeds, open, desk, back }) {
  const { grouping } = views.host;
  const missing = grouping.enough - grouping.named;
  const by = (how, words, off, title) => html`<${Press} orders=${orders} place="steer" off=${off || grouping.wish !== undefined} title=${title} act=${() => deeds.ask(how)}>${grouping.wish === how ? t("Looking…") : words}<//>`;
  return html`<div class="steering row">
      ${by("names", t("Regroup by my names"), missing > 0, missing > 0 ? tn("Name {n} more theme first", "Name {n} more themes first", missing) : t("You see first how many notes would move"))}
      ${missing > 0 && grouping.named > 0 && html`<span class="soft tiny digits">${tn("{n} more name to go", "{n} more names to go", missing)}</span>`}
      ${by("nearness", t("Group anew"), false, t("Groups by what notes have in common; your names and what you placed stay"))}
      ${page().model && html`<button type="button" class="button compact" onClick=${() => open({ kind: "model" })}>${grouping.wish === "model" ? t("Looking…") : t("Names from a model")}</button>`}
      ${grouping.carry && html`<${Press} orders=${orders} place="steer" act=${deeds.carryThemes} title=${[grouping.carry.source, ...grouping.carry.titles].join("\n")}>${tn("Carry {n} theme of {event}", "Carry {n} themes of {event}", grouping.carry.titles.length, { event: short(grouping.carry.source) })}<//>`}
      ${grouping.wish !== undefined && html`<${Press} orders=${orders} place="keep" name="button compact quiet" act=${() => deeds.keepThemes(null)}>${t("Never mind")}<//>`}
      <${Press} orders=${orders} place="freeze" aria-pressed=${grouping.frozen} title=${t("While frozen, no note is placed or moved by itself")} act=${() => deeds.freeze(!grouping.frozen)}><${Icon} name="lock" />${grouping.frozen ? t("Frozen") : t("Freeze")}<//>
      ${back.undo && html`<${Press} orders=${orders} place="undo" name="button compact quiet" title=${back.title} act=${back.press}><${Icon} name="back" turns />${t("Undo {what}", { what: named(back.undo) })}<//>`}<span class="soft small" role="status" dir="auto">${desk.undone}</span>
      <${Why} orders=${orders} place="steer" /><${Why} orders=${orders} place="undo" /><${Why} orders=${orders} place="freeze" /></div>
    ${grouping.proposal && html`<${Proposal} proposal=${grouping.proposal} orders=${orders} deeds=${deeds} />`}`;
}

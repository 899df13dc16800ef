// The steps inside a breakout: what rooms do first, then and last, each with its length, its task
// and the kind of note that is asked for; and what they make together.

import { html, Icon, useEffect, useRef, useState } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { Field, least } from "./field.js";

const MOST = 12;
const LONGEST = 240; // minutes
const ASKS = { any: () => t("Any note"), insight: () => t("Insights"), question: () => t("Questions"), action: () => t("Actions") };

// A course that suits most talks in rooms, in the time there is (minutes).
function usual(minutes) {
  const share = (part) => Math.max(1, Math.round((minutes * part) / 30));
  const [round, top, reporter] = [share(4), share(7), share(3)];
  return [
    { title: t("A round of names"), minutes: round, prompt: t("Say your name, and one sentence on why this matters to you.") },
    { title: t("Discuss"), minutes: Math.max(1, minutes - round - top - reporter), prompt: t("Talk about the question. Note what strikes you, whoever says it.") },
    { title: t("Write your top three"), minutes: top, prompt: t("The three points others should hear, a sentence each."), asks: "insight" },
    { title: t("Choose who reports"), minutes: reporter, prompt: t("Agree on who says it, in a minute, in the plenary.") },
  ].map((step) => ({ asks: "any", ...step }));
}

const complete = ({ title = "", minutes = 5, prompt = "", asks = "any" }) => ({ title, minutes, prompt, asks });

function Sum({ steps, minutes, change }) {
  const sum = steps.reduce((all, step) => all + step.minutes, 0);
  if (sum === minutes) return html`<p class="soft digits" role="status">${tn("{n} minute together, as long as the slot.", "{n} minutes together, as long as the slot.", sum)}</p>`;
  const words = { sum: tn("{n} minute", "{n} minutes", sum), slot: tn("{n} minute", "{n} minutes", minutes) };
  return html`<p class="notice soft digits" role="status"><${Icon} name="info" /><span>${t("The steps take {sum} together, the slot has {slot}. Each gets its share of the slot.", words)}</span>
    <button type="button" class="button compact" onClick=${() => change({ minutes: sum })}>${tn("Give the slot {n} minute", "Give the slot {n} minutes", sum)}</button></p>`;
}

function Step({ step, at, count, edit, act }) {
  const name = step.title || t("step {n}", { n: at + 1 });
  const deed = (what, face, label, off) => html`<button type="button" class="button compact quiet square" disabled=${off} aria-label=${label} title=${label} data-deed=${what} onClick=${() => act(what)}>${face}</button>`;
  return html`<li><span class="no digits" aria-hidden="true">${at + 1}</span>
    <${Field} data-step="title" aria-label=${t("Name of step {n}", { n: at + 1 })} placeholder=${t("What rooms do")} maxlength="300" value=${step.title} commit=${edit("title")} />
    <span class="mins"><${Field} type="number" min="1" max=${LONGEST} class="input compact digits" aria-label=${t("Minutes of {step}", { step: name })} value=${step.minutes} read=${least(LONGEST)} commit=${edit("minutes")} />${t("min")}</span>
    <select class="input compact" aria-label=${t("Notes asked for in {step}", { step: name })} onChange=${(event) => edit("asks")(event.target.value)}>${Object.entries(ASKS).map(([kind, words]) => html`<option value=${kind} selected=${kind === step.asks}>${words()}</option>`)}</select>
    <span class="row">${deed("up", "↑", t("{step} earlier", { step: name }), at === 0)}${deed("down", "↓", t("{step} later", { step: name }), at === count - 1)}${deed("remove", html`<${Icon} name="cross" />`, t("Remove {who}", { who: name }))}</span>
    <${Field} lines="2" maxlength="280" aria-label=${t("Task of {step}", { step: name })} placeholder=${t("What to do, as phones say it")} value=${step.prompt} commit=${edit("prompt")} /></li>`;
}

function done(steps, at, what) {
  if (what === "remove") return steps.filter((_, place) => place !== at);
  const to = what === "up" ? at - 1 : at + 1;
  const rest = steps.filter((_, place) => place !== at);
  return [...rest.slice(0, to), steps[at], ...rest.slice(to)];
}

// What is begun is kept here until it has a name; then all steps are saved together.
export function Steps({ slot, change }) {
  const [mine, keep] = useState(null);
  const box = useRef();
  const goes = useRef(null); // where the focus goes once it is drawn
  const steps = mine ?? (slot.steps ?? []).map(complete);
  useEffect(() => {
    const line = goes.current && box.current.querySelectorAll("ol.steps > li")[goes.current[0]];
    (line?.querySelector(goes.current[1]) ?? line?.querySelector("button:enabled"))?.focus();
    goes.current = null;
  });
  const put = async (made, fields = {}) => {
    keep(made);
    const whole = made.filter((step) => step.title.trim());
    const saved = await change({ steps: whole.map((step) => complete(step)), ...fields });
    if (saved !== false && whole.length === made.length) keep((now) => (now === made ? null : now));
    return saved;
  };
  const edit = (at) => (field) => (value) => {
    const made = steps.map((step, place) => (place === at ? { ...step, [field]: value } : step));
    return made[at].title.trim() || steps[at].title.trim() ? put(made) : keep(made);
  };
  const act = (at) => (what) => {
    if (what !== "remove") goes.current = [what === "up" ? at - 1 : at + 1, `[data-deed="${what}"]:enabled`];
    put(done(steps, at, what));
  };
  const begin = () => {
    goes.current = [steps.length, "[data-step]"];
    keep([...steps, complete({})]);
  };
  return html`<fieldset class="wide" ref=${box}><legend>${t("Steps in the rooms")}</legend>
    <p class="soft">${t("Every phone shows the step that is on, its own clock and its task.")}</p>
    <ol class="steps">${steps.map((step, at) => html`<${Step} key=${at} step=${step} at=${at} count=${steps.length} edit=${edit(at)} act=${act(at)} />`)}</ol>
    ${steps.length > 0 && html`<${Sum} steps=${steps} minutes=${slot.minutes} change=${change} />`}
    <div class="row">${steps.length < MOST && html`<button type="button" class="button compact quiet" data-field=${steps.length ? undefined : "steps"} onClick=${begin}>${t("Add a step")}</button>`}
      ${!steps.length && slot.minutes >= 4 && html`<button type="button" class="button compact quiet" onClick=${() => put(usual(slot.minutes))}>${t("Four usual steps")}</button>`}</div></fieldset>`;
}

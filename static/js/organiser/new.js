// New series, or one more event of a series: where the agenda comes from on one side, the agenda
// read from it on the other, to correct. Nothing is created before it is wanted.

import { html, page, render, useState } from "../shared/view.js";
import { ownZone, place, speak, t, tn } from "../shared/words.js";
import { ask } from "./ask.js";
import { Days } from "./days.js";
import { doubtsOf } from "./doubts.js";
import { agendaOut, draftFrom, freeBefore } from "./draft.js";
import { Source } from "./source.js";
import { hours, minutesLater, plus } from "./words.js";

speak(page());
const { copied, draft: given, series, templates, zones } = page();
const fresh = (agenda) => draftFrom(agenda, page().at, ownZone());

const doubtful = (draft) => draft.warnings.length + (draft.zoned ? 0 : 1) + draft.days.reduce((sum, { date, guessed, slots }) => sum + (guessed || !date)
  + slots.reduce((all, slot, at) => all + doubtsOf(slot, freeBefore(slots, at)).filter((one) => !one.quiet).length, 0), 0);

function Sum({ draft, title, setTitle, state, create }) {
  const whole = draft.days.map(({ slots }) => slots).filter((slots) => slots.length);
  const ends = whole.map((slots) => [slots[0].time, plus(slots.at(-1).time, slots.at(-1).minutes)]);
  const minutes = ends.reduce((sum, [from, to]) => sum + ((minutesLater(from, to) + 1440) % 1440), 0);
  const looks = doubtful(draft);
  return html`<div class="sum"><span class="digits whole"><b>${hours(minutes)}</b>
      <span class="soft"> ${ends.length === 1 ? t("{from} to {to} {place}", { from: ends[0][0], to: ends[0][1], place: place(draft.timezone) }) : place(draft.timezone)}</span></span>
    ${!series && html`<label class="grow">${t("Name of the series")} <input class="input compact" value=${title} dir="auto" maxlength="300"
      onInput=${(event) => setTitle(event.target.value)} /></label>`}
    ${series && html`<span class="grow soft" dir="auto">${t("Joins “{title}”", { title: series.title })}</span>`}
    ${state.wrong && html`<p class="why" role="alert">${state.wrong}</p>`}
    ${looks > 0 && html`<span class="soft">${tn("{n} thing to look at", "{n} things to look at", looks)}</span>`}
    <button class="button main" type="button" disabled=${state.busy || !whole.length} onClick=${create}>
      ${tn("Create the event", "Create {n} events", draft.days.length)}</button></div>`;
}

// What a pasted text is called: its first line if that is a title, else its first day.
function heading(text, day) {
  const first = text.trim().split("\n")[0].trim();
  return first.length <= 80 && !/\d:\d\d/.test(first) ? first : day;
}

function Page() {
  const [draft, setDraft] = useState(given ? fresh(given) : null);
  const [state, setState] = useState({ busy: false, why: "", wrong: "" });
  const [title, setTitle] = useState("");
  const [marks, setMarks] = useState(null);
  const [chosen, look] = useState(null);
  const read = async (text, name) => {
    setState({ busy: true, why: "", wrong: "" });
    const answer = await ask("/api/agenda", { text });
    setState({ busy: false, why: answer.ok ? "" : answer.why, wrong: "" });
    if (!answer.ok) return;
    setMarks(answer.marks);
    setDraft(fresh(answer.agenda));
    setTitle((known) => known || name?.replace(/\.\w+$/, "") || heading(text, answer.agenda.days[0]?.title ?? ""));
  };
  const use = (template) => {
    setDraft({ ...fresh(template.agenda), zoned: true });
    setTitle((known) => known || template.title);
  };
  const create = async () => {
    setState({ busy: true, why: "", wrong: "" });
    const answer = await ask("/api/series", { ...(series ? { series: series.id } : { title }), agenda: agendaOut(draft) });
    if (answer.ok) location.assign("/organiser");
    else setState({ busy: false, why: "", wrong: answer.why });
  };
  const slots = draft?.days.reduce((sum, day) => sum + day.slots.length, 0) ?? 0;
  return html`<${Source} read=${read} use=${use} templates=${templates} state=${state} marks=${marks} chosen=${chosen} done=${draft !== null} copied=${copied} />
    <main class="parsed">
      <div class="row between"><h2 class="h1">${draft ? `${tn("{n} event", "{n} events", draft.days.length)}, ${tn("{n} slot", "{n} slots", slots)}`
        : t("The agenda comes here")}</h2><span class="soft">${t("Nothing is created yet")}</span></div>
      ${draft && draft.days.length > 0 && html`<${Days} draft=${draft} set=${setDraft} zones=${zones} look=${(line) => look({ line })} />
        <${Sum} draft=${draft} title=${title} setTitle=${setTitle} state=${state} create=${create} />`}
      ${draft && !draft.days.length && html`<p class="notice warning">${t("No times were found in this text. Give each line a time, such as 9:30 – 10:00, or a length, such as 15 min.")}</p>`}
    </main>`;
}

render(html`<${Page} />`, document.getElementById("app"));

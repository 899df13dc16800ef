// The run sheet: what the host says, in order, each line with its clock, its rooms, one quote and
// somebody to call on. It writes itself; Next steps through it, and the big screen follows.

import { ClickerSwitch } from "../shared/clicker.js";
import { digits, remaining } from "../shared/clock.js";
import { Press } from "../shared/press.js";
import { Icon, html, useEffect, useNow, useRef } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { target } from "./drag.js";
import { arrows, Handle } from "./handle.js";
import { Why } from "./pieces.js";
import { spread } from "./reading.js";
import { calledOn, heading, opening } from "./run-words.js";

const length = (seconds) => digits(seconds * 1_000);

// The clock of the line that is on counts; it never hides that it is over.
function Left({ clock }) {
  const left = remaining(clock, useNow());
  return html`<time class=${left < 0 ? "share over" : "share"} role="timer">${digits(left)}</time>`;
}

// Who speaks at the end; those whose remark is linked to a theme first, each with it.
function Remarks({ host }) {
  const row = Object.entries(host.run.remarks).map(([who, { theme }]) => ({ who, about: host.themes[theme]?.title }));
  const rest = row.filter((one) => !one.about);
  return html`${row.filter((one) => one.about).map(({ who, about }) => html`<small key=${who}><b class="inline"><bdi>${who}</bdi></b> ${t("on")} <bdi>${about}</bdi></small>`)}
    ${rest.length > 0 && html`<small>${rest.map(({ who }, index) => html`${index > 0 && ", "}<bdi>${who}</bdi>`)}</small>`}`;
}

function About({ line, views, rooms }) {
  const theme = views.host.themes[line.id];
  if (line.id === "opening") return html`<small dir="auto">“${line.words || opening(views, rooms)}”</small>`;
  if (!theme) return html`<${Remarks} host=${views.host} />`;
  const { n, known } = spread(theme.rooms, rooms);
  const quote = views.host.notes[line.quote];
  return html`<small class="digits">${known ? t("{n} of {all} rooms", { n, all: rooms.length }) : tn("{n} room", "{n} rooms", n)}</small>
    ${line.words && html`<small dir="auto">${line.words}</small>`}
    ${quote && html`<small class="said" dir="auto">“${quote.text}”</small>`}${line.call && html`<small class="call">${calledOn(line.call)}</small>`}`;
}

function Line({ line, row, run, views, rooms, orders, deeds, open, ordered }) {
  const { host } = views;
  const theme = host.themes[line.id];
  const on = run.line === line.id;
  const box = useRef();
  useEffect(() => on && box.current.scrollIntoView({ block: "nearest" }), [on]);
  useEffect(() => ordered.current === line.id && box.current.querySelector(".handle")?.focus(), [line.order]);
  const drops = theme ? { theme: (id) => id !== line.id && deeds.order(id, line.id) } : {};
  const named = theme && { ...theme, id: line.id };
  const show = () => (on ? undefined : run.go(line));
  return html`<li ref=${box} class=${["line", on && "lit", line.out && "out"].filter(Boolean).join(" ")} aria-current=${on ? "step" : undefined} ...${target(drops)}>
    ${on && host.run.clock && host.run.line === line.id ? html`<${Left} clock=${host.run.clock} />` : html`<time class="share digits">${length(line.seconds)}</time>`}
    <button type="button" class="leap" aria-disabled=${on || line.out || !run.possible} title=${t("Go to this line")} onClick=${() => !line.out && run.possible && show()}><b dir="auto">${heading(line, host)}</b></button>
    <div class="edge">${theme && html`<${Handle} theme=${named} move=${arrows(named, row.map((one) => ({ ...host.themes[one.id], id: one.id })), deeds, ordered)} />`}
      <button type="button" class="button compact quiet square" aria-label=${t("Change “{title}”", { title: heading(line, host) })} title=${t("Clock, words, quote, whom to call on")} onClick=${() => open({ kind: "line", id: line.id })}><${Icon} name="pencil" /></button></div>
    <div class="about">${line.out ? html`<small>${t("Left out")}</small>` : html`<${About} line=${line} views=${views} rooms=${rooms} />`}
      ${line.memo && html`<small class="memo" dir="auto"><${Icon} name="lock" /> ${line.memo}</small>`}</div></li>`;
}

// Less time than the lines need is said before the first one; begun then, they share what is left.
function Late({ hall, slot, total }) {
  const at = useNow(5_000);
  const left = hall.clock ? remaining(hall.clock, at) : 0;
  return hall.clock?.slot === slot && left > 0 && left < (total - 30) * 1_000 && html`<p class="small" role="status"><b class="digits">${t("{left} left, {needed} planned.", { left: digits(left), needed: length(total) })}</b> ${t("Begin, and the lines share what is left.")}</p>`;
}

export function RunSheet({ views, rooms, run, desk, orders, deeds, open, clicker: [armed, arm] }) {
  const ordered = useRef();
  const { host, hall } = views;
  const possible = desk.rehearsing || hall.clock !== undefined;
  const total = run.lines.filter((line) => !line.out).reduce((sum, line) => sum + line.seconds, 0);
  const row = run.lines.filter((line) => host.themes[line.id]);
  const words = run.on ? (run.following ? t("Next: {title}", { title: heading(run.following, host) }) : t("End the run sheet")) : t("Begin");
  return html`<section class="running" aria-label=${t("Run sheet")}><div class="row between"><h2>${t("Run sheet")}</h2><span class="soft digits">${t("{n} min", { n: Math.round(total / 60) })}</span></div>
    <div class="row stepping"><${Press} orders=${orders} place="run" name=${possible && row.length ? "button compact main grow" : "button compact grow"} off=${!possible || !row.length} act=${run.next} title=${t("The key . or an armed clicker")}><bdi class="cut">${words}</bdi><${Icon} name="next" turns /><//>
      <${Press} orders=${orders} place="run" name="button compact square" off=${!run.on} act=${run.back} aria-label=${t("Line before")} title=${t("Line before")}><${Icon} name="back" turns /><//></div>
    <${ClickerSwitch} armed=${armed} arm=${arm} /><${Why} orders=${orders} place="run" />
    ${!run.on && html`<${Late} hall=${hall} slot=${host.run.slot} total=${total} />`}${!row.length && html`<p class="soft small">${t("Nothing is approved yet. What you approve is written in here.")}</p>`}
    <ol class="run">${run.lines.map((line) => html`<${Line} key=${line.id} line=${line} row=${row} run=${{ ...run, possible }} views=${views} rooms=${rooms} orders=${orders} deeds=${deeds} open=${open} ordered=${ordered} />`)}</ol></section>`;
}

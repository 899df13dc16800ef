// The plenary host's desk: connects, and puts the panels in their places. What is true comes from
// the server; kept here is only where this host is looking.

import { connect } from "../shared/live.js";
import { html, page, render } from "../shared/view.js";
import { speak, t } from "../shared/words.js";
import { Board } from "./board.js";
import { deeds as doing } from "./deeds.js";
import { useKeys } from "./keys.js";
import { Orders } from "./orders.js";
import { Podium } from "./podium.js";
import { listed, Queue } from "./queue.js";
import { read } from "./reading.js";
import { Ready } from "./ready.js";
import { Sheets } from "./sheets.js";
import { Lost, Status } from "./status.js";

speak(page());
const live = connect(page());
const app = document.getElementById("app");
const orders = new Orders(live, paint);
const deeds = doing(live, orders);
const desk = { tab: "unsorted", search: "", chosen: undefined };
let sheet;

function open(next) {
  sheet = next;
  paint();
}
// A sheet that opened another one must not close it.
const close = (which) => () => sheet === which && open(undefined);

function set(change) {
  Object.assign(desk, change);
  paint();
}

function keysFor(reading, host) {
  const row = listed(reading, host, desk);
  const place = row.findIndex((note) => note.id === desk.chosen);
  const note = row[place];
  const step = (by) => row.length && set({ chosen: row[Math.min(row.length - 1, Math.max(0, place + by))].id });
  // What is done with leaves the list: the next one takes its place.
  const after = (deed) => {
    if (!note) return step(1);
    const next = row[place + 1] ?? row[place - 1];
    return deed(note).then((ok) => ok && desk.chosen === note.id && set({ chosen: next?.id }));
  };
  return [
    { keys: ["B"], says: t("Blank the big screen, or show it again"), act: deeds.blank },
    { keys: ["J", "ArrowDown"], says: t("Next note"), act: () => step(1) },
    { keys: ["K", "ArrowUp"], says: t("Note before"), act: () => step(-1) },
    { keys: ["A"], says: t("Approve the chosen note, or hold it again"), act: () => after((one) => Promise.resolve(deeds.approveNote(one.id, !one.approved))) },
    { keys: ["H"], says: t("Set the chosen note aside, or bring it back"), act: () => after((one) => deeds.hideNote(one.id, !one.hidden)) },
    { keys: ["M"], says: t("Put the chosen note into a theme"), act: () => document.querySelector(".queue .chosen select")?.focus() },
    { keys: ["U"], says: t("Unsorted notes"), act: () => set({ tab: "unsorted", chosen: undefined }) },
    { keys: ["R"], says: t("Notes to read"), act: () => set({ tab: "review", chosen: undefined }) },
    { keys: ["N"], says: t("New theme"), act: () => document.getElementById("new-theme").focus() },
    { keys: ["/"], says: t("Search"), act: () => document.getElementById("search").focus() },
    { keys: ["?"], says: t("All keys"), act: () => open({ kind: "keys" }) },
  ];
}

function Desk({ views, link }) {
  const reading = read(views.host);
  const shared = { views, reading, orders, deeds, open };
  const table = keysFor(reading, views.host);
  useKeys(table, sheet !== undefined);
  return html`<${Ready} ...${shared} /><${Lost} link=${link} />
    <div class="host"><${Queue} ...${shared} desk=${desk} set=${set} /><${Board} ...${shared} /><${Podium} ...${shared} /></div>
    <${Sheets} sheet=${sheet} close=${close(sheet)} table=${table} ...${shared} />`;
}

function paint() {
  const views = live.views();
  if (!views.hall || !views.host || !views.plenary) return;
  render(html`<${Desk} views=${views} link=${live.link} />`, app);
  render(html`<${Status} hall=${views.hall} link=${live.link} />`, document.getElementById("status"));
}

live.on(paint);

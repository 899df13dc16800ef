// The people page: who is expected and who is here, what each can do in a room, who belongs with
// whom; and the way a roster comes in.

import { useKeys } from "../shared/keys.js";
import { connect } from "../shared/live.js";
import { Orders } from "../shared/orders.js";
import { KeySheet } from "../shared/sheet.js";
import { Lost, Status } from "../shared/status.js";
import { html, page, render, useState } from "../shared/view.js";
import { speak, t, tn } from "../shared/words.js";
import { seekKeys } from "./keys.js";
import { PeopleTable } from "./people-table.js";
import { PersonSheet } from "./person-sheet.js";
import { Said } from "./pieces.js";
import { everybody, fits } from "./roll.js";
import { RosterImport } from "./roster-import.js";

speak(page());
const live = connect(page());
const app = document.getElementById("app");
const orders = new Orders(live, paint);
let sheet;

function open(next) {
  sheet = next;
  paint();
}

const VIEWS = [
  ["all", () => t("Everybody"), () => true],
  ["here", () => t("Here"), (one) => one.state === "here"],
  ["expected", () => t("Expected"), (one) => one.state === "expected"],
  ["new", () => t("Not on the list"), (one) => one.state !== "expected" && !one.line],
  ["can", () => t("Can lead, write or interpret"), (one) => one.can.length > 0],
];

function Counts({ all, listed }) {
  const count = (test) => all.filter(test).length;
  const lines = [
    [count((one) => one.state === "here"), t("here now")], [count((one) => one.state === "away"), t("without a connection")],
    [count((one) => one.state === "expected"), t("expected, not here yet")], [count((one) => one.can.includes("facilitator")), t("can lead a room")],
  ];
  return html`<dl class="tally digits">${lines.map(([n, words]) => html`<div key=${words}><dt>${words}</dt><dd>${n}</dd></div>`)}</dl>
    ${listed === 0 && html`<p class="soft">${t("No roster yet. You can do without: people say who they are when they join. A roster adds topics, languages, groups and wishes.")}</p>`}`;
}

function Page({ views, link }) {
  const [search, look] = useState("");
  const [which, choose] = useState("all");
  const { hall, moderator } = views;
  const all = everybody(moderator);
  const listed = Object.keys(moderator.roster).length;
  const shown = all.filter(VIEWS.find(([name]) => name === which)[2]).filter((one) => fits(one, search));
  const looked = sheet?.id && all.find((one) => one.id === sheet.id || one.line === sheet.id); // who was expected may have joined meanwhile
  const close = () => open(undefined);
  const table = seekKeys([{ keys: ["I"], says: t("Import a roster"), act: () => open({ kind: "import" }) }], open);
  useKeys(table, Boolean(looked) || ["import", "keys"].includes(sheet?.kind));
  return html`<${Lost} link=${link} />
    <section class="rules" aria-label=${t("Roster")} tabindex="0"><div><h1>${t("People")}</h1><p class="soft">${t("Who is expected, who is here, and what each can do in a room.")}</p></div>
      <${Counts} all=${all} listed=${listed} />
      <button type="button" class=${listed ? "button" : "button main"} onClick=${() => open({ kind: "import" })}>${listed ? t("Add to the roster…") : t("Import a roster…")}</button>
      <p class="small soft">${t("Whoever joins under a name on the roster is recognised. Where a name is not clear, the phone asks. Nobody sees the roster but you.")}</p></section>
    <main class="hall people"><header><h2 class="digits">${tn("{n} person", "{n} people", shown.length)}</h2>
        <select class="input compact" aria-label=${t("Whom to show")} onChange=${(change) => choose(change.target.value)}>${VIEWS.map(([name, says]) => html`<option key=${name} value=${name} selected=${name === which}>${says()}</option>`)}</select><span class="grow"></span>
        <input class="input compact find" type="search" placeholder=${t("Find a person")} aria-label=${t("Find a person or an organisation")} value=${search} onInput=${(change) => look(change.target.value)} /></header>
      <${Said} orders=${orders} places=${["appoint", "remove", "tie"]} />
      <${PeopleTable} rows=${shown} moderator=${moderator} orders=${orders} edit=${(id) => open({ kind: "person", id })} /></main>
    ${sheet?.kind === "import" && html`<${RosterImport} event=${hall.event.id} close=${close} />`}
    ${looked && html`<${PersonSheet} key=${sheet.id} one=${looked} moderator=${moderator} orders=${orders} close=${close} />`}
    ${sheet?.kind === "keys" && html`<${KeySheet} table=${table} close=${close} />`}`;
}

function paint() {
  const views = live.views();
  if (!views.hall || !views.moderator) return;
  render(html`<${Page} views=${views} link=${live.link} />`, app);
  render(html`<${Status} hall=${views.hall} link=${live.link} />`, document.getElementById("status"));
}

live.on(paint);

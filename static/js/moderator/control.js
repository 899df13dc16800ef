// The control desk: connects, and puts the panels in their places.

import { ClickerSwitch, useClicker } from "../shared/clicker.js";
import { useKeys } from "../shared/keys.js";
import { useAlarm } from "../shared/alarm.js";
import { connect } from "../shared/live.js";
import { html, page, render } from "../shared/view.js";
import { speak, t } from "../shared/words.js";
import { BigScreen } from "./bigscreen.js";
import { Cockpit } from "./cockpit.js";
import { deeds as doing } from "./deeds.js";
import { Door } from "./door.js";
import { Glance } from "./glance.js";
import { KeyHints } from "./keys.js";
import { OnStage } from "./onstage.js";
import { Orders } from "./orders.js";
import { Rundown } from "./rundown.js";
import { Sheets } from "./sheets.js";
import { Slip, taken } from "./slip.js";
import { Lost, Status } from "./status.js";
import { Tell } from "./tell.js";

speak(page());
const live = connect(page());
const app = document.getElementById("app");
const orders = new Orders(live, paint);
const deeds = doing(live, orders, open);
let sheet;
let tried; // the way out that somebody looks at

function open(next) {
  sheet = next;
  paint();
}
// A sheet that opened another one must not close it.
const close = (which) => () => sheet === which && open(undefined);

const table = [
  { keys: ["N"], says: t("Next slot, or Start"), short: t("Next"), act: deeds.next },
  { keys: [" ", "P"], says: t("Pause the clock, or let it go on"), short: t("Pause"), act: deeds.pause },
  { keys: ["+", "="], face: ["+"], says: t("One minute more"), short: t("1 min"), act: () => deeds.nudge(1) },
  { keys: ["-", "−"], face: ["−"], says: t("One minute less"), short: t("1 min"), act: () => deeds.nudge(-1) },
  { keys: ["5"], says: t("Five minutes more"), act: () => deeds.nudge(5) },
  { keys: ["Z"], says: t("Take the last step back, for ten seconds"), act: deeds.undo },
  { keys: ["T"], says: t("Times: it began earlier, it ends at, the promised end"), act: () => open({ kind: "times" }) },
  { keys: ["L"], says: t("To the ways out when it runs late"), act: () => document.querySelector(".slip .plan")?.focus() },
  { keys: ["U"], says: t("Back to the slot before"), act: deeds.back },
  { keys: ["J"], says: t("Jump to a slot"), act: () => open({ kind: "jump" }) },
  { keys: ["B"], says: t("Blank the big screen, or show it again"), short: t("Blank screen"), act: deeds.blank },
  { keys: ["M"], says: t("Write a message"), act: () => document.getElementById("tell").focus() },
  { keys: ["D"], says: t("Close or open the door"), act: deeds.door },
  { keys: ["W"], says: t("Who lost signal"), act: () => open({ kind: "away" }) },
  { keys: ["V"], says: t("All views"), act: () => open({ kind: "ways" }) },
  { keys: ["?"], says: t("All keys"), act: () => open({ kind: "keys" }) },
];

// A button that is taken away while it has the focus blurs in the middle of a drawing: drawing
// again from there would leave half of the page behind, so it is done right after.
function show(way) {
  if (tried === way) return;
  tried = way;
  queueMicrotask(paint);
}

function Desk({ views, link }) {
  const shared = { views, orders, deeds, open };
  const { hall, moderator } = views;
  const [armed, arm] = useClicker(deeds, sheet !== undefined);
  const keys = [...table, { keys: ["C"], says: t("Arm the clicker, or let it rest"), act: () => arm(!armed) }];
  useAlarm(hall.clock, hall.slots[hall.clock?.slot]);
  useKeys(keys, sheet !== undefined);
  return html`<${Lost} link=${link} />
    <${Rundown} hall=${taken(hall, tried)} deeds=${deeds} />
    <main class="middle"><${Cockpit} ...${shared} armed=${armed} />
      ${moderator.rounds[hall.rooms?.slot] ? html`<${Glance} hall=${hall} moderator=${moderator} orders=${orders} deeds=${deeds} />` : html`<${OnStage} hall=${hall} moderator=${moderator} />`}</main>
    <aside class="side" aria-label=${t("Tools")} tabindex="0"><${Door} ...${shared} join=${page().join} /><${Slip} ...${shared} show=${show} /><${BigScreen} ...${shared} /><${Tell} ...${shared} />
      <${KeyHints} table=${table} open=${() => open({ kind: "keys" })}><${ClickerSwitch} armed=${armed} arm=${arm} /><//></aside>
    <${Sheets} sheet=${sheet} views=${views} orders=${orders} deeds=${deeds} table=${keys} close=${close(sheet)} />`;
}

function paint() {
  const views = live.views();
  if (!views.hall || !views.moderator) return;
  render(html`<${Desk} views=${views} link=${live.link} />`, app);
  render(html`<${Status} hall=${views.hall} link=${live.link} />`, document.getElementById("status"));
}

live.on(paint);

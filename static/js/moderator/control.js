// The control desk: connects, and puts the panels in their places.

import { ClickerSwitch, useClicker } from "../shared/clicker.js";
import { useKeys } from "../shared/keys.js";
import { useAlarm } from "../shared/alarm.js";
import { connect } from "../shared/live.js";
import { Orders } from "../shared/orders.js";
import { Lost, Status } from "../shared/status.js";
import { html, page, render } from "../shared/view.js";
import { speak, t } from "../shared/words.js";
import { BigScreen } from "./bigscreen.js";
import { Cockpit } from "./cockpit.js";
import { deeds as doing } from "./deeds.js";
import { runKeys } from "./desk-keys.js";
import { Door } from "./door.js";
import { Glance } from "./glance.js";
import { KeyHints } from "./keys.js";
import { OnStage } from "./onstage.js";
import { Rundown } from "./rundown.js";
import { Sheets } from "./sheets.js";
import { Slip, taken } from "./slip.js";
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
const close = () => open(undefined);

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
  const clicker = useClicker(deeds, sheet !== undefined);
  const [armed, arm] = clicker;
  const keys = runKeys({ deeds, open, write: () => document.getElementById("tell").focus(), clicker });
  useAlarm(hall.clock, hall.slots[hall.clock?.slot]);
  useKeys(keys, sheet !== undefined);
  return html`<${Lost} link=${link} />
    <${Rundown} hall=${taken(hall, tried)} deeds=${deeds} />
    <main class="middle"><${Cockpit} ...${shared} armed=${armed} />
      ${moderator.rounds[hall.rooms?.slot] ? html`<${Glance} hall=${hall} moderator=${moderator} orders=${orders} deeds=${deeds} />` : html`<${OnStage} hall=${hall} moderator=${moderator} />`}</main>
    <aside class="side" aria-label=${t("Tools")} tabindex="0"><${Door} ...${shared} join=${page().join} /><${Slip} ...${shared} tried=${tried} show=${show} /><${BigScreen} ...${shared} /><${Tell} ...${shared} />
      <${KeyHints} table=${keys} open=${() => open({ kind: "keys" })}><${ClickerSwitch} armed=${armed} arm=${arm} /><//></aside>
    <${Sheets} sheet=${sheet} views=${views} orders=${orders} deeds=${deeds} table=${keys} close=${close} />`;
}

function paint() {
  const views = live.views();
  if (!views.hall || !views.moderator) return;
  render(html`<${Desk} views=${views} link=${live.link} />`, app);
  render(html`<${Status} hall=${views.hall} link=${live.link} />`, document.getElementById("status"));
}

live.on(paint);

// The plenary host's desk: connects, and puts the panels in their places. What is true comes from
// the server; kept here is only where this host is looking.

import { useClicker } from "../shared/clicker.js";
import { useKeys } from "../shared/keys.js";
import { connect } from "../shared/live.js";
import { Orders } from "../shared/orders.js";
import { Lost, Status } from "../shared/status.js";
import { announce, html, page, render } from "../shared/view.js";
import { speak, t } from "../shared/words.js";
import { Board } from "./board.js";
import { deeds as doing } from "./deeds.js";
import { keysFor } from "./desk-keys.js";
import { Podium } from "./podium.js";
import { Queue } from "./queue.js";
import { read } from "./reading.js";
import { Ready } from "./ready.js";
import { stepper } from "./stepper.js";
import { Sheets } from "./sheets.js";
import { undoing } from "./undoing.js";

speak(page());
const live = connect(page());
const app = document.getElementById("app");
const orders = new Orders(live, paint, announce);
// `rehearsing`: what is shown goes to the preview alone, and `line` is where the rehearsal is.
const desk = { tab: "unsorted", search: "", chosen: undefined, rehearsing: false, line: undefined };
const deeds = doing(live, orders, () => desk.rehearsing);
let sheet;

function open(next) {
  sheet = next;
  paint();
}
const close = () => open(undefined);

function set(change) {
  Object.assign(desk, change);
  paint();
}

function Desk({ views, link }) {
  const reading = read(views.host);
  const run = stepper(views.host, desk, set, deeds);
  const clicker = useClicker(run, sheet !== undefined); // before the keys: while armed, it has the arrows
  const back = undoing(views.host, desk, set, deeds);
  const shared = { views, reading, orders, deeds, open, desk, set, run, back, clicker };
  const table = keysFor({ reading, host: views.host, desk, set, deeds, run, back, open });
  useKeys(table, sheet !== undefined);
  return html`<${Ready} ...${shared} /><${Lost} link=${link}>${t("Reconnecting. The clock goes on; the big screen keeps what it shows.")}<//>
    <div class="host"><${Queue} ...${shared} /><${Board} ...${shared} /><${Podium} ...${shared} /></div>
    <${Sheets} sheet=${sheet} close=${close} table=${table} ...${shared} />`;
}

function paint() {
  const views = live.views();
  if (!views.hall || !views.host || !views.plenary || !views.preview) return;
  render(html`<${Desk} views=${views} link=${live.link} />`, app);
  render(html`<${Status} hall=${views.hall} link=${live.link} />`, document.getElementById("status"));
}

live.on(paint);

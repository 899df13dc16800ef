// The times of the running slot and of the event, set by hand: it began earlier, it ends at, the
// promised end, what the public is told, and what this device does when time runs out.

import { Alarms } from "../shared/alarm.js";
import { digits, now } from "../shared/clock.js";
import { Tick } from "../shared/held.js";
import { Sheet } from "../shared/sheet.js";
import { html, useNow } from "../shared/view.js";
import { seconds, t, time } from "../shared/words.js";
import { hours, instant } from "./hours.js";
import { Said } from "./pieces.js";

// What was taken closes the sheet: the clock and Undo stand behind it.
function Line({ id, label, say, children, act, close }) {
  const send = async (event) => {
    event.preventDefault();
    if (await act(new FormData(event.target))) close();
  };
  return html`<form class="time-line" onSubmit=${send}><label for=${id}>${label}</label><div class="row">${children}<button class="button">${say}</button></div></form>`;
}

// The slot that ran before this one, by which it cannot have begun earlier; the server decides.
function before(hall) {
  const ran = Object.values(hall.slots).filter((slot) => slot.closed_at !== undefined);
  const last = ran.sort((a, b) => b.closed_at - a.closed_at || b.opened_at - a.opened_at)[0];
  return last && (last.closed_at === hall.clock.since ? { at: last.opened_at, title: last.title } : undefined);
}

function Began({ hall, orders, deeds, close }) {
  const at = useNow(1_000);
  const found = before(hall);
  return html`<${Line} id="began" label=${t("This slot began earlier")} say=${t("Set")} close=${close} act=${(form) => deeds.backdate(60 * form.get("minutes") + Number(form.get("seconds")))}>
    <input class="input compact digits" id="began" name="minutes" type="number" min="0" max="360" defaultValue="0" required /><span>${t("min")}</span>
    <input class="input compact digits" name="seconds" type="number" min="0" max="59" defaultValue="30" aria-label=${t("seconds")} required /><span>${t("s ago")}</span><//>
    ${found && html`<p class="soft small digits">${t("At the earliest {ago} ago, at {time}, when “{title}” began.", { ago: digits(at - found.at), time: seconds(found.at, hall.event.timezone), title: found.title })}</p>`}<${Said} orders=${orders} places=${["began"]} />`;
}

export function Times({ hall, orders, deeds, close }) {
  const zone = hall.event.timezone;
  const { clock } = hall;
  const at = (form) => instant(form.get("at"), zone, now());
  return html`<${Sheet} title=${t("Times")} close=${close}>
    ${clock && html`<${Began} hall=${hall} orders=${orders} deeds=${deeds} close=${close} />
      <${Line} id="ends" label=${t("This slot ends at")} say=${t("Set")} close=${close} act=${(form) => deeds.endAt(at(form))}><input class="input compact digits" id="ends" name="at" type="time" defaultValue=${hours(clock.ends_at, zone)} required /><//>`}
    <${Line} id="promised" label=${t("The event is promised to end at")} say=${t("Promise")} close=${close} act=${(form) => deeds.promise(at(form))}><input class="input compact digits" id="promised" name="at" type="time" defaultValue=${hours(hall.promised_end, zone)} required />
      <button type="button" class="button quiet" onClick=${() => deeds.promise(null)}>${t("As planned")}</button><//>
    <p class="soft digits">${t("Promised now: {time}. All times in the zone of the event.", { time: time(hall.promised_end, zone) })}</p>
    <${Tick} on=${hall.show_offset} commit=${deeds.showOffset} name=${t("Tell everybody how late or early we are")} more=${t("Expected times are always shown to everybody.")} />
    <${Alarms} /><${Said} orders=${orders} places=${["ends", "promise", "offset"]} /><//>`;
}

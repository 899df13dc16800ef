// The times of the running slot and of the event, set by hand: it began earlier, it ends at, the
// promised end, what the public is told, and what this device does when time runs out.

import { Alarms } from "../shared/alarm.js";
import { now } from "../shared/clock.js";
import { html } from "../shared/view.js";
import { t, time } from "../shared/words.js";
import { hours, instant } from "./hours.js";
import { Said, Sheet } from "./pieces.js";

function Line({ id, label, say, children, act }) {
  const send = (event) => {
    event.preventDefault();
    act(new FormData(event.target));
  };
  return html`<form class="time-line" onSubmit=${send}><label for=${id}>${label}</label><div class="row">${children}<button class="button">${say}</button></div></form>`;
}

export function Times({ hall, orders, deeds, close }) {
  const zone = hall.event.timezone;
  const { clock } = hall;
  const at = (form) => instant(form.get("at"), zone, now());
  return html`<${Sheet} title=${t("Times")} close=${close}>
    ${clock && html`<${Line} id="began" label=${t("This slot began earlier")} say=${t("Set")} act=${(form) => deeds.backdate(60 * form.get("minutes") + Number(form.get("seconds")))}>
      <input class="input compact digits" id="began" name="minutes" type="number" min="0" max="360" value="0" required /><span>${t("min")}</span>
      <input class="input compact digits" name="seconds" type="number" min="0" max="59" value="30" aria-label=${t("seconds")} required /><span>${t("s ago")}</span><//>
      <${Line} id="ends" label=${t("This slot ends at")} say=${t("Set")} act=${(form) => deeds.endAt(at(form))}><input class="input compact digits" id="ends" name="at" type="time" value=${hours(clock.ends_at, zone)} required /><//>`}
    <${Line} id="promised" label=${t("The event is promised to end at")} say=${t("Promise")} act=${(form) => deeds.promise(at(form))}><input class="input compact digits" id="promised" name="at" type="time" value=${hours(hall.promised_end, zone)} required />
      <button type="button" class="button quiet" onClick=${() => deeds.promise(null)}>${t("As planned")}</button><//>
    <p class="soft digits">${t("Promised now: {time}. All times in the zone of the event.", { time: time(hall.promised_end, zone) })}</p>
    <label class="tick"><input type="checkbox" checked=${hall.show_offset} onChange=${() => deeds.showOffset(!hall.show_offset)} /><span>${t("Tell everybody how late or early we are")}<small class="soft">${t("Expected times are always shown to everybody.")}</small></span></label>
    <${Alarms} /><${Said} orders=${orders} places=${["began", "ends", "promise", "offset"]} /><//>`;
}

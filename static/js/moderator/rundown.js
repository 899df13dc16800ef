// The agenda as a line from top to bottom, minutes to scale: what was planned, what is expected.
// A press on a slot asks whether to go straight there.

import { expected, lasts, moved as shift, remaining } from "../shared/clock.js";
import { inOrder } from "../shared/spine.js";
import { html, sized, useNow } from "../shared/view.js";
import { t, time } from "../shared/words.js";
import { drift } from "../shared/drift.js";

const minutes = (ms) => Math.round(ms / 60_000);

function length(slot) {
  const length = t("{n} min", { n: minutes(lasts(slot)) });
  const cut = minutes(lasts(slot)) !== minutes(slot.length) && t("{length}, planned {n}", { length, n: minutes(slot.length) });
  const planned = slot.protected ? t("{length}, protected", { length: cut || length }) : cut || length;
  if (slot.opened_at === undefined || slot.closed_at === undefined) return planned;
  const took = minutes(slot.closed_at - slot.opened_at);
  return took === minutes(slot.length) ? planned : t("{planned}, took {n}", { planned, n: took });
}

function Line({ slot, hall, span, at, index, current, moved, jump }) {
  const zone = hall.event.timezone;
  const now = index === current;
  const done = hall.status === "ended" || (current >= 0 && index < current);
  const skipped = done && slot.opened_at === undefined;
  const [planned, real] = [time(slot.start + moved, zone), time(span.start, zone)];
  const fill = now ? 100 - (100 * Math.max(remaining(hall.clock, at), 0)) / Math.max(hall.clock.ends_at - hall.clock.since, 1) : 0;
  const names = [done && "done", now && "now-is", slot.voice && "voice", skipped && "skipped", slot.tried && "tried"].filter(Boolean).join(" ");
  return html`<li class=${names} ref=${sized({ "--min": slot.length / 60_000 })} aria-current=${now ? "step" : undefined}>
    <time>${skipped ? html`<s><span class="for-reader">${t("planned")} </span>${planned}</s>` : real}${!skipped && real !== planned && html`<s><span class="for-reader">${t("planned")} </span>${planned}</s>`}</time>
    <span class="bead">${now && html`<i ref=${sized({ "--fill": fill })}></i>`}</span>
    <div><button type="button" class="what" dir="auto" disabled=${now} title=${now ? undefined : t("Go straight to “{title}”", { title: slot.title })} onClick=${() => jump(slot.id)}>${slot.title}</button>
      <p class="len">${skipped ? t("left out") : length(slot)}</p></div></li>`;
}

function End({ hall, at }) {
  const zone = hall.event.timezone;
  const last = inOrder(hall.slots).at(-1);
  if (!last) return null;
  const { over: late, end, promised } = drift(hall, at) ?? { over: 0, end: last.start + last.length, promised: hall.promised_end };
  return html`<div class="end"><span>${hall.status === "ended" ? t("Ended") : t("Expected end")}</span><b class="digits">${time(end, zone)}</b>
    <span class="soft">${t("Promised {time}", { time: time(promised, zone) })}</span>
    ${late > 0 && html`<span class="chip warning">${t("{n} min late", { n: late })}</span>`}${late < 0 && html`<span class="chip time">${t("{n} min early", { n: -late })}</span>`}</div>`;
}

export function Rundown({ hall, deeds }) {
  const at = useNow(1_000);
  const row = inOrder(hall.slots);
  const spans = expected(hall.slots, hall.clock, at);
  const moved = shift(hall.slots);
  const current = row.findIndex((slot) => slot.id === hall.clock?.slot);
  return html`<section class="rail" aria-label=${t("Agenda")} tabindex="0">
    <div class="row between"><h2>${t("Agenda")}</h2><span class="label">${t("expected")}, <s>${t("planned")}</s></span></div>
    <ol class="rundown digits">${row.map((slot, index) => html`<${Line} key=${slot.id} slot=${slot} hall=${hall} span=${spans[slot.id]} at=${at} index=${index} current=${current} moved=${moved} jump=${deeds.jump} />`)}</ol>
    <${End} hall=${hall} at=${at} /></section>`;
}

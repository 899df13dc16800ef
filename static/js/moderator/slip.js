// Ways out when the event runs late: what each would cut, when it would then end. The server
// works them out; a look at one shows it in the agenda, a press takes it, Undo brings it back. A
// finger cannot look without pressing: its first tap looks, its second takes.

import { lasts } from "../shared/clock.js";
import { inOrder } from "../shared/spine.js";
import { announce, html, useEffect, useNow, useRef, useState } from "../shared/view.js";
import { t, time, tn } from "../shared/words.js";
import { drift } from "../shared/drift.js";
import { Press } from "../shared/press.js";
import { Said } from "./pieces.js";

const NAMES = { follow: () => t("Shorten what follows"), rooms: () => t("Shorten the rooms"), now: () => t("Shorten what is on"), half: () => t("Win back half"), late: () => t("Run late") };
const COUNTS = [, () => t("one way out"), () => t("two ways out"), () => t("three ways out")];
const minutes = (ms) => Math.round(ms / 60_000);

// A title as people say it: up to its colon, and never longer than a line.
const LONG = 30;
const brief = (title) => {
  const start = title.split(/[:.?!–—]/u)[0].trim() || title;
  return start.length > LONG ? `${start.slice(0, LONG - 1).trimEnd()}…` : start;
};

// What a way costs, in words.
function cost(way, hall, people, over) {
  const coming = inOrder(hall.slots).filter((slot) => slot.order >= hall.slots[hall.clock.slot].order);
  const cut = coming.filter((slot) => way.lengths[slot.id] !== undefined);
  if (!cut.length) return t("Nothing is cut. {people} here for {time} longer.", { people: tn("{n} person", "{n} people", people), time: tn("{n} minute", "{n} minutes", over) });
  const parts = cut.map((slot) => t("{title} {before} to {after}", { title: brief(slot.title), before: minutes(lasts(slot)), after: minutes(way.lengths[slot.id] * 1_000) }));
  const kept = coming.filter((slot) => slot.kind === "breakout" && !cut.includes(slot)).map((slot) => minutes(lasts(slot)));
  return `${parts.join(", ")}. ${kept.length ? t("Rooms keep {n}.", { n: kept.join(", ") }) : ""}`.trim();
}

// The ways as the server sees them now; asked again whenever something they depend on changes.
function useWays(hall, over) {
  const [found, set] = useState();
  const rests = inOrder(hall.slots).map((slot) => `${slot.id} ${lasts(slot)} ${slot.least} ${slot.protected}`).join();
  const asks = hall.clock && over > 0 ? [hall.clock.slot, hall.clock.ends_at, hall.clock.paused_at, over, hall.promised_end, rests].join("|") : "";
  useEffect(() => {
    let here = true;
    if (!asks) set(undefined);
    else fetch(`/events/${hall.event.id}/ways`).then((answer) => answer.ok && answer.json()).then((made) => here && made && set(made)).catch(() => {});
    return () => { here = false; };
  }, [asks]);
  return asks ? found : undefined;
}

// `show` puts a way that somebody looks at into the agenda, where there is one beside; `tried` is that way.
export function Slip({ views: { hall, moderator }, orders, deeds, tried, show }) {
  const at = useNow(1_000);
  const over = drift(hall, at)?.over ?? 0;
  const found = useWays(hall, over);
  const ways = found?.from_slot === hall.clock?.slot ? found?.ways ?? [] : [];
  const people = Object.values(moderator.people).filter((one) => one.present).length;
  const looks = useRef(false); // the press that is on only looks
  const [finger, touch] = useState(false);
  const press = (way) => () => {
    show?.(looks.current ? way : undefined);
    if (looks.current) announce(t("Shown in the agenda. Press once more to take it."));
    else deeds.take(way, found.from_slot);
    looks.current = false;
  };
  const look = (way) => show && { onMouseMove: (event) => moved(event) && show(way), onMouseLeave: () => show(undefined), onFocus: () => show(way), onBlur: () => show(undefined),
    onPointerDown: ({ pointerType }) => { looks.current = pointerType === "touch" && tried?.name !== way.name; touch(pointerType === "touch"); } };
  const line = (way, index) => html`<li key=${way.name}><${Press} orders=${orders} place="way" name=${index === 0 && way.kept ? "plan best" : "plan"} act=${press(way)} ...${look(way)}>
    <b>${NAMES[way.name]()}</b><b class="ends digits">${t("ends {time}", { time: time(way.ends_at, hall.event.timezone) })}</b><span dir="auto">${cost(way, hall, people, over)}</span>${finger && tried?.name === way.name && html`<span class="again">${t("Press once more to take it.")}</span>`}<//></li>`;
  // The same elements whether there are ways or not: only their contents come and go.
  return html`<section class=${ways.length ? "slip" : "slip none"} aria-labelledby="slip">
    <h2 id="slip">${ways.length ? tn("{n} minute behind: {ways}", "{n} minutes behind: {ways}", over, { ways: COUNTS[ways.length]() }) : t("In time")}</h2>
    <ul class="plans">${ways.map(line)}</ul><${Said} orders=${orders} places=${["way"]} /></section>`;
}

// To the first of them: on a tablet they stand below everything else.
export const toWays = () => document.querySelector(".slip .plan")?.focus();

// A way that appears under a mouse at rest is not looked at; browsers tell of a move there too.
const moved = (event) => event.movementX !== 0 || event.movementY !== 0;

// The hall as it would be if this way were taken.
export function taken(hall, way) {
  if (!way) return hall;
  const slots = Object.entries(hall.slots).map(([id, slot]) => [id, way.lengths[id] === undefined ? slot : { ...slot, given: way.lengths[id] * 1_000, tried: true }]);
  const on = hall.slots[hall.clock?.slot];
  const by = on && way.lengths[hall.clock.slot] !== undefined ? way.lengths[hall.clock.slot] * 1_000 - lasts(on) : 0;
  return { ...hall, slots: Object.fromEntries(slots), clock: by ? { ...hall.clock, ends_at: hall.clock.ends_at + by } : hall.clock };
}

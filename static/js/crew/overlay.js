// The clock over a stream: digits on a plate whose colour is the state, on a page without ground.

import { digits, expected, remaining, state } from "../shared/clock.js";
import { connect } from "../shared/live.js";
import { current, useShown } from "../shared/message.js";
import { inOrder } from "../shared/spine.js";
import { html, page, render, useNow } from "../shared/view.js";
import { speak, t, time } from "../shared/words.js";

const DAY = 86_400_000;
const STATES = { paused: () => t("Paused"), overrun: () => t("Over time"), warning: () => t("Ends soon"), danger: () => t("Last minute") };

speak(page());
const live = connect(page());
const { look, parts } = page();
const shows = (part) => parts.includes(part);

function facing(hall, at) {
  const row = inOrder(hall.slots);
  const index = row.findIndex((slot) => slot.id === hall.clock?.slot);
  const over = hall.status === "ended";
  const slot = row[index];
  const next = over ? undefined : row[index + 1];
  if (slot) return { slot, next, now: state(hall.clock, slot, at), number: digits(remaining(hall.clock, at)), title: slot.title };
  const wait = next ? next.start - at : 0;
  const counts = !over && wait > 0 && wait < DAY;
  return { next, now: "on-time", number: counts ? digits(wait) : "", title: over ? t("Thank you for watching") : hall.event.title };
}

function Said({ message }) {
  useShown(message, live, t("the stream"));
  return message ? html`<p class="line" data-level=${message.level} dir="auto">${message.text}</p>` : null;
}

function Overlay({ views: { hall, plenary }, link }) {
  const at = useNow();
  const { slot, next, now, number, title } = facing(hall, at);
  const word = link.state === "lost" ? t("No network") : STATES[now]?.();
  return html`<main class="over plane" data-state=${now} data-corner=${look.corner} data-size=${look.size} data-ground=${look.ground}>
    ${shows("title") && html`<h1 class="title" dir="auto">${title}</h1>`}
    ${number && html`<p class=${number.length > 5 ? "clock long" : "clock"} role="timer">${number}</p>`}
    ${shows("state") && word && html`<p class="state">${word}</p>`}
    ${shows("next") && next && html`<p class="next" dir="auto">${slot ? html`${t("Next:")} <bdi>${next.title}</bdi>, ${time(expected(hall.slots, hall.clock, at)[next.id].start, hall.event.timezone)}` : t("Begins at {time}", { time: time(next.start, hall.event.timezone) })}</p>`}
    ${shows("message") && html`<${Said} message=${current(plenary?.message, at)} />`}</main>`;
}

live.on((views, link) => views.hall && render(html`<${Overlay} views=${views} link=${{ ...link }} />`, document.getElementById("app")));

// Rooms are open: the time left, where each room is, and notes arriving as small papers.

import { digits, remaining } from "../shared/clock.js";
import { useFit } from "../shared/fit.js";
import { StepSpine } from "../shared/spine.js";
import { stepping } from "../shared/steps.js";
import { html, sized, useEffect, useNow, useState } from "../shared/view.js";
import { t, time, tn } from "../shared/words.js";
import { Clock, Foot, home } from "./foot.js";
import { roomsOf, standing } from "./hall.js";

const HEAP = 12; // papers drawn; beyond that the number says it
const CARDS = 12; // rooms up to which there is place for cards
const FEW = 4; // rooms up to which cards are large

// Columns that keep cards wide enough to be read.
function columns(n, aspect) {
  const wide = aspect > 2.6;
  if (n > CARDS) return wide ? 5 : n > 20 ? 3 : 2;
  if (n <= FEW) return wide || aspect < 1.5 ? Math.max(1, Math.min(n, wide ? 4 : 2)) : n <= 2 ? 1 : 2;
  return wide ? Math.ceil(n / 2) : 3;
}

function useAspect() {
  const read = () => innerWidth / innerHeight;
  const [aspect, set] = useState(read());
  useEffect(() => {
    const change = () => set(read());
    addEventListener("resize", change);
    return () => removeEventListener("resize", change);
  }, []);
  return aspect;
}

function Room({ room }) {
  const papers = Array.from({ length: Math.min(room.notes, HEAP) }, (_, index) => html`<i key=${index}></i>`);
  return html`<li><span class="no">${room.number}</span><div>${room.name && html`<p class="name" dir="auto">${room.name}</p>`}
      ${room.table && html`<p class="how" dir="auto">${room.table}</p>`}</div>
    <div class="notes digits"><p class="heap" aria-hidden="true">${papers}</p>${room.notes ? tn("{n} note", "{n} notes", room.notes) : ""}</div></li>`;
}

// What rooms do now and how long still, and what they do after it.
function Steps({ found, zone, at }) {
  const { row, on, step, clock } = found;
  const next = row[on + 1];
  return html`<div class="course"><${StepSpine} found=${found} />
    <p class="step digits"><bdi>${step.title}</bdi> <span>${digits(remaining(clock, clock.paused_at ?? at))}</span></p>
    ${next && html`<p class="step after digits">${time(clock.ends_at, zone)} <bdi>${next.title}</bdi></p>`}</div>`;
}

export function OpenRooms({ hall, plenary, link }) {
  const at = useNow();
  const aspect = useAspect();
  const { slot, left, state } = standing(hall, at);
  const rooms = roomsOf(plenary);
  const open = hall.rooms !== undefined;
  const steps = open && stepping(hall, hall.rooms, at);
  const asked = hall.slots[hall.rooms?.slot];
  const question = asked?.question || asked?.title || "";
  const grid = useFit(rooms.map((room) => room.name + room.table + (room.notes > 0)).join("|"));
  const text = useFit(question);
  const label = state === "overrun" ? t("Over time") : state === "paused" ? t("Paused") : open ? t("Left in your room") : t("Rooms are not open");
  return html`<main class="plane wall" data-state=${state}><div class=${rooms.length ? "open" : "open alone"}>
      <section class="left"><h1 class="label">${label}</h1>${left && html`<${Clock} text=${left} />`}
        ${steps ? html`<${Steps} found=${steps} zone=${hall.event.timezone} at=${at} />` : open && slot && html`<p class="step digits">${t("Rooms close at {time}", { time: time(hall.clock.ends_at, hall.event.timezone) })}</p>`}
        <div class="asked" ref=${text}><p class="question" dir="auto">${question}</p></div></section>
      <ul class=${rooms.length > CARDS ? "where many" : rooms.length > FEW ? "where" : "where few"} ref=${(element) => { grid.current = element; sized({ "--columns": columns(rooms.length, aspect) })(element); }}>
        ${rooms.map((room) => html`<${Room} key=${room.id} room=${room} />`)}</ul></div>
    <${Foot} hall=${hall} at=${at} link=${link}>${t("Find your room: {address}", { address: home() })}<//></main>`;
}

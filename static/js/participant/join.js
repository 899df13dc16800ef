// The join page's one comfort: the event's time where I am, and its spine to scale. All else is plain HTML.

import { day, ownZone, place, sameTime, speak, t, time } from "../shared/words.js";

speak({ locale: document.documentElement.lang });
const line = document.getElementById("own");
const [start, end, there] = [Number(line?.dataset.start), Number(line?.dataset.end), line?.dataset.zone];
if (line && !sameTime(start, ownZone(), there)) {
  const values = { day: day(start), from: time(start), to: time(end), place: place(ownZone()) };
  const sameDay = day(start) === day(start, there);
  line.textContent = sameDay ? t("{from} to {to} in {place}", values) : t("{day}, {from} to {to} in {place}", values);
  line.hidden = false;
}
const spine = document.getElementById("spine");
for (const part of spine?.children ?? []) part.style.setProperty("--min", part.dataset.min);
if (spine) spine.hidden = false;

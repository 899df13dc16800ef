// The join page's comforts: the event's time where I am, its spine to scale, and my name as I gave it the last
// time on this phone; it leaves the phone only when I join. All else is plain HTML.

import { keep, kept } from "./kept.js";
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

const KEY = "me";
const fields = ["name", "organisation"].map((name) => document.getElementById(name)).filter(Boolean);
const before = kept(KEY);
// Who joins on the same phone the next day is known again by the same name and organisation.
if (fields.length && before.name && fields.every((field) => !field.value)) {
  for (const field of fields) field.value = before[field.name] ?? "";
  document.getElementById("kept").hidden = false;
}
fields[0]?.form.addEventListener("submit", () => keep(KEY, Object.fromEntries(fields.map((field) => [field.name, field.value.trim().replace(/\s+/g, " ")]))));

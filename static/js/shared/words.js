// Every sentence a person reads goes through t() or tn(). English is the key; a page in another
// language carries its words with it.

let words = {};
let locale = "en";
export function speak(page) {
  words = page.words ?? {};
  locale = page.locale ?? "en";
}

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

// t("Room {number}", {number: 4})
export const t = (text, values = {}) => fill(words[text] ?? text, values);

// tn("{n} note", "{n} notes", 3): the plural form the language asks for.
export function tn(one, many, n, values = {}) {
  const form = new Intl.PluralRules(locale).select(n);
  const known = words[many];
  const text = known?.[form] ?? (known ? known.other : n === 1 ? one : many);
  return fill(text, { n: new Intl.NumberFormat(locale).format(n), ...values });
}

const formats = {};
const format = (zone, options) => {
  const key = zone + JSON.stringify(options);
  return (formats[key] ??= new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }));
};
const HOUR = { hour: "numeric", minute: "2-digit", hourCycle: "h23" };

// Times of day: in the viewer's own zone, or in the event's.
export const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
export const time = (at, zone = ownZone()) => format(zone, HOUR).format(at);
export const seconds = (at, zone = ownZone()) => format(zone, { ...HOUR, second: "2-digit" }).format(at);
export const day = (at, zone = ownZone()) =>
  format(zone, { weekday: "long", day: "numeric", month: "long" }).format(at);
export const place = (zone) => zone.split("/").pop().replaceAll("_", " ");
export const sameTime = (at, a, b) => time(at, a) === time(at, b) && day(at, a) === day(at, b);

let tongues;
// A language by the name it has in the viewer's.
export function languageName(tag) {
  tongues ??= new Intl.DisplayNames([locale], { type: "language" });
  try {
    return tongues.of(tag);
  } catch {
    return tag;
  }
}

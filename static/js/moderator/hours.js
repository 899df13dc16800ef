// A time of day in a zone as an instant: the one nearest to another instant. Pure.

const DAY = 24 * 60;

const minuteOfDay = (at, zone) => {
  const parts = new Intl.DateTimeFormat("en", { timeZone: zone, hour: "numeric", minute: "numeric", hourCycle: "h23" }).formatToParts(at);
  const [hour, minute] = ["hour", "minute"].map((type) => Number(parts.find((part) => part.type === type).value));
  return hour * 60 + minute;
};

// instant("11:30", zone, now): ms, on a whole minute. Counted a second time from where the first
// count led, because a change to summer time may lie between.
export function instant(text, zone, near) {
  const [hour, minute] = text.split(":").map(Number);
  if (!(hour >= 0 && minute >= 0)) return undefined;
  const step = (from) => {
    const by = ((hour * 60 + minute - minuteOfDay(from, zone)) % DAY + DAY) % DAY;
    return from - (from % 60_000) + (by > DAY / 2 ? by - DAY : by) * 60_000;
  };
  return step(step(near));
}

// What an <input type=time> wants: 09:05, whatever the language.
export function hours(at, zone) {
  const minutes = minuteOfDay(at, zone);
  return [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, "0")).join(":");
}

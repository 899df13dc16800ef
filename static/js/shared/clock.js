// Deadlines travel, ticks don't: what is left is counted here, from the server's time.
// Each round trip says between which two bounds the offset lies; what they have in common is halved.
// It is counted on a monotonic clock, so that a phone an hour wrong, or set right in mid-slot,
// still shows the truth.

const MOST = 8; // round trips that count
const probes = [];
let offset = null; // server time minus performance.now(), in ms
let doubt = Infinity; // ms by which the offset may be wrong
let phase = 0; // an instant on which seconds end

export function learn(serverAt, sentAt, receivedAt) {
  probes.unshift({ low: serverAt - receivedAt, high: serverAt - sentAt });
  probes.length = Math.min(probes.length, MOST);
  let [low, high] = [-Infinity, Infinity];
  for (const probe of probes) {
    const bounds = [Math.max(low, probe.low), Math.min(high, probe.high)];
    if (bounds[0] > bounds[1]) break; // from before this device slept: its clock stood still
    [low, high] = bounds;
  }
  offset = (low + high) / 2;
  doubt = (high - low) / 2;
}

export const doubtful = (ms) => doubt > ms;

// Screens tick together: on the seconds of the clock that runs, wherever they were opened.
export function tickWith(endsAt = 0) {
  phase = endsAt;
}

// Milliseconds until the next tick of a clock that ticks every so many.
export function untilTick(every) {
  const into = (now() - phase) % every;
  return every - (into < 0 ? into + every : into) + 1;
}

// What the server says unasked, with the time at which it said it. Nothing arrives before it was
// sent, so it shows at once that this device's clock stood still for a while: it slept, or was halted.
// Returns whether it did: then one does well to ask.
export function hint(serverAt) {
  const least = serverAt - performance.now();
  const stood = least > offset + doubt;
  if (offset === null) offset = least; // until the first round trip is known
  else if (stood) [offset, doubt, probes.length] = [least, Infinity, 0];
  return stood;
}

export const now = () => (offset === null ? Date.now() : offset + performance.now());

// Milliseconds left on a clock {ends_at, paused_at?}; negative when over.
export const remaining = (clock, at) => clock.ends_at - (clock.paused_at ?? at);

// Text of a duration: 17:42, 1:05:00; over time +2:06. A second is shown until it is over.
export function digits(ms) {
  const over = ms <= -1000;
  const seconds = over ? Math.floor(-ms / 1000) : Math.max(0, Math.ceil(ms / 1000));
  const two = (n) => String(n).padStart(2, "0");
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return (over ? "+" : "") + (h ? `${h}:${two(m)}` : m) + `:${two(s)}`;
}

// How long (ms) a slot is to run: as planned, or as the crew has decided since.
export const lasts = (slot) => slot.given ?? slot.length;

// The state of the plane: one word that decides its colour. Each slot has its own thresholds.
export function state(clock, slot, at) {
  if (!clock) return "idle";
  if (clock.paused_at !== undefined) return "paused";
  const left = remaining(clock, at);
  if (left <= -1000) return "overrun";
  const [warn, danger] = slot?.thresholds ?? [0, 0];
  if (left <= danger) return "danger";
  return left <= warn ? "warning" : "on-time";
}

const FAR = 12 * 3_600_000; // ms from the planned start beyond which the plan's hours say nothing

// What to add to planned times (ms) of an event that runs on another day, a rehearsal; mostly 0.
export function moved(slots) {
  const first = Object.values(slots).filter((slot) => slot.opened_at !== undefined).sort((a, b) => a.opened_at - b.opened_at)[0];
  const off = first ? first.opened_at - first.start : 0;
  return Math.abs(off) > FAR ? off : 0;
}

// Actual and expected times by slot id; the same rule as facilitator/domain/clock.py.
export function expected(slots, clock, at) {
  const row = Object.entries(slots).sort(([, a], [, b]) => a.order - b.order);
  const current = clock ? row.findIndex(([id]) => id === clock.slot) : -1;
  const times = {};
  const by = moved(slots);
  let free, before;
  row.forEach(([id, slot], index) => {
    let span;
    if (clock && index === current) {
      span = { start: clock.since, end: at + Math.max(remaining(clock, at), 0) };
    } else if (slot.opened_at !== undefined && slot.closed_at !== undefined && (!clock || index < current)) {
      span = { start: slot.opened_at, end: slot.closed_at };
    } else if (index < current) {
      span = { start: free ?? slot.start + by, end: free ?? slot.start + by }; // jumped over
    } else {
      const gap = before !== undefined && (slot.locked || slot.start > before);
      const plan = slot.start + by;
      const start = free === undefined ? plan : gap ? Math.max(free, plan) : free;
      span = { start, end: start + lasts(slot) };
    }
    times[id] = span;
    free = span.end;
    before = slot.start + slot.length;
  });
  return times;
}

// When the event is expected to end (ms); undefined while it does not run.
export function ending(slots, clock, at) {
  const last = Object.entries(slots).sort(([, a], [, b]) => b.order - a.order)[0];
  return last && clock ? expected(slots, clock, at)[last[0]].end : undefined;
}

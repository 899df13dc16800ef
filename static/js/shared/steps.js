// Steps inside a breakout slot: which one is on, until when. The same rule as facilitator/domain/room_steps.py.

export const current = (ends, at) => {
  const on = ends.findIndex((end) => end > at);
  return on < 0 ? ends.length - 1 : on;
};

// The clock of a room or of all rooms: it stands still with its slot's, and runs on when that was left.
export function roomClock(hall, { slot, ends }) {
  const clock = hall.clock?.slot === slot ? hall.clock : {};
  return { ...clock, slot, ends_at: ends?.at(-1) ?? clock.ends_at };
}

// {on, count, step, clock, row}: the step that is on with its own clock, and all of them with their share.
export function stepping(hall, place, at) {
  const { ends, slot } = place;
  const { steps } = hall.slots[slot];
  const room = roomClock(hall, place);
  if (!ends || steps.length < 2 || ends.length !== steps.length) return undefined;
  const now = room.paused_at ?? at;
  const on = current(ends, now);
  const since = hall.slots[slot].opened_at ?? ends[0] - steps[0].minutes * 60_000;
  const row = steps.map((step, index) => {
    const from = index ? ends[index - 1] : since;
    const length = Math.max(1, ends[index] - from);
    return { ...step, index, length, ends_at: ends[index], fill: Math.min(100, Math.max(0, (100 * (now - from)) / length)) };
  });
  return { on, count: steps.length, step: row[on], row, clock: { ...room, ends_at: ends[on] } };
}

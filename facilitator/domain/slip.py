"""Ways out when the event runs late: what each would cut, and when the event would then end.

The figures decide, not taste: minutes are taken off what may be cut, in proportion to how much
each slot can spare, in whole minutes, never below a slot's minimum and never off a protected
one. A breakout, or another long slot, can be shortened while it is on. Words for people are made where they are shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from facilitator.domain.agenda import MINUTE, Slot, Slots, find, position
from facilitator.domain.clock import Clock, expected, moved
from facilitator.domain.event import Event

Name = Literal["follow", "rooms", "now", "half", "late"]
WORTH = MINUTE  # ms late from which on ways out are offered
MOST = 3
LONG = 20 * MINUTE  # ms planned from which a slot may be shortened while it is on


@dataclass(frozen=True, slots=True)
class Way:
    """One way out: new lengths (ms) of later slots, when the event then ends (ms, UTC)."""

    name: Name
    lengths: Mapping[str, int]
    ends_at: int
    kept: bool  # the promised end is kept


def promised(event: Event) -> int:
    """When the event is promised to end (ms, UTC): as the crew said, or as planned."""
    planned = event.slots[-1].planned_end + moved(event.slots) if event.slots else 0
    return planned if event.promised_end is None else event.promised_end


def ways(event: Event, at: int) -> list[Way]:
    """Up to three ways out, those that keep the promise first; none while the event is in time."""
    if event.clock is None:
        return []
    ends = _end(event.slots, event.clock, at)
    late = ends - promised(event)
    if late < WORTH:
        return []
    found: list[Way] = []
    for name, lengths in _tries(event.slots, event.clock, late, at):
        if lengths and all(lengths != way.lengths for way in found):
            end = _end(fitted(event.slots, lengths), shortened(event.slots, event.clock, lengths, at), at)
            found.append(Way(name, lengths, end, end <= promised(event)))
    found.sort(key=lambda way: not way.kept)
    return [*found[: MOST - 1], Way("late", {}, ends, False)]


def _tries(slots: Slots, clock: Clock, late: int, at: int) -> Iterator[tuple[Name, dict[str, int]]]:
    """Ways out with their lengths, the gentlest first; some may be the same, or empty."""
    now, coming = find(slots, clock.slot), _coming(slots, clock)
    talk = [slot for slot in coming if slot.kind != "breakout"]
    rooms = [slot for slot in (now, *coming) if slot.kind == "breakout"]
    spare = {slot.id: (slot.lasts - slot.shortest) // MINUTE for slot in coming}
    spare[now.id] = _spare_now(now, clock, at)
    yield "follow", _cut(talk, late, spare)
    yield "rooms", _cut(rooms, late, spare, then=talk)
    if now.kind != "breakout":
        yield "now", _cut([now], late, spare, then=[*talk, *rooms])
    yield "half", _cut(coming, late // 2, spare)


def _spare_now(slot: Slot, clock: Clock, at: int) -> int:
    """Minutes that the running slot can still give: a breakout's, or a long slot's.

    Its last minute stays, so that whoever speaks is not cut off in mid-sentence.
    """
    if slot.protected or (slot.kind != "breakout" and slot.length < LONG):
        return 0
    least = min(slot.lasts, clock.ends_at - clock.since) - slot.shortest
    return max(0, min(least, clock.left(at) - MINUTE)) // MINUTE


def _coming(slots: Slots, clock: Clock) -> Sequence[Slot]:
    """The slots after the running one that are still to run."""
    return slots[position(slots, clock.slot) + 1 :]


def _end(slots: Slots, clock: Clock, at: int) -> int:
    return expected(slots, clock, at)[slots[-1].id].end


def fitted(slots: Slots, lengths: Mapping[str, int]) -> Slots:
    """The agenda with these slots given other lengths (ms); what was planned stays on the record."""
    return tuple(replace(s, given=lengths[s.id]) if s.id in lengths else s for s in slots)


def shortened(slots: Slots, clock: Clock, lengths: Mapping[str, int], at: int) -> Clock:
    """The clock with its deadline moved by what the running slot's length (ms) changes."""
    by = lengths[clock.slot] - find(slots, clock.slot).lasts if clock.slot in lengths else 0
    return clock.nudged(by, at)


def _cut(slots: Sequence[Slot], wanted: int, spare: Mapping[str, int], then: Sequence[Slot] = ()) -> dict[str, int]:
    """Slot → its new length, with `wanted` ms (in whole minutes, rounded up) taken off these.

    `spare` is slot → minutes it can give. What they cannot give is taken off `then`. Largest
    remainders decide the last minutes.
    """
    minutes = -(-wanted // MINUTE)
    can = {slot.id: spare[slot.id] for slot in slots}
    total = sum(can.values())
    take = min(minutes, total)
    off = {id: take * most // total for id, most in can.items()} if total else {}
    rest = sorted(off, key=lambda id: (-(take * can[id] % total), -can[id], id))
    for id in rest[: take - sum(off.values())]:
        off[id] += 1
    found = {s.id: s.lasts - off[s.id] * MINUTE for s in slots if off.get(s.id)}
    if take < minutes and then:
        found |= _cut(then, (minutes - take) * MINUTE, spare)
    return found

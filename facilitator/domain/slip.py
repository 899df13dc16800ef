"""Ways out when the event runs late: what each would cut, and when the event would then end.

The figures decide, not taste: minutes are taken off what may be cut, in proportion to how much
each slot can spare, in whole minutes, never below a slot's minimum and never off a protected
one. Words for people are made where they are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from facilitator.domain.agenda import MINUTE, Slot, Slots, position
from facilitator.domain.clock import Clock, expected, moved
from facilitator.domain.event import Event

Name = Literal["follow", "rooms", "half", "late"]
WORTH = MINUTE  # ms late from which on ways out are offered
MOST = 3


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
    """Up to three ways out, the one that keeps most first; none while the event is in time."""
    if event.clock is None:
        return []
    ends = _end(event.slots, event.clock, at)
    late = ends - promised(event)
    if late < WORTH:
        return []
    coming = _coming(event.slots, event.clock)
    talk = [slot for slot in coming if slot.kind != "breakout"]
    tries: tuple[tuple[Name, Callable[[], dict[str, int]]], ...] = (
        ("follow", lambda: _cut(talk, late)),
        ("rooms", lambda: _cut([s for s in coming if s.kind == "breakout"], late, then=talk)),
        ("half", lambda: _cut(coming, late // 2)),
    )
    found: list[Way] = []
    for name, cut in tries:
        lengths = cut()
        if lengths and all(lengths != way.lengths for way in found):
            end = _end(fitted(event.slots, lengths), event.clock, at)
            found.append(Way(name, lengths, end, end <= promised(event)))
    return [*found[: MOST - 1], Way("late", {}, ends, False)]


def _coming(slots: Slots, clock: Clock) -> Sequence[Slot]:
    """The slots after the running one that are still to run."""
    return slots[position(slots, clock.slot) + 1 :]


def _end(slots: Slots, clock: Clock, at: int) -> int:
    return expected(slots, clock, at)[slots[-1].id].end


def fitted(slots: Slots, lengths: Mapping[str, int]) -> Slots:
    """The agenda with these slots given other lengths (ms); what was planned stays on the record."""
    return tuple(replace(s, given=lengths[s.id]) if s.id in lengths else s for s in slots)


def _cut(slots: Sequence[Slot], wanted: int, then: Sequence[Slot] = ()) -> dict[str, int]:
    """Slot → its new length, with `wanted` ms (in whole minutes, rounded up) taken off these.

    What they cannot spare is taken off `then`. Largest remainders decide the last minutes.
    """
    minutes = -(-wanted // MINUTE)
    spare = {slot.id: (slot.lasts - slot.shortest) // MINUTE for slot in slots}
    total = sum(spare.values())
    take = min(minutes, total)
    off = {id: take * most // total for id, most in spare.items()} if total else {}
    rest = sorted(off, key=lambda id: (-(take * spare[id] % total), -spare[id], id))
    for id in rest[: take - sum(off.values())]:
        off[id] += 1
    found = {s.id: s.lasts - off[s.id] * MINUTE for s in slots if off.get(s.id)}
    if take < minutes and then:
        found |= _cut(then, (minutes - take) * MINUTE)
    return found

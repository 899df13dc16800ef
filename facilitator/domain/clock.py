"""Which slot is on, until when, and what that means for everything after it.

A clock is a deadline, never a tick: `ends_at` moves when a minute is added or a pause ends,
and whoever shows it counts down alone. All times are milliseconds since 1970 (UTC), so
midnight and summer time have no meaning here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitator.domain.agenda import Slots, position


@dataclass(frozen=True, slots=True)
class Clock:
    """The running slot: opened `since`, due `ends_at`; `paused_at` while it stands still."""

    slot: str
    since: int
    ends_at: int
    paused_at: int | None = None

    def left(self, at: int) -> int:
        """Milliseconds left at that time, negative when over."""
        return self.ends_at - (at if self.paused_at is None else self.paused_at)

    def paused(self, at: int) -> Clock:
        return replace(self, paused_at=at)

    def resumed(self, at: int) -> Clock:
        if self.paused_at is None:
            return self
        return replace(self, ends_at=self.ends_at + at - self.paused_at, paused_at=None)

    def nudged(self, by: int, at: int) -> Clock:
        """The deadline moved by `by` ms, but never further back than now."""
        now = at if self.paused_at is None else self.paused_at
        floor = min(self.ends_at, now)
        return replace(self, ends_at=max(self.ends_at + by, floor))


@dataclass(frozen=True, slots=True)
class Expected:
    """When a slot began or is expected to begin, and to end (ms, UTC)."""

    start: int
    end: int


def expected(slots: Slots, clock: Clock | None, at: int) -> dict[str, Expected]:
    """Actual times of what ran, expected times of what is to come, by slot id.

    The running slot ends at its deadline, or now if that has passed. What follows comes right
    after, but never before a planned pause between two slots is over.
    """
    times: dict[str, Expected] = {}
    free, before = None, None
    current = position(slots, clock.slot) if clock else -1
    for index, slot in enumerate(slots):
        if clock and index == current:
            span = Expected(clock.since, at + max(clock.left(at), 0))
        elif slot.opened_at is not None and slot.closed_at is not None and index < current:
            span = Expected(slot.opened_at, slot.closed_at)
        elif index < current:
            span = Expected(free or slot.start, free or slot.start)  # jumped over
        else:
            has_gap = before is not None and slot.start > before
            start = slot.start if free is None else max(free, slot.start) if has_gap else free
            span = Expected(start, start + slot.lasts)
        times[slot.id], free, before = span, span.end, slot.planned_end
    return times


def behind(slots: Slots, clock: Clock | None, at: int) -> int:
    """How many ms later than planned the event is expected to end; negative when ahead."""
    if not slots or clock is None:
        return 0
    return expected(slots, clock, at)[slots[-1].id].end - slots[-1].planned_end

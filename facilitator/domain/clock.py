"""Which slot is on, until when, and what that means for everything after it.

A clock is a deadline, never a tick: `ends_at` moves when a minute is added or a pause ends,
and whoever shows it counts down alone. All times are milliseconds since 1970 (UTC), so
midnight and summer time have no meaning here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitator.domain.agenda import Slots, position

FAR = 12 * 3_600_000  # ms from the planned start beyond which the plan's hours say nothing


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


def moved(slots: Slots) -> int:
    """What to add to planned times (ms) of an event that runs on another day; mostly 0.

    A rehearsal is compared with its own beginning, so that its figures mean something.
    """
    ran = [slot for slot in slots if slot.opened_at is not None]
    first = min(ran, key=lambda slot: slot.opened_at or 0, default=None)
    off = (first.opened_at or 0) - first.start if first else 0
    return off if abs(off) > FAR else 0


def expected(slots: Slots, clock: Clock | None, at: int) -> dict[str, Expected]:
    """Actual times of what ran, expected times of what is to come, by slot id.

    The running slot ends at its deadline, or now if that has passed. What follows comes right
    after, but never before a planned pause between two slots is over. Once the event is over,
    what ran is what counts.
    """
    times: dict[str, Expected] = {}
    free, before, by = None, None, moved(slots)
    current = position(slots, clock.slot) if clock else -1
    for index, slot in enumerate(slots):
        if clock and index == current:
            span = Expected(clock.since, at + max(clock.left(at), 0))
        elif slot.opened_at is not None and slot.closed_at is not None and (not clock or index < current):
            span = Expected(slot.opened_at, slot.closed_at)
        elif index < current:
            at_plan = slot.start + by if free is None else free
            span = Expected(at_plan, at_plan)  # jumped over
        else:
            has_gap = before is not None and (slot.locked or slot.start > before)
            plan = slot.start + by
            start = plan if free is None else max(free, plan) if has_gap else free
            span = Expected(start, start + slot.lasts)
        times[slot.id], free, before = span, span.end, slot.planned_end
    return times

"""What was planned and what happened, as bars on one axis: the picture on the report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from facilitator.domain.agenda import Slot
from facilitator.domain.clock import moved
from facilitator.domain.event import Event

WIDTH = 440  # units of the picture
MINUTE = 60_000  # ms
STEPS = tuple(minutes * MINUTE for minutes in (5, 10, 15, 30, 60, 120, 240, 480, 1440))
TICKS = 6  # at most


def timeline(event: Event, at: int) -> dict[str, Any]:
    """{width, moved, ticks: [{x, at}], rows: [{title, voice, planned, actual?, before, late?}]}; {} without slots.

    A span is {start, end, x, width}: ms (UTC) and units of the picture; `before` are spans in which
    a slot ran that was opened again. `late` is in minutes of length. An event that ran on another day is laid over its plan by its own beginning (`moved`); a slot that still runs is drawn until `at` and has no end.
    """
    if not event.slots:
        return {}
    by = moved(event.slots)
    ends = [*(slot.start + slot.length + by for slot in event.slots),
            *(end for slot in event.slots if (end := _end(slot, at)))]  # fmt: skip
    starts = [min([span[0] for span in slot.earlier] + [slot.opened_at or slot.start + by]) for slot in event.slots]
    axis = _Axis(min(*starts, event.slots[0].start + by), max(ends))
    return {"width": WIDTH, "moved": by != 0, "ticks": list(axis.ticks(by)), "rows": [_row(slot, by, at, axis) for slot in event.slots]}


class _Axis:
    """Maps times (ms) to places in the picture."""

    def __init__(self, first: int, last: int) -> None:
        self.first, self.length = first, max(1, last - first)

    def place(self, at: int) -> float:
        return round((at - self.first) * WIDTH / self.length, 1)

    def span(self, start: int, end: int) -> dict[str, float]:
        return {"x": self.place(start), "width": max(1.5, self.place(end) - self.place(start))}

    def ticks(self, by: int) -> Iterator[dict[str, float]]:
        """Round times of the plan, so that the axis reads like the agenda."""
        step = next((step for step in STEPS if self.length <= step * TICKS), STEPS[-1])
        start = self.first - by
        for at in range(start - start % -step, start + self.length + 1, step):
            yield {"x": self.place(at + by), "at": at}


def _end(slot: Slot, at: int) -> int | None:
    return slot.closed_at or (max(at, slot.opened_at) if slot.opened_at else None)


def _row(slot: Slot, by: int, at: int, axis: _Axis) -> dict[str, Any]:
    start, end = slot.start, slot.start + slot.length
    made = {"title": slot.title, "voice": slot.voice,
            "planned": {"start": start, "end": end, **axis.span(start + by, end + by)},
            "before": [{"start": a, "end": b, **axis.span(a, b)} for a, b in slot.earlier]}  # fmt: skip
    if slot.opened_at is None:
        return made
    made["actual"] = {"start": slot.opened_at, "end": slot.closed_at,
                      **axis.span(slot.opened_at, _end(slot, at) or at)}  # fmt: skip
    if slot.closed_at is not None:
        ran = sum(b - a for a, b in (*slot.earlier, (slot.opened_at, slot.closed_at)))
        made["late"] = round((ran - slot.length) / MINUTE)
    return made

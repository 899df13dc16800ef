"""Slots as they are read, and what becomes of them when the day is known to its end."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from facilitator.agenda_text import repair
from facilitator.agenda_text.clocks import Clock, Span
from facilitator.agenda_text.kinds import kind_of
from facilitator.agenda_text.model import Day, Slot, Speaker


@dataclass
class Draft:
    line: int
    span: Span
    title: str = ""
    speakers: list[Speaker] = field(default_factory=list)
    details: list[str] = field(default_factory=list)
    room: str | None = None
    links: list[str] = field(default_factory=list)
    minutes: int | None = None


@dataclass
class DayDraft:
    title: str | None
    date: str | None
    slots: list[Draft] = field(default_factory=list)


def settled(draft: DayDraft, warnings: list[str]) -> Day:
    """The day with its times made sure; what stays open becomes a warning."""
    twelve = all(_small(slot.span.start) and _small(slot.span.end) for slot in draft.slots)
    times: list[tuple[int, int | None]] = []
    last: int | None = None
    for slot in draft.slots:
        start, end = repair.minutes_of(slot.span, last, twelve)
        if end is None and slot.minutes:
            end = start + slot.minutes
        times.append((start, end))
        last = start
    slots = []
    for number, (slot, (start, end)) in enumerate(zip(draft.slots, times, strict=True)):
        following = times[number + 1][0] if number + 1 < len(times) else None
        slots.append(_slot(slot, start, end, following, warnings))
    return Day(title=draft.title, date=draft.date, slots=tuple(slots))


def _small(clock: Clock | None) -> bool:
    return clock is None or clock.minutes < 13 * 60


def _slot(
    draft: Draft, start: int, end: int | None, following: int | None, warnings: list[str]
) -> Slot:
    inferred = end is None and following is not None and following > start
    if inferred:
        end = following
    if end is not None and end % (24 * 60) < start % (24 * 60) and start % (24 * 60) < 18 * 60:
        warnings.append(f"Line {draft.line}: it ends before it begins; the end was left open.")
        end = None
    title = draft.title or "Untitled"
    if not draft.title:
        warnings.append(f"Line {draft.line}: this time has no title.")
    speakers = tuple(dict.fromkeys(draft.speakers))
    made = Slot(
        start=repair.clock(start), end=None if end is None else repair.clock(end), title=title,
        kind=kind_of(title, len(speakers)), speakers=speakers, room=draft.room,
        description="\n".join(draft.details) or None, links=tuple(dict.fromkeys(draft.links)),
    )  # fmt: skip
    return replace(made, end_inferred=True) if inferred else made

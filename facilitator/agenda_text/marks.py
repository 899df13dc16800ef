"""What was read in a pasted text, to be marked behind it: times, dates, names, doubts.

It stands alone because the reader forgets where in a line it found things, and should: what is
marked is looked up again in the text as it was pasted, so a mark never changes what was read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from facilitator.agenda_text import clocks, dates
from facilitator.agenda_text.lines import is_markup
from facilitator.agenda_text.model import Agenda, Slot

VOICE = frozenset({"breakout", "plenary", "qa"})
LONGEST = 2_000  # characters of one line that are looked at
_DOUBT = re.compile(r"Line (\d+): (.*)", re.S)


@dataclass(frozen=True, slots=True)
class _Mark:
    at: int
    until: int
    what: str


def marks(text: str, agenda: Agenda) -> list[dict[str, Any]]:
    """One entry for each line that was read or is doubtful: {line, read, marks, doubt?}.

    `marks` are [from, to, what] in UTF-16 units, as browsers count, what being time, voice, who
    or odd. Pasted markup has other lines than its text, so there nothing is marked.
    """
    if is_markup(text):
        return []
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n")
    slots = sorted((s for day in agenda.days for s in day.slots if s.line), key=lambda s: s.line or 0)
    starts = [slot.line or 0 for slot in slots]
    doubts = {int(m[1]): m[2] for warning in agenda.warnings if (m := _DOUBT.match(warning))}
    dated = {day.date for day in agenda.days}
    made = []
    for number, line in enumerate(lines, 1):
        place = bisect_right(starts, number) - 1
        slot = slots[place] if place >= 0 else None
        found = list(_found(line[:LONGEST], number, slot, dated))
        if found or number in doubts or (slot and slot.line == number):
            entry = {"line": number, "read": True, "marks": [_told(line, m) for m in _apart(found)]}
            made.append({**entry, "doubt": doubts[number]} if number in doubts else entry)
    return made


def _found(line: str, number: int, slot: Slot | None, dated: set[str | None]) -> Iterator[_Mark]:
    if slot and slot.line == number:
        span = clocks.find(line)
        if span:
            yield _Mark(span.at, span.until, "voice" if slot.kind in VOICE else "time")
    elif (day := dates.find(line)) and (day.date in dated or f"-{day.date[4:]}" in dated or slot is None):
        yield _Mark(day.at, day.until, "odd" if day.date.startswith("--") else "time")
        span = clocks.find(line[day.until :])
        if span:
            yield _Mark(span.at + day.until, span.until + day.until, "time")
    for speaker in slot.speakers if slot else ():
        for name in filter(None, (speaker.name, speaker.org)):
            at = line.find(name)
            if at >= 0:
                yield _Mark(at, at + len(name), "who")


def _apart(found: list[_Mark]) -> list[_Mark]:
    """The marks in order, none inside another."""
    made: list[_Mark] = []
    for mark in sorted(found, key=lambda mark: (mark.at, -mark.until)):
        if not made or mark.at >= made[-1].until:
            made.append(mark)
    return made


def _told(line: str, mark: _Mark) -> list[Any]:
    return [_units(line[: mark.at]), _units(line[: mark.until]), mark.what]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2

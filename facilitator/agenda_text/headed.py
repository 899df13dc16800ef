"""Hours above what they are about: those of one slot above its title, those of the whole behind its title.

It stands alone because one line never tells: “Tuesday, March 30, 10:00 – 11:30” above a title may
be a webinar in a list of them, or the hours of a whole day. It is a slot's where the next times
begin behind its end, or where each of several titles has such a line of its own. Hours in brackets
are the whole's where all times below lie within them and the first begins with them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from facilitator.agenda_text import clocks, dates, timed
from facilitator.agenda_text.clocks import Span
from facilitator.agenda_text.frames import HEADER, PART, is_fact
from facilitator.agenda_text.lines import Line
from facilitator.agenda_text.places import PLACE, place_of
from facilitator.agenda_text.repair import minutes_of

LONGEST_TITLE = 140
_SENTENCE = 80  # characters from which words with a full stop are no title


@dataclass(frozen=True, slots=True)
class _Head:
    """A line that is a date and hours and nothing else, in its parts."""

    date: str
    day: str
    hours: str
    span: Span


def under_titles(lines: list[Line]) -> list[Line]:
    """The lines, each title below its day and hours as a slot's line below its day's."""
    heads = {at: head for at, line in enumerate(lines[:-1]) if (head := _head(line)) and _title(line, lines[at + 1])}
    if not heads or not all(_is_slot(lines, heads, at) for at in heads):
        return lines
    made, today = list[Line](), ""
    for at, line in enumerate(lines):
        if head := heads.get(at):
            made += [replace(line, text=head.day, cells=())] * (head.date != today)
            today = head.date
        elif above := heads.get(at - 1):
            made.append(replace(line, text=f"{above.hours} – {line.text}", heading=False))
        else:
            made.append(line)
    return made


def _head(line: Line) -> _Head | None:
    text, found = line.text, dates.find(line.text)
    if found is None or len(text) > 100 or PART.match(text):
        return None
    rest = text[: found.at] + " " * (found.until - found.at) + text[found.until :]
    span = clocks.find(rest)
    if span is None or span.end is None:
        return None
    after = timed.without_copies(rest[span.until :])
    if re.search(r"[^\W\d_]{2}", dates.without_weekday(f"{rest[: span.at]} {after}")):
        return None
    until = len(text) - len(after)
    day = f"{text[: span.at]} {text[until:]}".strip(timed.EDGE + "()")
    return _Head(found.date, day, text[span.at : until].strip(timed.EDGE + "()"), span)


def _title(head: Line, line: Line) -> bool:
    """Whether a line can be the title of the hours above it."""
    text = line.text
    good = 2 < len(text) < LONGEST_TITLE and line.number <= head.number + 2 and not line.cells
    told = clocks.find(text) or dates.find(text) or HEADER.match(text) or is_fact(text) or place_of(text) or PLACE.match(text) or PART.match(text)
    return good and not told and not (text.endswith(".") and len(text) > _SENTENCE)


def _is_slot(lines: Sequence[Line], heads: dict[int, _Head], at: int) -> bool:
    end = minutes_of(heads[at].span, None, False)[1]
    for below in range(at + 2, len(lines)):
        if below in heads:
            return True
        span = clocks.find(lines[below].text)
        if span and span.at < 3:
            return end is not None and minutes_of(span, None, False)[0] >= end
    return len(heads) > 1


def whole_apart(lines: list[Line]) -> list[Line]:
    """The lines, with “Launch (15:00 – 16:45 CET)” above slots from 15:00 on as a title and the hours of the whole."""
    timed = [at for at, line in enumerate(lines) if (span := clocks.find(line.text)) and (span.at < 3 or _bracketed(line, span))]
    if len(timed) < 3 or not (span := clocks.find(lines[timed[0]].text)) or not _bracketed(lines[timed[0]], span):
        return lines
    at, line = timed[0], lines[timed[0]]
    start, end = minutes_of(span, None, False)
    starts = [minutes_of(found, None, False)[0] for below in timed[1:] if (found := clocks.find(lines[below].text))]
    if end is None or starts[0] != start or not all(start <= each < end for each in starts):
        return lines
    title, hours = line.text[: span.at].rstrip(" (["), line.text[span.at :].rstrip(" )]")
    return [*lines[:at], replace(line, text=title, heading=True), replace(line, text=f"Time: {hours}", heading=False), *lines[at + 1 :]]


def _bracketed(line: Line, span: Span) -> bool:
    """Whether hours stand in brackets at the end of a line of words."""
    text = line.text
    return bool(span.end and span.at > 4 and text[: span.at].rstrip().endswith(("(", "[")) and re.fullmatch(r"[^()\[\]]*[)\]]", text[span.until :]) and not line.cells and not line.bullet)

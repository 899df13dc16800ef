"""Blocks of lines that are one slot, or several: a title above its date, rooms below a bare time.

It stands alone because only the lines around show it: that each date has its own title above,
that the words before the colons come again as the names of rooms do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from facilitator.agenda_text import clocks, dates, labels, timed, zones
from facilitator.agenda_text.clocks import Span
from facilitator.agenda_text.lines import Line
from facilitator.agenda_text.places import PLACE

_TRACK = re.compile(r"^(?P<room>[A-ZÀ-Ý][\w’'.&\s-]{1,28}?)\s*(?::|\s[–—]|\|)\s+(?P<what>\S.{3,})$")


def unfolded(lines: Sequence[Line]) -> list[Line]:
    """The lines, each slot of a block on a line of its own that begins with its time."""
    return _rooms(_headed(list(lines)))


def restarts(lines: Sequence[Line]) -> frozenset[int]:
    """Numbers of the lines that head the same table once more, where its times begin anew: another day."""
    spans = [clocks.find(line.text) for line in lines]
    first = next((at for at, span in enumerate(spans) if span), 0)
    for size in range(min(first, 3), 0, -1):
        head = [line.text for line in lines[first - size : first]]
        if any(map(dates.find, head)):
            continue
        found = [at for at in range(first + 1, len(lines) - size) if [line.text for line in lines[at : at + size]] == head
                 and (spans[at - 1] or spans[at - 2]) and _anew(spans[first], spans[at + size], spans[:at])]  # fmt: skip
        if found:
            return frozenset(lines[at].number for at in found)
    return frozenset()


def copies(lines: Sequence[Line]) -> frozenset[int]:
    """Numbers of the lines that say once more, for another place, the hours above them: “10:00 – 15:00 West Africa”."""
    found: set[int] = set()
    run: list[tuple[int, Span]] = []
    for line in lines:
        span = _hours_of_a_place(line.text)
        if span and run and (span.start == run[-1][1].start or _lasts(span) != _lasts(run[-1][1])):
            run = []
        run = [*run, (line.number, span)] if span else []
        if len(run) > 2:
            found |= {number for number, _ in run[1:]}
    return frozenset(found)


def placed(lines: Sequence[Line]) -> frozenset[str]:
    """The places that stand behind hours where the title is below, when one stands there more than once."""
    found: Counter[str] = Counter()
    for line, below in pairwise(lines):
        told = None if line.cells or clocks.find(below.text) or dates.find(below.text) else timed.parted(line.text)
        if told and PLACE.search(told[1]) and told[1][:1].isupper() and told[0].at < 3:
            found[told[1]] += 1
    return frozenset(found) if found and max(found.values()) > 1 else frozenset()


def _hours_of_a_place(text: str) -> Span | None:
    span = clocks.find(text)
    if span is None or span.end is None or span.at > 2:
        return None
    rest = text[span.until :].strip(" ()[]–—:|")
    return span if zones.find(rest) or zones.is_place(rest) else None


def _lasts(span: Span) -> int:
    return (span.end.minutes - span.start.minutes) % (12 * 60) if span.end else 0


def _anew(first: Span | None, span: Span | None, before: Sequence[Span | None]) -> bool:
    last = next(one for one in reversed(before) if one)
    return span is not None and first is not None and (span.start.minutes < last.start.minutes or span.start == first.start)


def _headed(lines: list[Line]) -> list[Line]:
    """Titles that stand above a line of date and hours put behind it, when that is so at least twice."""
    places = [at for at in range(1, len(lines)) if _when_alone(lines[at].text)]
    good = [at for at in places if _heads(lines, at)]
    slots = [at for at, line in enumerate(lines) if at not in places and (span := clocks.find(line.text)) and span.at < 3]
    if len(good) < 2 or len(good) != len(places) or slots:
        return lines
    made = []
    for at, line in enumerate(lines):
        if at + 1 in good:
            below = lines[at + 1]
            made.append(replace(line, text=f"{below.text}: {line.text}", cells=(), links=(*line.links, *below.links)))
        elif at not in good:
            made.append(line)
    return made


def _heads(lines: list[Line], at: int) -> bool:
    title = lines[at - 1]
    begins = at == 1 or title.heading or lines[at - 2].number < title.number - 1
    plain = not dates.find(title.text) and len(title.text) < 120 and not title.text.endswith(".")
    return begins and plain and lines[at].number - title.number < 3


def _when_alone(text: str) -> bool:
    """Whether a line holds a date, hours with an end and nothing else."""
    day, span = dates.find(text), clocks.find(text)
    if day is None or span is None or span.end is None or span.at < day.until:
        return False
    rest = text[: day.at] + text[day.until : span.at] + text[span.until :]
    while zone := zones.find(rest):
        rest = rest[: zone[1]] + rest[zone[2] :]
    return len(re.sub(r"[\W\d]", "", re.sub(rf"\b(?:{dates.WEEKDAY}|\w{{2,4}}\.?,)", "", rest, flags=re.I))) <= 4


def _rooms(lines: list[Line]) -> list[Line]:
    """What is on in each room below a bare time, with that time before it."""
    blocks = {at: _below(lines, at) for at, line in enumerate(lines) if _bare(line)}
    names = Counter(told["room"] for block in blocks.values() for line in block if (told := _TRACK.match(line.text)))
    moved: dict[int, list[Line]] = {}
    for at, block in blocks.items():
        found = [_timed(lines[at], line, names) for line in block]
        if block and all(found):
            moved[at] = [line for line in found if line]
    made: list[Line] = []
    skip = 0
    for at, line in enumerate(lines):
        if at in moved:
            made, skip = made + moved[at], len(moved[at])
        elif skip:
            skip -= 1
        else:
            made.append(line)
    return made


def _timed(time: Line, line: Line, names: Counter[str]) -> Line | None:
    match = _TRACK.match(line.text)
    if match is None or labels.LABEL.match(f"{match['room']}:") or not (names[match["room"]] > 1 or PLACE.search(match["room"])):
        return None
    return replace(line, text=f"{time.text} {match['what']} · Location: {match['room']}", cells=(), bullet=False)


def _bare(line: Line) -> bool:
    span = clocks.find(line.text)
    return span is not None and span.at < 3 and not re.sub(r"[\W\d]", "", line.text[span.until :]) and len(line.cells) < 2


def _below(lines: list[Line], at: int) -> list[Line]:
    block: list[Line] = []
    for line in lines[at + 1 :]:
        if line.number != lines[at].number + len(block) + 1 or clocks.find(line.text) or line.heading:
            break
        block.append(line)
    return block

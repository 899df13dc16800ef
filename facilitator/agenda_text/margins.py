"""What a pasted text owes to its carrier: wrapped lines, unbroken lines, the goodbye of a letter.

It stands alone because all are known only from the text as a whole: how wide its lines are,
and that after “Kind regards” nothing of the programme comes any more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from facilitator.agenda_text import clocks, labels, places, zones
from facilitator.agenda_text.lines import Line

WRAPPED = range(58, 121)
"""Widths at which mail programs and people break their lines."""
SLACK = 4  # one long word may stand out of the margin
_GOODBYE = re.compile(
    r"^(?:(?:with )?(?:kind|best|warm(?:est)?|many)?\s*(?:regards|wishes|thanks)|warmly|sincerely|yours(?: \w+)?|cheers|see you (?:there|soon|then)\b.{0,20}"
    r"|(?:mit )?(?:freundlichen|herzlichen|besten|lieben|viele|herzliche|beste|liebe)\s+grü(?:ß|ss)en?|(?:bien |très )?(?:cordialement|à vous)|amicalement|bien à vous"
    r"|(?:un |um )?(?:cordial |fuerte |grande )?(?:saludos?|abrazos?|abraços?)|(?:saludos|cumprimentos|atenciosamente|atentamente|cordialmente)(?: cordiales)?)\s*[,.!]*$",
    re.I,
)

_BARE_TIME = re.compile(r"^([01]?\d|2[0-3])[:.h]([0-5]\d)$")
LONGEST = 400  # characters beyond which nothing more is put to a line
_WORD_LEFT = re.compile(r"\s(?:of|the|and|with|from|avec|mit|con|com|de la|et|und|y|der|du|des|von|dos?|das)$")
_DANGLING = re.compile(
    r"(?:[,&(–—-]|\b(?:of|the|and|for|to|in|with|de|la|el|et|und|der|die|des|du|e|da|do|y|von|für|zu|a|an|on))$",
    re.I,
)


def goodbye(lines: Sequence[Line]) -> int:
    """The number of the line with which a letter ends, beyond which there is no time; 0 without one."""
    at = next((line.number for line in reversed(lines) if _GOODBYE.match(line.text)), 0)
    later = (line.text for line in lines if line.number > at)
    return 0 if at and any((span := clocks.find(text)) and span.at < 3 for text in later) else at


def wrap_of(lines: Sequence[Line]) -> int:
    """The width at which the text breaks its lines; 0 when it does not."""
    widest = max((line.width for line in lines), default=0)
    full = sum(line.width > widest - 12 for line in lines)
    return widest if widest in WRAPPED and full >= 3 else 0


def goes_on(before: Line | None, line: Line, wrap: int) -> bool:
    """Whether a line is the rest of the one before it: its first word had no room there."""
    if before is None or not wrap or line.number != before.number + 1 or line.bullet or line.cells:
        return False
    first = line.text.split(" ", 1)[0]
    return before.width + 1 + len(first) > wrap - SLACK and not before.text.endswith((".", "!", "?", ":"))


def dangles(text: str) -> bool:
    """Whether a text cannot end here: “… and what we learned of the”."""
    return bool(_DANGLING.search(text))


def rejoined(lines: Sequence[Line]) -> list[Line]:
    """The lines, with one that breaks off inside brackets or behind “of the” put together again."""
    made: list[Line] = []
    wrap = wrap_of(lines)
    pairs = sum(_pair(one.text, two.text) for one, two in pairwise(lines))
    last = 0  # the number of the line that the newest one ends with
    for at, line in enumerate(lines):
        before = made[-1] if made else None
        if before and line.number == last + 1 and (_until(before.text, line.text) or (pairs > 2 and _pair(before.text, line.text))):
            made[-1] = replace(before, text=f"{before.text.rstrip(' –—-')} – {line.text}", cells=())
        elif before and line.number == last + 1 and _may_join(before, line) and (
            _WORD_LEFT.search(before.text)
            or (_named(before.text) and goes_on(replace(before, number=last), line, wrap))
            or _closes(before.text, [below.text for below in lines[at : at + 3]])
        ):
            made[-1] = replace(before, text=f"{before.text} {line.text}", links=(*before.links, *line.links), width=line.width)
        else:
            made.append(line)
        last = line.number
    return made


def _until(text: str, below: str) -> bool:
    """Whether “4:00 pm –” is the start of hours whose end stands on the line below."""
    start, end = clocks.find(text), clocks.find(below)
    if start is None or end is None or max(start.at, end.at) > 2 or start.end or end.end:
        return False
    return bool(re.fullmatch(r"\s*[–—-]", text[start.until :])) and not below[end.until :].strip(" |")


def _pair(text: str, below: str) -> bool:
    """Whether two lines are a start and an end, each alone, as the cells of some tables are."""
    start, end = _BARE_TIME.match(text), _BARE_TIME.match(below)
    return start is not None and end is not None and int(start[1]) * 60 + int(start[2]) < int(end[1]) * 60 + int(end[2])


def _may_join(before: Line, line: Line) -> bool:
    span = clocks.find(line.text)
    begins = span is not None and span.at < 3
    if places.place_of(line.text) or _named(line.text):
        return False
    return not (before.cells or line.cells or line.bullet or line.heading or begins or len(before.text) > LONGEST)


def _closes(text: str, below: Sequence[str]) -> bool:
    """Whether a bracket that is open at the end of a text is closed in the lines below it."""
    if _depth(text) != 1:
        return False
    return any(_depth(f"{text} {' '.join(below[:count])}") == 0 for count in range(1, len(below) + 1))


def _named(text: str) -> bool:
    """Whether a line is one of people: “Speakers: …”."""
    label = labels.LABEL.match(text)
    return bool(label and label["mark"])


def _depth(text: str) -> int:
    depth = 0
    for sign in text:
        depth = max(depth + (sign == "(") - (sign == ")"), 0)
    return depth


def unrolled(lines: Sequence[Line]) -> list[Line]:
    """The lines, with one that holds a whole programme cut at each of its times."""
    return [part for line in lines for part in _parts(line)]


def _parts(line: Line) -> list[Line]:
    marks = [mark for mark in (";", "•", "·", " / ") if mark in line.text]
    if not marks or zones.of_cities(line.text):
        return [line]  # one hour in several places
    for mark in marks:
        parts = [part.strip() for part in line.text.split(mark) if part.strip()]
        begun = sum(_a_slot(part) for part in parts)
        if begun < len(parts) - 1 or begun < (2 if mark == ";" and begun == len(parts) else 3):
            continue
        first = re.match(r"^(.*\S)\s*(?:[:–—-]|(?<=[!.]))\s+(?=\d{1,2}(?:[:.h]\d\d|\s?(?:Uhr|h\b)))", parts[0])
        if first and (span := clocks.find(parts[0])) and span.at >= 3:
            parts[:1] = [first[1], parts[0][first.end() :]]
        return [replace(line, text=part, cells=()) for part in parts if part]
    return [line]


def _a_slot(part: str) -> bool:
    span = clocks.find(part)
    return span is not None and span.at < 3 and len(re.sub(r"[\W\d]", "", part[span.until :])) > 5

"""Lengths that are written like hours: 1h, 1h15, (1 h 30 min), told from times of day.

It stands alone because no line decides it by itself: “Atelier – 1h15” is a length beside
“Pause – 15 min” and below “9h30 Accueil”, and a quarter past one in the programme of a night.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from facilitator.agenda_text import clocks
from facilitator.agenda_text.lines import Line

_HOURS = (
    r"(?:(?P<d>[0-6])[.,](?P<t>5|25|75)\s?(?:h|hrs?|hours?|heures?|horas?|Std\.?|Stunden?)|(?P<h>[1-6])(?:\s?[h°]\s?(?P<m>[0-5]\d)(?:\s?(?:min\.?|mn|m))?|\s?(?:h|hrs?|hours?|heures?|horas?|Std\.?|Stunden?)"
    r"(?:(?:\s(?:and|et|y|e|und))?\s?(?P<n>[0-5]?\d)\s?(?:min(?:ute|uto)?s?\b\.?|mn\b|Minuten)|(?<=Std)\.?\s(?P<o>[1-5]\d))?))(?!\w)"
)
_LAST = re.compile(rf"(?P<before>\S\s*(?:[–—:|,·-]\s+|[(\[]\s*(?:durée\s*:?\s*|duración\s*:?\s*|~|ca\.\s*)?|\s))(?P<is>{_HOURS})(?P<after>\s*[)\]]?[.;]?)$", re.I)
_FIRST = re.compile(rf"^(?P<before>[(\[]?)(?P<is>{_HOURS})(?P<after>[)\]]?\s*(?:[–—:|·-]\s+|\s)(?=\D))", re.I)
_ALL = re.compile(rf"^(?P<before>~?)(?P<is>{_HOURS})(?P<after>\.?)$", re.I)
_INSIDE = re.compile(rf"(?P<before>[(\[])(?P<is>{_HOURS})(?P<after>[)\]])", re.I)
LONGEST = 120  # characters of a line that is no sentence
_TIMES = re.compile(r"\(\s*([2-9])\s?[x×]\s?(\d{1,2})\s?(?:m|min\.?|mins|minutes?|Minuten|minutos)\s*\)", re.I)
_TO = re.compile(r"(?:\d\s*(?:[hH:.]\s?(?:\d\d)?)?\s*[–—-]|\b(?:to|bis|à|a|às|as|até|hasta|at|um|ab|dès|until|till|before|by|de|from|las))\s*$", re.I)


def told(lines: Sequence[Line]) -> tuple[list[Line], list[int]]:
    """(the lines with their lengths in minutes, the numbers of those that could be times too)."""
    spoken_of = any(len(line.text) < LONGEST and (found := clocks.LENGTH.search(line.text)) and found["minutes"] for line in lines)
    first = spoken_of or _falling(lines)
    made, doubtful, late = [], [], False
    for line in lines:
        span = clocks.find(line.text)
        if spoken_of and not (span and span.at < 3):
            line = replace(line, text=_TIMES.sub(lambda m: f"({int(m[1]) * int(m[2])} min)", line.text))
        form = _form(line, span is not None and span.at < 3, spoken_of, first, late)
        if form is None:
            late = late or bool(span and (span.end or span.start).minutes >= 18 * 60)
            made.append(line)
            continue
        cells = tuple(_ALL.sub(_minutes, cell) for cell in line.cells)
        made.append(replace(line, text=" | ".join(cells) if form is _ALL else form.sub(_minutes, line.text), cells=cells))
        if not spoken_of and form not in (_INSIDE, _ALL) and (span is None or span.at > 2 or form is _FIRST):
            doubtful.append(line.number)
    return made, doubtful


def _falling(lines: Sequence[Line]) -> bool:
    """Whether every line that begins with hours begins with few, and they do not go up as times do."""
    begun = [(line, span) for line in lines if (span := clocks.find(line.text)) and span.at < 3]
    hours = [span.start.minutes for line, span in begun if _FIRST.match(line.text)]
    return len(hours) > 2 and len(hours) == len(begun) and hours != sorted(hours)


def _form(line: Line, begins: bool, spoken_of: bool, first: bool, late: bool) -> re.Pattern[str] | None:
    """How a length stands in the line; None where its hours are a time of day."""
    text = line.text
    if len(text) > LONGEST or (late and not spoken_of and not begins):
        return None
    if (spoken_of or begins) and any(map(_ALL.match, line.cells[1:])):
        return _ALL
    if first and _FIRST.match(text) and not late:
        return _FIRST
    match = _LAST.search(text)
    if match and not _TO.search(text[: match.start("is")]) and not (begins and match.start("is") < 8):
        marked = re.search(r"\S\s*[–—:|,·([-]", match["before"])
        return _LAST if marked or spoken_of or begins else None
    inside = _INSIDE.search(text)
    return _INSIDE if inside and inside.start() > 3 else None


def _minutes(match: re.Match[str]) -> str:
    part = {"5": 30, "25": 15, "75": 45}.get(match["t"] or "", 0)
    total = int(match["h"] or match["d"]) * 60 + int(match["m"] or match["n"] or match["o"] or part)
    return f"{match['before']}{total} min{match['after']}"

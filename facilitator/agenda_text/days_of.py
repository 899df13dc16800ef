"""What a day is called, which line opens one, and where its date stands when not above its slots."""

from __future__ import annotations

import re
from collections.abc import Sequence

from facilitator.agenda_text import clocks, dates
from facilitator.agenda_text.clocks import Span
from facilitator.agenda_text.drafts import DayDraft
from facilitator.agenda_text.lines import Line

_YEAR = re.compile(r"(?<!Agenda )(?<!Vision )(?<!Horizon )(?<![\d/.-])(20[12]\d)(?![\d/-])", re.I)


def year(lines: Sequence[Line]) -> str | None:
    """The year in the heading of the whole, “Civic Camp 2026”, which its days do not repeat."""
    found = [match[1] for line in lines[:3] if len(line.text) < 90 and not dates.find(line.text)
             and (match := _YEAR.search(line.text))]  # fmt: skip
    return found[0] if len(set(found)) == 1 else None


def opened(line: Line, found: dates.Found) -> bool:
    """Whether a line with a date opens its day, and does not only speak of it."""
    rest = line.text[: found.at] + line.text[found.until :]
    return line.heading or dates.weekday(rest) or len(rest) < 60 or clocks.find(rest) is not None


def title(text: str, found: dates.Found | None, part: bool) -> str | None:
    """What a day is called after the line that opens it."""
    if part or found is None:
        return text.strip(" :") or None
    return text.strip(" :") if len(text) < 100 else None


def date(days: Sequence[DayDraft], said: tuple[str, Span | None] | None) -> None:
    """Gives days their date where it stands elsewhere: in a sentence before, in a line below all."""
    full, empty = ([day for day in days if bool(day.slots) is some] for some in (True, False))
    if said and full and not any(day.date for day in full):
        full[0].date, full[0].frame = said[0], full[0].frame or said[1]
    elif len(full) == 1 and full[0].date is None and days[-1] in empty:
        full[0].date, full[0].frame = days[-1].date, full[0].frame or days[-1].frame
    for day in full:
        if said and said[0][0] != "-" and day.date and day.date.startswith("-"):
            day.date = f"{said[0][:4]}{day.date[1:]}"

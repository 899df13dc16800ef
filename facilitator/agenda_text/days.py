"""The days of an announcement: which line opens one, what it is called, where its date stands.

It stands alone because a day is known by lines above its slots, in sentences before them all
and even below them; the grammar of the slots needs none of that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from facilitator.agenda_text import clocks, dates, zones
from facilitator.agenda_text.clocks import Span
from facilitator.agenda_text.drafts import DayDraft
from facilitator.agenda_text.frames import HEADER, PART, frame_of, half_day, is_fact, updated
from facilitator.agenda_text.lines import Line

_YEAR = re.compile(r"(?<!Agenda )(?<!Vision )(?<!Horizon )(?<![\d/.-])(20[12]\d)(?![\d/-])", re.I)


def _year(lines: Sequence[Line]) -> str | None:
    """The year in the heading of the whole, “Civic Camp 2026”, which its days do not repeat."""
    found = [match[1] for line in lines[:3] if len(line.text) < 90 and not dates.find(line.text)
             and (match := _YEAR.search(line.text))]  # fmt: skip
    return found[0] if len(set(found)) == 1 else None


def _months(lines: Sequence[Line]) -> dict[str, str]:
    """The year of each month that the text dates in one year alone, by its number."""
    told = {(found.date[5:7], found.date[:4]) for line in lines if (found := dates.find(line.text)) and found.date[0] != "-"}
    return {month: year for month, year in told if sum(one == month for one, _ in told) == 1}


_BY = re.compile(r"\b(?:until|till|by|before|deadline|register|registration|bis|anmeld\w*|avant|jusqu\w*|inscri\w+|antes|hasta|até|published|posted|since|seit|depuis|desde)\b", re.I)


def _alone(lines: Sequence[Line]) -> tuple[str, Span | None] | None:
    """The one day that a text speaks of before its slots, be it in a sentence; none where that is a term."""
    before = takewhile(lambda line: not ((span := clocks.find(line.text)) and span.at < 3), lines)
    told = {found.date: line for line in before if (found := dates.find(line.text)) and not updated(line.text)}
    return None if len(told) != 1 or any(_BY.search(line.text) for line in told.values()) else (next(iter(told)), None)


def _opens(line: Line, found: dates.Found) -> bool:
    """Whether a line with a date opens its day, and does not only speak of it."""
    rest = line.text[: found.at] + line.text[found.until :]
    return line.heading or dates.weekday(rest) or len(rest) < 60 or clocks.find(rest) is not None


def _title(text: str, found: dates.Found | None, part: bool) -> str | None:
    """What a day is called after the line that opens it."""
    if part or found is None:
        return text.strip(" :") or None
    return text.strip(" :") if len(text) < 100 else None


class Days:
    """The days as they are read; `last` is the one that slots go to, `notices` what is no programme."""

    def __init__(self, lines: Sequence[Line], by_length: bool) -> None:
        self.all: list[DayDraft] = [DayDraft(None, None)]
        self.notices: list[str] = []
        self.afternoon = False
        self.before: Line | None = None
        self._first = lines[0] if lines else None
        self._by_length = by_length
        self._year = _year(lines)
        self._months = _months(lines)
        self._said: tuple[str, Span | None] | None = None
        self._alone = _alone(lines)

    @property
    def last(self) -> DayDraft:
        return self.all[-1]

    def framed(self, line: Line) -> bool:
        """A line with the date and the hours of the whole: no slot, but it opens the day."""
        frame = frame_of(line, self._by_length and not self.last.slots)
        if frame is None and not self.last.slots and zones.of_cities(line.text) and not dates.find(line.text):
            self.notices.append(line.text)  # one hour in several places
            return True
        if frame is None or is_fact(line.text):
            return False
        if self._by_length and self.last.slots and self.last.frame is None and self.last.date is None:
            found = dates.find(line.text)  # when it begins stands below its slots
            self.last.frame, self.last.date = frame, found.date if found else None
            return True
        if not self.opened(line):
            self.notices.append(line.text)
            self.prose(line.text)
        if self.last.frame is None and not self.last.slots:
            self.last.frame = frame
        return True

    def opened(self, line: Line) -> bool:
        text, found = line.text, dates.find(line.text)
        if self._weekday(text):
            return True
        if updated(text):
            self.notices.append(text)
            return True
        if half := half_day(text):
            self.afternoon = half[0]
            self.notices += [text] if half[1] else []
            return True
        part = bool(PART.match(text))
        long = len(text) > 140 or (text.endswith(".") and len(text) > 80 and not part)
        if long or not (part or found) or (found and not part and not _opens(line, found)):
            return False
        self.open(found.date if found else None, part)
        if not self.last.title and not part and (above := self._above(line)):
            self.last.title = above
            self.notices.append(text)
        elif self.last.title and found:
            self.notices.append(text)  # a day that has its title says its date once more
        self.last.title = self.last.title or _title(text, found, part)
        if not self.last.title:
            self.notices.append(text)  # a greeting with the date in it
        return True

    def _weekday(self, text: str) -> bool:
        """Opens the day of “Friday” or “Sábado mañana”, where it is not the one that is on."""
        part_of = dates.half_of_weekday(text)
        half = half_day(part_of[1]) if part_of else None
        if not half and not dates.only_weekday(text):
            return False
        if not (half and part_of and (self.last.title or "").casefold().startswith(part_of[0])):
            self.open(None, part=True)
            self.notices += [self.last.title] if self.last.title else []
            self.last.title = text.strip(" :")
        self.afternoon = half[0] if half else self.afternoon
        return True

    def _above(self, line: Line) -> str | None:
        """The title right above a date: a heading, or the first line of all."""
        above = self.before
        if above is None or above.text not in self.notices[-1:] or line.number > above.number + 2:
            return None
        good = (above.heading or above is self._first) and not HEADER.match(above.text) and len(above.text) < 100 and above.text[-1] not in ".:"
        return self.notices.pop() if good else None

    def open(self, date: str | None, part: bool = False) -> None:
        """Go on to another day, unless this one has nothing yet."""
        if date and date.startswith("--") and (year := self._months.get(date[2:4]) or self._year):
            date = f"{year}{date[1:]}"
        elif date and not date.startswith("--"):
            self._year = date[:4]
        day = self.last
        if (day.slots and (part or date != day.date)) or (
            (part or (date and day.date))
            and (day.title is not None or day.date)
            and date != day.date
            and not (part and not date)
        ):
            self.all.append(DayDraft(None, None))
            self.afternoon = False
        if self.last.date is None:
            self.last.date = date

    def prose(self, text: str) -> None:
        """A sentence before the agenda may say when it is: “… on 14 April 2026, from 9:30 to 12:00”."""
        found = dates.find(text)
        if found and self.last.date is None and not self._said:
            hours = clocks.find(text[found.until :]) or clocks.find(text)
            if hours or not found.date.startswith("-"):
                self._said = (found.date, hours)

    def date(self) -> None:
        """Gives days their date where it stands elsewhere: in a sentence before, in a line below all."""
        days, said = self.all, self._said or self._alone
        full, empty = ([day for day in days if bool(day.slots) is some] for some in (True, False))
        if said and full and not any(day.date for day in full):
            full[0].date, full[0].frame = said[0], full[0].frame or said[1]
        elif len(full) == 1 and full[0].date is None and days[-1] in empty:
            full[0].date, full[0].frame = days[-1].date, full[0].frame or days[-1].frame
        for before, day in pairwise(full):
            if before.date and not day.date and (count := dates.days_between(before.title or "", day.title or "")):
                day.date = dates.later(before.date, count)
        for day in full:
            if said and said[0][0] != "-" and day.date and day.date.startswith("-"):
                day.date = f"{said[0][:4]}{day.date[1:]}"

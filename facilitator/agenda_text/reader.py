"""The grammar: which line opens a day, which a slot, and what the lines between belong to."""

from __future__ import annotations

from facilitator.agenda_text import clocks, dates, days_of, details, margins, tables, timed, zones
from facilitator.agenda_text.clocks import Span
from facilitator.agenda_text.drafts import DayDraft, Draft, ends, settled
from facilitator.agenda_text.frames import (
    HEADER,
    PART,
    dated,
    frame_of,
    half_day,
    heads,
    is_fact,
    lengths_alone,
    series,
    spoken,
    times_first,
)
from facilitator.agenda_text.lines import Line, lines_of
from facilitator.agenda_text.model import Agenda

LARGEST = 1 << 20  # characters


class _Reading:
    def __init__(self, text: str) -> None:
        text = text[:LARGEST]
        self.zone = next(
            (zone[0] for line in text[:20_000].split("\n") if (zone := zones.find(line[:400]))),
            None,
        ) or next(filter(None, (zones.of_cities(line[:400]) for line in text[:20_000].split("\n"))), None)
        self.lines = times_first(margins.unrolled(lines_of(dates.day_first(text, self.zone))))
        self.days: list[DayDraft] = [DayDraft(None, None)]
        self.warnings: list[str] = []
        self.notices: list[str] = []
        self.columns: tuple[str, ...] = ()
        self.by_length = lengths_alone(self.lines)
        self.series = series(self.lines)
        self.afternoon = False
        self.year = days_of.year(self.lines)
        self.said: tuple[str, Span | None] | None = None
        self.heads = heads(self.lines)
        self.wrap, self.end = margins.wrap_of(self.lines), margins.goodbye(self.lines)
        self.before: Line | None = None

    @property
    def day(self) -> DayDraft:
        return self.days[-1]

    def run(self) -> None:
        for line in self.lines:
            if self.end and line.number >= self.end and self.day.slots:
                self.notices.append(line.text)
            elif not any(
                step(line)
                for step in (self._dated, self._columns, self._frame, self._row, self._slot, self._day)
            ):
                self._other(line)
            self.before = line

    def _dated(self, line: Line) -> bool:
        """A line of a series: its day, its hours and its title."""
        if line.number not in self.series or (found := dated(line)) is None:
            return False
        self._open(found[0], part=True)
        self._begin(line, *found[1:])
        return True

    def _columns(self, line: Line) -> bool:
        found = tables.columns(line.cells)
        self.columns = found or (self.columns if line.cells else ())
        return found is not None

    # --- days

    def _frame(self, line: Line) -> bool:
        """A line with the date and the hours of the whole: no slot, but it opens the day."""
        frame = frame_of(line, self.by_length and not self.day.slots)
        if frame is None and not self.day.slots and zones.of_cities(line.text) and not dates.find(line.text):
            self.notices.append(line.text)  # one hour in several places
            return True
        if frame is None or is_fact(line.text):
            return False
        if self.by_length and self.day.slots and self.day.frame is None and self.day.date is None:
            found = dates.find(line.text)  # when it begins stands below its slots
            self.day.frame, self.day.date = frame, found.date if found else None
            return True
        if not self._day(line):
            self.notices.append(line.text)
        if self.day.frame is None and not self.day.slots:
            self.day.frame = frame
        return True

    def _day(self, line: Line) -> bool:
        text, found = line.text, dates.find(line.text)
        if dates.only_weekday(text):
            self._open(None, part=True)
            self.day.title = text.strip(" :")
            return True
        if half := half_day(text):
            self.afternoon = half[0]
            self.notices += [text] if half[1] else []
            return True
        part = bool(PART.match(text))
        long = len(text) > 140 or (text.endswith(".") and len(text) > 80 and not part)
        if long or not (part or found) or (found and not part and not days_of.opened(line, found)):
            return False
        self._open(found.date if found else None, part)
        if not self.day.title and (above := self._above(line)):
            self.day.title = above
            self.notices.append(text)
        self.day.title = self.day.title or days_of.title(text, found, part)
        return True

    def _above(self, line: Line) -> str | None:
        """The title right above a date: a heading, or the first line of all."""
        above = self.before
        if above is None or above.text not in self.notices[-1:] or line.number > above.number + 2:
            return None
        good = (above.heading or above is self.lines[0]) and len(above.text) < 100 and above.text[-1] not in ".:"
        return self.notices.pop() if good else None

    def _open(self, date: str | None, part: bool = False) -> None:
        """Go on to another day, unless this one has nothing yet."""
        if date and date.startswith("--") and self.year:
            date = f"{self.year}{date[1:]}"
        elif date and not date.startswith("--"):
            self.year = date[:4]
        day = self.day
        if (day.slots and (part or date != day.date)) or (
            (part or (date and day.date))
            and (day.title is not None or day.date)
            and date != day.date
            and not (part and not date)
        ):
            self.days.append(DayDraft(None, None))
            self.afternoon = False
        if self.day.date is None:
            self.day.date = date

    # --- slots

    def _row(self, line: Line) -> bool:
        row = tables.row(line.cells, self.columns) if len(line.cells) > 1 else None
        if row is None or (row.span is None and not self.by_length):
            return False
        if row.date and row.date != self.day.date:
            self._open(row.date)
        for title, room in row.titles:
            draft = self._begin(line, row.span, title, row.minutes)
            draft.room = room or draft.room
            if row.who and not details.who(draft, row.who):
                draft.details.append(row.who)
            for cell in row.more:
                details.tell(draft, cell)
        return True

    def _slot(self, line: Line) -> bool:
        found = None if is_fact(line.text) else timed.parted(line.text)
        if found is None:
            return not is_fact(line.text) and self._length(line)
        self._begin(line, *found)
        return True

    def _length(self, line: Line) -> bool:
        """A slot that says only how long it is, in an agenda that gives lengths alone."""
        found = spoken(line.text) if self.by_length else None
        if found is None:
            return False
        self._begin(line, None, found[1], found[0])
        return True

    def _begin(
        self, line: Line, span: Span | None, title: str, minutes: int | None = None
    ) -> Draft:
        draft = Draft(
            line.number, span, links=list(line.links), minutes=minutes, afternoon=self.afternoon
        )
        found = (
            clocks.length(title) if minutes is None and (span is None or span.end is None) else None
        )
        if found and (spoken(title) or (found[1] == 0 and title[:1] in "([")):
            draft.minutes = found[0]
            title = " ".join((title[: found[1]] + title[found[2] :]).split()).strip(timed.EDGE)
        self.day.slots.append(draft)
        details.name(draft, title)
        return draft

    # --- everything else

    def _other(self, line: Line) -> None:
        text = line.text
        if HEADER.match(text):
            return
        if not self.day.slots or line.number in self.heads:
            self.notices.append(text)
            self._prose(text)
            return
        draft = self.day.slots[-1]
        if ends(draft) and line.number > draft.line + 1:
            self.notices.append(text)  # behind the end nothing belongs to a slot
            return
        draft.links += line.links
        if cells := [cell for cell in line.cells if cell]:
            for cell in cells:
                details.tell(draft, cell)
            return
        if clocks.find(text) and not line.bullet:
            self.warnings.append(
                f"Line {line.number}: it names a time but was read as a remark: “{text[:60]}”."
            )
        if not draft.title:
            details.below(draft, text)
        elif not draft.details and not line.bullet and self._goes_on(draft, line):
            del draft.speakers[:]
            details.name(draft, f"{draft.written} {text}")
        else:
            details.tell(draft, text)

    def _goes_on(self, draft: Draft, line: Line) -> bool:
        """Whether a line is the rest of the title above it."""
        small = line.text[:1].islower() and not draft.speakers
        return small or margins.dangles(draft.written) or margins.goes_on(self.before, line, self.wrap)

    def _prose(self, text: str) -> None:
        """A sentence before the agenda may say when it is: “… on 14 April 2026, from 9:30 to 12:00”."""
        found = dates.find(text)
        if found and self.day.date is None and not self.said:
            hours = clocks.find(text[found.until :]) or clocks.find(text)
            if hours or not found.date.startswith("-"):
                self.said = (found.date, hours)


def read(text: str) -> Agenda:
    """The agenda in a pasted announcement; what is unsure becomes a warning with its line."""
    reading = _Reading(text)
    reading.run()
    days_of.date(reading.days, reading.said)
    days = []
    for draft in reading.days:
        if draft.slots:
            days.append(settled(draft, reading.warnings))
        elif draft.title:
            reading.notices.append(draft.title)
    if not days:
        reading.warnings.append("No times were found, so there are no slots.")
    return Agenda(timezone=reading.zone, days=tuple(days), warnings=tuple(reading.warnings),
                  notices=tuple(reading.notices))  # fmt: skip

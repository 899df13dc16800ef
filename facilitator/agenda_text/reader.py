"""The grammar: which line opens a day, which a slot, and what the lines between belong to."""

from __future__ import annotations

import re

from facilitator.agenda_text import clocks, dates, people, zones
from facilitator.agenda_text.clocks import Span
from facilitator.agenda_text.drafts import DayDraft, Draft, settled
from facilitator.agenda_text.lines import Line, lines_of
from facilitator.agenda_text.model import Agenda

LARGEST = 1 << 20  # characters
_PART = re.compile(r"^(?:part|day|session day|partie|jour(?:née)?|parte|día|dia|teil|tag|block|bloc)\s*(?:\d+|[ivx]+|one|two|three)\b", re.I)
_HEADER = re.compile(r"^(?:agenda|programm?e?|programa(?:ção|ción)?|schedule|ablauf|tagesordnung|ordre du jour|horario|orden del día)\s*:?$", re.I)
_COLUMNS = re.compile(r"^(?:time|start|end|begin|from|to|hours?|location|room|venue|where|activity|title|topic|session(?: title)?|speakers?|who|item"
                      r"|uhrzeit|zeit|ort|raum|thema|beginn|ende|heure|horaire|lieu|salle|titre|hora|horário|local|sala|actividad|atividade|tema|título)$", re.I)  # fmt: skip
_PLACE = re.compile(r"\b(?:room|hall|auditorium|suite|building|floor|centre|center|theat(?:er|re)|raum|saal|foyer|festsaal|mensa|salle|amphi|sala|auditório|auditorio|salón|platz|straße|strasse|zoom)\b", re.I)
_EDGE = " \t-–—:;,.|·•*"


class _Reading:
    def __init__(self, text: str) -> None:
        self.lines = lines_of(text[:LARGEST])
        self.days: list[DayDraft] = [DayDraft(None, None)]
        self.zone: str | None = None
        self.warnings: list[str] = []
        self.notices: list[str] = []
        self.columns: list[str] = []
        self.before: str | None = None  # a line that may be the title of the day to come

    @property
    def day(self) -> DayDraft:
        return self.days[-1]

    def run(self) -> None:
        for line in self.lines:
            self._zone(line)
            if self._columns(line) or self._row(line) or self._slot(line) or self._day(line):
                continue
            self._other(line)

    def _zone(self, line: Line) -> None:
        if self.zone is None and (found := zones.find(line.text)):
            self.zone = found[0]

    def _columns(self, line: Line) -> bool:
        names = [cell for cell in line.cells if cell]
        if len(names) < 2 or not all(_COLUMNS.match(name) for name in names):
            return False
        self.columns = [cell.lower() for cell in line.cells]
        return True

    # --- days

    def _day(self, line: Line) -> bool:
        text, found = line.text, dates.find(line.text)
        part = bool(_PART.match(text))
        long = len(text) > 140 or (text.endswith(".") and len(text) > 80 and not part)
        if long or not (part or found) or (found and not part and not self._dated(line, found)):
            return False
        title = _title_of_day(text, found, part)
        if part or (found and (self.day.slots or (self.day.date and self.day.date != found.date))):
            fresh = not self.day.slots and self.day.title is None and self.day.date is None
            if not fresh and (self.day.slots or part or self.day.date):
                self.days.append(DayDraft(None, None))
        self.day.title = self.day.title or title
        if found and self.day.date is None:
            self.day.date = found.date
        return True

    def _dated(self, line: Line, found: dates.Found) -> bool:
        rest = line.text[: found.at] + line.text[found.until :]
        return line.heading or dates.weekday(rest) or len(rest) < 60 or clocks.find(rest) is not None

    # --- slots

    def _row(self, line: Line) -> bool:
        """A row of a table: one or two cells are times, the others say what."""
        if len(line.cells) < 2:
            return False
        spans = [(at, clocks.find(cell)) for at, cell in enumerate(line.cells) if len(cell) < 40]
        timed = [(at, span) for at, span in spans if span and _only_time(line.cells[at], span)]
        if not timed:
            return False
        (first, span), rest = timed[0], timed[1:]
        if span.end is None and rest and rest[0][0] == first + 1:
            span = Span(span.start, rest[0][1].start, 0, 0)
        used = {at for at, _ in timed}
        cells = [(at, cell) for at, cell in enumerate(line.cells) if at not in used and cell]
        self._begin(line, span, *self._told(cells))
        return True

    def _told(self, cells: list[tuple[int, str]]) -> tuple[str, str | None, str]:
        """(title, room, people) by the columns' names, or by the looks of the cells."""
        title, room, who = "", None, ""
        for at, cell in cells:
            name = self.columns[at] if at < len(self.columns) else ""
            if re.match(r"location|room|venue|where|ort|raum|lieu|salle|local|sala", name):
                room = cell
            elif re.match(r"speaker|who", name):
                who = cell
            elif not title and not (not name and len(cells) > 1 and _PLACE.search(cell) and len(cell) < 60):
                title = cell
            elif not name and _PLACE.search(cell):
                room = cell
            else:
                who = f"{who}; {cell}" if who else cell
        return title, room, who

    def _slot(self, line: Line) -> bool:
        span = clocks.find(line.text)
        if span is None or self._is_frame(line, span):
            return False
        head, tail = line.text[: span.at].strip(_EDGE), line.text[span.until :].strip(_EDGE)
        if head.endswith(("(", "[")) or line.text.startswith(("(", "[")):  # the time stands in brackets
            head, tail = head.rstrip("([" + _EDGE), tail.lstrip(")]" + _EDGE)
        if head and len(line.text) > 220:
            return False
        if head and not tail and not re.search(r"[(\[,:–-]\s*$", line.text[: span.at].rstrip(" ")) and len(head) > 140:
            return False
        zone = zones.find(tail)
        if zone and zone[1] <= 2:
            tail = tail[zone[2] :].lstrip(")]").strip(_EDGE)
        if head and dates.find(head) and not tail:
            return False
        self._begin(line, span, tail if not head else head if not tail else f"{head} {tail}", None, "")
        return True

    def _is_frame(self, line: Line, span: Span) -> bool:
        """A line that gives the frame of the day (date and hours), not a slot."""
        found = dates.find(line.text)
        rest = line.text
        if found:
            rest = rest[: found.at] + " " * (found.until - found.at) + rest[found.until :]
        words = re.findall(r"[A-Za-zÀ-ÿ]{4,}", rest[: span.at] + rest[span.until :])
        return found is not None and len(words) <= 6

    def _begin(self, line: Line, span: Span, title: str, room: str | None, who: str) -> None:
        draft = Draft(line.number, span, room=room, links=list(line.links))
        found = clocks.length(title)
        if span.end is None and found:
            draft.minutes = found[0]
            title = (title[: found[1]] + title[found[2] :]).strip(_EDGE)
        self.day.slots.append(draft)
        self._name(draft, title)
        if who:
            self._tell(draft, who)

    def _name(self, draft: Draft, title: str) -> None:
        first, *more = (part.strip() for part in re.split(r"\s+·\s+", title))
        first, found = people.cut_brackets(first)
        first, named = people.labelled(first)
        first, inner = people.inside(first)
        draft.speakers += [*inner, *named, *found]
        draft.title = first.strip(_EDGE + " ") if not first.endswith("?") else first.strip()
        for part in more:
            self._tell(draft, part)

    def _tell(self, draft: Draft, text: str) -> None:
        if not self._people(draft, text):
            draft.details.append(text)

    def _people(self, draft: Draft, text: str) -> bool:
        rest, found = people.labelled(text)
        found = found or people.speakers_in(text)
        if not found:
            return False
        draft.speakers += found
        if rest and rest != text and found and len(rest) > 3 and not people.speakers_in(rest):
            draft.details.append(rest)
        return True

    # --- everything else

    def _other(self, line: Line) -> None:
        text = line.text
        if _HEADER.match(text):
            return
        if not self.day.slots:
            self.notices.append(text)
            return
        draft = self.day.slots[-1]
        draft.links += line.links
        if not draft.title:
            if _PLACE.search(text) and draft.room is None and "," in text:
                draft.room = text
            else:
                self._name(draft, text)
        elif text[:1].islower() and not draft.details and not draft.speakers:
            self._name(draft, f"{draft.title} {text}")
        else:
            self._tell(draft, text)


def _only_time(cell: str, span: Span) -> bool:
    rest = cell[: span.at] + cell[span.until :]
    zone = zones.find(rest)
    if zone:
        rest = rest[: zone[1]] + rest[zone[2] :]
    return len(re.sub(r"[\W\d]", "", rest)) <= 2


def _title_of_day(text: str, found: dates.Found | None, part: bool) -> str | None:
    if part or found is None:
        return text.strip(" :") or None
    return text.strip(" :") if len(text) < 100 else None


def read(text: str) -> Agenda:
    """The agenda in a pasted announcement; what is unsure becomes a warning with its line."""
    reading = _Reading(text)
    reading.run()
    days = []
    for draft in reading.days:
        if draft.slots:
            days.append(settled(draft, reading.warnings))
    if not days:
        reading.warnings.append("No times were found, so there are no slots.")
    return Agenda(timezone=reading.zone, days=tuple(days), warnings=tuple(reading.warnings),
                  notices=tuple(reading.notices))  # fmt: skip

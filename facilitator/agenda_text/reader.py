"""The grammar: which line opens a day, which a slot, and what the lines between belong to."""

from __future__ import annotations

from facilitator.agenda_text import (
    blocks,
    clocks,
    dates,
    details,
    headed,
    lengths,
    margins,
    mentions,
    people,
    prose,
    repair,
    tables,
    timed,
    zones,
)
from facilitator.agenda_text.clocks import Span
from facilitator.agenda_text.days import Days
from facilitator.agenda_text.drafts import Draft, ends, settled
from facilitator.agenda_text.frames import (
    HEADER,
    bare_length,
    dated,
    heads,
    is_fact,
    lengths_alone,
    series,
    spoken,
    times_first,
)
from facilitator.agenda_text.lines import Line, lines_of
from facilitator.agenda_text.model import Agenda
from facilitator.agenda_text.vouching import vouched

LARGEST = 1 << 20  # characters
EVENING, LONG_NIGHT = 18 * 60, 8 * 60  # minutes


class _Reading:
    def __init__(self, lines: list[Line], doubtful: list[int]) -> None:
        self.lines = lines
        self.warnings = [f"Line {number}: what could be a time was read as a length." for number in doubtful]
        self.columns: tuple[str, ...] = ()
        self.clock = ""  # the time of the table's last row
        self.by_length = lengths_alone(self.lines)
        self.series = series(self.lines)
        self.restarts = blocks.restarts(self.lines)
        self.copies = blocks.copies(self.lines)
        self.placed = blocks.placed(self.lines)
        self.heads = heads(self.lines)
        self.wrap, self.end = margins.wrap_of(self.lines), margins.goodbye(self.lines)
        self.days = Days(self.lines, self.by_length)

    @property
    def slots(self) -> list[Draft]:
        return [draft for day in self.days.all for draft in day.slots]

    def run(self) -> None:
        for line in self.lines:
            if line.number in self.restarts:
                self.days.open(None, part=True)
            if self.end and line.number >= self.end and self.days.last.slots:
                self.days.notices.append(line.text)
            elif not any(
                step(line)
                for step in (self._dated, self._columns, self.days.framed, self._row, self._slot, self.days.opened)
            ):
                self._other(line)
            self.days.before = line

    def _dated(self, line: Line) -> bool:
        """A line of a series: its day, its hours and its title."""
        if line.number not in self.series or (found := dated(line)) is None:
            return False
        if found[0] != self.days.last.date:
            self.days.open(found[0], part=True)
        self._begin(line, *found[1:])
        return True

    def _columns(self, line: Line) -> bool:
        before = self.days.before
        below_a_row = self.clock and line.cells and not line.cells[0] and before and before.cells and line.number == before.number + 1
        found = None if below_a_row else tables.columns(line.cells)
        self.columns = found or (self.columns if line.cells else ())
        return found is not None

    def _row(self, line: Line) -> bool:
        row = tables.row(line.cells, self.columns) if len(line.cells) > 1 else None
        if row is None and len(line.cells) > 1:
            row = self._beside(line)
        elif row:
            self.clock = tables.time_of(line.cells, self.columns)
        if row is None or (row.span is None and not self.by_length):
            return False
        if row.span and not any(title for title, _ in row.titles) and not row.who and not self.days.last.slots:
            self.days.last.frame = self.days.last.frame or row.span  # one hour in several places
            self.days.notices.append(line.text)
            return True
        if row.date and row.date != self.days.last.date:
            self.days.open(row.date)
        for title, room in row.titles:
            draft = self._begin(line, row.span, title, row.minutes)
            draft.room = room or draft.room
            if row.who and not details.who(draft, row.who):
                draft.details.append(row.who)
            for cell in row.more:
                details.tell(draft, cell)
        return True

    def _beside(self, line: Line) -> tables.Row | None:
        """A row without a time that stands beside the one above it: in another room, or by its title."""
        cells = tables.beside(line.cells, self.columns, self.clock)
        row = tables.row(cells, self.columns) if cells and self.days.last.slots and self.days.before and self.days.before.cells else None
        if row is None or len(row.titles) != 1 or not (title := row.titles[0][0]):
            return None
        return row if row.titles[0][1] or tables.alike(title, self.days.last.slots[-1].written) else None

    def _slot(self, line: Line) -> bool:
        if line.number in self.copies and self.days.last.slots:
            self.days.last.slots[-1].details.append(line.text)
            return True
        found = None if is_fact(line.text) else timed.parted(line.text)
        if found is None:
            return not is_fact(line.text) and self._length(line)
        if self._morning_after(line, found[0]):
            self.days.open(None, part=True)
        draft = self._begin(line, *found)
        if self.placed and not draft.speakers and draft.written in self.placed:
            draft.room, draft.title, draft.written = draft.written, "", ""
        return True

    def _morning_after(self, line: Line, span: Span) -> bool:
        """Whether a time far before the evening's, behind a wide gap, is the next day's first."""
        before, slots = self.days.before, self.days.last.slots
        if before is None or line.number < before.number + 3 or not slots or slots[-1].span is None:
            return False
        last = repair.minutes_of(slots[-1].span, None, False)[0]
        return last >= EVENING and repair.minutes_of(span, None, False)[0] <= last - LONG_NIGHT

    def _length(self, line: Line) -> bool:
        """A slot that says only how long it is, in an agenda that gives lengths alone."""
        found = spoken(line.text) if self.by_length else None
        if self.by_length and found is None and (minutes := bare_length(line.text)):
            found = minutes, ""
        if found is None:
            return False
        self._begin(line, None, found[1], found[0])
        return True

    def _begin(
        self, line: Line, span: Span | None, title: str, minutes: int | None = None
    ) -> Draft:
        draft = Draft(
            line.number, span, links=list(line.links), minutes=minutes, afternoon=self.days.afternoon
        )
        found = clocks.length(title) if minutes is None else None
        if found and span and span.end:  # “9h – 10h Accueil (1h)” says the same twice
            title = title[: found[1]].rstrip() if title[found[1]] in "([" and found[2] == len(title) and found[0] == (span.end.minutes - span.start.minutes) % clocks.NOON else title
            found = None
        if found and len(clocks.LENGTH.findall(title)) == 1 and (spoken(title) or (found[1] == 0 and title[:1] in "([")):
            draft.minutes = found[0]
            head, tail = title[: found[1]].rstrip(), title[found[2] :].lstrip()
            title = f"{head} {tail.lstrip(' ,;') if head.endswith(('.', ',', ';')) else tail}".strip(timed.EDGE)
        self.days.last.slots.append(draft)
        details.name(draft, title)
        return draft

    # --- everything else

    def _other(self, line: Line) -> None:
        text = line.text
        if HEADER.match(text):
            self.days.notices += [text] if " " in text else []
            return
        if not self.days.last.slots or line.number in self.heads:
            self.days.notices.append(text)
            self.days.prose(text)
            return
        draft = self.days.last.slots[-1]
        if ends(draft) and line.number > draft.line + 1:
            self.days.notices.append(text)  # behind the end nothing belongs to a slot
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
        elif not draft.whole and not line.bullet and self._goes_on(draft, line) and not people.sure_speakers(text):
            del draft.speakers[:]
            details.name(draft, f"{draft.written} {text}")
        else:
            details.tell(draft, text)

    def _goes_on(self, draft: Draft, line: Line) -> bool:
        """Whether a line is the rest of the title above it."""
        small = line.text[:1].islower() and not draft.speakers
        return small or margins.dangles(draft.written) or margins.goes_on(self.days.before, line, self.wrap)

def read(text: str) -> Agenda:
    """The agenda in a pasted announcement; what is unsure becomes a warning with its line."""
    text = text[:LARGEST]
    zone = zones.of_text(text)
    lines, doubtful = lengths.told(margins.unrolled(margins.rejoined(lines_of(dates.day_first(text, zone)))))
    reading = _Reading(times_first(headed.whole_apart(headed.under_titles(blocks.unfolded(lines)))), doubtful)
    reading.run()
    if len(reading.slots) < prose.FEWEST and (sentences := prose.unfolded(lines)):
        reading = _Reading(sentences, doubtful)
        reading.run()
        for slot in reading.slots:
            known = {speaker.name for speaker in slot.speakers}
            slot.speakers += [one for one in mentions.mentioned(slot.written) if one.name is None or one.name not in known]
        reading.warnings += [f"Line {slot.line}: it was read out of a sentence." for slot in reading.slots]
        reading.warnings += [f"Line {line.number}: the time beside the date was not made a slot." for line in sentences
                             if dates.find(line.text) and clocks.find(line.text)]  # fmt: skip
    reading.days.date()
    vouched(reading.slots, reading.warnings)
    days = []
    for draft in reading.days.all:
        if draft.slots:
            days.append(settled(draft, reading.warnings))
        elif draft.title:
            reading.days.notices.append(draft.title)
    if not days:
        reading.warnings.append("No times were found, so there are no slots.")
    return Agenda(timezone=zone, days=tuple(days), warnings=tuple(reading.warnings),
                  notices=tuple(reading.days.notices))  # fmt: skip

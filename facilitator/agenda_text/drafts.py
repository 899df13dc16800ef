"""Slots as they are read, and what becomes of them when the day is known to its end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from facilitator.agenda_text import repair
from facilitator.agenda_text.clocks import Clock, Span
from facilitator.agenda_text.kinds import kind_of
from facilitator.agenda_text.model import Day, Slot, Speaker


@dataclass
class Draft:
    """A slot as read: `written` is its title with everything still in it, `alone` a bare name was last,
    `whole` something was told behind its title."""

    line: int
    span: Span | None
    title: str = ""
    written: str = ""
    speakers: list[Speaker] = field(default_factory=list)
    details: list[str] = field(default_factory=list)
    room: str | None = None
    links: list[str] = field(default_factory=list)
    minutes: int | None = None
    afternoon: bool = False
    alone: bool = False
    label: str | None = None
    whole: bool = False


@dataclass
class DayDraft:
    """A day as read; `frame` are the hours of the whole where the text gives them."""

    title: str | None
    date: str | None
    slots: list[Draft] = field(default_factory=list)
    frame: Span | None = None


_END = re.compile(
    r"^(?:(?:the |our )?(?:meeting|event|workshop|session|day|evening|programme|program|call|webinar|whole) (?:ends|finishes|closes)|(?:it )?(?:ends|finishes)|close of (?:the )?\w+|fermeture(?: des portes)?|doors close|we (?:end|finish|close)|(?:la )?(?:séance|réunion|journée|rencontre) se termine|on (?:termine|finit)|termina(?:mos)?|terminamos|encerramos|(?:wir )?(?:enden|schließen)"
    r"|(?:the )?(?:end|done|schluss|ende|fin|fim|final|adjourn(?:ment)?|finish|(?:home|go-home) time|(?:time to )?go home|heimreise|programmende|veranstaltungsende|ende der veranstaltung|end of day \d|fin de (?:la |l[’'])?(?:journée|matinée|rencontre|séance|soirée|atelier)|fim do (?:dia|encontro|evento)|fin del? (?:día|encuentro|evento|la jornada)|(?:fin|end|ende|schluss|fim) (?:of the|of|du|de la|de l[’']|der|des|do|da|del|de) (?:\w+ )?\w+|end of (?:the )?(?:day|event|meeting|call|workshop|session|webinar)))[.!]?$", re.I)  # fmt: skip


def ends(draft: Draft) -> bool:
    """Whether a slot is only the word for the end of the whole."""
    return bool(_END.match(draft.title)) and not draft.speakers and not draft.details


def settled(draft: DayDraft, warnings: list[str]) -> Day:
    """The day with its times made sure; what stays open becomes a warning."""
    slots = draft.slots
    times = _times(draft, warnings)
    closing = (
        times[-1]
        if len(slots) > 1 and times[-1][1] is None and ends(slots[-1])
        else None
    )
    if closing:
        slots = slots[:-1]
        if slots[-1].minutes and slots[-1].span is None and times[-2][1] != closing[0]:
            warnings.append(f"Line {draft.slots[-1].line}: the lengths do not add up to this end.")
    end = repair.frame_end(draft.frame, times[0][0])
    made = []
    for number, (slot, later) in enumerate(zip(slots, _later(times), strict=False)):
        start = times[number][0]
        if later and times[number][1] == later + repair.HALF and slot.span and slot.span.end and slot.span.end.half:
            warnings.append(f"Line {slot.line}: its end was read as {repair.clock(later)}, when the next slot begins.")  # 10:50AM–11:30PM
            times[number] = start, later
        following = later if later is not None else end if end is not None and end > start else None
        made.append(_slot(slot, *times[number], following, warnings))
    return Day(title=draft.title, date=draft.date, slots=tuple(made))


def _later(times: Sequence[tuple[int, int | None]]) -> list[int | None]:
    """For each time the first one after it in the list that is later."""
    found, waiting = list[int | None]([None] * len(times)), list[int]()
    for at, (start, _) in enumerate(times):
        while waiting and times[waiting[-1]][0] < start:
            found[waiting.pop()] = start
        waiting.append(at)
    return found


def _times(draft: DayDraft, warnings: list[str]) -> list[tuple[int, int | None]]:
    """(start, end) of each slot, in minutes after the day's midnight."""
    spans = [slot.span for slot in draft.slots if slot.span]
    twelve = all(_small(span.start) and _small(span.end) for span in spans)
    times: list[tuple[int, int | None]] = []
    last: int | None = None
    for slot in draft.slots:
        if slot.span is not None:
            span = repair.noon(slot.span, last)
            if span is not slot.span:
                warnings.append(f"Line {slot.line}: 12 AM was read as noon.")
            start, end = repair.minutes_of(
                span, last, twelve or slot.afternoon, slot.afternoon
            )
        elif times:
            start, end = times[-1][1] if times[-1][1] is not None else times[-1][0], None
        else:
            start, end = _first(draft, warnings), None
        if slot.span is not None and (nights := _nights(start, last)):
            start, end = start + nights * repair.DAY, None if end is None else end + nights * repair.DAY
        if end is None and slot.minutes:
            end = start + slot.minutes
        times.append((start, end))
        last = start
    return times


def _nights(start: int, last: int | None) -> int:
    """How many midnights lie between a written start and the day's own, by the slot before it."""
    if last is None or start >= last:
        return 0
    if last >= repair.DAY:
        return last // repair.DAY
    return int(last >= repair.EVENING and start < repair.NIGHT)


def _first(draft: DayDraft, warnings: list[str]) -> int:
    """When an agenda of lengths alone begins."""
    if draft.frame is not None:
        return repair.minutes_of(draft.frame, None, False)[0]
    warnings.append(
        f"Line {draft.slots[0].line}: only lengths are given; the first slot was put at 00:00."
    )
    return 0


def _small(clock: Clock | None) -> bool:
    return clock is None or clock.minutes < 13 * 60


def _once(found: list[Speaker]) -> tuple[Speaker, ...]:
    """Everybody once: a name that came twice is taken where more is said of it."""
    told = {s.name for s in found if s.name and (s.org or s.role)}
    return tuple(dict.fromkeys(s for s in found if s.org or s.role or s.name not in told))


def _slot(
    draft: Draft, start: int, end: int | None, following: int | None, warnings: list[str]
) -> Slot:
    inferred = end is None and following is not None and following > start
    if inferred:
        end = following
    if end is not None and end % (24 * 60) < start % (24 * 60) and start % (24 * 60) < 18 * 60:
        warnings.append(f"Line {draft.line}: it ends before it begins; the end was left open.")
        end = None
    title = draft.title or ", ".join(s.name or s.org or "" for s in draft.speakers) or "Untitled"
    if not draft.title:
        warnings.append(f"Line {draft.line}: this time has no title.")
    speakers = _once(draft.speakers)
    made = Slot(
        start=repair.clock(start), end=None if end is None else repair.clock(end), title=title,
        kind=kind_of(title, len(speakers)), speakers=speakers, room=draft.room,
        description="\n".join(draft.details) or None, links=tuple(dict.fromkeys(draft.links)),
        line=draft.line,
    )  # fmt: skip
    return replace(made, end_inferred=True) if inferred else made

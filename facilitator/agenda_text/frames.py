"""Lines about the whole: the day, its hours, its parts; and agendas that give lengths alone."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from facilitator.agenda_text import clocks, dates, timed
from facilitator.agenda_text.clocks import Span
from facilitator.agenda_text.lines import Line
from facilitator.agenda_text.places import PLACE

PART = re.compile(
    r"^(?:part|day|session day|partie|jour(?:née)?|parte|día|dia|teil|tag|block|bloc|bloque|bloco)\s*(?:\d+|[ivx]+|one|two|three|four|five|uno|dos|tres|um|dois|três|un|deux|trois|eins|zwei|drei)\b",
    re.I,
)
HEADER = re.compile(
    r"^(?:(?:the |draft |provisional |tentative |preliminary |final |full |detailed |conference |workshop |event |vorläufiges |tagungs-?)*(?:agenda|programm?e?|programa(?:ção|ción)?|schedule|ablauf|tagesordnung|ordre du jour|horario|orden del día|pauta|cronograma|déroulé)"
    r"(?: (?:provisoire|prévisionnel|détaillé|définitif|provisional|provisório|oficial|preliminare?|definitivo|detal(?:l|h)ado|overview|at a glance|en cours de finalisation))*)\s*:?$",
    re.I,
)
HALF_DAY = re.compile(
    r"^(?:(?P<early>morning|matin(?:ée)?|mañana|manhã|vormittags?|am vormittag)|(?P<late>afternoon|evening|après[- ]?midi|soir(?:ée)?|tarde|noite|noche|nachmittags?|am nachmittag|abend))"
    r"(?:\s+(?:session|programme?|block|sitzung))?\s*:?$", re.I)  # fmt: skip
_CHAIRED = re.compile(
    HALF_DAY.pattern.removesuffix(r"\s*:?$") + r"\s*[–—:|-]\s*(?=(?:chair|présidence|preside|presidencia|presidência|moderat|moderad|modérat|leitung|vorsitz)\w*)", re.I)  # fmt: skip
_LABEL = re.compile(
    r"^(?:times?|when|date(?: and time| & time)?|hours|uhrzeit|wann|zeit|termin|datum|horaires?|quand|heure|horario|horário|hora|cuándo|quando|data|fecha|beginn|starts?(?: at| time)?|starting(?: at)?|doors(?: open)?|inicio|início|début)"
    r"\s*(?:[:–—|-]|\bat\b|\bum\b|\bà\b|(?=\d))", re.I)  # fmt: skip


def frame_of(line: Line, before_lengths: bool) -> Span | None:
    """The hours of the whole in a line with the date, or after “Time:”; None when it is no such line.

    `before_lengths`: in an agenda of lengths alone any time before the first slot is its start.
    """
    span = clocks.find(line.text)
    if span is None or len(line.text) > 300:
        return None
    if PART.match(line.text) and span.end is not None and span.at > 4:
        return span
    if before_lengths:
        return span if spoken(line.text) is None else None
    if _LABEL.match(line.text) and not (line.cells and len(line.cells) > 2):
        return span
    found = dates.find(line.text)
    if found is None and not line.cells and span.end and _only_place(line.text[: span.at]):
        return span
    if found is None or _row_with_date(line):
        return None
    rest = line.text[: found.at] + " " * (found.until - found.at) + line.text[found.until :]
    words = re.findall(r"[A-Za-zÀ-ÿ]{4,}", rest[: span.at] + rest[span.until :])
    return span if len(words) <= 6 else None


def _only_place(text: str) -> bool:
    """Whether “Online, ” or “Room 4 – ” is all that stands before the hours."""
    return bool(PLACE.match(text)) and len(re.sub(r"[\W\d_]", "", PLACE.sub("", text))) < 3


_UPDATED = re.compile(
    r"\b(?:(?:last )?(?:updated|modified|revised)|stand(?=:|\s(?:vom\s)?\d)|aktualisiert|mis(?:e)? à jour|actualizad[oa]|atualizad[oa]|última (?:actualización|atualização))\b", re.I)


def updated(text: str) -> bool:
    """Whether a line only says when the text was changed last: “Updated on 30/10/2025 at 18:24”."""
    said, found = _UPDATED.search(text), dates.find(text)
    return bool(said and found and len(text) < 80 and said.end() <= found.at <= said.end() + 24)


_FACT = re.compile(
    r"^(?:venue|where|place|location|address|tickets?|fees?|price|phone|tel|contact|rsvp|registration(?: fee| link| deadline)?|ort|adresse|kontakt|anmeldung bis|lieu|inscription|tarif|contact|lugar|dirección|contacto|local|endereço|contato|inscrições)"
    r"\s*:", re.I)  # fmt: skip


def is_fact(text: str) -> bool:
    """Whether the line tells a place, a price, a telephone number or its own date, whose digits are no times."""
    return bool(_FACT.match(text)) or updated(text)


def half_day(text: str) -> tuple[bool, str] | None:
    """(whether it is the later half, who chairs it) of “Afternoon” or “Morning – Chair: …”."""
    match = HALF_DAY.match(text) or _CHAIRED.match(text)
    return (match["late"] is not None, text[match.end() :]) if match else None


def _row_with_date(line: Line) -> bool:
    """A table row whose first cells are a date and a time, and a title follows."""
    cells = [cell for cell in line.cells if cell]
    if len(cells) < 3 or not re.match(r"\D{0,12}\d", cells[0]):
        return False
    found = dates.find(cells[0])
    return bool(found and len(cells[0]) < 30 and clocks.find(cells[1]) and len(cells[2]) > 8)


def dated(line: Line) -> tuple[str, Span, str] | None:
    """(date, hours, title) of “Tuesday 3 March 2026, 15:00–16:00: Phonics”; None for any other line."""
    day = dates.find(line.text)
    if day is None:
        return None
    head, rest = line.text[: day.at], line.text[day.until :]
    span = clocks.find(rest)
    if span is None or re.search(r"\w{4}", dates.without_weekday(rest[: span.at])):
        return None
    title = timed.without_copies(rest[span.until :]).strip(timed.EDGE)
    if not _title_first(line.text):
        good = len(re.findall(r"[^\W\d]{3,}", title)) > 1 and not PLACE.match(title)
    else:  # “Block 2 – 19 October, Wednesday, 16:00 to 17:10.”
        found = _BEFORE_DATE.match(dates.without_weekday(head))
        good, title = bool(found and span.end and not title), found["title"] if found else ""
    return (day.date, replace(span, at=0, until=0), title) if good else None


_BEFORE_DATE = re.compile(r"^(?P<title>\S.{1,118}?)\s*[–—:,(-][\s,–—:(-]*(?:dia|día|am|on|le|el|den|du|del)?\s*$", re.I)


def _title_first(text: str) -> bool:
    day = dates.find(text)
    return day is not None and not _only_weekday(text[: day.at])


def _only_weekday(text: str) -> bool:
    return not text.strip(" ,.-–—") or bool((dates.weekday(text) and len(text) < 16) or re.fullmatch(r"\s*\w{2,4}[.,]?\s*", text))


def series(lines: list[Line]) -> frozenset[int]:
    """Numbers of the lines that are each an event of its own, when several days stand below each other."""
    found = {line.number: told for line in lines if (told := dated(line))}
    others = any(clocks.find(line.text) for line in lines if line.number not in found)
    if others:  # with slots of their own, “Part 1 – 4 March, 9:00–11:00” is the day's heading
        found = {line.number: found[line.number] for line in lines if line.number in found and not _title_first(line.text)}
    days = {told[0] for told in found.values()}
    return frozenset(found) if len(days) > 1 and (len(days) == len(found) or not others) else frozenset()


_BETWEEN = "–—-|·"  # what stands on both sides of a length: “Opening — 10 min — the chair”


def heads(lines: list[Line]) -> frozenset[int]:
    """Numbers of the headings that name the day whose date stands right below them."""
    return frozenset(line.number for line, below in pairwise(lines)
                     if line.heading and not dates.find(line.text) and not clocks.find(line.text)
                     and not below.cells and dates.find(below.text[:60]))  # fmt: skip


_SAID = re.compile(r"[.!?]$|\b(?:for|of|in|takes?|lasts?|about|around|within|after|every|pour|de|pendant|dure|por|dura|durante|für|dauert|nach|em|en|um|à|x|×|je|jeweils|each)$", re.I)


_SAYS_LENGTH = re.compile(r"\s*(?:[–—|,(·-]\s*)(?:time|duration|length|dauer|durée|duración|duração)\s*:?$", re.I)


def spoken(text: str) -> tuple[int, str] | None:
    """(minutes, the rest) of a line whose length stands at its beginning or end; None otherwise."""
    found = clocks.length(text)
    if found is None:
        return None
    minutes, at, until = found
    head, tail = text[:at].rstrip(), text[until:].lstrip()
    bracket = text[at] in "(["
    between = bool(head and tail) and head[-1] in _BETWEEN and tail[0] in _BETWEEN
    if head and tail.strip(" .;") and not between and not (bracket and tail[0] in ",–—-:;"):
        return None
    head = _SAYS_LENGTH.sub("", head[:-1].rstrip() if between else head)
    marked = bracket or between or head.endswith(("–", "—", "-", ":", ",", "|", "·"))
    if head and not marked and (len(text) > 60 or _SAID.search(head)):
        return None
    rest = (head + (" " if tail[:1] in "–—-" else "") + tail).strip(" \t-–—:;,.|·")
    return (minutes, rest) if rest else None


def bare_length(text: str) -> int | None:
    """The minutes of a line that is a length and nothing else; the title stands below it."""
    found = clocks.length(text)
    return found[0] if found and _whole(text) else None


def lengths_alone(lines: list[Line]) -> bool:
    """Whether the agenda gives lengths and hardly a time: then the slots follow one another."""
    timed = sum(
        1
        for line in lines
        if clocks.find(line.text) and not frame_of(line, False) and not spoken(line.text)
    )
    cells = sum(1 for line in lines if any(_whole(cell) for cell in line.cells))
    spoken_of = sum(
        1
        for line in lines
        if not clocks.find(line.text)
        and (spoken(line.text) or bare_length(line.text) or any(_whole(cell) for cell in line.cells))
    )
    return spoken_of >= 2 and timed <= 1 + spoken_of // 4 and (cells <= spoken_of or timed == 0)


def _whole(cell: str) -> bool:
    found = clocks.length(cell)
    return (
        found is not None and not cell[: found[1]].strip(" ~") and not cell[found[2] :].strip(" .")
    )


def times_first(lines: list[Line]) -> list[Line]:
    """The lines, each time before its title: some texts write the title above its time.

    That is so where every time stands alone on its line, or beside a place, and the
    last line of all is one of them.
    """
    timed = [at for at, line in enumerate(lines) if clocks.find(line.text)]
    alone = [at for at in timed if _nothing_else(lines[at].text) or _place_beside(lines[at].text)]
    if len(alone) < 2 or alone[-1] != len(lines) - 1 or alone != timed or alone[0] == 0:
        return lines
    made: list[Line] = []
    for at, line in enumerate(lines):
        if at not in alone:
            made.append(line)
            continue
        place = len(made)
        while (
            place
            and lines[at - (len(made) - place)].number - 1 == made[place - 1].number
            and not _nothing_else(made[place - 1].text)
        ):
            place -= 1
        room = _place_beside(line.text)
        where = place if place < len(made) else max(place - 1, 0)
        made.insert(where, replace(line, text=line.text[: -len(room)].rstrip(" |,–—-"), cells=()) if room else line)
        if room:
            made.append(replace(line, text=f"Location: {room}", cells=()))
    return made


def _place_beside(text: str) -> str:
    """The place in “10:00 – 10:30 | Hall A”, or nothing."""
    span = clocks.find(text)
    match = span and span.at < 3 and re.fullmatch(r"\s*[|,–—·-]\s*(.{3,40})", text[span.until :])
    return match[1] if match and PLACE.search(match[1]) else ""


def _nothing_else(text: str) -> bool:
    span = clocks.find(text)
    return (
        span is not None and len(re.sub(r"[\W\d]", "", text[: span.at] + text[span.until :])) <= 4
    )

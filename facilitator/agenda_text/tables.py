"""Rows of a table: which column holds what, by its heading or by the looks of its cells."""

from __future__ import annotations

import re
from dataclasses import dataclass

from facilitator.agenda_text import clocks, dates, zones
from facilitator.agenda_text.clocks import Span
from facilitator.agenda_text.places import PLACE

_ROLES = (
    ("number", r"#|no\.?|nr\.?|n[º°.o]|pos\.?|lfd\. ?nr\.?|item no\.?"),
    ("length", r"duration|dur\.?|length|min(?:ute)?s?|dauer|durée|duración|duração|minuten|minutos"),
    ("time", r"(?:time|hours?|when|uhrzeit|zeit|wann|heures?|horaires?|hora|horário|horario|start|end|begin|from|to|beginn|ende|début|fin|inicio|início|fim|hora (?:de )?(?:inicio|início|fin|fim)|(?:start|end) time)"),
    ("day", r"date|day|datum|tag|jour|día|dia|fecha|data"),
    ("room", r"location|room|venue|where|place|ort|raum|wo|lieu|salle|local|sala|lugar"),
    ("who", r"speakers?|who|owners?|presenters?|lead(?:er|s)?|responsible|facilitators?|host|name|moderator|presenter\(s\)|speaker\(s\)|referent(?:in|en)?|wer|intervenants?|orateurs?|ponentes?|responsable|palestrantes?|quem|quién|qui|with|mit|avec|con|com|animation|moderation|leitung"),
    ("note", r"notes?|comments?|remarks?|materials?|method|format|bemerkung(?:en)?|notizen|remarques?|notas?|observaciones|observações|hinweise?"),
    ("title", r"activity|title|topic|session(?: title)?|what|item|event|agenda(?: item)?|programme?|subject|description|thema|inhalt|programm(?:punkt)?|titel|was|titre|activité|événement|sujet|thème|intitulé|séquence|étape|contenu|déroulé|contenido|conteúdo|programa|ablauf|actividad|atividade|tema|título|asunto|evento|qué|o quê"),
)  # fmt: skip
_HEADS = tuple((role, re.compile(rf"^(?:{words})\s*:?$", re.I)) for role, words in _ROLES)
_INCLUSIVE = re.compile(r"[·./-]e(?:[·./-]?s)?$|\(e\)s?$|[·./-]s$|(?:[:*_/·]-?|(?=I))in(?:nen)?$")  # “Intervenant·e·s”, “Referent*innen”
_TRACK = re.compile(
    r"^(?:track|stream|room|hall|raum|saal|salle|sala|workshops?|talks?|group|gruppe)\b.{0,20}$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Row:
    """What a row says; several titles stand beside each other in several rooms."""

    span: Span | None
    minutes: int | None
    titles: tuple[tuple[str, str | None], ...]
    who: str = ""
    more: tuple[str, ...] = ()
    date: str | None = None


def columns(cells: tuple[str, ...]) -> tuple[str, ...] | None:
    """The role of each column when this row is the heading of a table: time, title, room, who …"""
    named = [cell for cell in cells if cell]
    if len(named) < 2 or any(clocks.find(cell) for cell in named):
        return None
    if not cells[0] and len(named) == len(cells) - 1 and any(map(_TRACK.match, named)) and max(map(len, named)) < 25:
        return ("time", *(f"track:{cell}" for cell in cells[1:]))
    roles = tuple(_role(cell) for cell in cells)
    if roles[0] == "time" and len(cells) > 2 and not any(roles[1:]) and all(3 < len(cell) < 30 for cell in cells[1:]):
        return ("time", *(f"track:{cell}" for cell in cells[1:]))
    known = [role for role, cell in zip(roles, cells, strict=True) if role and cell]
    plain = [role for role in known if not role.startswith("track:")]
    if (len(known) == len(named) and plain) or (
        ("time" in plain or "length" in plain) and len(named) - len(known) < 3
    ):
        return tuple(
            role or ("" if not cell else f"track:{cell}")
            for role, cell in zip(roles, cells, strict=True)
        )
    return None


def _role(cell: str) -> str:
    zone = zones.find(cell)
    bare = (
        (cell[: zone[1]] + cell[zone[2] :]).strip(" ()[]")
        if zone
        else re.sub(r"\s*[(\[].*[)\]]$", "", _INCLUSIVE.sub("", cell))
    )
    if zone and not bare:
        return "time"
    found = next((role for part in (bare, *re.split(r"\s*[/&]\s*", bare)) for role, words in _HEADS if words.match(part)), "")
    return found or (f"track:{cell}" if _TRACK.match(cell) else "")


def row(cells: tuple[str, ...], heads: tuple[str, ...]) -> Row | None:
    """The row as a slot; None when no cell of it is a time or a length."""
    cells = tuple("" if cell in ("–", "—", "-", ":") else cell for cell in cells)
    roles = [heads[at] if at < len(heads) else "" for at in range(len(cells))]
    timed = [(at, span) for at, cell in enumerate(cells) if len(cell) < 60 and roles[at] not in ("title", "who")
             and (span := clocks.find(cell)) and only_time(cell, span)]  # fmt: skip
    lengths = [
        (at, found[0]) for at, cell in enumerate(cells) if at not in dict(timed) and (found := _length(cell, roles[at]))
    ]
    if not timed and not lengths:
        return None
    days = [
        at
        for at, cell in enumerate(cells)
        if len(cell) < 40 and (roles[at] == "day" or not roles[at]) and dates.find(cell)
    ]
    used = {at for at, _ in timed} | {at for at, _ in lengths[:1]} | set(days)
    rest = [(roles[at], cell) for at, cell in enumerate(cells) if at not in used and cell and not _counts(cell, roles[at], heads)]
    span = _joined(timed, cells, roles) if timed else None
    date = dates.find(cells[days[0]]) if days else None
    minutes = lengths[0][1] if lengths else None
    return _told(
        span,
        minutes,
        rest,
        date.date if date else None,
        len([r for r in roles if r.startswith("track:")]),
    )


def beside(cells: tuple[str, ...], heads: tuple[str, ...], time: str) -> tuple[str, ...]:
    """The cells of a row below another, with that row's time where their own is empty or left out; else none."""
    at = heads.index("time") if heads.count("time") == 1 else -1
    if at < 0 or not time or any(clocks.find(cell) for cell in cells):
        return ()
    if len(cells) == len(heads) and not cells[at]:
        return (*cells[:at], time, *cells[at + 1 :])
    return (*cells[:at], time, *cells[at:]) if len(cells) == len(heads) - 1 else ()


def alike(title: str, other: str) -> bool:
    """Whether two titles differ by a number, a letter or a bracket alone: “Workshop 2 (Attic)”, “Workshop 1 (Barn)”."""
    one, two = (re.sub(r"\([^()]*\)|\d+|\b[A-Z]\b", "", each).strip() for each in (title, other))
    return one == two != "" and title != other


def time_of(cells: tuple[str, ...], heads: tuple[str, ...]) -> str:
    """What stands in the column of times."""
    return cells[heads.index("time")] if "time" in heads and len(cells) > heads.index("time") else ""


def _counts(cell: str, role: str, heads: tuple[str, ...]) -> bool:
    """Whether a cell only numbers the rows; the sign above such a column may have been taken for Markdown."""
    return role == "number" or bool(heads and role in ("", "title") and re.fullmatch(r"\d{1,2}[.)]?", cell))


def _joined(timed: list[tuple[int, Span]], cells: tuple[str, ...], roles: list[str]) -> Span:
    (first, span), rest = timed[0], timed[1:]
    zoned = any(zones.find(cells[at]) for at, _ in timed)
    if span.end is None and rest and rest[0][0] == first + 1 and not zoned and not roles[first + 1].startswith("track:"):
        return Span(span.start, rest[0][1].start, 0, 0)
    return span


def _length(cell: str, role: str) -> tuple[int, int, int] | None:
    if role == "length" and re.fullmatch(r"\d{1,3}", cell):
        return int(cell), 0, len(cell)
    found = clocks.length(cell) if len(cell) < 14 and role in ("", "length", "time") else None
    return (
        found
        if found and not cell[: found[1]].strip(" ~") and not cell[found[2] :].strip(" .")
        else None
    )


def _told(
    span: Span | None,
    minutes: int | None,
    rest: list[tuple[str, str]],
    date: str | None,
    tracks: int,
) -> Row:
    titles: list[tuple[str, str | None]] = []
    room, who, more = None, "", []
    for role, cell in rest:
        if role == "room":
            room = cell
        elif role == "who":
            who = cell
        elif role.startswith("track:") and tracks > 1:
            titles.append((cell, role[6:]))
        elif role == "note":
            more.append(cell)
        elif role == "title" and not titles:
            titles.append((cell, None))
        elif not role and room is None and len(rest) > 1 and PLACE.search(cell) and len(cell) < 60:
            room = cell
        elif not titles:
            titles.append((cell, None))
        else:
            more.append(cell)
    beside = _beside(titles)
    return Row(
        span, minutes, tuple((title, own or room) for title, own in beside), who, tuple(more), date
    )


def _beside(titles: list[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
    """The titles of a row with their tracks; the same title in every track is one slot for all."""
    if len({title for title, _ in titles}) > 1:
        return list(dict.fromkeys(titles))
    return [(titles[0][0] if titles else "", None)]


def only_time(cell: str, span: Span) -> bool:
    """Whether a cell holds a time and nothing else but a zone or copies in other zones."""
    rest = cell[: span.at] + cell[span.until :]
    while zone := zones.find(rest):
        rest = rest[: zone[1]] + rest[zone[2] :]
    while more := clocks.find(rest):
        rest = rest[: more.at] + rest[more.until :]
    return len(re.sub(r"[\W\d]", "", rest)) <= 2

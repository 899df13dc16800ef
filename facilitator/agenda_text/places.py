"""Where something is: the words for rooms and houses, and the room that stands in a title."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from facilitator.agenda_text import names

PLACE = re.compile(
    r"\b(?:rooms?|hall|auditorium|suite|building|floor|cent(?:er|re)|theat(?:er|re)|lobby|library|campus|raum|saal|foyer|aula|hörsaal|festsaal|mensa|bibliothek"
    r"|salle|amphi(?:théâtre)?|sala|salón|(?:salas|salles|salones|aulas)(?=\s(?:\d|[a-z]\b))|aula|auditório|auditorio|anfiteatro|ballroom|lounge|pavill?ion|courtyard|amphitheat(?:er|re)|platz|straße|strasse|zoom|teams|online)\b", re.I)  # fmt: skip
_ROOM = r"(?:Room|Hall|Salle|Sala|Salón|Raum|Saal|Hörsaal|Amphi(?:théâtre)?|Aula|Auditorium|Auditorio|Auditório|Track|Stream)"
_OF = r"(?:(?:de|des|do|da|du|der|seminario|seminário|magna)\s+)?"
_ROOM_FIRST = re.compile(
    rf"^(?P<room>{_ROOM}\s+{_OF}[\w.-]{{1,12}})\s*(?::|\s[–—-])\s+(?P<rest>\S.*)$", re.I
)
_ROOM_LAST = re.compile(
    rf"^(?P<rest>.+?)\s*(?:,|@|\.|\s[–—-]|\||\bin)\s+(?P<room>{_ROOM}\s+{_OF}[\w.-]{{1,12}}|(?:Main|Grand|Great) (?:Hall|Room))\s*\.?$",
    re.I,
)
_ROOM_BETWEEN = re.compile(r"^(?P<rest>[^()]{3,150}?)\s*\((?P<room>[^()]{3,40})\)\s*(?P<more>[–—:-]\s.+)$")
_ROOM_BEHIND = re.compile(r"^(?P<rest>.*\))\s*(?:[–—@-]|,)\s+(?P<room>[^()]{3,40})$")
_NUMBERED = re.compile(r"(?!(?:Round|Level|Year|Phase|Stage|Grade|Vol|Volume|Chapter|Module|Step|Version|Ronda|Fase|Nivel|Runde|Stufe|Étape|Etapa)\b)(?P<first>[A-ZÀ-Ý][\w’'-]+)(?:\s[A-ZÀ-Ý][\w’'-]+)*\s(?:[A-Z]|\d{1,3})")
_PLACE_LABEL = re.compile(
    r"^(?:location|room|venue|where|place|ort|raum|lieu|salle|ubicación|lugar|sala|local)\s*:\s*(?P<place>\S.{0,80})$",
    re.I,
)


@cache
def _countries() -> frozenset[str]:
    return frozenset(files("facilitator.agenda_text").joinpath("countries.txt").read_text("utf-8").split())


def is_country(text: str) -> bool:
    """Whether words are a country's name: it says where an organisation works, and is none."""
    return text.casefold() in _countries() or bool(names.COUNTRY.match(text))


def awaits(text: str) -> bool:
    """Whether a line is only the label of a place: “Location”, whose place stands below."""
    return bool(_PLACE_LABEL.match(f"{text.rstrip(' :')}: x")) and ":" not in text.rstrip(" :")


def place_of(text: str) -> str | None:
    """The place in “Location: Hall 2”; None in any other line."""
    match = _PLACE_LABEL.match(text)
    return match["place"] if match else None


def room_of(title: str) -> tuple[str, str | None]:
    """(the title, the room) of “Room 3: Drones” or “Drones – Hall B”."""
    between = _ROOM_BETWEEN.match(title)
    if between and PLACE.search(between["room"]) and "," not in between["room"]:
        return f"{between['rest']} {between['more']}", between["room"].strip()
    match = _ROOM_FIRST.match(title) or _ROOM_LAST.match(title) or _ROOM_BEHIND.match(title)
    if match and match.re is _ROOM_BEHIND and not PLACE.search(match["room"]):
        return title, None
    return (match["rest"].strip(), match["room"]) if match else (title, None)


def numbered(text: str) -> bool:
    """Whether it is a room of some house: “Contessa B”, “Riverside 2”."""
    match = _NUMBERED.fullmatch(text)
    return match is not None and not names.is_given(match["first"]) and not names.THINGS.search(text)

"""Dates in a line, in five languages: December 4, 4 de diciembre de 2025, Mittwoch, 19. Nov."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

MONTHS = (
    ("january", "jan", "janvier", "janv", "enero", "ene", "janeiro", "januar", "jänner"),
    ("february", "feb", "février", "févr", "fév", "febrero", "fevereiro", "fev", "februar"),
    ("march", "mar", "mars", "marzo", "março", "märz", "mär"),
    ("april", "apr", "avril", "avr", "abril", "abr"),
    ("may", "mai", "mayo", "maio"),
    ("june", "jun", "juin", "junio", "junho", "juni"),
    ("july", "jul", "juillet", "juil", "julio", "julho", "juli"),
    ("august", "aug", "août", "aout", "agosto", "ago"),
    ("september", "sep", "sept", "septembre", "septiembre", "setembro", "set"),
    ("october", "oct", "octobre", "octubre", "outubro", "out", "oktober", "okt"),
    ("november", "nov", "novembre", "noviembre", "novembro"),
    ("december", "dec", "décembre", "déc", "diciembre", "dic", "dezembro", "dez", "dezember"),
)
NUMBER = {name: number for number, names in enumerate(MONTHS, 1) for name in names}
_DAYS = (
    ("monday", "lundi", "lunes", "segunda", "montag"),
    ("tuesday", "mardi", "martes", "terça", "dienstag"),
    ("wednesday", "mercredi", "miércoles", "quarta", "mittwoch"),
    ("thursday", "jeudi", "jueves", "quinta", "donnerstag"),
    ("friday", "vendredi", "viernes", "sexta", "freitag"),
    ("saturday", "samedi", "sábado", "samstag", "sonnabend"),
    ("sunday", "dimanche", "domingo", "sonntag"),
)
WEEKDAY = "|".join(name + "(?:-feira)?" * (name in ("segunda", "terça", "quarta", "quinta", "sexta"))
                   for names in _DAYS for name in names)  # fmt: skip
_MONTH = r"(?P<month>" + "|".join(sorted(NUMBER, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|º|ª|\.)?"
_YEAR = r"(?:,?\s*(?:de\s+|del\s+)?(?P<year>(?:19|20)\d{2})\b)?"
_FORMS = (
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})-(?P<number>[01]?\d)-(?P<day>[0-3]?\d)(?!\d)"),
    re.compile(
        rf"(?<!\w){_MONTH}\s+{_DAY}(?![\d:h.])(?:\s?[-–]\s?[0-3]?\d(?![\d:]))?{_YEAR}", re.I
    ),
    re.compile(
        rf"(?<![\d:.]){_DAY}\s*(?:(?:,\s*[0-3]?\d\s*)*(?:[-–/&]|\b(?:e|et|y|and|und|au|bis|to|a|al)\b)\s*[0-3]?\d\.?\s*){{0,2}}(?:de\s+|of\s+)?{_MONTH}{_YEAR}", re.I
    ),
    re.compile(
        r"(?<![\d.])(?P<day>[0-3]?\d)\.(?P<number>[01]?\d)\.(?P<year>(?:19|20)\d{2})?(?!\d)"
    ),
    re.compile(r"(?<![\d/])(?P<day>[0-3]?\d)/(?P<number>[01]?\d)/(?P<year>(?:19|20)\d{2})(?!\d)"),
    re.compile(r"\b(?:dia|día)\s+(?P<day>[0-3]?\d)/(?P<number>[01]?\d)(?![\d/])", re.I),
    re.compile(rf"\b(?:{WEEKDAY})(?:,|\s+dia)?\s+(?:\(|(?:den|le|el)\s+)?(?P<day>[0-3]?\d)/(?P<number>[0-3]?\d)(?![\d/])", re.I),
)
LEAP = 2024  # stands for a year that is not told: it has a 29 February
_WEEKDAY = re.compile(rf"\b(?:{WEEKDAY})\b", re.I)


@dataclass(frozen=True, slots=True)
class Found:
    """A date as YYYY-MM-DD or --MM-DD, and where it stands."""

    date: str
    at: int
    until: int


@lru_cache(maxsize=4096)  # every step of the reader asks for each line again
def find(line: str) -> Found | None:
    """The first date in a line; impossible ones are no dates."""
    for form in _FORMS:
        for match in form.finditer(line):
            written = match.groupdict()
            month = (
                int(written["number"]) if "number" in written else NUMBER[written["month"].lower()]
            )
            day, year = int(written["day"]), written.get("year")
            if "number" in written and month > 12 >= day:
                month, day = day, month  # written month first
            if _possible(int(year or LEAP), month, day):
                text = f"{year or '-'}-{month:02d}-{day:02d}"
                return Found(text, min(at for at in map(match.start, match.re.groupindex) if at >= 0), match.end())
    return None


def day_first(text: str, zone: str | None) -> str:
    """The text with 12/4/2025 written 2025-12-04 where the month comes first, as in the United States."""
    american = zone in (
        "America/New_York",
        "America/Chicago",
        "America/Denver",
        "America/Los_Angeles",
    )
    if not american:
        return text
    return re.sub(r"(?<![\d/])(0?[1-9]|1[0-2])/([0-3]?\d)/((?:20)\d{2})(?!\d)", r"\3-\1-\2", text)


def _possible(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def only_weekday(line: str) -> bool:
    """Whether the line is the name of a weekday and nothing else, or with its number: “Friday 24th”."""
    return bool(re.fullmatch(rf"(?:{WEEKDAY})(?:,?\s+(?:the|le|el|den|dia|día)?\s*[0-3]?\d(?:st|nd|rd|th|er|º|\.)?)?\s*:?", line.strip(), re.I))


def days_between(one: str, other: str) -> int:
    """Days from one weekday to the next other one, by the names that two texts begin with; 0 where one begins otherwise."""
    found = [at for text in (one, other) for at, words in enumerate(_DAYS) if text.casefold().startswith(words)]
    return (found[1] - found[0] - 1) % 7 + 1 if len(found) == 2 else 0


def later(day: str, count: int) -> str:
    """So many days after a YYYY-MM-DD or --MM-DD."""
    found = date.fromisoformat(day.replace("--", f"{LEAP}-", 1) if day.startswith("--") else day) + timedelta(count)
    return f"--{found:%m-%d}" if day.startswith("--") else found.isoformat()


def half_of_weekday(line: str) -> tuple[str, str] | None:
    """(weekday, the rest) of “Samstag Vormittag”, “sábado por la mañana:”; None where a line begins otherwise."""
    match = re.match(rf"(?P<day>{WEEKDAY}),?\s+(?:(?:por la|a la|pela|de|à|in the)\s+)?(?P<rest>\S.*)$", line.strip(), re.I)
    return (match["day"].casefold(), match["rest"]) if match else None


def without_weekday(line: str) -> str:
    """The line without the names of weekdays."""
    return _WEEKDAY.sub("", line)


def weekday(line: str) -> bool:
    """Whether a day of the week is written in the line."""
    return bool(_WEEKDAY.search(line))

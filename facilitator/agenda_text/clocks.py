"""Times of day in a line, as people write them: 9:30-9:45 AM, 14h00, 14 Uhr, de 9h às 10h30.

It only finds what is written. What a bare 1:30 after lunch means is decided in `repair`,
where the slots before it are known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

MERIDIEM = r"(?P<{0}>[ap](?:\.\s?m\.?|m(?:\b|(?=(?-i:[A-ZÀ-Ý]))))|(?<=\d)[ap](?![\w.])|(?:(?<=12)|(?<=12\s)|(?<=:00)|(?<=:00\s))m\.(?=[\s)])(?!\s(?-i:[A-ZÀ-Ý][a-zà-ÿ]))|(?<=12:00\s)m\.(?=[\s)]))"
CLOCK = (
    r"(?P<{0}h>[01]?\d|2[0-4])"
    r"(?:\s?(?:[:.]|h(?:eures?|rs?|oras)?\.?\s?)(?P<{0}m>[0-5]\d)(?!\d)(?:\s?(?:h(?:rs?|s|oras|eures)?\b(?![-.]\w)\.?|min\b|Uhr\b))?"
    r"|\s?(?P<{0}u>h(?:eures?|rs?|s|oras)?\b\.?|Uhr\b|o['’]clock\b))?"
)
WORD = r"(?P<{0}w>\b(?:12\s)?(?:noon|midnight|midday|mediod[ií]a|meio-dia|midi|minuit|Mittag|Mitternacht)\b)"
TO = r"\s*(?:[-‐-―−~→›>]+|\b(?:to|until|till|bis|à|a|às|as|até|hasta(?:\s+las)?|jusqu['’](?:à|au)|a\s+las|and|et|und|e)\b)\s*"
LEAD = r"(?:à partir de\s+|a partir de(?:\s+las?)?\s+)?(?:(?:ca\.|approx\.|circa|~)\s*)?(?:(?:from|von|de|das|dès|ab|at|um|gegen|vers|à|a\s+las|às|der?|du|desde)\s+(?:las?\s+)?)?(?:(?:ca\.|approx\.|circa)\s*)?"


def _one(name: str) -> str:
    return f"(?:{WORD.format(name)}|{CLOCK.format(name)}(?:\\s?{MERIDIEM.format(name + 'p')})?)"


RANGE = re.compile(LEAD + r"(?<![\d.,:/#$€£-])" + _one("a") + TO + _one("b") + r"(?![\d%/])", re.I)
SINGLE = re.compile(LEAD + r"(?<![\d.,:/#$€£-])" + _one("a") + r"(?![\d%/])", re.I)
LENGTH = re.compile(
    r"(?:[(\[]\s?)?(?<![\d/])\b(?:(?P<hours>\d{1,2})\s?(?:hs?|hrs?|hours?|Std\.?|Stunden?|heures?|horas?)(?:\s?(?P<more>[0-5]\d)(?:\s?min)?)?"
    r"|(?P<minutes>\d{1,3})\s?(?:['′’]|min\.?|mins|minutes?|Minuten|minutos|mn\.?))(?!\w)[)\]]?",
    re.I,
)
COMPACT = re.compile(r"^(?P<lead>[^\w\n]{0,6})(?P<a>[01]\d|2[0-3])(?P<b>[0-5]\d)(?P<to>\s?[-–—]\s?)(?P<c>[01]\d|2[0-4])(?P<d>[0-5]\d)(?=\D|$)|"
                     r"^(?P<lead1>[^\w\n]{0,6})(?P<e>[01]\d|2[0-3])(?P<f>[0-5]\d)(?=\s?(?:h(?:rs?|ours?)?\b|[-–—:|]\s))", re.M | re.I)  # fmt: skip
LONG = 6  # hours beyond which 9h30 is a time of day and no length
NOON, MIDNIGHT = 12 * 60, 24 * 60


@dataclass(frozen=True, slots=True)
class Clock:
    """Minutes after midnight as written; `half` is a, p or empty; `sure` when it can only be a time,
    `padded` when written 09, as those who count to 24 do."""

    minutes: int
    half: str = ""
    sure: bool = False
    padded: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A start and perhaps an end, and where in the line they stand."""

    start: Clock
    end: Clock | None
    at: int
    until: int


def spelled(text: str) -> str:
    """The text with 0900-0930 written 09:00-09:30, when several lines begin like that."""
    if len(COMPACT.findall(text)) < 2 or len(re.findall(r"\d[:.h]\d\d", text)) > 1:
        return text
    return COMPACT.sub(
        lambda m: (
            f"{m['lead']}{m['a']}:{m['b']}{m['to']}{m['c']}:{m['d']}"
            if m["a"]
            else f"{m['lead1']}{m['e']}:{m['f']}"
        ),
        text,
    )


@lru_cache(maxsize=4096)  # every step of the reader asks for each line again
def find(line: str) -> Span | None:
    """The first time or range of times in a line."""
    for match in RANGE.finditer(line):
        start, end = _clock(match, "a"), _clock(match, "b")
        if _backwards(match, start, end):
            continue
        if start.sure or end.sure or (match.start() < 3 and _plain_range(start, end)):
            return Span(start, end, match.start(), match.end())
    for match in SINGLE.finditer(line):
        start = _clock(match, "a")
        if start.minutes == MIDNIGHT and match["au"] and match.start() > 0:
            continue  # open 24 hours
        if start.sure and (not match["aw"] or _stands_alone(line, match)):
            return Span(start, None, match.start(), match.end())
    return None


def _stands_alone(line: str, match: re.Match[str]) -> bool:
    """Whether “noon” is a time here and no word of a title: “Noon – lunch”, “12 noon Lunch”."""
    if match["aw"].startswith("12"):
        return True
    rest = line[match.end() :]
    return match.start() < 3 and bool(re.match(r"\s*(?:[-–—:|]|$)", rest)) and not re.fullmatch(rf"\W*{LENGTH.pattern}\W*", rest, re.I)


def _backwards(match: re.Match[str], start: Clock, end: Clock) -> bool:
    """Whether “17:10 - 3 talks” only looks like a range: the bare number cannot be an hour after it."""
    bare = not (end.sure or match["bw"])
    return bare and start.minutes >= 13 * 60 and end.minutes <= start.minutes


def _plain_range(start: Clock, end: Clock) -> bool:
    """Whether “9-10” at the beginning of a line can be meant as hours."""
    return 6 * 60 <= start.minutes < end.minutes <= 23 * 60


def _clock(match: re.Match[str], name: str) -> Clock:
    word = match[f"{name}w"]
    if word:
        night = word.lower() in ("midnight", "minuit", "mitternacht")
        return Clock(MIDNIGHT if night else NOON, "", True)
    half = (match[f"{name}p"] or "")[:1].lower().replace("m", "p")  # 12:00 m. is noon
    minutes = int(match[f"{name}h"]) * 60 + int(match[f"{name}m"] or 0)
    sure = bool(half or match[f"{name}m"] or match[f"{name}u"])
    return Clock(minutes, half, sure, match[f"{name}h"].startswith("0"))


def length(text: str) -> tuple[int, int, int] | None:
    """(minutes, start, end in the text) of a duration such as (30 min); None without one."""
    match = LENGTH.search(text)
    if match is None:
        return None
    hours, more, minutes = match["hours"], match["more"], match["minutes"]
    if more and (hours.startswith("0") or int(hours) > LONG):
        return None  # 09h00 is a time of day
    total = int(hours) * 60 + int(more or 0) if hours else int(minutes)
    return (total, match.start(), match.end()) if 0 < total <= 24 * 60 else None

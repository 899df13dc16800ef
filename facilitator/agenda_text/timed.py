"""A line with a time: where the time stands in it, and what is left without it."""

from __future__ import annotations

import re

from facilitator.agenda_text import clocks, dates, zones
from facilitator.agenda_text.clocks import Span

EDGE = " \t-–—:;,.|·•*►▶→>"
_UNTIL = re.compile(r"\b(?:until|till|by|before|bis|vor|jusqu['’](?:à|au)|avant|hasta|antes d[eao]s?|até)(?:\s+(?:las?|les?|às|a|à))?$", re.I)
PROSE = 120  # characters from which a line with a date before its time is a sentence
LONGEST = 220  # characters of a line whose time does not stand first
_JOINT = {":": ": ", "–": " – ", "—": " — "}


def parted(text: str) -> tuple[Span, str] | None:
    """(time, the other words) of a slot's line; None when its time stands inside a sentence."""
    span = clocks.find(text)
    if span is None or not _set_off(text, span):
        return None
    span, rest = _ended(span, text[span.until :])
    head, tail = text[: span.at].strip(EDGE), without_copies(rest)
    if text[: span.at].rstrip().endswith(("(", "[")):  # the time stands in brackets
        head, tail = head.rstrip("([" + EDGE), _from_bracket(tail).strip(" ")
    joint = re.match(r"[)\]]?\s*([:–—])", tail)
    tail = tail.lstrip(EDGE + ")]")
    if head and ((dates.find(head) and (not tail or len(text) > PROSE)) or len(text) > LONGEST):
        return None
    if head and tail:
        return span, f"{head}{_JOINT[joint[1]] if joint else ' '}{tail}"
    return span, head or tail


def _ended(span: Span, tail: str) -> tuple[Span, str]:
    """With its end in “8:45 AM ET / 2:45 PM CET – 9:00 AM ET / 3:00 PM CET”; and what follows."""
    rest, zone = tail, zones.find(tail)
    while zone and zone[1] <= 2 and span.end is None:
        rest = rest[zone[2] :]
        joint = re.match(r"\s*([/|–—-])\s*(?=\d)", rest)
        time = clocks.find(rest[joint.end() :]) if joint else None
        if joint is None or time is None or time.at > 0 or time.end:
            break
        rest = rest[joint.end() + time.until :]
        if joint[1] not in "/|":
            return Span(span.start, time.start, span.at, span.until), rest
        zone = zones.find(rest)
    return span, tail


def _from_bracket(tail: str) -> str:
    """What follows a time in brackets: “09:00–09:15, Ana Silva) …” keeps its people in a bracket."""
    match = re.match(r"\s*[,;|–—-]\s*(?P<people>(?:[^()]|\([^()]*\))+)\)(?P<rest>.*)$", tail)
    return f"({match['people']}){match['rest']}" if match else tail.lstrip(")]")


def _set_off(text: str, span: Span) -> bool:
    """Whether the time stands at the line's edge or between marks, not inside a sentence."""
    head, tail = text[: span.at].strip(), text[span.until :].strip()
    if not head.strip(EDGE + "([#"):
        return True
    if _UNTIL.search(head) and not tail.strip(EDGE + ")]"):
        return False
    marked = head.endswith(("(", "[", "–", "—", "-", ":", "|", ",", "·", "►"))
    if not tail.strip(EDGE + ")]"):
        return marked or (not tail.endswith(".") and len(text) < 80)
    return marked and (tail[0] in ")]–—-:|,·/" or (zones.find(tail) or ("", 9, 0))[1] <= 2)


def without_copies(tail: str) -> str:
    """What follows a time without its zone and the same time in other zones."""
    while True:
        rest = tail.lstrip(" /|,;·([–—-=")
        zone, span = zones.find(rest), clocks.find(rest)
        if tail.lstrip().startswith("/") and span and span.at == 0 and not zone:  # “11.00 / 9.00 – Welcome”
            tail = rest[span.until :]
            continue
        if zone and zone[1] <= 1:
            tail = rest[zone[2] :]
        elif span and span.at <= 1 and (after := zones.find(rest[span.until :])) and after[1] <= 2:
            tail = rest[span.until + after[2] :]
        else:
            return tail
        tail = re.sub(r"^\s*[)\]]", "", tail)

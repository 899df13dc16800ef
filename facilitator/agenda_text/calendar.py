"""iCalendar (RFC 5545) in and out: one event a slot, stable ids, times in UTC.

Tolerant on the way in: files as found repeat ids, put zones on lines of their own and name
speakers where organisers belong. Strict on the way out: CRLF, folded at 75 octets, escaped.
What iCalendar has no word for stands in X- properties, so that our own files lose nothing.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from facilitator.agenda_text import calendar_zones
from facilitator.agenda_text.calendar_zones import Zones
from facilitator.agenda_text.kinds import kind_of
from facilitator.agenda_text.model import Agenda, Day, Slot, Speaker, Unreadable, several
from facilitator.agenda_text.times import day_of, span, zone_of

_LINE = re.compile(
    r"^(?P<name>[A-Za-z-]+)(?P<params>(?:;[^:\"]*(?:\"[^\"]*\"[^:\"]*)*)*):(?P<value>.*)$"
)
_OURS = "X-FACILITATOR"


def read(text: str) -> Agenda:
    """The agenda in a calendar; Unreadable when there is no event in it."""
    text = text.replace("\r\n", "\n")
    warnings: list[str] = []
    found: list[tuple[str, str, dict[str, Any], Slot]] = []
    name = calendar_zones.named(text, warnings)
    zones = calendar_zones.Zones(zone_of(name), warnings)
    for number, event in enumerate(_events(text), 1):
        made = _slot(event, zones)
        if made is None:
            warnings.append(f"Event {number} has no usable start or no title; it was left out.")
        else:
            found.append((*made[:2], event, made[2]))
    if not found:
        raise Unreadable("There is no event with a start in this calendar.")
    found.sort(key=lambda row: (row[2].get(f"{_OURS}-ORDER", ""), row[0], row[1]))
    days = []
    for (_, title), rows in groupby(found, key=lambda r: (r[0], r[2].get(f"{_OURS}-DAY", ""))):
        listed = list(rows)
        date = listed[0][2].get(f"{_OURS}-DATE") or listed[0][0]
        slots = tuple(row[3] for row in listed)
        days.append(Day(title=title or None, date=None if date == "none" else date, slots=slots))
    return Agenda(timezone=name, days=tuple(days), warnings=tuple(dict.fromkeys(warnings)))


def _events(text: str) -> Iterator[dict[str, Any]]:
    event: dict[str, Any] | None = None
    for line in re.sub(r"\n[ \t]", "", text).split("\n"):
        if line.strip() == "BEGIN:VEVENT":
            event = {}
        elif line.strip() == "END:VEVENT" and event is not None:
            yield event
            event = None
        elif event is not None and (match := _LINE.match(line)):
            name = match["name"].upper()
            if name == f"{_OURS}-SPEAKER":
                event.setdefault(name, []).append(_plain(match["value"]))
            else:
                event.setdefault(name, _plain(match["value"]).strip())
                event.setdefault(f"{name};", match["params"])


def _plain(value: str) -> str:
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value)


def _slot(event: dict[str, Any], zones: Zones) -> tuple[str, str, Slot] | None:
    start = zones.when(event.get("DTSTART"), event.get("DTSTART;", ""))
    if start is None or not event.get("SUMMARY"):
        return None
    end = zones.when(event.get("DTEND"), event.get("DTEND;", ""))
    length = calendar_zones.duration(event.get("DURATION"))
    end = end or (start + length if length else None)
    speakers = tuple(_speakers(event))
    kind = event.get(f"{_OURS}-KIND") or kind_of(event["SUMMARY"], len(speakers))
    links = tuple(event.get(f"{_OURS}-LINKS", event.get("URL", "")).split())
    ours = re.fullmatch(r"(\S+\.\S+)@facilitator", event.get("UID", ""))
    slot = Slot(
        start=f"{start:%H:%M}", end=f"{end:%H:%M}" if end else None, title=event["SUMMARY"],
        kind=kind, speakers=speakers, description=event.get("DESCRIPTION") or None,
        room=event.get("LOCATION") or None, links=links,
        end_inferred=f"{_OURS}-END-INFERRED" in event, id=ours[1] if ours else None,
        settings=_settings(event.get(f"{_OURS}-SETTINGS", "{}")),
    )  # fmt: skip
    return f"{start:%Y-%m-%d}", f"{start:%H:%M}", slot


def _settings(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _speakers(event: dict[str, Any]) -> Iterator[Speaker]:
    for text in event.get(f"{_OURS}-SPEAKER", []):
        try:
            yield Speaker(*json.loads(text))
        except (ValueError, TypeError):
            continue
    if f"{_OURS}-SPEAKER" not in event and f"{_OURS}-KIND" not in event:
        named = re.search(r"CN=(?:\"([^\"]+)|([^:;\"]+))", event.get("ORGANIZER;", ""))
        if named:
            yield from several(named[1] or named[2])


def write(agenda: Agenda) -> str:
    """The agenda as a calendar."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Facilitator//Agenda//EN", "CALSCALE:GREGORIAN",
             f"X-WR-TIMEZONE:{agenda.timezone or 'none'}"]  # fmt: skip
    for order, day in enumerate(agenda.days):
        for number, slot in enumerate(day.slots):
            lines += _event(agenda, day, slot, order, number)
    return "".join(_folded(line) + "\r\n" for line in [*lines, "END:VCALENDAR"])


def _event(agenda: Agenda, day: Day, slot: Slot, order: int, number: int) -> list[str]:
    start, end = span(day_of(day.date), slot.start, slot.end, zone_of(agenda.timezone))
    named = f"{day.title}|{day.date}|{order}|{number}|{slot.title}"
    uid = slot.id or hashlib.sha256(named.encode()).hexdigest()[:24]
    lines = [
        "BEGIN:VEVENT",
        f"UID:{uid}@facilitator",
        f"DTSTAMP:{_utc(start)}",
        f"DTSTART:{_utc(start)}",
    ]
    lines += [f"DTEND:{_utc(end)}"] if end else []
    lines += [f"SUMMARY:{_escaped(slot.title)}"]
    lines += [f"DESCRIPTION:{_escaped(slot.description)}"] if slot.description else []
    lines += [f"LOCATION:{_escaped(slot.room)}"] if slot.room else []
    lines += [f"{_OURS}-ORDER:{order:03d}.{number:03d}", f"{_OURS}-KIND:{slot.kind}",
              f"{_OURS}-DATE:{day.date or 'none'}"]  # fmt: skip
    lines += [f"{_OURS}-DAY:{_escaped(day.title)}"] if day.title else []
    lines += [f"{_OURS}-END-INFERRED:1"] if slot.end_inferred else []
    lines += [f"{_OURS}-LINKS:{_escaped(' '.join(slot.links))}"] if slot.links else []
    if slot.settings:
        text = json.dumps(dict(slot.settings), ensure_ascii=False)
        lines.append(f"{_OURS}-SETTINGS:{_escaped(text)}")
    for s in slot.speakers:
        text = json.dumps([s.name, s.org, s.role], ensure_ascii=False)
        lines.append(f"{_OURS}-SPEAKER:{_escaped(text)}")
    return [*lines, "END:VEVENT"]


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\r\n", "\n").replace("\n", "\\n")


def _folded(line: str) -> str:
    """At most 75 octets a line, never cut inside a character."""
    parts, current, room = [], "", 75
    for sign in line:
        size = len(sign.encode())
        if room < size:
            parts.append(current)
            current, room = " ", 74
        current, room = current + sign, room - size
    return "\r\n".join([*parts, current])

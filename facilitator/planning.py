"""From an agenda as it was read to events as they are created: dates, zones, ids, codes.

It stands alone because the organiser's page and the demo take the same path, and because
here is the one place where local times on paper become instants.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from facilitator.domain.commands.planning import CreateEvent
from facilitator.domain.event import Sequel
from facilitator.domain.stamp import Refused
from facilitator.protocol import read

CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""No I, O, 0 or 1: codes are read from a screen and typed on a phone."""
UNKNOWN_END = 15
"""Minutes of a slot whose end nothing tells."""


@dataclass(frozen=True, slots=True)
class PlannedEvent:
    """An event to be created, under its future id."""

    id: str
    command: CreateEvent


def new_id(kind: str) -> str:
    """An id nobody can guess, beginning with a letter that says what it is for."""
    return kind + secrets.token_hex(8)


def new_code() -> str:
    """A join code of eight letters and digits."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(8))


def next_such_date(text: str | None, today: date) -> date | None:
    """A date as the agenda has it; without a year (`--MM-DD`) the next one from today."""
    if not text:
        return None
    if not text.startswith("--"):
        return date.fromisoformat(text)
    month, day = int(text[2:4]), int(text[5:7])
    for year in range(today.year, today.year + 9):  # eight years always hold a 29 February
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    return None


def plan(series: str, agenda: dict[str, Any], today: date) -> Sequence[PlannedEvent]:
    """One event a day of the agenda (`agenda` JSON), each previewing the next.

    Refused with a sentence when a day has no date or no slot, or a value cannot be used.
    """
    days = [day for day in agenda["days"] if day["slots"]]
    if not days:
        raise Refused("empty", "No slots were found. Give each line a time, such as 9:30 – 10:00.")
    events = [_event(series, agenda, day, today) for day in days]
    return list(_with_sequels(events))


def _event(series: str, agenda: dict[str, Any], day: dict[str, Any], today: date) -> PlannedEvent:
    when = next_such_date(day.get("date"), today)
    if when is None:
        raise Refused("date", f"“{day['title'] or 'The event'}” needs a date.")
    zone = agenda.get("timezone") or "UTC"
    slots = list(_slots(day["slots"], when, _zone(zone)))
    title = day["title"] or agenda.get("title") or f"Event on {when:%d %B %Y}"
    fields = {
        "series": series, "title": title[:300], "code": new_code(), "slots": slots,
        "timezone": zone, "about": day.get("about", ""), "host_name": agenda.get("host_name", ""),
    }  # fmt: skip
    command = read("event.create", fields)
    assert isinstance(command, CreateEvent)
    return PlannedEvent(new_id("e"), command)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # ZoneInfoNotFoundError is a KeyError
        raise Refused("zone", f"“{name}” is not a time zone we know.") from None


def _slots(slots: Sequence[dict[str, Any]], when: date, zone: ZoneInfo) -> Iterator[dict[str, Any]]:
    last, offset = "", 0
    for number, slot in enumerate(slots, 1):
        offset += slot["start"] < last  # past midnight
        last = slot["start"]
        start = _instant(when + timedelta(days=offset), slot["start"], zone)
        end = slot["end"]
        late = timedelta(days=offset + (end < slot["start"])) if end else timedelta(0)
        length = _instant(when + late, end, zone) - start if end else _length(slot)
        yield {
            "id": f"s{number}", "title": slot["title"], "kind": slot["kind"], "start": start,
            "minutes": max(1, length // 60_000), "speakers": list(_speakers(slot)),
            "description": slot.get("description") or "", "links": list(_links(slot)),
            "question": slot.get("question") or "",
        }  # fmt: skip


def _length(slot: dict[str, Any]) -> int:
    """Minutes as the organiser corrected them, or the usual ones, in ms."""
    return int(slot.get("minutes") or UNKNOWN_END) * 60_000


def _instant(day: date, clock: str, zone: ZoneInfo) -> int:
    hour, minute = clock.split(":")
    local = datetime(day.year, day.month, day.day, int(hour), int(minute), tzinfo=zone)
    return int(local.timestamp()) * 1_000


def _speakers(slot: dict[str, Any]) -> Iterator[dict[str, str]]:
    for speaker in slot.get("speakers") or ():
        yield {key: speaker.get(key) or "" for key in ("name", "org", "role")}


def _links(slot: dict[str, Any]) -> Iterator[dict[str, str]]:
    for link in slot.get("links") or ():
        if isinstance(link, dict):
            yield {"title": link.get("title") or link["url"], "url": link["url"]}
        else:
            yield {"title": link, "url": link}


def _with_sequels(events: Sequence[PlannedEvent]) -> Iterator[PlannedEvent]:
    for event, following in zip(events, [*events[1:], None], strict=True):
        if following is None:
            yield event
            continue
        first = following.command.slots[0]
        about = "\n".join(slot.title for slot in following.command.slots)
        sequel = Sequel(following.command.title, first.start, about[:4_000])
        yield replace(event, command=replace(event.command, sequel=sequel))

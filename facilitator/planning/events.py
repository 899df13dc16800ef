"""From an agenda as it was read to events as they are created: dates, zones, ids, codes.

It stands alone because the organiser's page and the demo take the same path, and because
here is the one place where local times on paper become instants (`files` goes the way back).
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from facilitator.domain.commands.entry import Command
from facilitator.domain.commands.planning import CreateEvent, SlotPlan
from facilitator.domain.event import Event, Sequel
from facilitator.domain.stamp import Refused, Said
from facilitator.protocol import read

CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""No I, O, 0 or 1: codes are read from a screen and typed on a phone."""
UNKNOWN_END = 15
"""Minutes of a slot whose end nothing tells."""
PAST_MIDNIGHT = 4 * 60
"""Minutes a slot begins earlier than the one before it when it is on the next day, not beside it."""
WRITTEN = frozenset({"id", "title", "kind", "start", "minutes", "speakers", "description", "links"})
"""What of a slot other people's files have words for too; the rest are its settings."""
FRAME = frozenset({"welcome", "break", "closing"})
"""Kinds of slots that a preview of the next event leaves out: every event has them."""
SETTINGS = frozenset(field.name for field in fields(SlotPlan)) - WRITTEN
NAMED_OFFSETS = {"+03:30": "Asia/Tehran", "+04:30": "Asia/Kabul", "+05:30": "Asia/Kolkata",
                 "+05:45": "Asia/Kathmandu", "+06:30": "Asia/Yangon", "+09:30": "Australia/Darwin",
                 "-03:30": "America/St_Johns"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlannedEvent:
    """An event to be created, under its future id, and then how the rooms of its slots are made."""

    id: str
    command: CreateEvent
    rooms: tuple[Command, ...] = ()


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
        raise Refused("date", "“{title}” needs a date.", title=day["title"] or Said("The event"))
    zone = zone_name(agenda.get("timezone") or "UTC")
    slots = list(slots_on(day["slots"], when, ZoneInfo(zone)))
    title = day["title"] or agenda.get("title") or f"Event on {when:%d %B %Y}"
    fields = {
        "series": series, "title": title[:300], "code": new_code(), "slots": slots,
        "timezone": zone, "about": day.get("about", ""), "host_name": agenda.get("host_name", ""),
    }  # fmt: skip
    command = read("event.create", fields)
    assert isinstance(command, CreateEvent)
    rooms = tuple(read("round.plan", {"slot": made["id"], "format": way})
                  for made, slot in zip(slots, day["slots"], strict=True) if (way := _way(slot)))  # fmt: skip
    return PlannedEvent(new_id("e"), command, rooms)


def zone_name(name: str) -> str:
    """The zone as every browser knows it; an offset such as UTC+03:00 has a name too."""
    offset = re.fullmatch(r"UTC([+-])(\d{2}):(\d{2})", name)
    if offset and offset[3] == "00":
        # These names count the other way round: Etc/GMT-3 is three hours ahead.
        name = f"Etc/GMT{'-' if offset[1] == '+' else '+'}{int(offset[2])}"
    elif offset:
        name = NAMED_OFFSETS.get(name[3:], name)
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # ZoneInfoNotFoundError is a KeyError
        raise Refused("zone", "“{zone}” is not a time zone we know.", zone=name) from None
    return name


def _minutes(clock: str) -> int:
    hour, minute = clock.split(":")[:2]
    return int(hour) * 60 + int(minute)


def slots_on(
    slots: Sequence[dict[str, Any]], when: date, zone: ZoneInfo
) -> Iterator[dict[str, Any]]:
    """The slots of a day as fields of a plan, with instants; ids are given anew."""
    last, offset = 0, 0
    for number, slot in enumerate(slots, 1):
        offset += _minutes(slot["start"]) < last - PAST_MIDNIGHT
        last = _minutes(slot["start"])
        start = _instant(when + timedelta(days=offset), slot["start"], zone)
        end = slot["end"]
        late = timedelta(days=offset + (_minutes(end) < last)) if end else timedelta(0)
        length = _instant(when + late, end, zone) - start if end else _length(slot)
        yield {
            "id": f"s{number}", "title": slot["title"], "kind": slot["kind"], "start": start,
            "minutes": max(1, length // 60_000), "speakers": list(_speakers(slot)),
            "description": _told(slot), "links": list(_links(slot)), **_settings(slot),
        }  # fmt: skip


def _told(slot: dict[str, Any]) -> str:
    """The description; a place has no field of its own here and stands above it."""
    told, room = slot.get("description") or "", slot.get("room") or ""
    return told if room in told else f"{room}\n{told}".strip()


def _settings(slot: dict[str, Any]) -> dict[str, Any]:
    """What only our own files say of a slot; the page gives it beside the rest."""
    given = {**slot, **(slot.get("settings") or {})}
    return {name: given[name] for name in SETTINGS if given.get(name) not in (None, "")}


def _way(slot: dict[str, Any]) -> str:
    """How a breakout's rooms are made, where a template or an event of ours says so."""
    said = {**slot, **(slot.get("settings") or {})}.get("format")
    return said if said and slot["kind"] == "breakout" else ""


def _length(slot: dict[str, Any]) -> int:
    """Minutes as the organiser corrected them, or the usual ones, in ms."""
    return int(slot.get("minutes") or UNKNOWN_END) * 60_000


def _instant(day: date, clock: str, zone: ZoneInfo) -> int:
    hour, minute = clock.split(":")
    local = datetime(day.year, day.month, day.day, int(hour), int(minute), tzinfo=zone)
    return int(local.timestamp()) * 1_000


def _speakers(slot: dict[str, Any]) -> Iterator[dict[str, str]]:
    for speaker in slot.get("speakers") or ():
        yield {key: speaker[key] for key in ("name", "org", "role") if speaker.get(key)}


def _links(slot: dict[str, Any]) -> Iterator[dict[str, str]]:
    for link in (slot.get("settings") or {}).get("links") or slot.get("links") or ():
        if isinstance(link, dict):
            yield {"title": link.get("title") or link["url"], "url": link["url"]}
        else:
            yield {"title": link, "url": link}


def _with_sequels(events: Sequence[PlannedEvent]) -> Iterator[PlannedEvent]:
    for event, following in zip(events, [*events[1:], None], strict=True):
        if following is None:
            yield event
            continue
        yield replace(event, command=replace(event.command, sequel=sequel_of(following.command)))


def sequel_of(following: CreateEvent) -> Sequel:
    """What the event before it says of an event: when it begins, and what it is about."""
    about = "\n".join(slot.title for slot in following.slots if slot.kind not in FRAME)
    return Sequel(following.title, following.slots[0].start, about[:4_000])


def before(events: Iterable[Event], following: CreateEvent) -> Event | None:
    """The last of a series' events that begins before that one, if it previews none yet."""
    earlier = [event for event in events if event.slots and event.slots[0].start < following.slots[0].start]
    last = max(earlier, key=lambda event: event.slots[0].start, default=None)
    return last if last is not None and last.sequel is None else None

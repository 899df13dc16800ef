"""An event's plan as a schedule file: the way back from instants to local times on paper."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, is_dataclass, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from facilitator.agenda_text import WRITERS, Agenda, Day, Slot, Speaker
from facilitator.domain import agenda
from facilitator.domain.agenda import MINUTE
from facilitator.domain.clock import expected
from facilitator.domain.commands.planning import SlotPlan
from facilitator.domain.event import Event
from facilitator.domain.wishes import RoomPlan
from facilitator.planning.events import SETTINGS

Linked = dict[str, Any]

FILES = {
    "ics": ("ics", "text/calendar"), "csv": ("csv", "text/csv"),
    "json": ("json", "application/json"), "frab.json": ("frab-json", "application/json"),
}  # fmt: skip
"""Ending of a file → (format, media type)."""
APART = 12 * 3_600_000  # ms between two slots of one event from which on they are on two days
DEFAULTS = {name: SlotPlan.__dataclass_fields__[name].default for name in SETTINGS}


def write(event: Event, kind: str) -> str:
    """The plan as a file of that kind."""
    return WRITERS[FILES[kind][0]](agenda_of(event))


def linked(event: Event, address: str) -> Linked:
    """The plan as linked data for the public page: nothing that only the crew knows."""
    found: Linked = json.loads(WRITERS["jsonld"](agenda_of(event)))
    more: Linked = {"url": address, "location": {"@type": "VirtualLocation", "url": address}}
    if event.host_name:
        more["organizer"] = {"@type": "Organization", "name": event.host_name}
    if event.about:
        more["description"] = event.about
    return {**found, "@graph": [{**each, **more} for each in found["@graph"]]}


def calendar(event: Event, at: int) -> str:
    """The agenda for everybody's calendar: ids that stay, times as expected now, no crew's words."""
    times = expected(event.slots, event.clock, at)
    slots = tuple(
        replace(slot, start=times[slot.id].start // MINUTE * MINUTE,
                length=max(MINUTE, times[slot.id].end - times[slot.id].start)) for slot in event.slots
    )  # fmt: skip
    agenda = agenda_of(replace(event, slots=slots))
    days = tuple(replace(day, slots=tuple(replace(slot, settings={}) for slot in day.slots))
                 for day in agenda.days)  # fmt: skip
    return WRITERS["ics"](replace(agenda, days=days))


def agenda_of(event: Event, ids: bool = True) -> Agenda:
    """The event's plan as an agenda; without `ids` as if it had never been an event."""
    zone = ZoneInfo(event.timezone)
    days = [
        Day(title=event.title, date=f"{_there(slots[0].start, zone):%Y-%m-%d}",
            slots=tuple(_slot(slot, zone, event.id if ids else "", way_of(event, slot.id)) for slot in slots))
        for slots in _by_day(event.slots)
    ]  # fmt: skip
    return Agenda(timezone=event.timezone, days=tuple(days))


def _by_day(slots: agenda.Slots) -> Iterator[agenda.Slots]:
    first = 0
    for at in range(1, len(slots) + 1):
        if at == len(slots) or slots[at].start - slots[at - 1].planned_end > APART:
            yield slots[first:at]
            first = at


def _there(at: int, zone: ZoneInfo) -> datetime:
    return datetime.fromtimestamp(at / 1_000, zone)


def _slot(slot: agenda.Slot, zone: ZoneInfo, event: str, way: Linked) -> Slot:
    speakers = tuple(Speaker(s.name or None, s.org or None, s.role or None) for s in slot.speakers)
    return Slot(
        start=f"{_there(slot.start, zone):%H:%M}", end=f"{_there(slot.planned_end, zone):%H:%M}",
        title=slot.title, kind=slot.kind, speakers=speakers, description=slot.description or None,
        links=tuple(link.url for link in slot.links), id=f"{event}.{slot.id}" if event else None,
        settings={**_settings(slot), **way},
    )  # fmt: skip


def way_of(event: Event, slot: str) -> Linked:
    """{format} of a slot's rooms, nothing where people are mixed anew as usual."""
    found = event.wishes.plan(slot).format
    return {"format": found} if found != RoomPlan().format else {}


def plain(value: Any) -> Any:
    """A setting as JSON has it: rows of values become lists of their fields."""
    if isinstance(value, tuple):
        return [asdict(each) if is_dataclass(each) and not isinstance(each, type) else each for each in value]
    return value


def _settings(slot: agenda.Slot) -> dict[str, object]:
    """What the formats have no word for, as far as it is not as usual."""
    found = {name: getattr(slot, name, DEFAULTS[name]) for name in sorted(SETTINGS)}
    made = {name: plain(value) for name, value in found.items() if value != DEFAULTS[name]}
    titled = [{"title": link.title, "url": link.url} for link in slot.links]
    return {**made, "links": titled} if any(one["title"] != one["url"] for one in titled) else made

"""A changed schedule file laid over an event's plan: what it would change, before it does.

Slots are known again by the id our own files carry, else by their title and start, else by
their title. What a whole file never speaks of (other programs drop what they do not know) stays
as it is. Nothing is changed here: the plan that comes out is shown, then sent as one command.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from facilitator.agenda_text import Agenda, Day, kind_of
from facilitator.domain.agenda import Slot, Speaker
from facilitator.domain.event import Event
from facilitator.domain.stamp import Refused
from facilitator.planning.events import SETTINGS, next_such_date, slots_on, zone_name
from facilitator.planning.files import agenda_of, plain

MAY_BE_SILENT = ("speakers", "description", "links")
Fields = dict[str, Any]


def merged(event: Event, agenda: Agenda) -> list[Fields]:
    """The plan that the file makes of the event, as fields of its slots, in order.

    Refused with a sentence when the file is about other days, or has no date that can be used.
    """
    zone = ZoneInfo(zone_name(agenda.timezone or event.timezone))
    today = datetime.fromtimestamp(event.slots[0].start / 1_000, UTC).date()
    rows: list[tuple[str | None, Fields]] = []
    for day in _days(event, agenda):
        slots = day_json(day)
        fields = slots_on(slots, _date(event, day, today), zone)
        rows += [(row.get("id"), made) for row, made in zip(slots, fields, strict=True)]
    silent = [name for name in MAY_BE_SILENT if not any(row[name] for _, row in rows)]
    known = {slot.id: slot for slot in event.slots}
    return [_over(known.pop(found, None), row, silent)
            for found, row in zip(_matches(event, rows), (row for _, row in rows), strict=True)]  # fmt: skip


def day_json(day: Day) -> Sequence[Fields]:
    """The slots of one day as agenda JSON has them."""
    found = Agenda(timezone=None, days=(day,)).as_json()["days"][0]["slots"]
    return list(found)


def _days(event: Event, agenda: Agenda) -> Sequence[Day]:
    days = [day for day in agenda.days if day.slots]
    own = {day.date for day in agenda_of(event).days}
    found = [day for day in days if day.date in own] or (days if len(days) == 1 else [])
    if not days:
        raise Refused("empty", "There is no slot in this file.")
    if not found:
        raise Refused("date", "The file has several days, and none of them is this event's.")
    return found


def _date(event: Event, day: Day, today: date) -> date:
    zone = ZoneInfo(event.timezone)
    return next_such_date(day.date, today) or datetime.fromtimestamp(
        event.slots[0].start / 1_000, zone).date()  # fmt: skip


def _matches(event: Event, rows: Sequence[tuple[str | None, Fields]]) -> Iterator[str]:
    """For each row the id of the slot it is about, or nothing; no slot twice."""
    free = {slot.id: slot for slot in event.slots}
    found: list[str] = [""] * len(rows)
    tests = (
        lambda slot, said, row: said == f"{event.id}.{slot.id}",
        lambda slot, said, row: (slot.title, slot.start) == (row["title"], row["start"]),
        lambda slot, said, row: slot.title.casefold() == row["title"].casefold(),
    )  # fmt: skip
    for test in tests:
        for at, (said, row) in enumerate(rows):
            if not found[at]:
                found[at] = next((id for id, slot in free.items() if test(slot, said, row)), "")
                free.pop(found[at], None)
    yield from found


def _over(slot: Slot | None, row: Fields, silent: Sequence[str]) -> Fields:
    """A row of the file over the slot it is about."""
    if slot is None:
        return {**row, "id": "s" + secrets.token_hex(4)}
    old = fields_of(slot)
    kept = {name: old[name] for name in silent}
    settings = {name: old[name] for name in SETTINGS if name not in row}
    guessed = row["kind"] == kind_of(row["title"], len(row["speakers"]))
    kind = {"kind": slot.kind} if guessed and row["title"] == slot.title else {}
    return {**row, **settings, **kept, **kind, "id": slot.id}


def fields_of(slot: Slot) -> Fields:
    """A slot as the fields of its plan."""
    return {
        "id": slot.id, "title": slot.title, "kind": slot.kind, "start": slot.start,
        "minutes": max(1, slot.length // 60_000), "description": slot.description,
        "speakers": [_speaker(speaker) for speaker in slot.speakers],
        "links": [{"title": link.title, "url": link.url} for link in slot.links],
        **{name: plain(getattr(slot, name)) for name in sorted(SETTINGS)},
    }  # fmt: skip


def _speaker(speaker: Speaker) -> Fields:
    said = {"name": speaker.name, "org": speaker.org, "role": speaker.role}
    return {name: value for name, value in said.items() if value}


def differences(event: Event, plan: Sequence[Fields]) -> list[Fields]:
    """Each slot before and after: {state: ran | same | changed | new | gone, title, start, …}."""
    old, new = {slot.id: slot for slot in event.slots}, {row["id"]: row for row in plan}
    made = [_compared(old.get(row["id"]), row) for row in plan if not _ran(old.get(row["id"]))]
    made += [{"state": "ran" if _ran(slot) else "gone", **_shown(fields_of(slot))}
             for slot in event.slots if _ran(slot) or slot.id not in new]  # fmt: skip
    return sorted(made, key=lambda row: row["start"])


def mark_of(event: Event) -> str:
    """A word that changes with the plan and with what ran of it, and with nothing else."""
    plan = [(fields_of(slot), slot.opened_at is not None) for slot in event.slots]
    return hashlib.sha256(json.dumps(plan).encode()).hexdigest()[:16]


def _ran(slot: Slot | None) -> bool:
    return slot is not None and slot.opened_at is not None


def _compared(slot: Slot | None, row: Fields) -> Fields:
    if slot is None:
        return {"state": "new", **_shown(row)}
    old = fields_of(slot)
    fields = [name for name, value in old.items() if row.get(name, value) != value]
    if not fields:
        return {"state": "same", **_shown(row)}
    return {"state": "changed", **_shown(row), "fields": fields, "was": _shown(old)}


def _shown(row: Fields) -> Fields:
    return {name: row[name] for name in ("id", "title", "kind", "start", "minutes")}

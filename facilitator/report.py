"""After the event: one account of what was planned, what happened and what was said.

It is a pure function of the event. Words that were taken back, set aside or not given for
quoting are counted and left out, and a note carries its author's name only where it is signed.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from facilitator import connections, spreadsheet
from facilitator.domain.agenda import Slot, find
from facilitator.domain.drawing import members
from facilitator.domain.event import Event, Note, Person, Room, Round
from facilitator.domain.grouping import Theme
from facilitator.domain.themes import called, said
from facilitator.domain.voting import counted
from facilitator.screens.grouping import lane
from facilitator.screens.groups import grouped, quotes

FORMAT = "facilitator-event-1"


def report(event: Event) -> dict[str, Any]:
    """The account as plain JSON; times in ms since 1970 (UTC)."""
    told = [note for note in _written(event) if note.readable and note.quotable]
    return {
        "format": FORMAT, "id": event.id, "title": event.title, "code": event.code,
        "timezone": event.timezone, "host_name": event.host_name, "about": event.about,
        "status": event.status, "started_at": event.started_at, "ended_at": event.ended_at,
        "agenda": [_slot(slot) for slot in event.slots],
        "people": [_person(event.people[id]) for id in _by_arrival(event)],
        "organisations": _organisations(event),
        "rounds": [_round(event, made, told) for made in _opened(event)],
        "themes": list(_themes(event)),
        "notes": {"written": len(_written(event)), "told": len(told)},
        "connections": connections.figures(connections.met([event]), connections.marks_before(event)),
    }  # fmt: skip


def _written(event: Event) -> list[Note]:
    found = (note for note in event.notes.values() if not note.withdrawn)
    return sorted(found, key=lambda note: note.order)


def _by_arrival(event: Event) -> list[str]:
    return sorted(event.people, key=lambda id: (event.people[id].joined_at, id))


def _slot(slot: Slot) -> dict[str, Any]:
    return {
        "id": slot.id, "title": slot.title, "kind": slot.kind, "voice": slot.voice,
        "planned_start": slot.start, "planned_end": slot.start + slot.length,
        "actual_start": slot.opened_at, "actual_end": slot.closed_at,
        "ran_before": [{"start": start, "end": end} for start, end in slot.earlier],
        "speakers": [{"name": s.name, "org": s.org, "role": s.role} for s in slot.speakers],
        "description": slot.description, "question": slot.question,
        "links": [{"title": link.title, "url": link.url} for link in slot.links],
    }  # fmt: skip


def _person(person: Person) -> dict[str, Any]:
    return {"name": person.name, "organisation": person.organisation, "mode": person.mode,
            "language": person.language, "joined_at": person.joined_at}  # fmt: skip


def _organisations(event: Event) -> list[dict[str, Any]]:
    names = Counter(p.organisation for p in event.people.values() if p.organisation)
    ranked = sorted(names.items(), key=lambda item: (-item[1], item[0].casefold()))
    return [{"name": name, "people": count} for name, count in ranked]


def _opened(event: Event) -> list[Round]:
    opened = [made for made in event.rounds.values() if made.opened_at is not None]
    return sorted(opened, key=lambda made: made.opened_at or 0)


def _round(event: Event, made: Round, told: list[Note]) -> dict[str, Any]:
    inside = members(made.seats)
    return {
        "slot": made.slot, "title": find(event.slots, made.slot).title, "seed": str(made.seed), "room_count": len(made.rooms),
        "opened_at": made.opened_at,
        "closed_at": made.closed_at,
        "rooms": [_room(event, room, inside.get(room.id, []), told) for room in made.rooms],
    }  # fmt: skip


def _room(event: Event, room: Room, inside: list[str], told: list[Note]) -> dict[str, Any]:
    return {
        "number": room.number, "name": room.name, "people": len(inside),
        "organisations": sorted({event.people[id].organisation for id in inside} - {""}),
        "written": sum(not event.notes[id].withdrawn for id in room.notes),
        "notes": [_note(event, note) for note in told if note.room == room.id],
    }  # fmt: skip


def _note(event: Event, note: Note) -> dict[str, Any]:
    theme = event.themes.get(note.theme or "")
    return {"id": note.id, "kind": note.kind, "text": note.text, "at": note.at,
            "support": len(note.supporters), "theme": called(event, theme) if theme else None,
            **_voice(event, note)}  # fmt: skip


def _voice(event: Event, note: Note) -> dict[str, Any]:
    """{table?, author?}: whether it was written for all of the room, and who signed it."""
    made: dict[str, Any] = {"table": True} if note.table else {}
    return made if note.signed == "no" else {**made, "author": event.people[note.person].name}


def _themes(event: Event) -> Iterator[dict[str, Any]]:
    groups, dots = grouped(event), counted(event)
    numbers = {room.id: room.number for made in event.rounds.values() for room in made.rooms}
    for theme in sorted(event.themes.values(), key=lambda theme: theme.order):
        notes = groups.get(theme.id, ())
        if not theme.hidden and notes:
            yield {**_theme(event, theme, notes, numbers), "dots": dots.get(theme.id)}


def _theme(
    event: Event, theme: Theme, notes: tuple[Note, ...], numbers: dict[str, int]
) -> dict[str, Any]:
    by_id = {note.id: note for note in notes if note.quotable}
    best = [by_id[id] for id in quotes(theme, notes) if id in by_id]
    title = called(event, theme)
    own = theme.cut.note if theme.cut and not theme.title else None
    best.sort(key=lambda note: note.id == own or note.text == title)  # what the title says already comes last
    return {
        "title": title, "quoted": own is not None and title == said(event, theme),
        "named_by": event.grouping.named_by.get(theme.id, ""), "shown": theme.approved, "notes": len(notes),
        "rooms": sorted({numbers[note.room] for note in notes}), "lane": lane(theme, notes).get("lane"),
        "quotes": [{"text": note.text, "room": numbers[note.room], "approved": note.approved,
                    **_voice(event, note)}
                   for note in best[:3]],
    }  # fmt: skip


def as_json(event: Event) -> str:
    """The account as JSON text."""
    return json.dumps(report(event), ensure_ascii=False, indent=1) + "\n"


def as_csv(event: Event) -> str:
    """The notes as a table, one line each."""
    head = ("slot", "room", "room name", "kind", "note", "support", "theme", "author", "at")
    rows = ((made["slot"], room["number"], room["name"], note["kind"], note["text"], note["support"],
             note["theme"] or "", note.get("author", ""), note["at"])
            for made in report(event)["rounds"] for room in made["rooms"] for note in room["notes"])  # fmt: skip
    return spreadsheet.written(head, rows)

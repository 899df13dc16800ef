"""A room: its place, its question, who is in it and what they wrote, for those inside."""

from __future__ import annotations

from typing import Any

from facilitator.domain.agenda import find
from facilitator.domain.event import Event, Note, Person
from facilitator.domain.rounds import room_of
from facilitator.screens.acquainted import seated
from facilitator.screens.memory import remembered


def view(event: Event, room_id: str) -> dict[str, Any]:
    """{room, people, notes}; notes carry no author."""
    made, room = room_of(event, room_id)
    notes = (event.notes[id] for id in room.notes)
    return {
        "room": {"id": room.id, "number": room.number, "name": room.name, "link": room.link,
                 "table": room.table, "slot": made.slot, "state": made.state,
                 "question": find(event.slots, made.slot).question},
        "people": {id: _person(event.people[id]) for id in seated(made.seats).get(room_id, ())},
        "notes": {note.id: _note(note) for note in notes if note.readable},
    }  # fmt: skip


@remembered(8_192)
def _person(person: Person) -> dict[str, Any]:
    return {"name": person.name, "organisation": person.organisation, "mode": person.mode,
            "present": person.present}  # fmt: skip


@remembered(16_384)
def _note(note: Note) -> dict[str, Any]:
    return {"text": note.text, "kind": note.kind, "at": note.at, "order": note.order,
            "edited": note.edited_at is not None, "support": len(note.supporters),
            "late": note.late}  # fmt: skip

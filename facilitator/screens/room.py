"""A room: its place, its question, who is in it and what they wrote, for those inside."""

from __future__ import annotations

from typing import Any

from facilitator.domain.agenda import find
from facilitator.domain.event import Event, Note
from facilitator.domain.notes import shared
from facilitator.domain.rounds import room_of
from facilitator.screens import inside, together
from facilitator.screens.acquainted import seated
from facilitator.screens.hall import message
from facilitator.screens.memory import remembered


def view(event: Event, room_id: str) -> dict[str, Any]:
    """{room, people, notes, message?}; a note carries its author's name only where it is signed."""
    made, room = room_of(event, room_id)
    shown = shared(event, made)
    notes = (event.notes[id] for id in room.notes if shown)
    leads, people = inside.leaders(event.roster), seated(made.seats).get(room_id, [])
    parts = together.parts(event, made, people)
    place: dict[str, Any] = {
        "id": room.id, "number": room.number, "name": room.name, "link": room.link, "table": room.table,
        "slot": made.slot, "question": find(event.slots, made.slot).question, "private": not shown,
        "others": room.others, **inside.clock(event, made, room), **together.circle(event, made, room),
    }  # fmt: skip
    if room.topic not in ("", room.name):
        place["topic"] = room.topic
    if room.help:
        place["help"] = inside.help(room.help)
    shown_now: dict[str, Any] = {
        "room": place,
        "people": {id: inside.mate(event.people[id], inside.of(made, id), id in leads, parts.get(id)) for id in people},
        "notes": {note.id: _note(note, _name(event, note)) for note in notes if note.readable},
    }  # fmt: skip
    said = event.messages.get(f"room:{room.id}")
    return {**shown_now, "message": message(said)} if said else shown_now


def _name(event: Event, note: Note) -> str:
    return "" if note.signed == "no" else event.people[note.person].name


@remembered(16_384)
def _note(note: Note, name: str) -> dict[str, Any]:
    made = {"text": note.text, "kind": note.kind, "at": note.at, "order": note.order,
            "edited": note.edited_at is not None, "support": len(note.supporters),
            "late": note.late, "table": note.table}  # fmt: skip
    return {**made, "name": name} if name else made

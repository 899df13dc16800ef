"""One person's own: their details, their seats, their notes and what became of them."""

from __future__ import annotations

from typing import Any

from facilitator.domain.event import Event, Note, Person
from facilitator.domain.plenary import may_show, title_on_screen
from facilitator.domain.rounds import room_of
from facilitator.screens import acquainted, inside, namesakes
from facilitator.screens.hall import message
from facilitator.screens.host import objection
from facilitator.screens.picture import seen


def view(event: Event, person_id: str) -> dict[str, Any]:
    """{person, seats, sittings, notes, supports, reports, dots, met, expected, wished?, again?, message?}

    Seats by slot, of rounds opened; the message is one to those who lead rooms.
    """
    person = event.people[person_id]
    seats = seats_of(event, person_id)
    others = [event.notes[id] for room in seats.values() for id in room_of(event, room)[1].notes]
    made: dict[str, Any] = {
        "person": _person(person),
        "seats": seats,
        "sittings": {slot: inside.own(inside.of(event.rounds[slot], person_id)) for slot in seats},
        "notes": {id: _note(event, event.notes[id]) for id in person.notes
                  if not event.notes[id].withdrawn},
        "supports": {note.id: True for note in others if person_id in note.supporters},
        "reports": {note.id: True for note in others if person_id in note.reporters},
        "dots": dict(event.dots.get(person_id, {})),
        "met": acquainted.met(event, person_id),
        "expected": acquainted.expected(event, person), **acquainted.wished(event, person_id),
        **namesakes.again(event, person),
    }  # fmt: skip
    said = event.messages.get("leads")
    return {**made, "message": message(said)} if said and person_id in inside.leaders(event.roster) else made


def seats_of(event: Event, person_id: str) -> dict[str, str]:
    """Slot → room, for every round that was opened and in which this person has a seat."""
    return {
        made.slot: made.seats[person_id]
        for made in event.rounds.values()
        if made.opened_at is not None and person_id in made.seats
    }


def _person(person: Person) -> dict[str, Any]:
    return {"id": person.id, "name": person.name, "organisation": person.organisation,
            "language": person.language, "mode": person.mode,
            "quotable": person.quotable, "topics": list(person.topics),
            "contact": person.contact}  # fmt: skip


def _note(event: Event, note: Note) -> dict[str, Any]:
    made: dict[str, Any] = {
        "text": note.text, "kind": note.kind, "room": note.room, "at": note.at,
        "order": note.order, "support": len(note.supporters), "quotable": note.quotable,
        "signed": note.signed, "late": note.late, **_fate(event, note),
    }  # fmt: skip
    if note.table:
        made["table"] = True
    return {**made, "objection": objection(note.objection)} if note.objection else made


def _fate(event: Event, note: Note) -> dict[str, Any]:
    """How far the note has come: {state, theme?, placed?, turns?, again?}.

    `placed`: in a theme that is not on the screen; `turns`: others are shown before and after it;
    `again`: it was approved, and is read again because its words or its name changed.
    """
    if note.hidden:
        return {"state": "aside"}
    theme = event.themes.get(note.theme or "")
    title = title_on_screen(event, theme) if theme else ""
    made: dict[str, Any] = {"state": _state(event, note, title)}
    told = {"theme": title, "placed": bool(theme and not theme.hidden and not title),
            "turns": made["state"] == "shown" and seen(event)[note.id],
            "again": note.approved_revision is not None and not note.approved}  # fmt: skip
    return {**made, **{name: value for name, value in told.items() if value}}


def _state(event: Event, note: Note, title: str) -> str:
    if event.ended_at is not None and note.quotable:
        return "told"
    if note.id in seen(event):
        return "shown"
    if not title:
        return "saved"
    return "approved" if note.approved and may_show(event, note) else "grouped"

"""Whom somebody has met, and which line of the roster may be theirs: for that person alone.

Meeting is sharing a room that has closed. How to reach somebody is shown only to those they
have met, and only while they want it shown.
"""

from __future__ import annotations

from typing import Any

from facilitator.domain import roster
from facilitator.domain.drawing import members
from facilitator.domain.event import Event, Person
from facilitator.domain.shelf import Shelf
from facilitator.screens.memory import remembered


def met(event: Event, person_id: str) -> dict[str, Any]:
    """{person: {name, organisation, rooms: {slot: number}, contact?}}"""
    found: dict[str, Any] = {}
    for made in event.rounds.values():
        room_id = made.seats.get(person_id)
        if made.closed_at is None or room_id is None:
            continue
        number = next(room.number for room in made.rooms if room.id == room_id)
        for id in seated(made.seats).get(room_id, ()):
            if id != person_id and id in event.people:
                one = found.setdefault(id, {**_person(event.people[id]), "rooms": {}})
                one["rooms"][made.slot] = number
    return found


@remembered(64)
def seated(seats: Shelf[str]) -> dict[str, list[str]]:
    """Room id → who sits there."""
    return members(seats)


@remembered(8_192)
def _person(person: Person) -> dict[str, Any]:
    made = {"name": person.name, "organisation": person.organisation}
    return {**made, "contact": person.contact} if person.contact else made


def expected(event: Event, person: Person) -> dict[str, Any]:
    """{line: {name, organisation}}: lines to be asked about, no more of each than is needed."""
    if person.unlisted or not event.roster or person.id in lines(event.roster):
        return {}
    return {line.id: {"name": roster.hint(line.name), "organisation": line.organisation}
            for line in roster.candidates(event.roster, person.name)}  # fmt: skip


lines = remembered(64)(roster.by_person)
"""Person → the line they claimed."""


def wished(event: Event, person: str) -> dict[str, Any]:
    """{wished: topics}: what the roster says somebody wants to talk about; it holds until they choose."""
    line = lines(event.roster).get(person)
    return {"wished": list(line.topics)} if line and line.topics else {}


def asked(event: Event) -> dict[str, Any]:
    """{slot, topics}: the next rooms whose topics people may choose now; nothing when there are none."""
    for slot in event.slots:
        plan, made = event.wishes.plan(slot.id), event.rounds.get(slot.id)
        if plan.ask and plan.topics and slot.opened_at is None and not (
            made and made.state != "drawn"):  # fmt: skip
            return {"slot": slot.id, "topics": list(plan.topics)}
    return {}

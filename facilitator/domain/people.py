"""Who is here: joining without an account, correcting oneself, coming and going."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facilitator.domain import commands, recognising, roster, rounds, scanning
from facilitator.domain.event import Event, Note, Person
from facilitator.domain.stamp import Refused, Stamp

MOST_PEOPLE = 5_000
"""People one event takes; beyond that one worker's fan-out is no longer prompt."""


def own(event: Event, stamp: Stamp) -> Person:
    """The participant who asks."""
    person = event.people.get(stamp.actor.person or "")
    if person is None:
        raise Refused("unknown", "We do not know this phone any more. Please join again.")
    return person


def join(event: Event, command: commands.people.JoinPerson, stamp: Stamp) -> Event:
    if not event.door_open:
        raise Refused("closed", "Joining is closed for this event. Please ask the moderator.")
    if command.person in event.people:
        raise Refused("taken", "This person has joined already.")
    if len(event.people) >= MOST_PEOPLE:
        raise Refused("full", "This event is full. Please ask the moderator.")
    person = Person(
        id=command.person, name=command.name, organisation=command.organisation,
        language=command.language, mode=command.mode or "", quotable=command.quotable,
        joined_at=stamp.at,
    )  # fmt: skip
    event = replace(event, people=event.people.put(person.id, person))
    event = recognising.recognised(event, person)
    if command.table is not None:
        event = _at_table(event, event.people[person.id], command.table, stamp.at)
    return rounds.seated(event, [person.id], stamp)


def _at_table(event: Event, person: Person, table: int, at: int) -> Event:
    """The event with a newcomer at the table whose code they scanned: whoever did so is in the room."""
    person = replace(person, mode=person.mode or "onsite")
    return scanning.welcomed(replace(event, people=event.people.put(person.id, person)), person, table, at)


def edit(event: Event, command: commands.people.EditPerson, stamp: Stamp) -> Event:
    before = own(event, stamp)
    names = ("name", "organisation", "language", "mode", "quotable")
    given = {name: getattr(command, name) for name in names}
    person = replace(before, **{k: v for k, v in given.items() if v is not None})
    event = replace(event, people=event.people.put(person.id, person))
    if not person.unlisted and person.id not in roster.by_person(event.roster):
        event = recognising.recognised(event, person)
    return replace(event, notes=event.notes.put_all(_noted(event, before, person)))


def _noted(event: Event, before: Person, person: Person) -> Iterator[tuple[str, Note]]:
    """Own notes that a change of details concerns: consent given for all, a name on the wall."""
    for note in map(event.notes.__getitem__, person.notes):
        asked = person.quotable != before.quotable
        renamed = person.name != before.name and note.signed == "wall"
        if asked or renamed:
            quotable = person.quotable if asked else note.quotable
            yield note.id, replace(note, quotable=quotable, revision=note.revision + renamed)


def share(event: Event, command: commands.people.ShareContact, stamp: Stamp) -> Event:
    person = replace(own(event, stamp), contact=command.text)
    return replace(event, people=event.people.put(person.id, person))


def mark(event: Event, command: commands.people.MarkPresence, stamp: Stamp) -> Event:
    changes = [(id, True) for id in command.here] + [(id, False) for id in command.gone]
    marked = [
        (id, replace(event.people[id], present=here))
        for id, here in changes
        if id in event.people and event.people[id].present != here
    ]
    event = replace(event, people=event.people.put_all(marked))
    return rounds.seated(event, command.here, stamp)

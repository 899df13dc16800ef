"""Who on the roster somebody is, when their name says it clearly.

Apart from the commands that change the roster, because joining needs it and they need joining.
"""

from __future__ import annotations

from dataclasses import replace

from facilitator.domain import roster
from facilitator.domain.event import Event, Person
from facilitator.domain.roster import Line


def everybody_recognised(event: Event) -> Event:
    """The event in which everybody who is in already has claimed the line that is clearly theirs."""
    known, named = roster.by_person(event.roster), dict[str, list[str]]()
    for line in event.roster.values():
        named.setdefault(roster.plain(line.name), []).append(line.id)
    people = (one for one in event.people.values() if one.id not in known and not one.unlisted)
    for person in sorted(people, key=lambda one: (one.joined_at, one.id)):
        lines = [event.roster[id] for id in named.get(roster.plain(person.name), ())]
        event = with_line(event, person, roster.clearly(lines, person.organisation))
    return event


def recognised(event: Event, person: Person) -> Event:
    """The event with the person's line claimed, if exactly one free line is clearly theirs."""
    lines = roster.under(event.roster, person.name)
    return with_line(event, person, roster.clearly(lines, person.organisation))


def line_of(event: Event, person: Person) -> Line:
    """The person's line, or one made for them."""
    return roster.by_person(event.roster).get(person.id) or Line(
        id=f"l-{person.id}"[:64], name=person.name, organisation=person.organisation, person=person.id)


def with_line(event: Event, person: Person, line: Line | None) -> Event:
    """The event with the line claimed; what it says and the person did not is theirs now."""
    if line is None:
        return event
    if line.person != person.id:
        event = replace(event, roster=event.roster.put(line.id, replace(line, person=person.id)))
    listed = _as_listed(event, person, line)
    return event if listed == person else replace(event, people=event.people.put(person.id, listed))


def _as_listed(event: Event, person: Person, line: Line) -> Person:
    """The person with what the line says and they did not, and their name as it spells it.

    A name that stands on the wall stays: its host has approved every character of it.
    """
    same = roster.plain(person.name) == roster.plain(line.name)
    signed = any(event.notes[id].signed == "wall" for id in person.notes)
    return replace(person, name=line.name if same and not signed else person.name,
                   organisation=person.organisation or line.organisation, mode=person.mode or line.mode)  # fmt: skip

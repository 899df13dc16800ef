"""Changing the roster: people expected, people recognised, people appointed.

A line is claimed by whoever comes under its name. Where a name only resembles a line, the
person is asked; nobody can claim a line they would not have been asked about.
"""

from __future__ import annotations

from dataclasses import replace

from facilitator.domain import commands, roster
from facilitator.domain.event import Event
from facilitator.domain.people import own
from facilitator.domain.recognising import everybody_recognised, line_of, with_line
from facilitator.domain.roster import Line
from facilitator.domain.stamp import Refused, Stamp
from facilitator.domain.wishing import judged_anew


def import_lines(event: Event, command: commands.roster.ImportRoster, stamp: Stamp) -> Event:
    made: dict[str, Line] = {}
    for one in command.lines:
        id = f"l{roster.mark(one.name, one.organisation)}"
        if id in made:
            who = ", ".join(filter(None, (one.name, one.organisation)))
            raise Refused("twice", "“{who}” is on the list twice.", who=who)
        known = event.roster.get(id)
        told = {name: getattr(one, name) for name in type(one).__slots__}
        made[id] = Line(id=id, person=known.person if known else None, **told)
    if len(event.roster.keys() | made.keys()) > roster.MOST_LINES:
        raise Refused("full", "A roster holds at most {most} people.", most=roster.MOST_LINES)
    event = replace(event, roster=event.roster.put_all(made.items()))
    for line in made.values():
        if line.person is not None and line.person in event.people:
            event = with_line(event, event.people[line.person], line)
    return judged_anew(everybody_recognised(event))


def remove(event: Event, command: commands.roster.RemoveRoster, stamp: Stamp) -> Event:
    gone = [id for id in command.lines if id in event.roster]
    if not gone:
        raise Refused("unknown", "These lines are not on the roster any more.")
    lines = event.roster
    for id in gone:
        lines = lines.without(id)
    return judged_anew(replace(event, roster=lines))


def claim(event: Event, command: commands.roster.ClaimPerson, stamp: Stamp) -> Event:
    person = own(event, stamp)
    if command.line is None:
        person = replace(person, unlisted=True)
        return replace(event, people=event.people.put(person.id, person))
    if person.id in roster.by_person(event.roster):
        raise Refused("taken", "We know who you are already.")
    found = {line.id: line for line in roster.candidates(event.roster, person.name)}
    if command.line not in found:
        raise Refused("unknown", "Somebody else has just said so. Please ask the moderator.")
    return judged_anew(with_line(event, person, found[command.line]))


def appoint(event: Event, command: commands.roster.AppointPerson, stamp: Stamp) -> Event:
    person, other = event.people.get(command.person), command.interprets
    if person is None or (other is not None and other not in event.people):
        raise Refused("unknown", "There is no such person.")
    if other == command.person:
        raise Refused("same", "Nobody interprets for themselves. Choose somebody else.")
    line = line_of(event, person)
    can = tuple(each for each in roster.CAPABILITIES if each in command.capabilities)
    line = replace(line, capabilities=can, interprets=(other or "") if "interpreter" in can else "")
    return judged_anew(replace(event, roster=event.roster.put(line.id, line)))

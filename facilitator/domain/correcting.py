"""What a moderator puts right about somebody: where they are, what they speak, wish for and belong to.

A person's own details are on the person, what a phone would not ask is on their line of the
roster; whoever corrects them need not know which is where.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from facilitator.domain import commands, roster
from facilitator.domain.event import Event, Person
from facilitator.domain.recognising import line_of
from facilitator.domain.stamp import Refused, Stamp
from facilitator.domain.wishing import judged_anew

FIELDS = ("organisation", "mode", "languages", "topics", "group")


def correct(event: Event, command: commands.roster.CorrectPerson, stamp: Stamp) -> Event:
    told = {name: value for name in FIELDS if (value := getattr(command, name)) is not None}
    line = event.roster.get(command.who) or roster.by_person(event.roster).get(command.who)
    person = event.people.get((line.person if line else None) or command.who)
    if person is None and line is None:
        raise Refused("unknown", "There is no such person.")
    if person is not None:
        event = replace(event, people=event.people.put(person.id, _corrected(person, told)))
        line = line or (line_of(event, person) if _only_listed(told) else None)
    if line is not None:
        event = replace(event, roster=event.roster.put(line.id, replace(line, **told)))
    return judged_anew(event)


def _only_listed(told: dict[str, Any]) -> bool:
    """Whether some of it can be on a line of the roster alone."""
    return "group" in told or "topics" in told or len(told.get("languages", ())) > 1


def _corrected(person: Person, told: dict[str, Any]) -> Person:
    own: dict[str, Any] = {name: told[name] for name in ("organisation", "mode") if name in told}
    if told.get("languages"):
        own["language"] = told["languages"][0]
    if "topics" in told and person.topics:  # chosen on the phone, which counts before the roster
        own["topics"] = told["topics"]
    return replace(person, **own)

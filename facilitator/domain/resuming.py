"""One person on two phones: the one who was here before comes back under the same name.

Apart from the roster's recognising, because what is taken over is a place in the event, not a line on a
list. Whoever only has the name is given what a neighbour would: the seat, the line, what they do there.
What somebody wrote, and what others showed them after closed rooms, is moved by a moderator alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from facilitator.domain import commands, roster
from facilitator.domain.event import Draft, Event, Note, Person, Round
from facilitator.domain.inside import Sitting
from facilitator.domain.people import own
from facilitator.domain.roster import plain
from facilitator.domain.stamp import Refused, Stamp
from facilitator.domain.wishes import Tie, Wishes
from facilitator.domain.wishing import judged_anew

V = TypeVar("V")
Named = tuple[str, str]


def named(person: Person) -> Named:
    """What tells people from each other who have no account."""
    return plain(person.name), plain(person.organisation)


def may_be(person: Person, before: Person) -> bool:
    """Whether somebody may be asked if they are that person, whose phone is not with us any more."""
    earlier = (before.joined_at, before.id) < (person.joined_at, person.id)
    free = not (before.present or before.unlisted or person.unlisted)
    return free and earlier and named(person) == named(before)


def resume(event: Event, command: commands.people.ResumePerson, stamp: Stamp) -> Event:
    person, before = own(event, stamp), event.people.get(command.person)
    if before is None or not may_be(person, before):
        raise Refused("unknown", "That person is here on another phone, or has changed their name. Please ask the moderator.")
    running = [made for made in event.rounds.values() if made.state != "closed"]
    event = _followed(event, before, person, running)
    left = before.notes or any(before.id in made.seats for made in event.rounds.values())
    if left or any(before.id in note.supporters | note.reporters for note in event.notes.values()):
        # Who stays behind as the author of notes takes no line of the roster any more.
        return judged_anew(replace(event, people=event.people.put(before.id, replace(before, unlisted=True))))
    return judged_anew(replace(event, people=event.people.without(before.id)))


def merge(event: Event, command: commands.people.MergePerson, stamp: Stamp) -> Event:
    before, person = event.people.get(command.person), event.people.get(command.into)
    if before is None or person is None:
        raise Refused("unknown", "There is no such person.")
    if before is person:
        raise Refused("same", "Choose two different people.")
    if before.present:
        raise Refused("here", "{name} is connected with that phone. It can be merged once its page is closed.", name=before.name)
    event = _followed(event, before, person, list(event.rounds.values()))
    event = _authored(event, before, event.people[person.id])
    return judged_anew(replace(event, people=event.people.without(before.id)))


def _followed(event: Event, before: Person, person: Person, rounds: list[Round]) -> Event:
    """The event in which what was the one's is the other's: seats, line, wishes, dots."""
    old, new = before.id, person.id
    mode, topics = person.mode or before.mode, person.topics or before.topics
    person = replace(person, mode=mode, topics=topics, organisation=person.organisation or before.organisation)
    seated = {made.slot: _seated(made, old, new) for made in rounds}
    cast, dots = event.dots.get(old), event.dots.without(old) if old in event.dots else event.dots
    if cast and not event.dots.get(new):
        dots = dots.put(new, cast)
    run = event.desk.run
    lines = {id: replace(line, caller=new) if line.caller == old else line for id, line in run.lines.items()}
    desk = replace(event.desk, run=replace(run, lines=lines)) if lines != dict(run.lines) else event.desk
    return replace(
        event, people=event.people.put(new, person), rounds={**event.rounds, **seated}, dots=dots, desk=desk,
        roster=event.roster.put_all(_lines(event, old, new)), wishes=_wished(event.wishes, old, new),
    )  # fmt: skip


def _lines(event: Event, old: str, new: str) -> list[tuple[str, roster.Line]]:
    """Lines of the roster that say the one and are to say the other; whoever has a line keeps it."""
    known = any(line.person == new for line in event.roster.values())
    mine = [line for line in event.roster.values() if old in (line.person, line.interprets)]
    return [(line.id, replace(
        line, person=(None if known else new) if line.person == old else line.person,
        interprets=_meant(line, old, new))) for line in mine]  # fmt: skip


def _meant(line: roster.Line, old: str, new: str) -> str:
    """For whom a line interprets then; nobody does for themselves."""
    for_whom = new if line.interprets == old else line.interprets
    by = new if line.person == old else line.person
    return "" if for_whom == by else for_whom


def _renamed(values: Mapping[str, V], old: str, new: str) -> Mapping[str, V]:
    return {new if key == old else key: value for key, value in values.items() if key != new or old not in values}


def _wished(wishes: Wishes, old: str, new: str) -> Wishes:
    own = {frozenset((tie.one, tie.other)) for tie in wishes.ties if old not in (tie.one, tie.other)}
    moved = ((tie, frozenset(new if one == old else one for one in (tie.one, tie.other))) for tie in wishes.ties)
    ties = [Tie(tie.bond, *sorted(pair)) for tie, pair in moved
            if len(pair) == 2 and (old not in (tie.one, tie.other) or pair not in own)]  # fmt: skip
    plans = {slot: replace(plan, pins=_renamed(plan.pins, old, new)) if old in plan.pins else plan
             for slot, plan in wishes.plans.items()}  # fmt: skip
    return replace(wishes, plans=plans, ties=tuple(dict.fromkeys(ties)))


def _seated(made: Round, old: str, new: str) -> Round:
    """The round in which the one sits where the other sat, and as they did, with this phone here.

    Where rooms have closed, whoever came to a seat of their own sat there.
    """
    there = made.sittings.get(new, Sitting()).arrived_at is not None and new in made.seats
    if made.state == "closed" and there and old in made.seats:
        return replace(made, seats=made.seats.without(old), sittings=made.sittings.without(old))
    other = made.other and replace(made.other, seats=_renamed(made.other.seats, old, new))
    if old not in made.seats:
        return replace(made, other=other) if isinstance(other, Draft) else made
    sitting = replace(made.sittings.get(old, Sitting()), away_at=None)
    seats, sittings = made.seats.without(old).put(new, made.seats[old]), made.sittings.without(old)
    return replace(made, other=other, seats=seats, sittings=sittings.put(new, sitting) if made.state != "drawn" else sittings)


def _authored(event: Event, before: Person, person: Person) -> Event:
    """The event in which all that the one wrote and supported is the other's."""
    renamed = before.name != person.name
    changed = {note.id: _by(note, before.id, person.id, renamed) for note in event.notes.values()
               if before.id in note.supporters | note.reporters | {note.person}}  # fmt: skip
    notes = sorted((*person.notes, *before.notes), key=lambda id: event.notes[id].order)
    person = replace(person, notes=tuple(notes))
    return replace(event, people=event.people.put(person.id, person), notes=event.notes.put_all(changed.items()))


def _by(note: Note, old: str, new: str, renamed: bool) -> Note:
    """A name on the wall is a part of what was approved; nobody shares their own note."""
    author = new if note.person == old else note.person

    def those(people: frozenset[str]) -> frozenset[str]:
        return frozenset(new if id == old else id for id in people) - {author}

    revision = note.revision + (renamed and note.person == old and note.signed == "wall")
    return replace(note, person=author, revision=revision, supporters=those(note.supporters), reporters=those(note.reporters))

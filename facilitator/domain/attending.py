"""What people in rooms say of themselves, and what the crew answers."""

from __future__ import annotations

from dataclasses import replace

from facilitator.domain import commands, scanning
from facilitator.domain.event import Event, Room, Round
from facilitator.domain.inside import Help, Sitting
from facilitator.domain.people import own
from facilitator.domain.rounds import is_open, room_of, with_room, with_round
from facilitator.domain.stamp import Refused, Stamp


def _own_room(event: Event, room_id: str, stamp: Stamp) -> tuple[Round, Room, str]:
    """The open room in which the participant who asks has a seat."""
    person = own(event, stamp).id
    made, room = room_of(event, room_id)
    if made.seats.get(person) != room_id:
        raise Refused("seat", "You have no seat in that room.")
    if not is_open(event, made, room):
        raise Refused("closed", "This room is closed.")
    return made, room, person


def _seated_so(event: Event, made: Round, person: str, **facts: object) -> Event:
    sitting = replace(made.sittings.get(person, Sitting()), **facts)  # type: ignore[arg-type]
    return with_round(event, replace(made, sittings=made.sittings.put(person, sitting)))


def arrive(event: Event, command: commands.inside.ArriveSeat, stamp: Stamp) -> Event:
    made, _, person = _own_room(event, command.room, stamp)
    known = made.sittings.get(person, Sitting())
    return _seated_so(event, made, person, arrived_at=known.arrived_at or stamp.at, manner="in")


def take(event: Event, command: commands.inside.TakeSeat, stamp: Stamp) -> Event:
    made, _, person = _own_room(event, command.room, stamp)
    known = made.sittings.get(person, Sitting())
    arrived = known.arrived_at if command.manner == "out" else known.arrived_at or stamp.at
    return _seated_so(event, made, person, arrived_at=arrived, manner=command.manner)


def choose(event: Event, command: commands.inside.ChooseSeat, stamp: Stamp) -> Event:
    return scanning.seated_at(event, own(event, stamp), command.table, stamp.at)


def call(event: Event, command: commands.inside.CallHelp, stamp: Stamp) -> Event:
    _, room, person = _own_room(event, command.room, stamp)
    return with_room(event, replace(room, help=room.help or Help(person=person, at=stamp.at)))


def answer(event: Event, command: commands.inside.AnswerHelp, stamp: Stamp) -> Event:
    _, room = room_of(event, command.room)
    if room.help is None:
        raise Refused("gone", "This room does not need help any more.")
    if command.from_owner not in (None, room.help.owner):
        raise _owned(room.help)
    told = replace(room.help, owner=command.by, here=command.here)
    return with_room(event, replace(room, help=told))


def _owned(help: Help) -> Refused:
    """What somebody hears who did not see yet who goes, so that two do not walk to the same room."""
    if not help.owner:
        return Refused("stale", "Nobody goes to this room any more.")
    if help.here:
        return Refused("stale", "{owner} is there already.", owner=help.owner)
    return Refused("stale", "{owner} is on the way already.", owner=help.owner)


def end_help(event: Event, command: commands.inside.EndHelp, stamp: Stamp) -> Event:
    if stamp.actor.role == "participant":
        _own_room(event, command.room, stamp)
    _, room = room_of(event, command.room)
    return with_room(event, replace(room, help=None))


def count(event: Event, command: commands.inside.CountRoom, stamp: Stamp) -> Event:
    if stamp.actor.role == "participant":
        _own_room(event, command.room, stamp)
    _, room = room_of(event, command.room)
    return with_room(event, replace(room, others=command.others))

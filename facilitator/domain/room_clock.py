"""The clocks of rooms: they follow the slot's, and one room may have more time than the others.

A room that was given more time goes on alone when the slot has been left. So whether a room
is open is asked here, and not read from the round's state.
"""

from __future__ import annotations

from dataclasses import replace

from facilitator.domain import commands
from facilitator.domain.agenda import find
from facilitator.domain.clock import Clock
from facilitator.domain.event import Event, Room, Round
from facilitator.domain.room_steps import Ends, current, ended, laid, moved, stretched
from facilitator.domain.rounds import finished, is_open, room_of, with_room, with_round
from facilitator.domain.stamp import Refused, Stamp


def ends_of(made: Round, room: Room) -> Ends:
    """When the room's steps end, the room itself with the last."""
    return room.ends or made.ends


def late(event: Event, made: Round, room: Room, at: int) -> bool:
    """Whether a note at that time comes after the room's end."""
    goes_on = event.open_round is made and not made.closing
    return not is_open(event, made, room) or (not goes_on and at > ends_of(made, room)[-1])


def last_end(made: Round) -> int:
    """When the last of the rooms ends."""
    return max(ends_of(made, room)[-1] for room in made.rooms)


def followed(before: Event, event: Event, made: Round, at: int) -> Round:
    """The round with its ends where the slot's clock now says."""
    old, new = before.clock, event.clock
    if new is None or old is None or old.slot != new.slot:
        return made
    if not made.ends:  # not open yet, or told to go on as planned
        steps = find(event.slots, made.slot).steps
        return replace(made, ends=laid(steps, new.since, new.ends_at)) if made.state == "open" else made
    if event.steps is not before.steps:  # a step was taken back, and with it what it did to these ends
        return made
    steps = find(event.slots, made.slot).steps
    if steps is not find(before.slots, made.slot).steps and len(made.ends) != max(1, len(steps)):
        rooms = tuple(replace(room, ends=()) for room in made.rooms)
        return replace(made, ends=laid(steps, new.since, new.ends_at), rooms=rooms)
    if old.ends_at == new.ends_at:
        return made
    rooms = tuple(replace(room, ends=_following(room.ends, old, new, at)) if room.ends else room
                  for room in made.rooms)  # fmt: skip
    return replace(made, ends=_following(made.ends, old, new, at), rooms=rooms)


def _following(ends: Ends, old: Clock, new: Clock, at: int) -> Ends:
    by = new.ends_at - old.ends_at
    if old.paused_at is not None and new.paused_at is None:
        return moved(ends, by, old.paused_at)
    return stretched(ends, by, at if new.paused_at is None else new.paused_at)


def extend(event: Event, command: commands.inside.ExtendRoom, stamp: Stamp) -> Event:
    made, room = room_of(event, command.room)
    if not is_open(event, made, room):
        raise Refused("closed", "This room is closed.")
    paused = event.clock.paused_at if event.clock and event.open_round is made else None
    at, by = stamp.at if paused is None else paused, command.seconds * 1_000
    ends = ends_of(made, room)
    if by > 0:
        by += max(0, at - ends[-1])  # what is over already is not counted against it
    return with_room(event, replace(room, ends=stretched(ends, by, at)))


def advance_step(event: Event, command: commands.inside.AdvanceStep, stamp: Stamp) -> Event:
    made, clock = event.open_round, event.clock
    if made is None or clock is None or made.slot != command.slot:
        raise Refused("closed", "These rooms are closed.")
    at = stamp.at if clock.paused_at is None else clock.paused_at
    if current(made.ends, at) != command.from_step:
        raise Refused("stale", "That step is over already.")
    if command.from_step == len(made.ends) - 1:
        raise Refused("last", "This is the last step.")
    rooms = tuple(replace(room, ends=ended(room.ends, command.from_step, at)) if room.ends else room
                  for room in made.rooms)  # fmt: skip
    ends = ended(made.ends, command.from_step, at)
    return with_round(event, replace(made, ends=ends, rooms=rooms))


def close(event: Event, command: commands.inside.CloseRound, stamp: Stamp) -> Event:
    made = event.rounds.get(command.slot)
    if made is None or made.state != "open":
        raise Refused("closed", "These rooms are closed already.")
    on = event.open_round is made
    if stamp.actor.role == "clock" and not (stamp.at >= last_end(made) and (made.closing or not on)):
        raise Refused("early", "These rooms still have time.")
    if not command.seconds or not on or event.clock is None:
        return with_round(event, finished(made, stamp.at))
    clock = replace(event.clock, ends_at=stamp.at + command.seconds * 1_000, paused_at=None)
    rooms = tuple(replace(room, ends=()) for room in made.rooms)
    return with_round(replace(event, clock=clock), replace(made, closing=True, rooms=rooms))


def reopen(event: Event, command: commands.inside.OpenRound, stamp: Stamp) -> Event:
    made, clock = event.rounds.get(command.slot), event.clock
    if made is None or clock is None or clock.slot != command.slot or made.opened_at is None:
        raise Refused("closed", "Rooms open with their slot. Go back to it, and they are open again.")
    planned = clock.since + find(event.slots, made.slot).lasts if made.closing else 0
    clock = replace(clock, ends_at=max(clock.ends_at, stamp.at + command.seconds * 1_000, planned))
    made = replace(made, state="open", closed_at=None, closing=False, ends=() if made.closing else made.ends)
    return with_round(replace(event, clock=clock), made)

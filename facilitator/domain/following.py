"""What follows by itself while rooms are open, after any command whatsoever.

Rooms' clocks follow the slot's; whoever was moved has not arrived in the new room yet; a duty
passes on when somebody leaves; the proposal to put rooms right is kept true. It stands apart
because many commands cause it and none of them should have to know.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from zlib import crc32

from facilitator.domain import commands
from facilitator.domain.drawing import members
from facilitator.domain.duties import given
from facilitator.domain.event import Event, Round
from facilitator.domain.inside import Move, Repair, Sitting, Why
from facilitator.domain.repair import here, look_due, proposed
from facilitator.domain.room_clock import followed
from facilitator.domain.rounds import finished, seated, with_round
from facilitator.domain.shelf import Shelf
from facilitator.domain.stamp import Refused, Stamp


def settled(before: Event, event: Event, stamp: Stamp) -> Event:
    """The event after a command, with all that follows from it in its rooms."""
    event = _others_finished(event, stamp.at)
    made = event.open_round
    if made is None:
        return event
    was = before.rounds.get(made.slot)
    was = was if was and was.state == "open" else None
    now = followed(before, event, made, stamp.at)
    event = event if now is made else with_round(event, now)
    changed = dict(_changed(before, event, was, now, stamp.at))
    if not changed:  # somebody may lead, or belongs to somebody, since now
        told = event.roster is not before.roster or event.wishes is not before.wishes
        return with_round(event, _proposing(event, now, stamp)) if told else event
    now = replace(now, sittings=now.sittings.put_all(changed.items()))
    now = replace(now, sittings=given(event, now, _rooms_of(was, now, changed)))
    arrived = was is None or any(_arrived(one, id) for id in changed for one in (was, now))
    return with_round(event, _proposing(event, now, stamp) if arrived else now)


def _arrived(made: Round, person: str) -> bool:
    """Whether somebody counts in a proposal; nobody else's coming or going changes one."""
    return made.sittings.get(person, Sitting()).arrived_at is not None


def _others_finished(event: Event, at: int) -> Event:
    """No room goes on alone when other rooms open, or when the event has ended."""
    if event.open_round is None and event.ended_at is None:
        return event
    for made in event.rounds.values():
        if made.state == "open" and made is not event.open_round:
            event = with_round(event, finished(made, at))
    return event


def _changed(before: Event, event: Event, was: Round | None, now: Round, at: int) -> Iterator[tuple[str, Sitting]]:  # fmt: skip
    """People whose sitting is new or another one, by what happened to their seat or phone."""
    seats: Shelf[str] = was.seats if was else Shelf()
    sittings: Shelf[Sitting] = was.sittings if was else now.sittings
    numbers = {room.id: room.number for room in now.rooms}
    seen = set()
    for id, old, new in now.seats.changes(seats):
        seen.add(id)
        if new is None:  # somebody else has taken the seat over
            continue
        sitting = now.sittings.get(id, Sitting())
        away = sitting.away_at if event.people[id].present else sitting.away_at or at
        if old and new and sitting is sittings.get(id, sitting):  # not moved with a reason
            sitting = Sitting(moved_from=numbers.get(old), why="hand")
        yield id, replace(sitting, away_at=away)
    for id, _, told in now.sittings.changes(sittings):
        if told and id not in seen:
            seen.add(id)
            yield id, told
    for id, person_was, person in event.people.changes(before.people):
        if person and person_was and person.present != person_was.present and id in now.seats and id not in seen:
            yield id, replace(now.sittings.get(id, Sitting()), away_at=None if person.present else at)


def _rooms_of(was: Round | None, now: Round, people: dict[str, Sitting]) -> list[str]:
    seats = [made.seats.get(id) for made in (was, now) if made for id in people]
    return sorted({room for room in seats if room})


def _proposing(event: Event, made: Round, stamp: Stamp) -> Round:
    """The round with a true proposal, once the time to check in is over."""
    if made.checked_at is None:
        return made
    moves = proposed(event, made, stamp.at)
    if moves == (made.repair.moves if made.repair else ()):
        return made
    return replace(made, repair=Repair(_number(moves), moves) if moves else None)


def _number(moves: tuple[Move, ...]) -> int:
    """The same for the same moves, so that a proposal is stale only when it is another one."""
    return crc32(" ".join(f"{move.person}>{move.room}" for move in moves).encode())


def check(event: Event, command: commands.inside.CheckRound, stamp: Stamp) -> Event:
    made = event.open_round
    if made is None or made.slot != command.slot or (made.checked_at is not None and not look_due(made, stamp.at)):
        raise Refused("stale", "These rooms have been looked at.")
    return with_round(event, _proposing(event, replace(made, checked_at=stamp.at), stamp))


def repair(event: Event, command: commands.inside.RepairRound, stamp: Stamp) -> Event:
    made = event.open_round
    if made is None or made.slot != command.slot:
        raise Refused("closed", "These rooms are closed.")
    if made.repair is None or made.repair.number != command.number:
        raise Refused("stale", "The rooms have changed since. Please look at what is proposed now.")
    left = {made.seats[move.person] for move in made.repair.moves}
    seats = made.seats.put_all((move.person, move.room) for move in made.repair.moves)
    after = replace(made, seats=seats, repair=None)
    after = _brought_along(event, after, left, stamp)
    why: dict[str, Why] = {move.person: move.why for move in made.repair.moves}
    numbers = {room.id: room.number for room in made.rooms}
    told = ((id, Sitting(moved_from=numbers[old], why=why.get(id, "small")))
            for id, old, new in after.seats.changes(made.seats) if old and new)  # fmt: skip
    return with_round(event, replace(after, sittings=after.sittings.put_all(told)))


def _brought_along(event: Event, made: Round, left: set[str], stamp: Stamp) -> Round:
    """The round with nobody's seat left behind in a room that those who are here have left."""
    inside, used = members(made.seats), here(event, made, stamp.at)
    behind = [id for room in sorted(left) if not used.get(room) for id in inside.get(room, ())]
    seats = made.seats
    for id in behind:
        seats = seats.without(id)
    rooms = tuple(room for room in made.rooms if used.get(room.id))
    event = seated(with_round(event, replace(made, seats=seats, rooms=rooms)), behind, stamp)
    return replace(made, seats=event.rounds[made.slot].seats)

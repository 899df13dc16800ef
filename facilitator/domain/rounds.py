"""Breakout rooms: who sits where, from the draw to the closing.

Drawn rooms are a draft that only moderators see and may draw again. They open with their
slot; from then on nobody is moved except by a hand, and whoever comes is placed at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from facilitator.domain import assignment, commands, fishbowl
from facilitator.domain.agenda import Slot, find
from facilitator.domain.drawing import Asked, drawn, judged, restored
from facilitator.domain.event import Event, Person, Room, Round
from facilitator.domain.inside import HOLD, ROOM_TO_SPARE, Sitting
from facilitator.domain.room_steps import laid
from facilitator.domain.shelf import Shelf
from facilitator.domain.stamp import Refused, Stamp


def slot_of(room_id: str) -> str:
    """The slot a room belongs to; a room's id is its slot's id, a dot and its number."""
    return room_id.rpartition(".")[0]


def room_of(event: Event, room_id: str) -> tuple[Round, Room]:
    """The room with that id and its round; refused when there is none."""
    made = event.rounds.get(slot_of(room_id))
    for room in made.rooms if made else ():
        if made and room.id == room_id:
            return made, room
    raise Refused("unknown", "There is no such room.")


def with_room(event: Event, room: Room) -> Event:
    """The event with one room exchanged for its new version."""
    made, _ = room_of(event, room.id)
    rooms = tuple(room if old.id == room.id else old for old in made.rooms)
    return with_round(event, replace(made, rooms=rooms))


def with_round(event: Event, made: Round) -> Event:
    """The event with a round in its new version."""
    return replace(event, rounds={**event.rounds, made.slot: made})


def draw(event: Event, command: commands.rooms.DrawRound, stamp: Stamp) -> Event:
    slot = find(event.slots, command.slot)
    if slot.kind != "breakout":
        raise Refused("kind", "Only a breakout slot has rooms.")
    old = event.rounds.get(slot.id)
    if old and old.state != "drawn":
        raise Refused("open", "The rooms are open. People can only be moved one by one now.")
    if old and any(room.notes for room in old.rooms):
        raise Refused("used", "People have written in these rooms; they are not drawn again.")
    present = [person for person in event.people.values() if person.present]
    if command.rooms and command.rooms > max(1, len(present)):
        raise Refused("few", "{people} people are here; that would leave rooms empty.", people=len(present))
    return with_round(event, drawn(event, slot, present, command.rooms, stamp, old))


def opened(event: Event, slot: Slot, stamp: Stamp) -> Event:
    """The event with the slot's rooms open: as drafted, or drawn now; everybody here seated."""
    present = [person for person in event.people.values() if person.present]
    made = event.rounds.get(slot.id) or drawn(event, slot, present, None, stamp, None)
    since = made.opened_at if made.opened_at is not None else stamp.at
    made = replace(made, state="open", opened_at=since, closed_at=None, closing=False, other=None)
    if event.clock and made.ends[-1:] != (event.clock.ends_at,):
        made = replace(made, ends=laid(slot.steps, event.clock.since, event.clock.ends_at))
    return seated(with_round(event, made), [person.id for person in present], stamp)


def closed(event: Event, slot_id: str, at: int) -> Event:
    """The event with that slot's rooms closed, but for those that were given more time."""
    made = event.rounds.get(slot_id)
    if made is None or made.state != "open":
        return event
    if any(room.ends and room.ends[-1] > at for room in made.rooms):
        return event
    return with_round(event, finished(made, at))


def finished(made: Round, at: int) -> Round:
    """The round with all its rooms closed."""
    rooms = tuple(replace(room, help=None) if room.help else room for room in made.rooms)
    return replace(made, state="closed", closed_at=at, closing=False, repair=None, rooms=rooms,
                   revealed=True)  # fmt: skip


def is_open(event: Event, made: Round, room: Room) -> bool:
    """Whether people are in that room: with its slot, or alone because it was given more time."""
    if made.state != "open":
        return False
    left_at = find(event.slots, made.slot).closed_at
    return event.open_round is made or bool(room.ends and left_at and room.ends[-1] > left_at)


def shut(event: Event, slot_id: str) -> Event:
    """The event with that slot's rooms back to a draft: they were opened by mistake."""
    made = event.rounds.get(slot_id)
    if made is None or made.state != "open":
        return event
    rooms = tuple(replace(room, ends=(), help=None) for room in made.rooms)
    return with_round(event, replace(made, state="drawn", opened_at=None, ends=(), closing=False, rooms=rooms,
                                     checked_at=None, repair=None, sittings=Shelf()))  # fmt: skip


def seated(event: Event, people: Iterable[str], stamp: Stamp) -> Event:
    """Those of `people` without a seat in the open rooms placed there; nobody else moves."""
    made = event.open_round
    missing = sorted(p for p in people if made and p not in made.seats and p in event.people)
    if made is None or not missing:
        return event
    asked = Asked.of(event, made.slot)
    inside = counted(event, made, stamp.at)
    rooms = [asked.guests(inside.get(room.id, ())) for room in made.rooms]
    guests = asked.guests(event.people[p] for p in missing)
    full = asked.room_size + ROOM_TO_SPARE
    wishes = asked.wishes([*(guest for room in rooms for guest in room), *guests], len(rooms))
    seats = made.seats
    for number, guest in enumerate(guests):
        index = (fishbowl.place_of(asked.plan, guest.id) if fishbowl.is_fishbowl(asked.plan, made)
                 else assignment.place(guest, rooms, stamp.seed + number, wishes, asked.met_by(guest.id), full))  # fmt: skip
        rooms[index].append(guest)
        seats = seats.put(guest.id, made.rooms[index].id)
    return with_round(event, replace(made, seats=seats))


def counted(event: Event, made: Round, at: int) -> dict[str, list[Person]]:
    """Room id → those whose seats count when rooms are compared."""
    seats, inside = dict(made.seats.items()), dict[str, list[Person]]()
    for id, one in sorted(event.people.items()):
        room = seats.get(id)
        if room and (one.present or _held(made, id, at)):
            inside.setdefault(room, []).append(one)
    return inside


def _held(made: Round, person: str, at: int) -> bool:
    """Whether somebody without a connection still counts when rooms are compared."""
    away = made.sittings.get(person, Sitting()).away_at
    return away is None or at - away < HOLD


def restore(event: Event, command: commands.rooms.RestoreRound, stamp: Stamp) -> Event:
    made = event.rounds.get(command.slot)
    if made is None or made.state != "drawn":
        raise Refused("open", "The rooms are open. People can only be moved one by one now.")
    if made.other is None or made.other.draws != command.draws:
        raise Refused("unknown", "Draw {number} is not kept any more.", number=command.draws)
    return with_round(event, judged(event, restored(made)))


def move_seat(event: Event, command: commands.rooms.MoveSeat, stamp: Stamp) -> Event:
    made, room = room_of(event, command.room)
    if made.slot != command.slot:
        raise Refused("unknown", "That room belongs to another round.")
    return _seated_by_hand(event, made, {command.person: room})


def swap_seat(event: Event, command: commands.rooms.SwapSeat, stamp: Stamp) -> Event:
    made = event.rounds.get(command.slot)
    if made is None or not {command.person, command.other} <= made.seats.keys():
        raise Refused("unknown", "Only two people who have a room can change places.")
    _, one = room_of(event, made.seats[command.person])
    _, other = room_of(event, made.seats[command.other])
    return _seated_by_hand(event, made, {command.person: other, command.other: one})


def _seated_by_hand(event: Event, made: Round, places: Mapping[str, Room]) -> Event:
    """The event with these people in these rooms; another draw leaves them there."""
    if not places.keys() <= event.people.keys():
        raise Refused("unknown", "There is no such person.")
    if made.state == "closed":
        raise Refused("closed", "These rooms are closed.")
    seats = made.seats.put_all((who, room.id) for who, room in places.items())
    made = replace(made, seats=seats)
    if made.state != "drawn":
        return with_round(event, made)
    plan = event.wishes.plan(made.slot)
    plan = replace(plan, pins={**plan.pins, **{who: room.number for who, room in places.items()}})
    event = replace(event, wishes=event.wishes.with_plan(made.slot, plan))
    return with_round(event, judged(event, made))


def edit_room(event: Event, command: commands.rooms.EditRoom, stamp: Stamp) -> Event:
    _, room = room_of(event, command.room)
    given = {"name": command.name, "link": command.link, "table": command.table}
    told: dict[str, Any] = {k: v for k, v in given.items() if v is not None}
    made, number = event.rounds[slot_of(room.id)], str(room.number)
    plan = event.wishes.plan(made.slot)
    plan = replace(plan, places={**plan.places, number: {**plan.places.get(number, {}), **told}})
    event = replace(event, wishes=event.wishes.with_plan(made.slot, plan))
    return with_room(event, replace(room, **told))

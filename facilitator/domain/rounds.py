"""Breakout rooms: who sits where, from the draw to the closing.

Drawn rooms are a draft that only moderators see and may draw again. They open with their
slot; from then on nobody is moved except by a hand, and whoever comes is placed at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations
from typing import Any

from facilitator.domain import assignment, commands
from facilitator.domain.agenda import Slot, find
from facilitator.domain.event import Event, Person, Room, Round
from facilitator.domain.shelf import Shelf
from facilitator.domain.stamp import Refused, Stamp


def members(seats: Shelf[str]) -> dict[str, list[str]]:
    """Room id → ids of those seated there, sorted."""
    rooms: dict[str, list[str]] = {}
    for person in sorted(seats):
        rooms.setdefault(seats[person], []).append(person)
    return rooms


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
    return _with_round(event, replace(made, rooms=rooms))


def _with_round(event: Event, made: Round) -> Event:
    return replace(event, rounds={**event.rounds, made.slot: made})


def _guest(person: Person) -> assignment.Guest:
    org = " ".join(person.organisation.casefold().split()) or None
    return assignment.Guest(id=person.id, org=org, mode=person.mode, langs=(person.language,))


def met_before(event: Event, slot_id: str) -> Iterator[tuple[str, str]]:
    """Pairs who shared a room in another round of this event that was opened."""
    for made in event.rounds.values():
        if made.slot != slot_id and made.opened_at is not None:
            for people in members(made.seats).values():
                yield from combinations(people, 2)


def room_count(people: int, size: int) -> int:
    """How many rooms hold that many people at about that size; never none."""
    return max(1, (people + size // 2) // size)


def _drawn(event: Event, slot: Slot, people: Iterable[Person], wanted: int | None, stamp: Stamp,
           old: Round | None) -> Round:  # fmt: skip
    guests = [_guest(person) for person in people]
    count = wanted or (len(old.rooms) if old else room_count(len(guests), slot.room_size))
    met = met_before(event, slot.id)
    result = assignment.draw(guests, rooms=count, seed=stamp.seed, met=met)
    known = {room.number: room for room in old.rooms} if old else {}
    rooms = tuple(
        known.get(number) or Room(id=f"{slot.id}.{number}", number=number)
        for number in range(1, count + 1)
    )
    seats = Shelf(
        (person, room.id) for room, ids in zip(rooms, result.rooms, strict=True) for person in ids
    )
    return Round(
        slot=slot.id, state="drawn", seed=stamp.seed, drawn_at=stamp.at, rooms=rooms, seats=seats,
        draws=old.draws + 1 if old else 1, receipt=result.receipt.as_json(),
    )  # fmt: skip


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
        raise Refused("few", f"{len(present)} people are here; that would leave rooms empty.")
    return _with_round(event, _drawn(event, slot, present, command.rooms, stamp, old))


def opened(event: Event, slot: Slot, stamp: Stamp) -> Event:
    """The event with the slot's rooms open: as drafted, or drawn now; everybody here seated."""
    present = [person for person in event.people.values() if person.present]
    made = event.rounds.get(slot.id) or _drawn(event, slot, present, None, stamp, None)
    since = made.opened_at if made.opened_at is not None else stamp.at
    event = _with_round(event, replace(made, state="open", opened_at=since, closed_at=None))
    return seated(event, [person.id for person in present], stamp)


def closed(event: Event, slot_id: str, at: int) -> Event:
    """The event with that slot's rooms closed, if it has any."""
    made = event.rounds.get(slot_id)
    if made is None or made.state != "open":
        return event
    return _with_round(event, replace(made, state="closed", closed_at=at))


def shut(event: Event, slot_id: str) -> Event:
    """The event with that slot's rooms back to a draft: they were opened by mistake."""
    made = event.rounds.get(slot_id)
    if made is None or made.state != "open":
        return event
    return _with_round(event, replace(made, state="drawn", opened_at=None))


def seated(event: Event, people: Iterable[str], stamp: Stamp) -> Event:
    """Those of `people` without a seat in the open rooms placed there; nobody else moves."""
    made = event.open_round
    missing = sorted(p for p in people if made and p not in made.seats and p in event.people)
    if made is None or not missing:
        return event
    met = list(met_before(event, made.slot))
    inside = members(made.seats)
    rooms = [[_guest(event.people[p]) for p in inside.get(room.id, ())] for room in made.rooms]
    seats = made.seats
    for number, person in enumerate(missing):
        guest = _guest(event.people[person])
        index = assignment.place(guest, rooms, seed=stamp.seed + number, met=met)
        rooms[index].append(guest)
        seats = seats.put(person, made.rooms[index].id)
    return _with_round(event, replace(made, seats=seats))


def move_seat(event: Event, command: commands.rooms.MoveSeat, stamp: Stamp) -> Event:
    made, room = room_of(event, command.room)
    if made.slot != command.slot:
        raise Refused("unknown", "That room belongs to another round.")
    if command.person not in event.people:
        raise Refused("unknown", "There is no such person.")
    if made.state == "closed":
        raise Refused("closed", "These rooms are closed.")
    return _with_round(event, replace(made, seats=made.seats.put(command.person, room.id)))


def edit_room(event: Event, command: commands.rooms.EditRoom, stamp: Stamp) -> Event:
    _, room = room_of(event, command.room)
    given = {"name": command.name, "link": command.link, "table": command.table}
    told: dict[str, Any] = {k: v for k, v in given.items() if v is not None}
    return with_room(event, replace(room, **told))

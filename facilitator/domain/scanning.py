"""Sitting down at the table whose code one scanned.

The rules are a late joiner's: what the crew fixed or wished, online with online and a shared
language come first, and no table takes many more than it was laid for. Whoever cannot sit there
keeps their own seat and hears why; a wish that concerns somebody else is never told. In a fishbowl
only the chairs in the middle are counted.
"""

from __future__ import annotations

from dataclasses import replace

from facilitator.domain import assignment, fishbowl
from facilitator.domain.agenda import find
from facilitator.domain.drawing import Asked
from facilitator.domain.event import Event, Person, Room, Round
from facilitator.domain.inside import ROOM_TO_SPARE, Sitting
from facilitator.domain.rounds import counted, with_round
from facilitator.domain.stamp import Refused, Said

CLOSED = Said("The tables are not open now. When they are, your phone shows you which one is yours.")
OVER = Said("The tables are not open any more.")
MEANT = Said("The moderator has planned who sits at table {table}.")
STAYS = Said("Your seat stays at table {old}.")
STAYS_IN = (Said("Your seat stays in the inner circle."), Said("Your seat stays in the outer circle."))
WHY = {
    "pin": MEANT, "together": MEANT, "apart": MEANT,
    "mode": Said("Table {table} is for people who are in the room, and you are down as online. You can change that in your details, then scan again."),
    "online": Said("Room {table} is for people who are online, and you are down as in the room. You can change that in your details, then scan again."),
    "language": Said("Those at table {table} share a language that is not among yours."),
    "off": Said("This is table {table}."),
    "full": Said("Table {table} is full."),
    "circle": Said("The moderator has planned who sits in which circle."),
    "still": Said("Nobody changes circles by scanning here. Please ask the moderator."),
    "chairs": Said("All chairs of the inner circle are taken. When somebody leaves one, scan again."),
}  # fmt: skip


def seated_at(event: Event, person: Person, table: int, at: int) -> Event:
    """The event with that person at that table of the open round; refused with what stands against it."""
    made = event.open_round
    if made is None:
        coming = any(slot.kind == "breakout" and slot.closed_at is None for slot in event.slots)
        raise Refused("closed", CLOSED if coming else OVER)
    seat = made.seats.get(person.id)
    old = next((room for room in made.rooms if room.id == seat), None)
    bowl = fishbowl.is_fishbowl(event.wishes.plan(made.slot), made)
    stays = (STAYS_IN[old.number - 1] if bowl else Said(STAYS, old=old.number),) if old else ()
    room = next((room for room in made.rooms if room.number == table), None)
    if room is None:
        raise Refused("unknown", "There is no table {table} in this round.", *stays, table=table)
    if old is not room and (against := _against(event, made, room, old, person, at)):
        code = "full" if against in ("full", "chairs") else "seat"
        raise Refused(code, WHY[against], *stays, table=table)
    return with_round(event, _sat(made, room, old, person.id, at))


def welcomed(event: Event, person: Person, table: int, at: int) -> Event:
    """The event with a newcomer at that table, or as it was: then they are placed like others."""
    try:
        return seated_at(event, person, table, at)
    except Refused:
        return event


def _sat(made: Round, room: Room, old: Room | None, person: str, at: int) -> Round:
    """The round with that person at the table; who scans its code has arrived."""
    known = made.sittings.get(person, Sitting())
    sitting = replace(known, arrived_at=known.arrived_at or at, manner="in")
    if old is not room:
        sitting = Sitting(arrived_at=at, moved_from=old.number if old else None, why="scan")
    return replace(made, seats=made.seats.put(person, room.id), sittings=made.sittings.put(person, sitting))


def _against(event: Event, made: Round, room: Room, old: Room | None, person: Person, at: int) -> str | None:
    """What keeps that person from the table: a key of `WHY`."""
    plan = event.wishes.plan(made.slot)
    bowl = fishbowl.is_fishbowl(plan, made)
    if not plan.scan:
        return "still" if bowl else "off"
    inside = counted(event, made, at)
    people = [[one for one in inside.get(each.id, ()) if one.id != person.id] for each in made.rooms]
    there, here = made.rooms.index(room), made.rooms.index(old) if old else None
    if bowl:
        return fishbowl.against(plan, person.id, room.number, len(people[there]) + room.others)
    asked = Asked.of(event, made.slot)
    rooms, guest = [asked.guests(row) for row in people], asked.guests([person])[0]
    wishes = asked.wishes([guest, *(one for row in rooms for one in row)], len(rooms))
    if broken := assignment.broken(guest, rooms, there, here, wishes):
        return "online" if broken == "mode" and person.mode == "onsite" else broken
    laid = -(-sum(map(len, people), 1) // len(rooms))
    laid = laid if plan.rooms else max(laid, find(event.slots, made.slot).room_size)
    return "full" if len(people[there]) + room.others >= laid + min(ROOM_TO_SPARE, laid // 2) else None

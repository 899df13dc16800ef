"""The fewest moves that put rooms right when people have not come: nobody alone, no room too
small, somebody to lead each room.

Only those count who said that they are here and take part, and whom a hand has just sent there; whose
phone sleeps in a pocket counts as long as a seat is held. Who sits quietly or has not arrived is never moved on their own account: the
seat is theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from facilitator.domain import assignment
from facilitator.domain.agenda import find
from facilitator.domain.assignment.closing import fewest_moves
from facilitator.domain.assignment.dice import Dice
from facilitator.domain.drawing import Asked, members
from facilitator.domain.duties import leaders
from facilitator.domain.event import Event, Round
from facilitator.domain.fishbowl import is_fishbowl
from facilitator.domain.inside import CHECK_IN, HOLD, ROOM_TO_SPARE, Move, Sitting, Why


def here(event: Event, made: Round, at: int) -> dict[str, list[str]]:
    """Room id → those who have arrived and take part at that instant (ms)."""
    return {room: [id for id in people if _counts(event, made, id, at)]
            for room, people in members(made.seats).items()}  # fmt: skip


def _counts(event: Event, made: Round, id: str, at: int) -> bool:
    sitting = made.sittings.get(id, Sitting())
    if id not in event.people or sitting.manner != "in":
        return False
    if sitting.arrived_at is None:  # on the way: to send them on at once would undo what the crew did
        return sitting.why == "hand" and event.people[id].present
    return event.people[id].present or (sitting.away_at is not None and at - sitting.away_at < HOLD)


def look_due(made: Round, at: int) -> bool:
    """Whether the time to check in is over, or somebody's seat is not held any more since the last look."""
    seen = made.checked_at
    if seen is None:
        return at >= (made.opened_at or 0) + CHECK_IN
    left = (one.away_at for one in made.sittings.values() if one.arrived_at is not None)
    return any(away is not None and seen < away + HOLD <= at for away in left)


def least_size(room_size: int) -> int:
    """How many people make a room: half of what was wished for, and never one alone."""
    return max(2, (room_size + 1) // 2)


def proposed(event: Event, made: Round, at: int) -> tuple[Move, ...]:
    """The moves, empty when nothing can be put right by moving people."""
    if is_fishbowl(event.wishes.plan(made.slot), made):
        return ()
    rooms, moves = here(event, made, at), []
    for group in _groups(event, made, rooms):
        table = _Table(event, made, {id: rooms[id] for id in group}, made.seed)
        moves += [*table.filled(), *table.led()]
    return tuple(moves)


def _groups(event: Event, made: Round, rooms: dict[str, list[str]]) -> Iterator[list[str]]:
    """Rooms whose people may change places: all, or those online and those at tables apart."""
    used = [room.id for room in made.rooms if rooms.get(room.id)]
    if event.wishes.plan(made.slot).mixed:
        yield used
        return
    online = [id for id in used if _online(event, rooms[id])]
    yield from (group for group in (online, [id for id in used if id not in online]) if group)


def _online(event: Event, people: Sequence[str]) -> bool:
    return sum(event.people[id].mode == "online" for id in people) * 2 > len(people)


@dataclass
class _Table:
    """Rooms among which people are moved; `rooms` is what they are after the moves so far."""

    event: Event
    made: Round
    rooms: dict[str, list[str]]
    seed: int

    def __post_init__(self) -> None:
        self.asked = Asked.of(self.event, self.made.slot)
        self.leads = leaders(self.event) if self.asked.plan.facilitator else frozenset()
        guests = self.asked.guests(self.event.people[id] for people in self.rooms.values() for id in people)
        self.bonds = self.asked.wishes(guests, len(self.rooms)).together
        self.low = least_size(find(self.event.slots, self.made.slot).room_size)

    def filled(self) -> list[Move]:
        """Moves after which no room is too small, by the fewest people."""
        ids, sizes = list(self.rooms), [len(people) for people in self.rooms.values()]
        if len(ids) < 2 or min(sizes) >= self.low:
            return []
        high = max(*sizes, find(self.event.slots, self.made.slot).room_size + ROOM_TO_SPARE)
        numbered, first = [], 0
        for size in sizes:
            numbered.append(range(first, first + size))
            first += size
        wanted = dict(zip(ids, fewest_moves(numbered, 0, self.low, high, Dice(self.seed)).sizes,
                          strict=True))  # fmt: skip
        leaving = [(who, room) for room in ids for who in self._leaving(room, wanted[room])]
        leaving.sort(key=lambda one: one[0] not in self.leads)
        return [self._moved(who, room, wanted) for who, room in leaving]

    def _leaving(self, room: str, stay: int) -> list[str]:
        """Who goes when only so many stay: last come first; those who belong to somebody there, lead, have a
        duty or do not hear of it last."""
        def turn(id: str) -> tuple[bool, bool, bool, bool, int]:
            sitting = self.made.sittings.get(id, Sitting())
            silent = not self.event.people[id].present
            return silent, self._bound(id, room), id in self.leads, sitting.duty is not None, -(sitting.arrived_at or 0)

        return sorted(self.rooms[room], key=turn)[: max(0, len(self.rooms[room]) - stay)]

    def _bound(self, who: str, room: str) -> bool:
        """Whether somebody in the room belongs together with this person."""
        return any(who in group and set(group) & set(self.rooms[room]) - {who} for group in self.bonds)

    def _moved(self, who: str, room: str, wanted: dict[str, int]) -> Move:
        alone, closed = len(self.rooms[room]) == 1, wanted[room] == 0
        open_ = [id for id, size in wanted.items() if id != room and len(self.rooms[id]) < size]
        if who in self.leads:
            open_ = [id for id in open_ if not self.leads & set(self.rooms[id])] or open_
        why: Why = "fill" if not closed else "alone" if alone else "small"
        return self._put(who, room, self._best(who, open_), why)

    def _best(self, who: str, rooms: list[str]) -> str:
        """The room among these that a late joiner like this would be given."""
        people = self.event.people
        guests = [self.asked.guests(people[id] for id in self.rooms[room]) for room in rooms]
        guest = self.asked.guests([people[who]])[0]
        wishes = self.asked.wishes([guest, *(one for room in guests for one in room)], len(rooms))
        wishes = replace(wishes, pins=(), room_topics=())
        return rooms[assignment.place(guest, guests, self.seed, wishes, self.asked.met_by(who))]

    def _put(self, who: str, room: str, to: str, why: Why) -> Move:
        self.rooms[room] = [id for id in self.rooms[room] if id != who]
        self.rooms[to] = [*self.rooms[to], who]
        return Move(who, to, why)

    def led(self) -> list[Move]:
        """Moves of people who may lead from rooms that have several to rooms that have none."""
        moves = []
        for room, people in list(self.rooms.items()):
            if people and self.leads and not self.leads & set(people):
                spare = self._spare()
                if spare is not None:
                    moves.append(self._put(spare[0], spare[1], room, "lead"))
        return moves

    def _spare(self) -> tuple[str, str] | None:
        for room, people in self.rooms.items():
            leads = [id for id in people if id in self.leads]
            leads.sort(key=lambda id: not self._bound(id, room))
            if len(leads) > 1 and len(people) > self.low:
                return leads[-1], room
        return None

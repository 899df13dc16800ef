"""The draw itself: a fair shuffle, then swaps that take apart who should not sit together.

Stops when the lower bound is reached or after a number of steps without gain; never by the
clock, so that the same seed gives the same rooms on any machine. Of Python's random numbers
only `random()` is used, because only its sequence is promised to stay the same.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from facilitator.domain.assignment.guest import Guest, Wishes
from facilitator.domain.assignment.receipt import Receipt, fewest_same_org, same_org

T = TypeVar("T")

SAME_ORG, MET = 10, 12
"""Cost of two people in one room who share an organisation, or who have met before."""
PATIENCE = 4
"""Steps without gain, per person, after which the search ends."""
NEUTRAL = 5
"""Random swaps of equal cost, per person, that make the result near-uniform among the best."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Rooms as tuples of ids, in room order, and what was achieved."""

    rooms: tuple[tuple[str, ...], ...]
    receipt: Receipt


def shuffled(items: Iterable[T], luck: random.Random) -> list[T]:
    """Fisher and Yates's shuffle on `random()`."""
    row = list(items)
    for last in range(len(row) - 1, 0, -1):
        other = int(luck.random() * (last + 1))
        row[last], row[other] = row[other], row[last]
    return row


class _Table:
    """The rooms during the search: who sits where, and what each pair costs."""

    def __init__(self, guests: Sequence[Guest], met: Iterable[tuple[str, str]]) -> None:
        number = {guest.id: index for index, guest in enumerate(guests)}
        self.orgs = [guest.org for guest in guests]
        self.met: list[set[int]] = [set() for _ in guests]
        for one, other in met:
            if one in number and other in number and one != other:
                self.met[number[one]].add(number[other])
                self.met[number[other]].add(number[one])
        self.rooms: list[list[int]] = []
        self.place: list[int] = []

    def seat(self, rooms: list[list[int]]) -> None:
        self.rooms = rooms
        self.place = [0] * len(self.orgs)
        for index, room in enumerate(rooms):
            for guest in room:
                self.place[guest] = index

    def cost(self, guest: int, room: int, without: int = -1) -> int:
        """What this guest costs in that room, should `without` leave it."""
        org, met, total = self.orgs[guest], self.met[guest], 0
        for other in self.rooms[room]:
            if other != guest and other != without:
                total += SAME_ORG * (org is not None and org == self.orgs[other])
                total += MET * (other in met)
        return total

    def gain(self, one: int, other: int) -> int:
        a, b = self.place[one], self.place[other]
        before = self.cost(one, a) + self.cost(other, b)
        return before - self.cost(one, b, other) - self.cost(other, a, one)

    def swap(self, one: int, other: int) -> None:
        a, b = self.place[one], self.place[other]
        self.rooms[a][self.rooms[a].index(one)] = other
        self.rooms[b][self.rooms[b].index(other)] = one
        self.place[one], self.place[other] = b, a

    def total(self) -> int:
        return sum(self.cost(guest, room) for guest, room in enumerate(self.place)) // 2


def draw(
    guests: Sequence[Guest], rooms: int, seed: int, wishes: Wishes | None = None,
    met: Iterable[tuple[str, str]] = (), sizes: Sequence[int] | None = None,
) -> Drawn:  # fmt: skip
    """Guests in `rooms` rooms whose sizes differ by at most one; `met` are pairs of ids."""
    luck = random.Random(seed)
    people = shuffled(sorted(guests, key=lambda guest: guest.id), luck)
    table = _Table(people, met)
    table.seat(_dealt(len(people), shuffled(range(rooms), luck), rooms))
    bound = SAME_ORG * fewest_same_org(table.orgs, rooms)
    if rooms > 1:
        _search(table, bound, luck)
        _mix(table, luck)
    return Drawn(
        tuple(tuple(sorted(people[g].id for g in room)) for room in table.rooms),
        _receipt(table, rooms),
    )


def _dealt(people: int, order: Sequence[int], rooms: int) -> list[list[int]]:
    """People dealt round, so that a room more or less is a matter of luck too."""
    dealt: list[list[int]] = [[] for _ in range(rooms)]
    for guest in range(people):
        dealt[order[guest % rooms]].append(guest)
    return dealt


def _search(table: _Table, bound: int, luck: random.Random) -> None:
    """Min-conflict: a guest in conflict takes the best swap; equal ones by lot."""
    count, still, total = len(table.orgs), 0, table.total()
    while total > bound and still < PATIENCE * count:
        guest = int(luck.random() * count)
        still += 1
        if not table.cost(guest, table.place[guest]):
            continue
        best, gained = _best_swap(table, guest, luck)
        if best >= 0 and gained >= 0:
            table.swap(guest, best)
            total -= gained
            still = 0 if gained else still


def _best_swap(table: _Table, guest: int, luck: random.Random) -> tuple[int, int]:
    best, most, ties = -1, -1, 0
    for other in range(len(table.orgs)):
        if table.place[other] != table.place[guest]:
            gained = table.gain(guest, other)
            ties = 1 if gained > most else ties + (gained == most)
            if gained > most or (gained == most and luck.random() * ties < 1):
                best, most = other, gained
    return best, most


def _mix(table: _Table, luck: random.Random) -> None:
    count = len(table.orgs)
    for _ in range(NEUTRAL * count):
        one, other = int(luck.random() * count), int(luck.random() * count)
        if table.place[one] != table.place[other] and table.gain(one, other) == 0:
            table.swap(one, other)


def _receipt(table: _Table, rooms: int) -> Receipt:
    repeats = sum(
        other in table.met[guest] for room in table.rooms for guest in room for other in room
    )
    return Receipt(
        sizes=tuple(len(room) for room in table.rooms),
        same_org=same_org([[table.orgs[guest] for guest in room] for room in table.rooms]),
        fewest=fewest_same_org(table.orgs, rooms), repeats=repeats // 2,
    )  # fmt: skip


def place(
    guest: Guest, rooms: Sequence[Sequence[Guest]], seed: int, wishes: Wishes | None = None,
    met: Iterable[tuple[str, str]] = (),
) -> int:  # fmt: skip
    """The room for somebody who comes late: of the smallest the best one, equal ones by lot."""
    known = defaultdict(set)
    for one, other in met:
        known[one].add(other)
        known[other].add(one)
    least = min(len(room) for room in rooms)
    costs = {
        index: sum(
            SAME_ORG * (guest.org is not None and guest.org == other.org)
            + MET * (other.id in known[guest.id])
            for other in room
        )
        for index, room in enumerate(rooms) if len(room) == least
    }  # fmt: skip
    best = [index for index, cost in costs.items() if cost == min(costs.values())]
    return best[int(random.Random(seed).random() * len(best))]

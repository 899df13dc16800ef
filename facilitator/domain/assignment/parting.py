"""Seats for people who must not share a room, found by trying: whoever has the fewest rooms left first.

Sizes, topics and leads are shared out before anybody's wish to be kept apart is looked at, and an
exchange search seldom undoes that: most of the time it need not. Where it did not, the few people
in question (and the groups that move as one) are seated here before all others, by backtracking,
until as few pairs as possible share a room. Rooms' sizes may change hands for it. Everybody else
is seated around them afterwards.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from facilitator.domain.assignment.dice import Dice
from facilitator.domain.assignment.seating import Plan, Seating
from facilitator.domain.assignment.setting import Setting

LOOKS = 100_000  # rooms and people looked at in all before it gives up: a tenth of a second


def _foes_of(plan: Plan, setting: Setting) -> dict[int, list[int]]:
    """Person → those present whom he or she must not share a room with."""
    found: dict[int, list[int]] = {}
    present = set(setting.people)
    for one, other in plan.foes:
        if one in present and other in present:
            found.setdefault(one, []).append(other)
            found.setdefault(other, []).append(one)
    return found


@dataclass
class Group:
    """People who are seated together here: a block, or one alone."""

    people: tuple[int, ...]
    foes: dict[int, int] = field(default_factory=dict)  # number of another group → pairs
    near: Counter[int] = field(default_factory=Counter)  # room → pairs that would share it
    hostile: int = 0  # the same as bits: rooms in which somebody sits they must not meet
    room: int | None = None


class Parting:
    """Rooms being filled with those who belong together and those who do not."""

    def __init__(
        self, plan: Plan, setting: Setting, seating: Seating, dice: Dice, exchanged: bool = False, looks: int = LOOKS
    ) -> None:
        self.setting, self.dice, self.exchanged = setting, dice, exchanged
        self.rooms: list[list[int]] = [[] for _ in setting.sizes]
        for person, room in setting.held.items():
            self.rooms[room].append(person)
        self.blocks = sorted(set(seating.blocks.values()))
        self.looks = looks
        self._loads = [len(room) for room in self.rooms]
        self._largest = sorted(setting.sizes, reverse=True)
        self._kind_of = {room: at for at, kind in enumerate(setting.kinds) for room in kind}
        self._groups = self._grouped(plan, seating)
        self._waiting = set(range(len(self._groups)))
        self.sharing = 0  # pairs that share a room although they should not

    def _grouped(self, plan: Plan, seating: Seating) -> list[Group]:
        foes = _foes_of(plan, self.setting)
        alone = foes.keys() - self.setting.held.keys() - seating.blocks.keys()
        groups = [Group(people) for people in self.dice.shuffled(sorted([*self.blocks, *((p,) for p in alone)]))]
        group_of = {person: number for number, group in enumerate(groups) for person in group.people}
        for number, group in enumerate(groups):
            for foe in (foe for person in group.people for foe in foes.get(person, ())):
                if foe in self.setting.held:
                    self._approach(group, self.setting.held[foe], 1)
                elif group_of[foe] != number:
                    group.foes[group_of[foe]] = group.foes.get(group_of[foe], 0) + 1
        return groups

    @staticmethod
    def _approach(group: Group, room: int, pairs: int) -> None:
        group.near[room] += pairs
        group.hostile = group.hostile | 1 << room if group.near[room] else group.hostile & ~(1 << room)

    def seated(self, most: int) -> bool:
        """Whether all were seated so that at most so many pairs share a room."""
        trail: list[tuple[int, list[int]]] = []
        while self._waiting:
            number, rooms = self._next(most - self.sharing)
            trail.append((number, rooms))
            while not (rooms and self.looks > 0):
                trail.pop()
                if not trail:
                    return False
                number, rooms = trail[-1]
                self._lift(number)
            self._put(number, rooms.pop())
        return True

    def _next(self, left: int) -> tuple[int, list[int]]:
        """The group with the fewest rooms that are good for it, and its rooms, the best one last."""
        roomy = {size: self._roomy(size) for size in {len(self._groups[at].people) for at in self._waiting}}
        self.looks -= len(self._waiting) + len(self.rooms)

        def choice(at: int) -> tuple[int, int, int]:
            group = self._groups[at]
            return (roomy[len(group.people)] & ~group.hostile).bit_count(), -len(group.people), at

        number = min(self._waiting, key=choice)
        return number, self._ranked(self._groups[number], roomy[len(self._groups[number].people)], left)

    def _roomy(self, size: int) -> int:
        """Rooms, as bits, that have so many seats; where sizes change hands, that some room could have."""
        known: dict[int, bool] = {}
        found = 0
        for room, load in enumerate(self._loads):
            if not self.exchanged:
                good = load + size <= self.setting.sizes[room]
            elif load not in known:
                after = sorted([*self._loads[:room], load + size, *self._loads[room + 1 :]], reverse=True)
                good = known[load] = all(inside <= seats for inside, seats in zip(after, self._largest, strict=True))
            else:
                good = known[load]
            found |= good << room if self.setting.sizes[room] else 0
        return found

    def _ranked(self, group: Group, roomy: int, left: int) -> list[int]:
        """Rooms worth trying, worst first; of rooms nobody could tell apart only one."""
        alike: dict[object, int] = {}
        for room in self.dice.shuffled(range(len(self.rooms))):
            if roomy >> room & 1 and group.near[room] <= left:
                seats = 0 if self.exchanged else self.setting.sizes[room]
                alike.setdefault((self._kind_of[room], self._loads[room], seats) if not self._loads[room] else room, room)
        return sorted(alike.values(), key=lambda room: (-group.near[room], -self._price(group, room)))

    def _price(self, group: Group, room: int) -> int:
        rows = (self.setting.prices.get(person) for person in group.people)
        return sum(row[self._kind_of[room]] for row in rows if row)

    def _put(self, number: int, room: int) -> None:
        group = self._groups[number]
        group.room = room
        self._waiting.remove(number)
        self._loads[room] += len(group.people)
        for other, pairs in group.foes.items():
            self._approach(self._groups[other], room, pairs)
        self.sharing += group.near[room]

    def _lift(self, number: int) -> None:
        group = self._groups[number]
        room, group.room = group.room, None
        assert room is not None
        self._waiting.add(number)
        self._loads[room] -= len(group.people)
        for other, pairs in group.foes.items():
            self._approach(self._groups[other], room, -pairs)
        self.sharing -= group.near[room]

    def sizes(self) -> list[int]:
        """The rooms' sizes: the fullest room gets the largest, where they change hands."""
        if not self.exchanged:
            return self.setting.sizes
        order = sorted(range(len(self.rooms)), key=lambda room: (-self._loads[room], -self.setting.sizes[room]))
        return [size for _, size in sorted(zip(order, self._largest, strict=True))]

    def filled(self) -> list[list[int]]:
        """Those who are seated so far, by room."""
        rooms = [list(room) for room in self.rooms]
        for group in self._groups:
            if group.room is not None:
                rooms[group.room].extend(group.people)
        return rooms


def sharing(plan: Plan, setting: Setting, seating: Seating) -> int:
    """Pairs to be kept apart that share a room and need not."""
    where, held = seating.where, setting.held
    return sum(
        where[one] == where[other] >= 0
        and not (one in held and other in held)
        and not (one in seating.blocks and seating.blocks[one] is seating.blocks.get(other))
        for one, other in plan.foes
    )


def parted(plan: Plan, setting: Setting, seating: Seating, dice: Dice, shared: int) -> Parting | None:
    """The fewest that need share a room, if that is fewer than `shared`; sizes stay if that is no worse.

    Each attempt may spend half of the looks that are left: a wish nobody can meet must not hold up the rest.
    """
    best, left = None, LOOKS
    for exchanged in (False, True):
        for most in (0, *range(shared - 1, 0, -1)):
            if most >= shared:
                continue
            parting = Parting(plan, setting, seating, dice, exchanged, left // 2)
            found = parting.seated(most)
            left -= left // 2 - parting.looks
            if found:
                best, shared = parting, parting.sharing
            elif most:
                break
            if not shared:
                return best
    return best

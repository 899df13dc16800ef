"""The first seating of a round: random, yet with the structural wishes already honoured.

Whoever must sit somewhere sits there, groups sit together, people are shared out over kinds
of room at the least regret, facilitators are dealt one a room. Within that everything is a
shuffle, so that the search starts from every possibility with the same chance.
"""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.domain.assignment.dice import Dice
from facilitator.domain.assignment.leading import Shared, shared_out
from facilitator.domain.assignment.parting import Parting
from facilitator.domain.assignment.seating import APART, NO_LANGUAGE, Plan, Seating
from facilitator.domain.assignment.setting import Setting
from facilitator.domain.assignment.spreading import Spreading

OFTEN = 12  # a room without regret is asked for so many times as often as another
MANY_KINDS = 40  # above this, sharing exactly would take longer than searching


class Opening:
    """Fills the rooms of one setting, or what is left of them around a parting."""

    def __init__(self, plan: Plan, setting: Setting, dice: Dice, parting: Parting | None = None) -> None:
        self.plan, self.setting, self.dice, self.parting = plan, setting, dice, parting
        self.rooms: list[list[int]] = [[] for _ in setting.sizes]
        self.blocks: list[tuple[int, ...]] = []
        self.kinds = setting.kinds
        self.kind_of = {room: at for at, kind in enumerate(self.kinds) for room in kind}

    def seating(self) -> Seating:
        """The opening as a seating, ready to be improved."""
        if self.parting:
            self.rooms, self.blocks = self.parting.filled(), self.parting.blocks
        else:
            for person, room in self.setting.held.items():
                self.rooms[room].append(person)
            self._seat_blocks()
        self._seat_singles()
        seating = Seating(self.plan.people, self.rooms)
        for person in self.setting.held:
            seating.fixed[person] = 1
        for block in self.blocks:
            seating.blocks.update(dict.fromkeys(block, block))
        seating.least_pairs = self.setting.least_pairs
        self._price_seats(seating)
        self.plan.tally(seating)
        return seating

    def _price_seats(self, seating: Seating) -> None:
        """Each person's prices by room, the rooms to ask for, and those he or she is content in."""
        kinds = [self.kind_of[room] for room in range(len(self.rooms))]
        known: dict[object, tuple[list[int], list[int], bytes]] = {}
        for person, row in self.setting.prices.items():
            open_ = tuple(self.setting.open_kinds.get(person, ()))
            if (row, open_) not in known:
                known[row, open_] = _asking(row, open_, kinds, self.kinds)
            seating.prices[person], seating.rooms_for[person], seating.content[person] = known[
                row, open_
            ]

    def _free(self, room: int) -> int:
        return self.setting.sizes[room] - len(self.rooms[room])

    def _price(self, person: int, room: int) -> int:
        row = self.setting.prices.get(person)
        return row[self.kind_of[room]] if row else 0

    def _seat_blocks(self) -> None:
        blocks = self.dice.shuffled(self.setting.blocks)
        for block in sorted(blocks, key=len, reverse=True):
            order = self.dice.shuffled(range(len(self.rooms)))
            fits = [room for room in order if self._free(room) >= len(block)]
            if not fits:
                fits = [max(order, key=self._free)]
                block = self._part_of(block, self._free(fits[0]))
            room = min(fits, key=lambda at: sum(self._price(p, at) for p in block))
            self.rooms[room].extend(block)
            if len(block) > 1:
                self.blocks.append(block)

    def _part_of(self, block: Sequence[int], seats: int) -> tuple[int, ...]:
        """As many of a group as a room has seats for, anybody with the same chance: those to be kept apart last."""
        kept, rest = list[int](), self.dice.shuffled(block)
        for _ in range(seats):
            kept.append(min(rest, key=lambda p: sum(self.plan.met[p][other] >= APART for other in kept)))
            rest.remove(kept[-1])
        return tuple(sorted(kept))

    def _seat_singles(self) -> None:
        seated = {person for room in self.rooms for person in room}
        singles = self.dice.shuffled(p for p in self.setting.people if p not in seated)
        if len(self.kinds) == 1 or len(self.kinds) > MANY_KINDS:
            self._deal(singles, range(len(self.rooms)))
            return
        for kind, people in zip(self.kinds, self._shared(singles), strict=True):
            self._deal(people, kind)

    def _shared(self, singles: Sequence[int]) -> list[list[int]]:
        """The singles by kind of room, with the least regret, leads and colleagues spread."""
        shared = self._taken(singles)
        inside = {p: self.kind_of[room] for room, people in enumerate(self.rooms) for p in people}
        rooms = [sum(self.setting.sizes[room] > 0 for room in kind) for kind in self.kinds]
        spreading = Spreading({**inside, **shared.place_of}, shared.open_places, self.plan.orgs, rooms)
        spreading.settle()
        people: list[list[int]] = [[] for _ in self.kinds]
        for person in singles:
            people[spreading.kind(spreading.place_of[person])].append(person)
        return people

    def _taken(self, singles: Sequence[int]) -> Shared:
        """What the bound found, once, if it was about the same people; else shared out anew."""
        shared, self.setting.shared = self.setting.shared, None
        if shared and len(shared.place_of) == len(singles):
            return shared
        free = [sum(map(self._free, kind)) for kind in self.kinds]
        lacking = [sum(map(self._lacks_lead, kind)) for kind in self.kinds]
        wanted = lacking if self.setting.wants_lead else [0] * len(free)
        return shared_out(singles, self.setting.prices, free, self.plan.leads, wanted)

    def _lacks_lead(self, room: int) -> bool:
        lead = any(self.plan.leads[p] for p in self.rooms[room])
        return self._free(room) > 0 and not lead

    def _deal(self, people: Sequence[int], rooms: Sequence[int]) -> None:
        """Shuffled people into the free seats of rooms; facilitators where one is lacking."""
        people = self.dice.shuffled(people)
        if self.setting.wants_lead:
            lacking = self.dice.shuffled(room for room in rooms if self._lacks_lead(room))
            leads = [p for p in people if self.plan.leads[p]][: len(lacking)]
            for person, room in zip(leads, lacking, strict=False):
                self.rooms[room].append(person)
            dealt = set(leads)
            people = [p for p in people if p not in dealt]
        at = 0
        for room in rooms:
            free = self._free(room)
            self.rooms[room].extend(people[at : at + free])
            at += free


def _asking(
    row: Sequence[int], open_: Sequence[int], kinds: Sequence[int], rooms: Sequence[Sequence[int]]
) -> tuple[list[int], list[int], bytes]:
    """Prices by room, rooms to ask for (good ones more often), and 1 for each good one."""
    good = open_ or [kind for kind, price in enumerate(row) if price == min(row)]
    likely = [room for kind in good for room in rooms[kind]]
    possible = [room for kind, price in enumerate(row) if price < NO_LANGUAGE for room in rooms[kind]]
    is_good = [int(kind in good) for kind in range(len(row))]
    return [row[kind] for kind in kinds], likely * OFTEN + possible, bytes([is_good[kind] for kind in kinds])


def near(setting: Setting, seating: Seating) -> list[Sequence[int]]:
    """By person the rooms of the kind they sit in; where they would rather not, all they ask for."""
    rooms = list(seating.rooms_for)
    for kind in setting.kinds:
        for person in (p for room in kind for p in seating.rooms[room]):
            if seating.prices[person] is None or seating.content[person][kind[0]]:
                rooms[person] = kind
    return rooms

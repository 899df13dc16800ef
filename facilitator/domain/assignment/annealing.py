"""Rounds in which nearly everybody has met: exchanges found in a table of what each seat would cost.

A random exchange seldom helps where a pool is small or its history long. Here everybody's meetings
and colleagues in every room open to them are kept in a table, so that somebody in conflict is
compared with all people of another room in the time one exchange takes without it. The best of
them is taken, at times also when it costs a little, ever less often (simulated annealing; the
table is that of Dotú and Van Hentenryck, “Scheduling social golfers locally”, 2005).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from struct import Struct

from facilitator.domain.assignment.dice import Dice
from facilitator.domain.assignment.search import acceptances
from facilitator.domain.assignment.seating import COLLEAGUES, NO_LEAD, STEEPEST, Plan, Seating
from facilitator.domain.assignment.setting import Setting

NOT_OPEN = -1
HOPELESS = 1  # hardly any exchange makes up for so much more at once
A_ROW = 40  # so many numbers of the table are changed while one exchange is looked at


class Table:
    """For one kind of room: who may come, what they cost each other, and what they cost each room.

    A row is added to another as one very long number, which is what Python adds fastest; no figure
    outgrows its 32 bits, and none is ever less than nothing.
    """

    def __init__(self, plan: Plan, people: Sequence[int], rooms: Mapping[int, Sequence[int]]) -> None:
        self.column = [NOT_OPEN] * plan.people  # by person
        for column, person in enumerate(people):
            self.column[person] = column
        self._plan, self._people = plan, people
        self._colleagues: dict[int, list[int]] = {}
        for column, person in enumerate(people):
            self._colleagues.setdefault(plan.orgs[person], []).append(column)
        self._struct = Struct(f"<{len(people)}I")
        self.rows = {person: self._row(person) for person in people}
        self._packed = {person: self._pack(row) for person, row in self.rows.items()}
        self._sums = {
            room: sum(self._packed[p] if p in self._packed else self._pack(self._row(p)) for p in inside)
            for room, inside in rooms.items()
        }
        self.costs = {room: self._unpack(total) for room, total in self._sums.items()}

    def _row(self, person: int) -> list[int]:
        met, org = self._plan.met[person], self._plan.orgs[person]
        row = [met[other] for other in self._people]
        for column in self._colleagues.get(org, ()) if org >= 0 else ():
            row[column] += COLLEAGUES
        if self.column[person] != NOT_OPEN:
            row[self.column[person]] = 0
        return row

    def _pack(self, row: Sequence[int]) -> int:
        return int.from_bytes(self._struct.pack(*row), "little")

    def _unpack(self, total: int) -> Sequence[int]:
        return self._struct.unpack(total.to_bytes(self._struct.size, "little"))

    def replace(self, room: int, gone: int, come: int) -> None:
        """Somebody takes the seat of somebody else."""
        total = self._sums[room] = self._sums[room] + self._packed[come] - self._packed[gone]
        self.costs[room] = self._unpack(total)


class Annealing:
    """One round, its costs in tables; `cost` is kept true. Who is fixed or in a block stays."""

    def __init__(self, plan: Plan, setting: Setting, seating: Seating, dice: Dice, cost: int, goal: int) -> None:
        self.plan, self.seating, self.dice = plan, seating, dice
        self.cost, self.goal, self.prices = cost, goal, setting.prices
        self.free = [[p for p in room if not seating.fixed[p] and p not in seating.blocks] for room in seating.rooms]
        self.people = [p for room in self.free for p in room]
        kinds_of_room = setting.kinds if setting.open_kinds else [[*range(len(seating.rooms))]]
        self.kind_of = {room: kind for kind, rooms in enumerate(kinds_of_room) for room in rooms}
        self._tabulate(kinds_of_room, setting.open_kinds)

    def _tabulate(self, rooms_of: Sequence[Sequence[int]], open_kinds: Mapping[int, Sequence[int]]) -> None:
        """The rooms each person may ask for, and a table for each kind."""
        where, open_ = self.seating.where, [list[int]() for _ in rooms_of]
        known: dict[tuple[int, ...], list[int]] = {}
        self.choices: dict[int, list[int]] = {}
        for p in self.people:
            kinds = tuple(sorted({*open_kinds.get(p, ()), self.kind_of[where[p]]}))
            if kinds not in known:
                known[kinds] = [room for kind in kinds for room in rooms_of[kind]]
            self.choices[p] = known[kinds]
            for kind in kinds:
                open_[kind].append(p)
        self.tables = [Table(self.plan, people, {room: self.seating.rooms[room] for room in rooms})
                       for people, rooms in zip(open_, rooms_of, strict=True)]  # fmt: skip

    def run(self, work: int, warmth: float) -> None:
        """Exchanges until the goal or until so many have been looked at.

        One loop on purpose, as in the search without a table.
        """
        roll, people, where, choices = self.dice.roll, self.people, self.seating.where, self.choices
        tables = [self.tables[self.kind_of[room]] for room in range(len(self.seating.rooms))]
        columns = [table.column for table in tables]
        chances, free, an_exchange = acceptances(warmth), self.free, 6 + len(people) // A_ROW
        while work > 0 and self.cost > self.goal and people:
            i = people[int(roll() * len(people))]
            a = where[i]
            work -= 1
            here, home = tables[a], columns[a]
            ours = here.costs[a]
            own = ours[home[i]]
            if not own:
                continue
            b = choices[i][int(roll() * len(choices[i]))]
            there, away = tables[b], columns[b]
            theirs = there.costs[b]
            base = theirs[away[i]] - own
            if a == b or base > HOPELESS:
                continue
            row, least, found, ties = there.rows[i], STEEPEST, -1, 1
            for j in free[b]:
                at, column = home[j], away[j]
                delta = base + ours[at] - theirs[column] - 2 * row[column]
                if delta <= least and at >= 0:
                    delta += self._beside(i, j, a, b)
                    if delta < least:
                        least, found, ties = delta, j, 1
                    elif delta == least:
                        ties += 1
                        if roll() * ties < 1:
                            found = j
            work -= 6
            if found >= 0 and (least <= 0 or roll() < chances[least]):
                work -= an_exchange
                self._exchange(i, found, least)

    def _beside(self, i: int, j: int, a: int, b: int) -> int:
        """What an exchange changes beside meetings and colleagues."""
        plan, leads, delta = self.plan, self.seating.leads, 0
        if plan.wants_lead and plan.leads[i] != plan.leads[j]:
            loses, gains = (a, b) if plan.leads[i] else (b, a)
            delta = NO_LEAD * ((leads[loses] == 1) - (leads[gains] == 0))
        before, after = self.kind_of[a], self.kind_of[b]
        if before != after:
            for person, sign in ((i, 1), (j, -1)):
                row = self.prices.get(person)
                if row:
                    delta += sign * (row[after] - row[before])
        return delta

    def _exchange(self, i: int, j: int, delta: int) -> None:
        a, b = self.seating.where[i], self.seating.where[j]
        for room, gone, come in ((a, i, j), (b, j, i)):
            self.tables[self.kind_of[room]].replace(room, gone, come)
            self.free[room].remove(gone)
            self.free[room].append(come)
        self.plan.exchange(self.seating, i, j, counted=False)
        self.cost += delta

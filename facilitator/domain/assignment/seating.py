"""The rooms of one or several rounds while they are being improved, and what they cost.

Everything here is a small integer: people, rooms, organisations and prices. The search
exchanges two people at a time and must know in a microsecond what that changes, so the
counts it needs are kept up to date by every exchange.

The cost of a plan is a sum: for each pair m(m − 1)/2 when they meet m times, `COLLEAGUES`
for each pair of one organisation in a room, `NO_LEAD` for a room without facilitator, and
each person's price for the room he or she sits in. The weights keep the order of the wishes.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, MutableSequence, Sequence
from itertools import combinations

APART = 1000  # meetings that a keep-apart pair is treated as having had
WRONG_MODE = 400
NO_LANGUAGE = 300
NO_LEAD = 100
TOPIC_RANK = 12  # for each place down the list of favourites
COLLEAGUES = 3
DENSE = 700  # people up to whom rows are lists: faster to read, larger in memory


class Seating:
    """One round: who sits where, who may be exchanged, and counts by room."""

    def __init__(self, people: int, rooms: Sequence[Sequence[int]], orgs: int) -> None:
        self.rooms = [list(room) for room in rooms]
        self.where = [-1] * people
        self.fixed = bytearray(people)
        self.prices: list[Sequence[int] | None] = [None] * people
        self.rooms_for: list[Sequence[int]] = [range(len(rooms))] * people
        self.blocks: dict[int, tuple[int, ...]] = {}
        self.teams = [[0] * orgs for _ in rooms]
        self.leads = [0] * len(rooms)
        for number, room in enumerate(self.rooms):
            for person in room:
                self.where[person] = number

    @property
    def present(self) -> list[int]:
        return [person for room in self.rooms for person in room]


class Plan:
    """All rounds that are improved together, with the meetings they and the past add up to."""

    def __init__(self, orgs: Sequence[int], leads: Sequence[bool], wants_lead: bool) -> None:
        self.people = len(orgs)
        self.orgs = list(orgs)  # organisation number, −1 for none
        self.org_count = max(orgs, default=-1) + 1
        self.leads = [bool(lead) for lead in leads]
        self.wants_lead = wants_lead
        self.rounds: list[Seating] = []
        size = self.people
        self.met: list[MutableSequence[int]] = [
            [0] * size if size <= DENSE else array("H", bytes(2 * size)) for _ in range(size)
        ]

    def remember(self, pairs: Iterable[tuple[int, int]], times: int = 1) -> None:
        """Adds meetings of the past; a pair may come several times."""
        met = self.met
        for one, other in pairs:
            met[one][other] += times
            met[other][one] += times

    def seat(self, seating: Seating) -> None:
        """Takes a round into the plan and counts its meetings."""
        self.rounds.append(seating)
        self.count(seating, 1)

    def count(self, seating: Seating, sign: int) -> None:
        """Adds (1) or takes away (−1) what one round contributes to the counts."""
        for number, room in enumerate(seating.rooms):
            self.remember(combinations(room, 2), sign)
            team = seating.teams[number]
            for person in room:
                if self.orgs[person] >= 0:
                    team[self.orgs[person]] += sign
                seating.leads[number] += sign * self.leads[person]

    def cost(self) -> int:
        """The whole cost; pairs of a round that met before count once for each earlier time."""
        together = self._repeats()
        return together + sum(self.cost_of(seating) for seating in self.rounds)

    def _repeats(self) -> int:
        # Each meeting beyond the first of a pair costs as many as came before it.
        total = 0
        seen: dict[tuple[int, int], int] = {}
        for seating in self.rounds:
            for room in seating.rooms:
                for one, other in combinations(sorted(room), 2):
                    if self.met[one][other] > 1:
                        seen[one, other] = seen.get((one, other), 0) + 1
        for (one, other), times in seen.items():
            whole = self.met[one][other]
            total += times * (2 * whole - times - 1) // 2
        return total

    def cost_of(self, seating: Seating) -> int:
        """What one round costs by itself, meetings aside."""
        total = 0
        for number, room in enumerate(seating.rooms):
            total += COLLEAGUES * sum(c * (c - 1) // 2 for c in seating.teams[number] if c > 1)
            total += NO_LEAD * (self.wants_lead and bool(room) and not seating.leads[number])
            for person in room:
                prices = seating.prices[person]
                total += prices[number] if prices else 0
        return total

    def change(self, seating: Seating, one: int, other: int) -> int:
        """What exchanging two people of different rooms would add to the cost."""
        a, b = seating.where[one], seating.where[other]
        room_a, room_b = seating.rooms[a], seating.rooms[b]
        mine, theirs = self.met[one], self.met[other]
        delta = len(room_a) + len(room_b) - 2 - 2 * mine[other]
        delta += sum([theirs[k] - mine[k] for k in room_a])
        delta += sum([mine[k] - theirs[k] for k in room_b])
        org, its = self.orgs[one], self.orgs[other]
        if org != its:
            home, away = seating.teams[a], seating.teams[b]
            if org >= 0:
                delta += COLLEAGUES * (away[org] - home[org] + 1)
            if its >= 0:
                delta += COLLEAGUES * (home[its] - away[its] + 1)
        if self.wants_lead and self.leads[one] != self.leads[other]:
            loses, gains = (a, b) if self.leads[one] else (b, a)
            delta += NO_LEAD * ((seating.leads[loses] == 1) - (seating.leads[gains] == 0))
        for who, old, new in ((one, a, b), (other, b, a)):
            prices = seating.prices[who]
            delta += prices[new] - prices[old] if prices else 0
        return delta

    def exchange(self, seating: Seating, one: int, other: int) -> None:
        """Exchanges two people of different rooms and keeps all counts true."""
        a, b = seating.where[one], seating.where[other]
        self._leave(seating, one, a)
        self._leave(seating, other, b)
        self._enter(seating, one, b)
        self._enter(seating, other, a)

    def _leave(self, seating: Seating, person: int, number: int) -> None:
        met, mine, room = self.met, self.met[person], seating.rooms[number]
        room.remove(person)
        for k in room:
            mine[k] -= 1
            met[k][person] -= 1
        if self.orgs[person] >= 0:
            seating.teams[number][self.orgs[person]] -= 1
        seating.leads[number] -= self.leads[person]

    def _enter(self, seating: Seating, person: int, number: int) -> None:
        met, mine, room = self.met, self.met[person], seating.rooms[number]
        for k in room:
            mine[k] += 1
            met[k][person] += 1
        room.append(person)
        seating.where[person] = number
        if self.orgs[person] >= 0:
            seating.teams[number][self.orgs[person]] += 1
        seating.leads[number] += self.leads[person]

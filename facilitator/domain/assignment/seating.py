"""The rooms of one or several rounds while they are being improved, and what they cost.

Everything here is a small integer: people, rooms, organisations and prices. The search
exchanges two people at a time and must know in a microsecond what that changes, so the
counts it needs are kept up to date by every exchange.

The cost of a plan is a sum: for each pair m(m − 1)/2 when they meet m times, `COLLEAGUES`
for each pair of one organisation in a room, `NO_LEAD` for a room without facilitator, and
each person's price for the room he or she sits in. The weights keep the order of the wishes
above. Meetings and colleagues are weighed against each other instead: two colleagues in a
room cost as much as two first repeats, because the fewest colleagues are always within reach
and a plan that insists on neither meets more people than one that insists on either.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, MutableSequence, Sequence
from itertools import combinations

APART = 20_000  # meetings that a keep-apart pair is treated as having had: dearer than all below together
WRONG_MODE = 400
NO_LANGUAGE = 300
NO_LEAD = 100
TOPIC_RANK = 12  # for each place down the list of favourites …
LAST_RANK = 8  # … down to here, so that ranks stay below a hundred and the rest above
COLLEAGUES = 2
STEEPEST = 40  # a step dearer than this is never taken, whatever the warmth
DENSE = 700  # people up to whom rows are lists: faster to read, larger in memory


class Seating:
    """One round: who sits where, who may be exchanged, and counts by room."""

    def __init__(self, people: int, rooms: Sequence[Sequence[int]]) -> None:
        self.rooms = [list(room) for room in rooms]
        self.where = [-1] * people
        self.fixed = bytearray(people)
        self.prices: list[Sequence[int] | None] = [None] * people
        self.content = [b""] * people  # by room: whether it is as good as can be hoped for
        self.rooms_for: list[Sequence[int]] = [range(len(rooms))] * people
        self.blocks: dict[int, tuple[int, ...]] = {}
        self.teams: list[list[int]] = [[] for _ in rooms]
        self.leads = [0] * len(rooms)
        self.least_pairs: Mapping[int, int] = {}  # organisation → pairs that must share a room
        self.excess: list[int] = []  # by organisation: pairs above that

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
        self.foes: list[tuple[int, int]] = []  # to be kept apart
        self.rounds: list[Seating] = []
        size = self.people
        self.met: list[MutableSequence[int]] = [
            [0] * size if size <= DENSE else array("H", bytes(2 * size)) for _ in range(size)
        ]

    def remember(self, pairs: Iterable[tuple[int, int]], times: int = 1) -> None:
        """Adds meetings (or takes them away); a pair may come several times."""
        met = self.met
        for one, other in pairs:
            met[one][other] += times
            met[other][one] += times

    def tally(self, seating: Seating) -> None:
        """Counts organisations and facilitators in each room of a round anew."""
        seating.excess = [-seating.least_pairs.get(org, 0) for org in range(self.org_count)]
        for number, room in enumerate(seating.rooms):
            seating.leads[number] = sum([self.leads[person] for person in room])
            team = seating.teams[number] = [0] * self.org_count
            for person in room:
                seating.where[person] = number
                if self.orgs[person] >= 0:
                    seating.excess[self.orgs[person]] += team[self.orgs[person]]
                    team[self.orgs[person]] += 1

    def finish(self, seating: Seating) -> None:
        """Takes a finished round into the plan: from now on its meetings count."""
        self.rounds.append(seating)
        self.count(seating)

    def count(self, seating: Seating, times: int = 1) -> None:
        """Adds the meetings of one round (or takes them away)."""
        for room in seating.rooms:
            self.remember(combinations(room, 2), times)

    def draft_cost(self, seating: Seating) -> int:
        """What a round would add to the plan that it is not yet part of."""
        again = sum(
            self.met[a][b] for room in seating.rooms for a, b in combinations(room, 2)
        )  # fmt: skip
        return again + self.cost_of(seating)

    def cost(self) -> int:
        """The cost of all finished rounds together."""
        total = sum(self.cost_of(seating) for seating in self.rounds)
        seen: dict[tuple[int, int], int] = {}
        for seating in self.rounds:
            for room in seating.rooms:
                for pair in combinations(sorted(room), 2):
                    seen[pair] = seen.get(pair, 0) + 1
        for (one, other), times in seen.items():
            # Each meeting beyond the first costs as many as came before it.
            total += times * (2 * self.met[one][other] - times - 1) // 2
        return total

    def cost_of(self, seating: Seating) -> int:
        """What one round costs by itself, meetings aside."""
        total = 0
        for number, room in enumerate(seating.rooms):
            total += COLLEAGUES * sum([c * (c - 1) // 2 for c in seating.teams[number] if c > 1])
            total += NO_LEAD * (self.wants_lead and bool(room) and not seating.leads[number])
        for person, prices in enumerate(seating.prices):
            if prices is not None and seating.where[person] >= 0:
                total += prices[seating.where[person]]
        return total

    def change(self, seating: Seating, one: int, other: int, counted: bool) -> int:
        """What exchanging two people of different rooms would add to the cost.

        `counted` tells whether the round's own meetings are among those that count.
        """
        a, b = seating.where[one], seating.where[other]
        room_a, room_b = seating.rooms[a], seating.rooms[b]
        mine, theirs = self.met[one], self.met[other]
        delta = (len(room_a) + len(room_b) - 2) * counted - 2 * mine[other]
        for k in room_a:
            delta += theirs[k] - mine[k]
        for k in room_b:
            delta += mine[k] - theirs[k]
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
        prices, others = seating.prices[one], seating.prices[other]
        if prices is not None:
            delta += prices[b] - prices[a]
        if others is not None:
            delta += others[a] - others[b]
        return delta

    def exchange(self, seating: Seating, one: int, other: int, counted: bool) -> None:
        """Exchanges two people of different rooms and keeps all counts true."""
        where = seating.where
        a, b = where[one], where[other]
        room_a, room_b = seating.rooms[a], seating.rooms[b]
        room_a.remove(one)
        room_b.remove(other)
        if counted:
            self._meet(one, room_a, room_b)
            self._meet(other, room_b, room_a)
        room_a.append(other)
        room_b.append(one)
        where[one], where[other] = b, a
        org, its = self.orgs[one], self.orgs[other]
        if org != its:
            home, away = seating.teams[a], seating.teams[b]
            if org >= 0:
                seating.excess[org] += away[org] - home[org] + 1
                home[org] -= 1
                away[org] += 1
            if its >= 0:
                seating.excess[its] += home[its] - away[its] + 1
                away[its] -= 1
                home[its] += 1
        if self.leads[one] != self.leads[other]:
            step = 1 if self.leads[other] else -1
            seating.leads[a] += step
            seating.leads[b] -= step

    def _meet(self, person: int, before: Iterable[int], after: Iterable[int]) -> None:
        met, mine = self.met, self.met[person]
        for k in before:
            mine[k] -= 1
            met[k][person] -= 1
        for k in after:
            mine[k] += 1
            met[k][person] += 1

"""Sharing people out over kinds of room so that the total of their regrets is the least.

A person has a price for each kind of room (0 the favourite topic, 1 the second, very much
for a language not spoken); a kind takes only so many. This is the transport problem; it is
solved exactly by adding one person after another along the cheapest chain of moves
(successive shortest paths). It knows nothing of rooms, topics or languages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from heapq import heappop, heappush

NEVER = 10**9
Prices = Sequence[int]


def capped(seats: Sequence[int]) -> Callable[[int, int], int]:
    """The price of one more person in a kind that takes `seats[kind]` and no more."""
    return lambda kind, inside: 0 if inside < seats[kind] else NEVER


class Sharing:
    """People added one by one; `kind_of[person]` and `total` stay the cheapest possible."""

    def __init__(self, kinds: int, extra: Callable[[int, int], int]) -> None:
        self.kinds = range(kinds)
        self.extra = extra  # (kind, people inside) → price of one more there; must not fall
        self.inside = [0] * kinds
        self.kind_of: dict[int, int] = {}
        self.prices: dict[int, Prices] = {}
        self.total = 0
        self._moves: list[list[list[tuple[int, int]]]] = [
            [[] for _ in range(kinds)] for _ in range(kinds)
        ]

    def add(self, person: int, prices: Prices) -> None:
        """Takes one more person in, moving others where that is cheaper."""
        self.prices[person] = prices
        least = min(prices)
        for kind in self.kinds:
            if prices[kind] == least and not self._entry(kind):
                self.total += least
                self._put(person, kind)
                self.inside[kind] += 1
                return
        self._chain(person, prices)

    def _entry(self, kind: int) -> int:
        return self.extra(kind, self.inside[kind])

    def _put(self, person: int, kind: int) -> None:
        self.kind_of[person] = kind
        prices = self.prices[person]
        for other, moves in enumerate(self._moves[kind]):
            if other != kind:
                heappush(moves, (prices[other] - prices[kind], person))

    def _mover(self, kind: int, other: int) -> tuple[int, int] | None:
        """The cheapest move from one kind to another, as (price, person)."""
        moves = self._moves[kind][other]
        while moves and self.kind_of[moves[0][1]] != kind:
            heappop(moves)
        return moves[0] if moves else None

    def _movers(self) -> list[tuple[int, int, int, int]]:
        """The cheapest moves between all kinds, as (from, to, price, person)."""
        pairs = [(kind, other) for kind in self.kinds for other in self.kinds if kind != other]
        return [(*pair, *move) for pair in pairs if (move := self._mover(*pair))]

    def _chain(self, person: int, prices: Prices) -> None:
        cost = list(prices)
        before: list[tuple[int, int] | None] = [None] * len(cost)  # (kind, person moving on)
        moves, changed = self._movers(), True
        while changed:  # Bellman and Ford: chains never get cheaper by going round
            changed = False
            for kind, other, price, mover in moves:
                if cost[kind] + price < cost[other]:
                    cost[other], before[other] = cost[kind] + price, (kind, mover)
                    changed = True
        end = min(self.kinds, key=lambda kind: cost[kind] + self._entry(kind))
        self.total += cost[end] + self._entry(end)
        self.inside[end] += 1
        steps = []
        step, kind = before[end], end
        while step is not None:
            steps.append((step[1], kind))
            kind, step = step[0], before[step[0]]
        for mover, target in [*steps, (person, kind)]:
            self._put(mover, target)

    def alternatives(self) -> dict[int, tuple[int, ...]]:
        """Person → the kinds he or she has in any cheapest sharing (or at least may have).

        A chain of moves that costs nothing leads to another cheapest sharing; every other
        move costs something whatever else changes (complementary slackness).
        """
        worth = [0] * len(self.kinds)
        moves, changed = self._movers(), True
        while changed:
            changed = False
            for kind, other, price, _ in moves:
                if worth[kind] + price < worth[other]:
                    worth[other] = worth[kind] + price
                    changed = True
        open_ = {}
        for person, kind in self.kind_of.items():
            prices = self.prices[person]
            least = prices[kind] - worth[kind]
            open_[person] = tuple(at for at in self.kinds if prices[at] - worth[at] == least)
        return open_

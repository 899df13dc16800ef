"""Spreading organisations over kinds of room, as far as everybody's choices allow together.

Each organisation alone could be spread well; together they compete for the same seats. This is
a transport problem with rising costs: the n-th colleague in a kind of u rooms meets n // u of
the others. It is solved exactly by going round in circles: as long as some circle of moves from
kind to kind (somebody for whom another kind is as good makes room for somebody else) leaves fewer
colleagues together, it is taken. When there is none left, the total cannot be less.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field

from facilitator.domain.assignment.bounds import fewest_pairs

Hop = tuple[int, int, int]  # an organisation, from a kind, to a kind


@dataclass
class Spreading:
    """People in kinds of room; `kind_of` is changed in place, kinds keep their sizes."""

    kind_of: MutableMapping[int, int]
    open_kinds: Mapping[int, Sequence[int]]  # person → kinds that are as good
    orgs: Sequence[int]  # person → organisation, −1 for none
    rooms: Sequence[int]  # by kind
    counts: dict[int, list[int]] = field(default_factory=dict)
    movers: dict[int, dict[int, list[int]]] = field(default_factory=dict)  # organisation → kind → who

    def __post_init__(self) -> None:
        for person, kind in self.kind_of.items():
            org = self.orgs[person]
            self.counts.setdefault(org, [0] * len(self.rooms))[kind] += 1
            if len(self.open_kinds.get(person, ())) > 1:
                self.movers.setdefault(org, {}).setdefault(kind, []).append(person)

    def settle(self, turns: int = 2_000) -> bool:
        """Takes circles until none helps; whether it came to that end."""
        for _ in range(turns):
            circle = self._circle()
            if not circle:
                return True
            if not self._go(circle):
                return False
        return False

    def pairs(self) -> dict[int, int]:
        """Organisation → colleagues who share a room at least, as people are spread now."""
        return {org: sum(fewest_pairs(count, rooms) for count, rooms in zip(row, self.rooms, strict=True) if count)
                for org, row in self.counts.items() if org >= 0}  # fmt: skip

    def _price(self, org: int, kind: int, more: int) -> int:
        """Colleagues met by the last of an organisation in a kind, after `more` have come."""
        if org < 0 or not self.rooms[kind]:
            return 0
        return (self.counts[org][kind] + more - 1) // self.rooms[kind]

    def _hops(self) -> Iterator[tuple[int, Hop]]:
        """What each organisation could do between two kinds, through others if need be."""
        for org, inside in self.movers.items():
            direct = {kind: sorted({to for who in people for to in self.open_kinds[who]} - {kind})
                      for kind, people in inside.items() if people}  # fmt: skip
            for start in direct:
                leaves = self._price(org, start, 0)
                for end in _reached(direct, start):
                    yield self._price(org, end, 1) - leaves, (org, start, end)

    def _circle(self) -> list[Hop]:
        """Hops from kind to kind back to the first that cost less than nothing; or none."""
        best: dict[tuple[int, int], tuple[int, Hop]] = {}
        for price, hop in self._hops():
            known = best.get(hop[1:])
            if known is None or price < known[0]:
                best[hop[1:]] = price, hop
        if all(price >= 0 for price, _ in best.values()):
            return []
        return _cheap_circle(best, len(self.rooms))

    def _go(self, circle: Sequence[Hop]) -> bool:
        """Makes the moves of a circle; or none of them when two of them need the same person."""
        before, done = dict(self.kind_of), True
        for org, start, end in circle:
            done = done and self._hop(org, start, end)
        if not done:
            for person, kind in before.items():
                self._put(person, kind)
        return done

    def _hop(self, org: int, start: int, end: int) -> bool:
        """One more of the organisation in `end` and one fewer in `start`, by the fewest moves."""
        inside, before = self.movers[org], {start: (start, -1)}
        row = [start]
        for kind in row:
            for who in inside.get(kind, ()):
                for to in self.open_kinds[who]:
                    if to not in before:
                        before[to] = kind, who
                        row.append(to)
        if end not in before:
            return False
        while end != start:
            kind, who = before[end]
            self._put(who, end)
            end = kind
        return True

    def _put(self, person: int, kind: int) -> None:
        org, was = self.orgs[person], self.kind_of[person]
        if was != kind:
            self.kind_of[person] = kind
            self.counts[org][was] -= 1
            self.counts[org][kind] += 1
            self.movers[org][was].remove(person)
            self.movers[org].setdefault(kind, []).append(person)


def _reached(direct: Mapping[int, Sequence[int]], start: int) -> list[int]:
    row = list(direct[start])
    for kind in row:
        row.extend(to for to in direct.get(kind, ()) if to not in row)
    return [kind for kind in row if kind != start]


def _cheap_circle(best: Mapping[tuple[int, int], tuple[int, Hop]], kinds: int) -> list[Hop]:
    """A circle whose total is below nothing (Bellman and Ford), as hops in order."""
    worth, came = [0] * kinds, [-1] * kinds
    last = -1
    for _ in range(kinds):
        last = -1
        for (start, end), (price, _hop) in best.items():
            if worth[start] + price < worth[end]:
                worth[end], came[end], last = worth[start] + price, start, end
        if last < 0:
            return []
    for _ in range(kinds):  # after so many steps back it is on the circle itself
        last = came[last]
    circle, at = [], last
    while True:
        circle.append(best[came[at], at][1])
        at = came[at]
        if at == last:
            return circle[::-1]

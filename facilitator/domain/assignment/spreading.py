"""Spreading organisations over kinds of room, as far as everybody's choices allow together.

Each organisation alone could be spread well; together they compete for the same seats. This is
a transport problem with rising costs: the n-th colleague in a kind of u rooms meets n // u of
the others. It is solved by going round in circles: as long as some circle of moves from kind to
kind (somebody for whom another kind is as good makes room for somebody else) leaves fewer
colleagues together, it is taken. That ends at the fewest or, now and then, a pair or two above
them, where only two circles at once would help; how few are possible is proven apart (`proving`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from facilitator.domain.assignment.bounds import fewest_pairs
from facilitator.domain.assignment.circles import cheap_circle, worths
from facilitator.domain.assignment.sharing import NEVER, Sharing

Hop = tuple[int, int, int]  # an organisation, from a kind, to a kind
MOST_BARRED = 20
CIRCLES, WORK = 2_000, 1_500_000  # circles taken at most; finding one costs about the cube of the places


@dataclass
class Spreading:
    """People in places of fixed size; `place_of` is changed in place.

    A place belongs to the kind of room that is its number modulo the kinds: with k kinds, the
    seats for anybody are 0 … k − 1 and those for leads follow in the same order.
    """

    place_of: MutableMapping[int, int]
    open_places: Mapping[int, Sequence[int]]  # person → places that are as good
    orgs: Sequence[int]  # person → organisation, −1 for none
    rooms: Sequence[int]  # by kind
    counts: dict[int, list[int]] = field(default_factory=dict)  # organisation → people by kind
    movers: dict[int, dict[int, list[int]]] = field(default_factory=dict)  # organisation → place → who

    def __post_init__(self) -> None:
        self.places = 1 + max(
            (max(self.open_places.get(who, (at,)), default=at) for who, at in self.place_of.items()), default=0
        )
        for person, place in self.place_of.items():
            org = self.orgs[person]
            self.counts.setdefault(org, [0] * len(self.rooms))[self.kind(place)] += 1
            if len(self.open_places.get(person, ())) > 1:
                self.movers.setdefault(org, {}).setdefault(place, []).append(person)
        self._either = [who for inside in self.movers.values() for people in inside.values() for who in people
                        if len({self.kind(place) for place in self.open_places[who]}) < len(self.open_places[who])]  # fmt: skip
        self._known: dict[int, list[tuple[int, Hop]]] = {}  # organisation → its hops as things stand
        self._known_beside: dict[int, list[int]] = {}
        self._barred: set[Hop] = set()  # hops whose circle did not help as things stand

    def kind(self, place: int) -> int:
        return place % len(self.rooms)

    def settle(self) -> bool:
        """Takes circles until none helps; whether it came to that end."""
        self._barred.clear()
        for _ in range(min(CIRCLES, max(1, WORK // self.places**3))):
            circle = self._circle()
            if not circle:
                return not self._barred
            if self._go(circle):
                self._barred.clear()
            else:
                self._barred.add(circle[0])
                if len(self._barred) > MOST_BARRED:
                    return False
        return False

    def pairs(self) -> dict[int, int]:
        """Organisation → colleagues who share a room at least, as people are spread now."""
        return {org: self._pairs_of(org) for org in self.counts if org >= 0}

    def _pairs_of(self, org: int) -> int:
        row = zip(self.counts[org], self.rooms, strict=True)
        return sum(fewest_pairs(count, rooms) for count, rooms in row if count)

    def _together(self, orgs: Iterable[int]) -> int:
        return sum(self._pairs_of(org) for org in orgs if org >= 0)

    def total(self) -> int:
        """All those pairs."""
        return sum(self.pairs().values())

    def least(self) -> int:
        """Colleagues who share a room at least, whatever the spreading: with the worths at which no hop pays."""
        return self.relaxed(worths(self.cheapest(), self.places))[0]

    def relaxed(self, worth: Sequence[int], fine: int = 1) -> tuple[int, list[int]]:
        """A bill in 1/`fine` pairs that nothing can be below, and by place how many seats more than takers.

        However people are spread, as many are in each place as now, so with any worth for each
        place (in the same unit) the worths people give up and take add up to nothing. With them in
        the bill it cannot be less than if every organisation went where it likes, and that is known
        exactly (Lagrangian relaxation). With the right worths little or nothing is lost.
        """
        bill, spare = 0, [0] * self.places
        for org, row in self.counts.items():
            left, movers = list(row), self.movers.get(org, {})
            for place, people in movers.items():
                left[self.kind(place)] -= len(people)
                spare[place] += len(people)
                bill += worth[place] * len(people)
            sharing = Sharing(len(row), partial(self._met_there, org, fine))
            sharing.inside = list(left)
            liked = {who: self._liked(who, worth) for people in movers.values() for who in people}
            for person, places in liked.items():
                sharing.add(person, [-worth[place] if place >= 0 else NEVER for place in places])
            for person, kind in sharing.kind_of.items():
                spare[liked[person][kind]] -= 1
            bill += sharing.total
            if org >= 0:
                bill += fine * sum(fewest_pairs(count, rooms) for count, rooms in zip(left, self.rooms, strict=True))
        return bill, spare

    def _liked(self, person: int, worth: Sequence[int]) -> list[int]:
        """By kind of room the place somebody likes best there, −1 where none is open."""
        liked = [-1] * len(self.rooms)
        for place in self.open_places[person]:
            kind = self.kind(place)
            if liked[kind] < 0 or worth[place] > worth[liked[kind]]:
                liked[kind] = place
        return liked

    def _met_there(self, org: int, fine: int, kind: int, inside: int) -> int:
        return 0 if org < 0 else fine * (inside // max(1, self.rooms[kind]))

    def _price(self, org: int, start: int, end: int) -> int:
        """What one of an organisation changes by moving on: colleagues met there, less those left."""
        here, there = self.kind(start), self.kind(end)
        if org < 0 or here == there:
            return 0
        row = self.counts[org]
        return row[there] // max(1, self.rooms[there]) - (row[here] - 1) // max(1, self.rooms[here])

    def _hops(self) -> Iterator[Iterable[tuple[int, Hop]]]:
        """What each organisation could do between two kinds, through others if need be."""
        beside = {place: [*others] for place, others in self._beside().items()}
        if beside != self._known_beside:
            self._known_beside = beside
            self._known.clear()
        for org in self.movers:
            if org not in self._known:
                self._known[org] = [*self._hops_of(org, beside)]
            yield self._known[org]

    def _hops_of(self, org: int, beside: Mapping[int, Sequence[int]]) -> Iterator[tuple[int, Hop]]:
        direct = {place: sorted({to for who in people for to in self.open_places[who]} - {place})
                  for place, people in self.movers[org].items() if people}  # fmt: skip
        for start in direct:
            for end in _reached(direct, beside, start):
                yield self._price(org, start, end), (org, start, end)

    def _beside(self) -> dict[int, dict[int, int]]:
        """Place → other places of its kind for which somebody leaves it, and who: that has no price."""
        found: dict[int, dict[int, int]] = {}
        for who in self._either:
            place = self.place_of[who]
            for to in self.open_places[who]:
                if to != place and self.kind(to) == self.kind(place):
                    found.setdefault(place, {})[to] = who
        return {place: dict(sorted(others.items())) for place, others in sorted(found.items())}

    def _circle(self) -> list[Hop]:
        """Hops from kind to kind back to the first that cost less than nothing; or none."""
        best = self.cheapest()
        if all(price >= 0 for price, _ in best.values()):
            return []
        return cheap_circle(best, self.places)

    def cheapest(self) -> dict[tuple[int, int], tuple[int, Hop]]:
        best: dict[tuple[int, int], tuple[int, Hop]] = {}
        for hops in self._hops():
            for price, hop in hops:
                known = best.get(hop[1:])
                if hop not in self._barred and (known is None or price < known[0]):
                    best[hop[1:]] = price, hop
        return best

    def _go(self, circle: Sequence[Hop]) -> bool:
        """Makes the moves of a circle; or none of them when they do not help after all.

        Two of them may need the same person, and two of one organisation into one place cost more
        than each alone: a circle taken for its price could come round for ever.
        """
        before, orgs, done = dict(self.place_of), {org for org, _, _ in circle}, True
        together = self._together(orgs)
        for org, start, end in circle:
            done = done and self._hop(org, start, end)
        done = done and self._together(orgs) < together
        if not done:
            for person, place in before.items():
                self.put(person, place)
        return done

    def _hop(self, org: int, start: int, end: int) -> bool:
        """One more of the organisation in `end` and one fewer in `start`, by the fewest moves."""
        inside, before, beside = self.movers[org], {start: (start, -1)}, self._beside()
        row = [start]
        for place in row:
            own = [(to, who) for who in inside.get(place, ()) for to in self.open_places[who]]
            for to, who in own if place == start else [*own, *beside.get(place, {}).items()]:
                if to not in before:
                    before[to] = place, who
                    row.append(to)
        if end not in before:
            return False
        while end != start:
            place, who = before[end]
            self.put(who, end)
            end = place
        return True

    def put(self, person: int, place: int) -> None:
        """Takes somebody to a place, full or not."""
        org, was = self.orgs[person], self.place_of[person]
        if was != place:
            self.place_of[person] = place
            self._known.pop(org, None)
            self.counts[org][self.kind(was)] -= 1
            self.counts[org][self.kind(place)] += 1
            self.movers[org][was].remove(person)
            self.movers[org].setdefault(place, []).append(person)


def _reached(direct: Mapping[int, Sequence[int]], beside: Mapping[int, Sequence[int]], start: int) -> list[int]:
    """Places to which one of an organisation leads, through others and past those who make room beside."""
    row, known = [start], {start}
    for place in row:
        next_ = [*direct.get(place, ()), *(beside.get(place, ()) if place != start else ())]
        fresh = [to for to in dict.fromkeys(next_) if to not in known]
        row.extend(fresh)
        known.update(fresh)
    return row[1:]

"""A lead in every room and everybody's favourite kind of room, at the least price of both.

Shared out one after the other, leads first, somebody may lead where only a third favourite is
talked about although another could. Here every kind of room has one seat a room for its lead and
seats for anybody; people of the same wishes are alike, and circles of exchanges are taken until
none is cheap.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from facilitator.domain.assignment.circles import cheap_circle, worths
from facilitator.domain.assignment.seating import NO_LEAD
from facilitator.domain.assignment.sharing import NEVER, Sharing, capped

Sort = tuple[tuple[int, ...], bool]  # prices by kind, and whether they lead
Step = tuple[Sort, int, int]  # one of a sort, from a place, to a place


class Leading:
    """People in seats: places 0 … k − 1 are for anybody, k … 2k − 1 for the leads of a kind."""

    def __init__(
        self, kind_of: Mapping[int, int], prices: Mapping[int, Sequence[int]],
        leads: Sequence[bool], wanted: Sequence[int],
    ) -> None:  # fmt: skip
        self.kinds = len(wanted)
        self.inside: list[dict[Sort, list[int]]] = [{} for _ in range(2 * self.kinds)]
        none, left = (0,) * self.kinds, list(wanted)
        for person, kind in kind_of.items():
            sort = tuple(prices.get(person) or none), leads[person]
            led = leads[person] and left[kind] > 0
            left[kind] -= led
            self.inside[kind + self.kinds * led].setdefault(sort, []).append(person)
        for kind, missing in enumerate(left):
            for _ in range(missing):
                self._fill(kind)
        self._moves: dict[tuple[int, int], tuple[int, Step]] = {}
        for place in range(2 * self.kinds):
            self._look(place)

    def _fill(self, kind: int) -> None:
        """Somebody who does not lead takes a seat that no lead has taken."""
        if self.inside[kind]:
            sort = next(iter(self.inside[kind]))
            self._take(sort, kind, kind + self.kinds)

    def _take(self, sort: Sort, start: int, end: int) -> None:
        people = self.inside[start][sort]
        self.inside[end].setdefault(sort, []).append(people.pop())
        if not people:
            del self.inside[start][sort]

    def _price(self, sort: Sort, place: int) -> int:
        return sort[0][place % self.kinds] + NO_LEAD * (place >= self.kinds and not sort[1])

    def _look(self, start: int) -> None:
        """The cheapest move from a place to every other."""
        now = [(self._price(sort, start), sort) for sort in self.inside[start]]
        for end in range(2 * self.kinds):
            if end != start:
                self._moves.pop((start, end), None)
                found = min(((self._price(sort, end) - was, at) for at, (was, sort) in enumerate(now)),
                            default=None)  # fmt: skip
                if found is not None:
                    self._moves[start, end] = found[0], (now[found[1]][1], start, end)

    def settle(self) -> None:
        """Takes circles until none is cheap; each lowers the price, so it ends."""
        while circle := cheap_circle(self._moves, 2 * self.kinds):
            for sort, start, end in circle:
                self._take(sort, start, end)
            for place in {place for _, start, end in circle for place in (start, end)}:
                self._look(place)

    @property
    def place_of(self) -> dict[int, int]:
        return {person: place for place, sorts in enumerate(self.inside)
                for people in sorts.values() for person in people}  # fmt: skip

    @property
    def price(self) -> int:
        """All prices together, and what rooms without a lead cost."""
        return sum(self._price(sort, place) * len(people) for place, sorts in enumerate(self.inside)
                   for sort, people in sorts.items())  # fmt: skip

    @property
    def lacking(self) -> int:
        """Rooms without a lead."""
        return sum(len(people) for sorts in self.inside[self.kinds :]
                   for (_, leads), people in sorts.items() if not leads)  # fmt: skip

    def open_places(self) -> dict[int, tuple[int, ...]]:
        """Person → places in which they sit in some sharing that costs no more."""
        worth, found = worths(self._moves, 2 * self.kinds), dict[int, tuple[int, ...]]()
        for place, sorts in enumerate(self.inside):
            for sort, people in sorts.items():
                least = self._price(sort, place) - worth[place]
                open_ = (at for at in range(2 * self.kinds) if self._price(sort, at) - worth[at] == least)
                found.update(dict.fromkeys(people, tuple(open_)))
        return found


@dataclass(frozen=True)
class Shared:
    """People shared out over kinds of room at the least price."""

    place_of: dict[int, int]  # a kind, or beyond the kinds the lead seats of one
    open_places: dict[int, tuple[int, ...]]  # places they have in some sharing that costs no more
    price: int
    lacking: int = 0  # rooms without a lead, counted in the price


def shared_out(
    people: Sequence[int], prices: Mapping[int, Sequence[int]], seats: Sequence[int],
    leads: Sequence[bool], wanted: Sequence[int],
) -> Shared:  # fmt: skip
    """Everybody to a kind with that many seats; `wanted` rooms by kind want a lead."""
    if not any(wanted):
        sharing = _added(people, prices, capped(seats), len(seats))
        return Shared(sharing.kind_of, sharing.alternatives(), sharing.total)

    def extra(kind: int, inside: int) -> int:
        return NEVER if inside >= seats[kind] else NO_LEAD * (inside >= wanted[kind])

    first = _added([p for p in people if leads[p]], prices, extra, len(seats))
    left = [count - inside for count, inside in zip(seats, first.inside, strict=True)]
    rest = _added([p for p in people if not leads[p]], prices, capped(left), len(seats))
    leading = Leading({**first.kind_of, **rest.kind_of}, prices, leads, wanted)
    leading.settle()
    return Shared(leading.place_of, leading.open_places(), leading.price, leading.lacking)


def _added(
    people: Sequence[int], prices: Mapping[int, Sequence[int]], extra: Callable[[int, int], int], kinds: int
) -> Sharing:
    sharing = Sharing(kinds, extra)
    for person in people:
        sharing.add(person, prices.get(person) or (0,) * kinds)
    return sharing

"""How few colleagues need share a room, proven, where circles of moves alone leave it open.

Kept apart from the spreading because it is seldom needed: in about one event of twenty with
modes, topics and leads at once. From below, the worths of places are corrected step by step,
more for a place that too few would take and less for one that too many would (subgradient
steps of Polyak's length; B. T. Polyak 1969). From above, a few people change places at random
and the circles go on from there.
"""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.domain.assignment.circles import worths
from facilitator.domain.assignment.dice import Dice
from facilitator.domain.assignment.spreading import Spreading

FINE = 64  # worths are counted in so many parts of a pair
TRIES, TRIES_FOR = 60, 15_000  # corrections and exchanges at most, and people looked at in all of them
USUAL = 24  # places; with more a try costs as their square
EXCHANGES = 2, 5  # at random before the circles go on: so many, and fewer than so many more


def proven(spreading: Spreading) -> int:
    """Spreads people as well as is found and returns the least that is proven possible."""
    spreading.settle()
    proving = Proving(spreading, spreading.least())
    for _ in proving.tries():
        proving.kick()
        proving.correct()
    return proving.least


class Proving:
    """A spreading between the least that is proven and the fewest that were reached."""

    def __init__(self, spreading: Spreading, least: int) -> None:
        self.spreading, self.least = spreading, least
        self.reached = spreading.total()
        self.kept = dict(spreading.place_of)
        self.dice = Dice(0)  # whoever is spread comes in a random order already
        self.movers = [who for who in self.kept if len(spreading.open_places.get(who, ())) > 1]
        self.worth = [FINE * each for each in worths(spreading.cheapest(), spreading.places)]

    def tries(self) -> Iterator[int]:
        """Counts up until both meet or it would take too long."""
        cost = max(1, len(self.kept)) * max(1, self.spreading.places**2 // USUAL**2)
        for number in range(min(TRIES, TRIES_FOR // cost)):
            if self.reached <= self.least:
                return
            yield number

    def correct(self) -> None:
        """One step of the worths, most of the way from what is proven towards what was reached."""
        bill, spare = self.spreading.relaxed(self.worth, FINE)
        self.least = max(self.least, -(-bill // FINE))
        length = sum(each * each for each in spare)
        gap = FINE * self.least + max(FINE // 2, FINE * (self.reached - self.least) * 4 // 5) - bill
        if length:
            self.worth = [each + gap * more // length for each, more in zip(self.worth, spare, strict=True)]

    def kick(self) -> None:
        """Exchanges a few people and settles again; kept unless more are together."""
        spreading, (few, more) = self.spreading, EXCHANGES
        for _ in range(few + self.dice.below(more)):
            self._exchange(self.dice.one(self.movers))
        spreading.settle()
        if spreading.total() <= self.reached:
            self.reached, self.kept = spreading.total(), dict(spreading.place_of)
        else:
            for person, place in self.kept.items():
                spreading.put(person, place)

    def _exchange(self, one: int) -> None:
        """Somebody goes to another place as good, and somebody from there comes back."""
        place_of, open_places = self.spreading.place_of, self.spreading.open_places
        here = place_of[one]
        there = self.dice.one([place for place in open_places[one] if place != here])
        back = [who for who in self.movers if place_of[who] == there and here in open_places[who]]
        if back:
            self.spreading.put(one, there)
            self.spreading.put(self.dice.one(back), here)

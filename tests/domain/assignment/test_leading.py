"""Leads and favourites shared out together: no other sharing costs less."""

from __future__ import annotations

from itertools import product

import pytest

from facilitator.domain.assignment.dice import Dice
from facilitator.domain.assignment.leading import shared_out
from facilitator.domain.assignment.seating import NO_LEAD

SEATS, ROOMS = (3, 2, 3), (1, 1, 2)


def town(seed: int) -> tuple[dict[int, tuple[int, ...]], list[bool]]:
    """Prices by kind of eight people, and who of them can lead."""
    dice = Dice(seed)
    prices = {person: tuple(12 * dice.below(4) for _ in SEATS) for person in range(8)}
    return prices, [dice.below(3) == 0 for _ in prices]


def price(kinds: tuple[int, ...], prices: dict[int, tuple[int, ...]], leads: list[bool]) -> int:
    total = sum(prices[person][kind] for person, kind in enumerate(kinds))
    for kind, rooms in enumerate(ROOMS):
        leading = sum(leads[person] for person, at in enumerate(kinds) if at == kind)
        total += NO_LEAD * max(0, rooms - leading)
    return total


def ways() -> list[tuple[int, ...]]:
    kinds = product(range(3), repeat=8)
    return [each for each in kinds if tuple(map(each.count, range(3))) == SEATS]


WAYS = ways()


@pytest.mark.parametrize("seed", range(25))
def test_favourites_and_leads_cost_no_more_than_in_any_other_sharing(seed: int) -> None:
    prices, leads = town(seed)
    costs = {way: price(way, prices, leads) for way in WAYS}
    best = min(costs.values())
    shared = shared_out(range(8), prices, SEATS, leads, ROOMS)
    found = tuple(shared.place_of[person] % 3 for person in range(8))
    assert costs[found] == shared.price == best
    open_ = {who: {place % 3 for place in places} for who, places in shared.open_places.items()}
    for way, cost in costs.items():
        if cost == best:
            assert all(kind in open_[person] for person, kind in enumerate(way))

"""Honest chance: two exact chi-square tests on many draws with fixed seeds.

Both fail only where a fair draw would in one of ten thousand cases, so that the gate stays
quiet, and both find the usual mistakes (a comparison-sort shuffle, a sorted deal).
"""

from __future__ import annotations

from collections import Counter
from importlib import import_module
from itertools import combinations
from math import sqrt

from facilitator.domain.assignment import Guest, draw

ONE_IN_TEN_THOUSAND = 3.72  # standard deviations, one-sided


def surprise(chi_square: float, degrees: int) -> float:
    """How many standard deviations a chi-square lies above what is expected.

    Wilson and Hilferty's cube root, good to a few per cent from ten degrees on.
    """
    spread = 2 / (9 * degrees)
    return ((chi_square / degrees) ** (1 / 3) - (1 - spread)) / sqrt(spread)


def pair_surprise(draws: list[tuple[tuple[str, ...], ...]], people: int, size: int) -> float:
    """The exact test on who shares a room with whom.

    Everybody has exactly size − 1 companions, so the pairs are not free: the statistic has
    people · (people − 3) / 2 degrees of freedom and is scaled by (people − 3) / (people − 1).
    """
    together = Counter(
        pair for rooms in draws for room in rooms for pair in combinations(sorted(room), 2)
    )
    names = sorted({who for room in draws[0] for who in room})
    chance = (size - 1) / (people - 1)
    expected = len(draws) * chance
    total = sum((together[pair] - expected) ** 2 for pair in combinations(names, 2))
    scaled = total / (expected * (1 - chance)) * (people - 3) / (people - 1)
    return surprise(scaled, people * (people - 3) // 2)


def test_every_pair_shares_a_room_equally_often():
    guests = [Guest(f"p{n:02}") for n in range(12)]
    draws = [draw(guests, 3, seed).rooms for seed in range(4000)]
    assert abs(pair_surprise(draws, 12, 4)) < ONE_IN_TEN_THOUSAND


def test_the_pair_test_notices_a_lazy_deal():
    lazy = [draw([Guest(f"p{n:02}") for n in range(12)], 3, seed % 300).rooms
            for seed in range(1500)]  # fmt: skip
    assert pair_surprise(lazy, 12, 4) > ONE_IN_TEN_THOUSAND


def test_every_person_meets_every_room_number_equally_often():
    guests = [Guest(f"p{n}", org=f"o{n % 3}") for n in range(9)]
    seats = Counter()
    for seed in range(3000):
        for number, room in enumerate(draw(guests, 3, seed).rooms):
            seats.update((who, number) for who in room)
    chi_square = sum((seats[guest.id, room] - 1000) ** 2 / 1000 for guest in guests
                     for room in range(3))  # fmt: skip
    # Each organisation is a random 3 × 3 permutation: 3 · 4 free cells, 2/3 of 27 in all.
    assert abs(surprise(chi_square * 12 / 18, 12)) < ONE_IN_TEN_THOUSAND


def best_partitions(guests: list[Guest]) -> int:
    """How many of the 280 ways to seat nine people in threes have no two colleagues together."""
    org = {guest.id: guest.org for guest in guests}
    first, *others = sorted(org)
    found = 0
    for two in combinations(others, 2):
        rest = [who for who in others if who not in two]
        for three in combinations(rest[1:], 2):
            rooms = [(first, *two), (rest[0], *three),
                     tuple(who for who in rest[1:] if who not in three)]  # fmt: skip
            found += all(len({org[who] for who in room}) == 3 for room in rooms)
    return found


def sixty_surprise() -> float:
    orgs = ["a", "a", "a", "b", "b", "c", "c", "d", "e"]
    guests = [Guest(f"p{n}", org=org) for n, org in enumerate(orgs)]
    assert best_partitions(guests) == 60
    drawn = Counter(
        frozenset(frozenset(room) for room in draw(guests, 3, seed).rooms) for seed in range(6000)
    )
    assert len(drawn) == 60
    return surprise(sum((times - 100) ** 2 / 100 for times in drawn.values()), 59)


def test_each_of_the_sixty_best_seatings_is_drawn_equally_often():
    assert abs(sixty_surprise()) < ONE_IN_TEN_THOUSAND


def test_the_search_that_larger_events_need_is_as_fair(monkeypatch):
    monkeypatch.setattr(import_module("facilitator.domain.assignment.draw"), "FEW", 0)
    assert abs(sixty_surprise()) < ONE_IN_TEN_THOUSAND

"""What is said to be the least is the least: compared with trying everything."""

from __future__ import annotations

from itertools import combinations, permutations, product

import pytest

from facilitator.domain.assignment import Guest, Wishes, draw
from facilitator.domain.assignment.bounds import (
    again_by_circles,
    fewest_pairs,
    fewest_pairs_beside,
    repeats_by_counting,
    repeats_by_pigeonhole,
)
from facilitator.domain.assignment.closing import fewest_moves
from facilitator.domain.assignment.dice import Dice
from facilitator.domain.assignment.draw import plan_for
from facilitator.domain.assignment.least import least
from facilitator.domain.assignment.setting import Preparation
from facilitator.domain.assignment.sharing import Sharing, capped
from facilitator.domain.assignment.sizes import balanced, filled


def pairs(counts):
    return sum(count * (count - 1) // 2 for count in counts)


@pytest.mark.parametrize(("people", "rooms"), [(0, 2), (5, 2), (7, 3), (6, 3), (2, 4)])
def test_fewest_pairs_is_the_least_of_all_ways_to_share_out(people, rooms):
    ways = [way for way in product(range(people + 1), repeat=rooms) if sum(way) == people]
    assert fewest_pairs(people, rooms) == min(map(pairs, ways))


TOPICS = ("hope", "money", "hope")  # of three rooms
LEADING = Wishes(facilitator=True, room_topics=TOPICS)


def seven(seed):
    dice = Dice(seed)
    orders = [("hope", "money"), ("money", "hope")]
    return [Guest(id=f"p{at}", org=dice.one("abc"), facilitator=at < 3,
                  topics=dice.one(orders)) for at in range(7)]  # fmt: skip


def wished(rooms):
    """What comes before colleagues, at the prices of both: rooms without a lead, ranks of topics."""
    lacking = sum(not any(one.facilitator for one in room) for room in rooms)
    ranks = sum(one.topics.index(topic) for room, topic in zip(rooms, TOPICS, strict=True) for one in room)
    return 100 * lacking + 12 * ranks


@pytest.mark.parametrize("seed", [*range(8), 10003, 10049, 10055, 10072])
def test_the_fewest_colleagues_with_leads_and_topics_at_their_best_are_reached(seed):
    people, ways = seven(seed), []
    drawn = draw(people, 3, seed, LEADING)
    sizes = [len(room) for room in drawn.rooms]
    for where in product(range(3), repeat=7):
        if [where.count(room) for room in range(3)] == sizes:
            rooms = [[one for one, at in zip(people, where, strict=True) if at == room] for room in range(3)]
            orgs = [[one.org for one in room] for room in rooms]
            ways.append((wished(rooms), sum(pairs(map(room.count, set(room))) for room in orgs)))
    figure = drawn.receipt.metrics["same_organisation"]
    assert figure["at_least"] <= figure["value"] == min(ways)[1]


def test_lumps_raise_the_least():
    ways = [(2 + a, 3 + b, c) for a, b, c in product(range(4), repeat=3) if a + b + c == 3]
    assert fewest_pairs_beside(8, 3, [2, 3]) == min(map(pairs, ways))
    assert fewest_pairs_beside(8, 3, []) == fewest_pairs(8, 3)


def test_repeats_forced_by_counting_and_by_pigeonhole():
    assert repeats_by_counting(slots=20, people=6) == 5
    assert repeats_by_counting(slots=15, people=6) == 0
    assert repeats_by_pigeonhole([[3, 3], [3, 3], [2, 2, 2]]) == 2
    assert repeats_by_pigeonhole([[3, 3, 3], [3, 3, 3]]) == 0
    assert repeats_by_pigeonhole([[3, 3]] * 3) == 6  # each round with each before it


def seatings(people, sizes):
    if not sizes:
        yield []
        return
    for room in combinations(people, sizes[0]):
        for rest in seatings([who for who in people if who not in room], sizes[1:]):
            yield [room, *rest]


def history(dice, count, rounds):
    """Meetings of each pair, both ways, after rounds in rooms of four and more."""
    met = [[0] * count for _ in range(count)]
    for _ in range(rounds):
        order = dice.shuffled(range(count))
        for room in (order[:4], order[4:]):
            for one, other in permutations(room, 2):
                met[one][other] += 1
    return met


@pytest.mark.parametrize("seed", range(40))
def test_meetings_forced_by_earlier_rooms_are_never_more_than_the_best_seating_has(seed):
    dice = Dice(seed)
    sizes = dice.one([[4, 4], [3, 3, 2], [2, 2, 2, 1]])
    met = history(dice, sum(sizes), 1 + dice.below(3))
    best = min(sum(met[one][other] for room in rooms for one, other in combinations(room, 2))
               for rooms in seatings(range(sum(sizes)), sizes))  # fmt: skip
    assert again_by_circles(met, len(sizes)) <= best


def test_a_second_round_in_as_few_rooms_is_proven_to_be_the_best():
    met = history(Dice(1), 8, 1)
    assert again_by_circles(met, 2) == 4  # two rooms of four into two: two pairs of each again
    assert again_by_circles(met, 3) == 2
    assert again_by_circles(met, 4) == 0


def test_few_people_of_one_language_know_whom_they_must_meet_again():
    guests = [Guest(id=f"p{at:02}", langs=("fr",) if at < 10 else ("en",)) for at in range(40)]
    wishes = Wishes(language=True)
    first = draw(guests, 8, 1, wishes)
    met = [pair for room in first.rooms for pair in combinations(room, 2)]
    figure = draw(guests, 8, 2, wishes, met).receipt.metrics["repeats"]
    assert figure["value"] == figure["at_least"] == 8


def test_those_who_belong_together_do_not_count_among_those_who_must_meet_again():
    guests, wishes = [Guest(id=f"p{at}") for at in range(4)], Wishes(together=(("p0", "p1"),))
    met = [pair for pair in combinations(("p0", "p1", "p2", "p3"), 2) if pair != ("p2", "p3")]
    setting = Preparation(dict(enumerate(guests)), wishes, 2).setting((1, 9), Dice(1))
    assert least(plan_for(guests, wishes, met), setting).repeats == 0


def test_colleagues_who_belong_together_come_on_top_where_rooms_are_split():
    guests = [Guest(id=f"p{at:02}", org=f"o{at // 3}", mode="here" if at < 24 else "there") for at in range(48)]
    wishes = Wishes(split_by_mode=True, together=(("p00", "p01"), ("p24", "p25"), ("p05", "p06")))
    figure = draw(guests, 12, 3, wishes).receipt.metrics["same_organisation"]
    assert figure["value"] == figure["at_least"] == 2


def test_sharing_people_out_costs_as_little_as_the_best_of_all_ways():
    for seed in range(60):
        dice = Dice(seed)
        seats = [1 + dice.below(3) for _ in range(3)]
        people = min(sum(seats), 6)
        prices = [[dice.below(5) for _ in seats] for _ in range(people)]
        sharing = Sharing(3, capped(seats))
        for person, row in enumerate(prices):
            sharing.add(person, row)
        slots = [kind for kind, seat in enumerate(seats) for _ in range(seat)]
        best = min(
            sum(row[kind] for row, kind in zip(prices, way, strict=True))
            for way in set(permutations(slots, people))
        )
        assert sharing.total == best
        assert sum(prices[person][kind] for person, kind in sharing.kind_of.items()) == best


def moves_of(rooms, newcomers, low, high):
    """The fewest moves by trying every final size of every room."""
    people = newcomers + sum(map(len, rooms))
    ranges = [[0, *range(low, high + 1)] for _ in rooms]
    fits = [sizes for sizes in product(*ranges) if sum(sizes) == people]
    return min(
        (sum(max(0, len(room) - size) for room, size in zip(rooms, sizes, strict=True))
         for sizes in fits),
        default=None,
    )  # fmt: skip


def test_closing_rooms_moves_as_few_as_the_best_of_all_ways():
    checked = 0
    for seed in range(300):
        dice = Dice(seed)
        rooms = [list(range(10 * at, 10 * at + dice.below(6))) for at in range(1 + dice.below(5))]
        newcomers, low = dice.below(4), 1 + dice.below(4)
        high = low + dice.below(3)
        best = moves_of(rooms, newcomers, low, high) if any(rooms) else None
        closing = fewest_moves(rooms, newcomers, low, high, dice)
        if best is None or any(0 < size < low or size > high for size in closing.sizes):
            continue
        checked += 1
        moved = sum(map(len, rooms)) - sum(map(len, closing.staying))
        assert moved == best, (rooms, newcomers, low, high)
        assert sum(closing.sizes) == newcomers + sum(map(len, rooms))
    assert checked > 100


def test_sizes_are_even_and_water_finds_the_lowest_rooms():
    assert balanced(11, 4) == [3, 3, 3, 2]
    assert sorted(filled(10, [5, 1, 0], Dice(1))) == [2, 3, 5]
    assert filled(6, [3, 3], Dice(1)) == [3, 3]

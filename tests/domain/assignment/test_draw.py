"""Everyday draws: everybody seated once, even rooms, every figure at its bound, replayable."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from facilitator.domain.assignment import Guest, Wishes, draw
from facilitator.domain.assignment.dice import Dice
from facilitator.domain.assignment.pools import windows


def crowd(people: int, orgs: int, facilitators: int = 0) -> list[Guest]:
    """People of organisations of unequal size; every so many is a facilitator."""
    dice = Dice(people)
    slots = [org for org in range(orgs) for _ in range(60 // (org + 1))]
    return [
        Guest(f"p{n:03}", org=f"o{dice.one(slots)}", facilitator=n < facilitators)
        for n in range(people)
    ]


def figure(drawn, name):
    return drawn.receipt.metrics[name]["value"], drawn.receipt.metrics[name]["at_least"]


def test_everybody_sits_in_one_room_and_sizes_are_within_one():
    drawn = draw(crowd(47, 10), rooms=10, seed=3)
    seated = [who for room in drawn.rooms for who in room]
    assert sorted(seated) == [f"p{n:03}" for n in range(47)]
    assert {len(room) for room in drawn.rooms} == {4, 5}


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(("people", "orgs", "rooms"), [(60, 12, 12), (120, 25, 20), (300, 40, 50)])
def test_four_rounds_reach_every_bound(people, orgs, rooms, seed):
    guests, met = crowd(people, orgs, rooms), []
    for number in range(4):
        drawn = draw(guests, rooms, seed * 10 + number, Wishes(facilitator=True), met)
        for name in ("repeats", "same_organisation", "rooms_without_facilitator"):
            value, least = figure(drawn, name)
            assert value == least
        assert figure(drawn, "repeats") == (0, 0)
        met += [pair for room in drawn.rooms for pair in combinations(room, 2)]


def test_the_same_seed_gives_the_same_rooms_whatever_the_order_of_joining():
    guests = crowd(60, 9)
    assert draw(guests, 12, 7) == draw(guests[::-1], 12, 7)
    assert draw(guests, 12, 7).rooms != draw(guests, 12, 8).rooms


def test_the_rooms_of_a_known_seed_never_change():
    # A journal replays draws by their seed: whoever changes this must raise the engine's number.
    drawn = draw(crowd(9, 3), 3, seed=42)
    assert drawn.receipt.metrics["engine"] == 12
    assert drawn.rooms == KNOWN


KNOWN = (('p000', 'p003', 'p005'), ('p001', 'p002', 'p008'), ('p004', 'p006', 'p007'))


def test_names_do_not_matter_only_their_order():
    guests = crowd(24, 5)
    renamed = [replace(guest, id=f"x-{guest.id}") for guest in guests]
    plain = draw(guests, 6, 5).rooms
    assert draw(renamed, 6, 5).rooms == tuple(
        tuple(f"x-{who}" for who in room) for room in plain
    )  # fmt: skip


def test_pairs_who_met_before_are_counted_when_they_must_meet_again():
    guests = [Guest(str(n)) for n in range(4)]
    met = list(combinations("0123", 2))
    drawn = draw(guests, 2, 1, met=met)
    assert figure(drawn, "repeats") == (2, 2)
    assert "cannot be fewer" in drawn.receipt.as_json()["not_met"][0]["why"]


def test_meeting_twice_is_spread_rather_than_meeting_three_times():
    guests = [Guest(n) for n in "abcd"]
    met = [("a", "b"), ("c", "d")] * 2 + [("a", "c"), ("b", "d")] * 2 + [("a", "d"), ("b", "c")]
    for seed in range(5):
        assert {frozenset(room) for room in draw(guests, 2, seed, met=met).rooms} == {
            frozenset("ad"), frozenset("bc")
        }  # fmt: skip


@pytest.mark.parametrize("people", [0, 1, 3])
def test_more_rooms_than_people_leaves_rooms_empty(people):
    drawn = draw([Guest(str(n)) for n in range(people)], 5, 1)
    assert sorted(map(len, drawn.rooms)) == [0] * (5 - people) + [1] * people


def test_no_room_at_all_is_said_plainly():
    with pytest.raises(ValueError, match="at least one room"):
        draw([Guest("a")], 0, 1)


def test_sizes_are_tried_from_even_to_uneven_in_few_steps_where_rooms_are_large() -> None:
    assert [*windows(7, 2, (1, 99))] == [(3, 4), (3, 4), (3, 5), (2, 4), (3, 6), (2, 5)]
    widths = [high - low for low, high in windows(1_000, 2, (1, 10**6))]
    assert widths == sorted(widths)
    assert len(widths) < 200
    assert max(widths) > 400

"""Rooms with topics go to the pool that wants them: on site, online, one language."""

from __future__ import annotations

from itertools import permutations

import pytest

from facilitator.domain.assignment import Guest, Wishes, draw
from facilitator.domain.assignment.dealing import dealt_by_topic
from facilitator.domain.assignment.dice import Dice

HALL, LINE = ("hall", None), ("online", None)


def first_choices(slots: list[tuple[tuple[str | None, str | None], int]], topics: list[str], guests: list[Guest]) -> int:
    """How many people a seat with their first choice is there for."""
    seats: dict[object, int] = {}
    for ((mode, _), size), topic in zip(slots, topics, strict=True):
        seats[mode, topic] = seats.get((mode, topic), 0) + size
    wanted: dict[object, int] = {}
    for guest in guests:
        wanted[guest.mode, guest.topics[0]] = wanted.get((guest.mode, guest.topics[0]), 0) + 1
    return sum(min(count, seats.get(cell, 0)) for cell, count in wanted.items())


@pytest.mark.parametrize("seed", range(20))
def test_who_is_online_and_who_is_in_the_hall_get_the_rooms_of_their_topics(seed: int) -> None:
    guests = [Guest(f"p{at:02}", mode="online" if at < 12 else "hall", topics=("A",) if at < 12 else ("B", "A"))
              for at in range(36)]  # fmt: skip
    wishes = Wishes(split_by_mode=True, room_topics=("B", "A", "B", "A", "B", "B"))
    metrics = draw(guests, 6, seed, wishes).receipt.metrics
    assert metrics["topics"] == {"value": 0, "at_least": 0, "first_choice": 36, "unlisted": 0}


@pytest.mark.parametrize("seed", range(40))
def test_hardly_any_other_dealing_would_seat_more_at_their_first_choice(seed: int) -> None:
    dice = Dice(seed)
    topics = [dice.one("ABC") for _ in range(6)]
    slots = dice.shuffled([(HALL, 4), (HALL, 4), (HALL, 5), (LINE, 3), (LINE, 4), (LINE, 4)])
    modes = ["hall"] * 13 + ["online"] * 11
    guests = [Guest(f"p{at:02}", mode=mode, topics=(dice.one(sorted(set(topics))),)) for at, mode in enumerate(modes)]
    found = dealt_by_topic(slots, topics, guests, ())
    assert sorted(found) == sorted(slots)
    best = max(first_choices(list(order), topics, guests) for order in set(permutations(slots)))
    assert first_choices(found, topics, guests) >= best - 1


def test_a_room_in_which_somebody_is_pinned_stays_for_his_pool() -> None:
    guests = [Guest(f"p{at:02}", mode="online" if at < 6 else "hall", topics=("A",) if at < 6 else ("B",)) for at in range(12)]
    wishes = Wishes(split_by_mode=True, room_topics=("A", "B"), pins=(("p00", 1),))
    rooms = draw(guests, 2, 1, wishes).rooms
    assert rooms[1] == tuple(f"p{at:02}" for at in range(6))


def test_people_of_several_languages_are_a_part_of_what_each_of_them_wants() -> None:
    guests = [Guest(f"p{at:02}", langs=("en",) if at < 4 else ("fr",), topics=("A",) if at < 4 else ("B",)) for at in range(8)]
    both = [Guest(f"q{at:02}", langs=("en", "fr"), topics=("B",)) for at in range(4)]
    slots = dealt_by_topic([((None, "en"), 4), ((None, "fr"), 4), ((None, "fr"), 4)], ["B", "A", "B"], [*guests, *both], ())
    assert [lang for (_, lang), _ in slots] == ["fr", "en", "fr"]

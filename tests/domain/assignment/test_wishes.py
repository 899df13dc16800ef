"""Wishes: kept when they can be, and when they contradict each other the receipt says why."""

from __future__ import annotations

import json
from itertools import combinations

import pytest

from facilitator.domain.assignment import Guest, Wishes, draw
from facilitator.domain.assignment.dice import Dice

SEEDS = range(6)


def people(count: int, **attributes) -> list[Guest]:
    return [Guest(f"p{n:02}", **attributes) for n in range(count)]


def room_of(drawn, who):
    return next(at for at, room in enumerate(drawn.rooms) if who in room)


def missed(drawn):
    return {entry["wish"]: entry["why"] for entry in drawn.receipt.as_json()["not_met"]}


@pytest.mark.parametrize("seed", SEEDS)
def test_pins_groups_and_foes_are_all_honoured(seed):
    wishes = Wishes(
        pins=(("p01", 3), ("p02", 0)),
        together=(("p03", "p04"), ("p04", "p05"), ("p01", "p06")),
        apart=(("p07", "p08"), ("p03", "p09")),
    )
    drawn = draw(people(30), 6, seed, wishes)
    assert room_of(drawn, "p01") == room_of(drawn, "p06") == 3
    assert room_of(drawn, "p02") == 0
    assert room_of(drawn, "p03") == room_of(drawn, "p04") == room_of(drawn, "p05")
    assert room_of(drawn, "p07") != room_of(drawn, "p08")
    assert room_of(drawn, "p03") != room_of(drawn, "p09")
    assert drawn.receipt.not_met == ()


@pytest.mark.parametrize("seed", SEEDS)
def test_on_site_and_online_are_never_mixed(seed):
    guests = people(14, mode="on site") + [Guest(f"q{n}", mode="online") for n in range(8)]
    drawn = draw(guests, 5, seed, Wishes(split_by_mode=True))
    assert all(len({who[0] for who in room}) == 1 for room in drawn.rooms)
    assert max(map(len, drawn.rooms)) - min(map(len, drawn.rooms)) <= 1


@pytest.mark.parametrize("seed", SEEDS)
def test_everyone_in_a_room_shares_a_language(seed):
    dice = Dice(11)
    spoken = [("en",)] * 14 + [("es",)] * 9 + [("en", "es")] * 5 + [("fr", "en")] * 2
    guests = [Guest(f"p{n:02}", langs=langs) for n, langs in enumerate(dice.shuffled(spoken))]
    langs = {guest.id: set(guest.langs) for guest in guests}
    drawn = draw(guests, 6, seed, Wishes(language=True))
    assert all(set.intersection(*(langs[who] for who in room)) for room in drawn.rooms)
    assert {len(room) for room in drawn.rooms} == {5}


@pytest.mark.parametrize("seed", SEEDS)
def test_topics_cost_no_more_than_they_must(seed):
    guests = [Guest(f"p{n:02}", topics=("A", "B") if n < 10 else ("B",)) for n in range(18)]
    drawn = draw(guests, 3, seed, Wishes(room_topics=("A", "B", "A")))
    figure = drawn.receipt.metrics["topics"]
    assert (figure["value"], figure["at_least"], figure["unlisted"]) == (2, 2, 2)


def test_too_few_facilitators_go_to_different_rooms_and_it_is_said():
    guests = people(16) + [Guest(f"f{n}", facilitator=True) for n in range(3)]
    drawn = draw(guests, 4, 2, Wishes(facilitator=True))
    assert len({room_of(drawn, f"f{n}") for n in range(3)}) == 3
    assert "3 facilitators are here for 4 rooms" in missed(drawn)["Each room has a facilitator."]


def test_more_pins_than_seats_keep_rooms_even_and_say_who_has_no_seat():
    pins = tuple((f"p{n:02}", 0) for n in range(6))
    drawn = draw(people(12), 3, 1, Wishes(pins=pins))
    assert {len(room) for room in drawn.rooms} == {4}
    assert len(set(drawn.rooms[0]) & {who for who, _ in pins}) == 4
    assert "no seat left" in missed(drawn)["People with a fixed room sit there."]


def test_a_group_fixed_to_two_rooms_is_named():
    wishes = Wishes(pins=(("p00", 0), ("p01", 1)), together=(("p00", "p01"),))
    why = missed(draw(people(8), 2, 1, wishes))["Groups that belong together sit together."]
    assert why == "p00, p01 are not together: they are fixed to different rooms."


def test_a_language_only_one_person_speaks_is_named():
    guests = [*people(9, langs=("en",)), Guest("solo", langs=("fi",))]
    drawn = draw(guests, 2, 4, Wishes(language=True))
    assert {len(room) for room in drawn.rooms} == {5}
    why = missed(drawn)["Each room has a language everyone speaks."]
    assert "no language everyone speaks" in why


def test_foes_in_the_only_room_sit_together_and_it_is_said():
    drawn = draw(people(3), 1, 1, Wishes(apart=(("p00", "p01"),)))
    assert "p00 and p01 share a room" in next(iter(missed(drawn).values()))


def test_wishes_about_people_and_rooms_that_do_not_exist_are_harmless():
    wishes = Wishes(
        pins=(("ghost", 1), ("p00", 9)), together=(("ghost", "p01"), ()), apart=(("p02", "p02"),)
    )
    drawn = draw(people(6), 2, 1, wishes)
    assert sum(map(len, drawn.rooms)) == 6
    assert missed(drawn)["People with a fixed room sit there."] == "There is no room 10 for p00."


def wild(seed: int):
    """A roster and wishes without any sense."""
    dice = Dice(seed)
    ids = [dice.one(["p%d", "é %d", "名%d"]) % n for n in range(dice.below(26))]
    anyone = [*ids, "ghost"]
    guests = [
        Guest(
            who, dice.one([None, "", "x", "y"]), dice.one([None, "on", "off"]),
            tuple(dice.shuffled(["en", "es", "fr"])[: dice.below(4)]), dice.roll() < 0.3,
            tuple(dice.shuffled("ABC")[: dice.below(4)]),
        )
        for who in ids
    ]  # fmt: skip
    rooms = 1 + dice.below(8)
    pairs = [(dice.one(anyone), dice.one(anyone)) for _ in range(dice.below(9))]
    wishes = Wishes(
        pins=tuple((dice.one(anyone), dice.below(9) - 1) for _ in range(dice.below(6))),
        together=tuple(tuple(dice.shuffled(anyone)[: dice.below(5)]) for _ in range(2)),
        apart=tuple(pairs), split_by_mode=dice.roll() < 0.4, language=dice.roll() < 0.4,
        facilitator=dice.roll() < 0.4,
        room_topics=tuple(dice.one(["A", "B", None]) for _ in range(4)),
    )  # fmt: skip
    met = [(dice.one(anyone), dice.one(anyone)) for _ in range(dice.below(60))]
    return guests, rooms, wishes, met


def test_three_hundred_senseless_rosters_are_seated_all_the_same():
    for seed in range(300):
        guests, rooms, wishes, met = wild(seed)
        drawn = draw(guests, rooms, seed, wishes, met, (seed % 4, 1 + seed % 7))
        assert sorted(who for room in drawn.rooms for who in room) == sorted(g.id for g in guests)
        assert json.loads(json.dumps(drawn.receipt.as_json()))["metrics"]["people"] == len(guests)


def test_history_and_wishes_together_break_nothing():
    guests = [Guest(f"p{n:02}", org=f"o{n % 9}", facilitator=n % 4 == 0) for n in range(60)]
    wishes = Wishes(
        pins=(("p03", 2), ("p40", 7)), together=(("p10", "p11"), ("p20", "p29")),
        apart=tuple((f"p{n:02}", f"p{n + 7:02}") for n in range(30, 50)), facilitator=True,
    )  # fmt: skip
    met: list[tuple[str, str]] = []
    for seed in range(4):
        drawn = draw(guests, 12, seed, wishes, met)
        assert drawn.receipt.not_met == ()
        met += [pair for room in drawn.rooms for pair in combinations(room, 2)]

"""Costs in a table: kept true by every exchange, and the wishes above stay as they were."""

from __future__ import annotations

from itertools import combinations

import pytest

from facilitator.domain.assignment import Guest, Wishes, draw
from facilitator.domain.assignment.annealing import Annealing
from facilitator.domain.assignment.dice import Dice
from facilitator.domain.assignment.draw import plan_for
from facilitator.domain.assignment.least import least
from facilitator.domain.assignment.opening import Opening
from facilitator.domain.assignment.setting import Preparation

TOPICS = ("hope", "money", "power")
WISHES = Wishes(
    pins=(("p003", 4), ("p004", 5)), together=(("p010", "p011", "p012"),), apart=(("p020", "p021"),),
    split_by_mode=True, facilitator=True, room_topics=tuple(TOPICS[room % 3] for room in range(16)),
)  # fmt: skip


def people(seed: int, count: int = 90) -> list[Guest]:
    dice = Dice(seed)
    return [Guest(id=f"p{at:03}", org=dice.one("abcdefgh"), mode=dice.one(("here", "there")), facilitator=at % 5 == 0,
                  topics=tuple(dice.shuffled(TOPICS)[:2])) for at in range(count)]  # fmt: skip


def met(guests: list[Guest], rounds: int) -> list[tuple[str, str]]:
    return [pair for seed in range(rounds) for room in draw(guests, 16, seed).rooms for pair in combinations(room, 2)]


@pytest.mark.parametrize("wishes", [Wishes(), Wishes(room_topics=TOPICS), WISHES], ids=["none", "topics", "all"])
def test_the_cost_stays_true_and_falls_and_who_is_fixed_stays(wishes: Wishes) -> None:
    guests, dice = people(1), Dice(2)
    plan = plan_for(guests, wishes, met(guests, 6))
    setting = Preparation(dict(enumerate(guests)), wishes, 16).setting((1, 10**6), dice)
    goal = least(plan, setting).cost
    seating = Opening(plan, setting, dice).seating()
    still = [[p for p in room if seating.fixed[p] or p in seating.blocks] for room in seating.rooms]
    before = plan.draft_cost(seating)
    annealing = Annealing(plan, setting, seating, dice, before, goal)
    for warmth in (0.2, 0.02):
        annealing.run(8_000, warmth)
        assert annealing.cost == plan.draft_cost(seating) >= goal
    assert annealing.cost < before
    assert sorted(p for room in seating.rooms for p in room) == list(range(90))
    assert [[p for p in room if seating.fixed[p] or p in seating.blocks] for room in seating.rooms] == still


def test_nobody_who_may_move_is_no_trouble() -> None:
    guests, dice = people(3, 6), Dice(1)
    plan, preparation = plan_for(guests, Wishes(), []), Preparation(dict(enumerate(guests)), Wishes(), 2)
    setting = preparation.seated([[0, 1, 2], [3, 4, 5]], [3, 3], Dice(0))
    seating = Opening(plan, setting, dice).seating()
    Annealing(plan, setting, seating, dice, 10**6, 0).run(100, 0.1)
    assert [sorted(room) for room in seating.rooms] == [[0, 1, 2], [3, 4, 5]]


def test_many_people_with_a_long_history_meet_few_again() -> None:
    guests, wishes = people(5, 240), Wishes(split_by_mode=True)
    past = [pair for seed in range(8) for room in draw(guests, 40, seed, wishes).rooms for pair in combinations(room, 2)]
    drawn = draw(guests, 40, 9, wishes, past)
    assert drawn.receipt.metrics["repeats"]["value"] == 0
    assert drawn == draw(list(reversed(guests)), 40, 9, wishes, past)

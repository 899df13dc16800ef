"""Groups that are larger than a room, and what the receipt says of wishes that were not met."""

from __future__ import annotations

import pytest

from facilitator.domain.assignment import Guest, Wishes, draw, judge

CHAIN = tuple(zip("abcdef", "bcdefg", strict=True))
TWELVE = [Guest(who) for who in "abcdefghijkl"]


@pytest.mark.parametrize("seed", range(12))
def test_a_chain_longer_than_a_room_is_cut_once(seed: int) -> None:
    drawn = draw(TWELVE, 3, seed, Wishes(together=CHAIN))
    where = {who: at for at, room in enumerate(drawn.rooms) for who in room}
    assert sum(where[a] != where[b] for a, b in CHAIN) == 1
    [(_, why)] = drawn.receipt.not_met
    assert why.endswith("with those they belong to they are 7, and no room holds so many.")


def test_a_group_is_cut_between_those_who_are_bound_least() -> None:
    tight = [("a", "b"), ("a", "c"), ("b", "c"), ("d", "e"), ("d", "f"), ("e", "f"), ("c", "d")]
    for seed in range(12):
        rooms = draw(TWELVE, 4, seed, Wishes(together=tuple(tight))).rooms
        assert {("a", "b", "c"), ("d", "e", "f")} <= {*rooms}


@pytest.mark.parametrize(("wishes", "why"), [
    (Wishes(together=(("a", "b"),), pins=(("a", 0), ("b", 1))), "they are fixed to different rooms"),
    (Wishes(together=(("a", "b"),), pins=(("a", 0),)), "one of them is fixed to a room"),
    (Wishes(together=(("a", "b"),)), "the seats beside them went to earlier wishes"),
    (Wishes(together=(("a", "b", "c"),)), "no room holds them all"),
])  # fmt: skip
def test_the_reason_is_true_of_rooms_that_a_hand_has_made(wishes: Wishes, why: str) -> None:
    receipt = judge([[Guest("a"), Guest("c")], [Guest("b"), Guest("d")]], wishes)
    assert receipt.not_met[0][1].endswith(f"{why}.")


@pytest.mark.parametrize("seed", range(8))
def test_people_who_belong_together_across_modes_mix_one_room_and_no_other(seed: int) -> None:
    hall, line = [Guest(f"h{n}", mode="onsite") for n in range(10)], [Guest(f"o{n}", mode="online") for n in range(8)]
    drawn = draw([*hall, *line], 3, seed, Wishes(together=(("h1", "o1"),), split_by_mode=True))
    assert [len(room) for room in drawn.rooms] == [6, 6, 6]
    [(_, why)] = drawn.receipt.not_met
    assert why.endswith("mixes people online and on site: people who belong together are on both sides.")


def test_who_sits_alone_is_told() -> None:
    assert ("Nobody sits alone.", "3 people sit alone: 3 rooms for 3 people.") in draw(TWELVE[:3], 3, 1).receipt.not_met

"""Who is to be kept apart sits apart wherever that can be, also where topics and leads pull together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pytest

from facilitator.domain.assignment import Guest, Wishes, draw
from facilitator.domain.assignment.dice import Dice
from facilitator.domain.assignment.draw import plan_for, seat
from facilitator.domain.assignment.setting import Preparation

PEOPLE = (("zawadi", "tarl africa", "Trust", True), ("karan", "hundred", "Money", False),
          ("mei", "schools2030", "Trust", True), ("helen", "youth impact", "Money", False),
          ("samira", "tarl africa", "", True), ("chiara", "hundred", "Trust", False))  # fmt: skip


@pytest.mark.parametrize("rooms", [(2, 0), (0, 1), (1, 2)])
@pytest.mark.parametrize("topics", [("Trust", "Money", "Trust"), ()])
def test_topics_and_leads_do_not_bring_together_who_is_kept_apart(rooms: tuple[int, int], topics: tuple[str, ...]) -> None:
    guests = [Guest(id=id, org=org, mode="online", langs=("en",), facilitator=leads, topics=(topic,) if topic else ())
              for id, org, topic, leads in PEOPLE]  # fmt: skip
    wishes = Wishes(pins=(("karan", rooms[0]), ("helen", rooms[1])), apart=(("samira", "chiara"),),
                    facilitator=True, room_topics=topics)  # fmt: skip
    for seed in range(20):
        drawn = draw(guests, 3, seed, wishes).rooms
        assert not any({"samira", "chiara"} <= set(room) for room in drawn)
        assert "karan" in drawn[rooms[0]]
        assert "helen" in drawn[rooms[1]]


Small = tuple[list[Guest], int, Wishes]


def small(seed: int) -> Small:
    """Four to nine people whose modes, languages, topics, leads and groups all pull at once."""
    dice = Dice(seed)
    ids = [f"p{number}" for number in range(4 + dice.below(6))]
    rooms = 2 + dice.below(3)
    guests = [Guest(who, dice.one([None, "a", "b"]), dice.one([None, "on", "off"]), dice.one([(), ("en",), ("en", "fr")]),
                    dice.below(3) == 0, dice.one([(), ("T",), ("M", "T")])) for who in ids]  # fmt: skip
    apart = dice.shuffled(combinations(ids, 2))[: 1 + dice.below(4)]
    together = ((tuple(dice.shuffled(ids)[:2]),) if dice.below(2) and len(ids) >= 2 * rooms else ())
    return guests, rooms, Wishes(
        pins=((dice.one(ids), dice.below(rooms)),), together=together, apart=tuple(apart),
        split_by_mode=dice.below(2) == 0, language=dice.below(2) == 0, facilitator=dice.below(2) == 0,
        room_topics=tuple(dice.one([None, "T", "M"]) for _ in range(rooms)),
    )  # fmt: skip


def sharing(rooms: Sequence[Sequence[str]], wishes: Wishes) -> int:
    return sum(one in room and other in room for room in rooms for one, other in wishes.apart)


def fewest(case: Small, sizes: Sequence[int]) -> int:
    """The fewest pairs of `apart` that share a room of these sizes, by trying every seating."""
    guests, count, wishes = case
    rooms: list[list[str]] = [[] for _ in range(count)]
    pins, ordered, best = dict(wishes.pins), sorted(sizes), [99]

    def seated(at: int) -> None:
        if sharing(rooms, wishes) >= best[0]:
            return
        if at == len(guests):
            if all(sum(set(group) <= set(room) for room in rooms) for group in wishes.together):
                best[0] = sharing(rooms, wishes)
            return
        who = guests[at].id
        for room in [rooms[pins[who]]] if who in pins else rooms:
            room.append(who)
            if all(inside <= seats for inside, seats in zip(sorted(map(len, rooms)), ordered, strict=True)):
                seated(at + 1)
            room.remove(who)

    seated(0)
    return best[0]


@pytest.mark.parametrize("seeds", [range(start, start + 40) for start in range(0, 240, 40)], ids=str)
def test_no_seating_keeps_more_people_apart(seeds: range) -> None:
    for seed in seeds:
        case = small(seed)
        guests, rooms, wishes = case
        dice, plan = Dice(seed), plan_for(guests, wishes, ())
        setting = Preparation(dict(enumerate(guests)), wishes, rooms).setting((1, 10**6), dice)
        in_a_case = [[guests[person].id for person in room] for room in seat(plan, setting, dice)[0].rooms]
        for made in (draw(guests, rooms, seed, wishes).rooms, in_a_case):
            if shared := sharing(made, wishes):
                assert shared == fewest(case, [*map(len, made)]), seed


def test_a_group_larger_than_any_room_is_cut_between_those_kept_apart() -> None:
    group = tuple(f"p{number}" for number in range(6))
    wishes = Wishes(together=(group,), apart=(("p0", "p1"), ("p2", "p3")))
    left = dict.fromkeys(group, 0)
    for seed in range(200):
        rooms = draw([*map(Guest, group), Guest("p6"), Guest("p7")], 2, seed, wishes).rooms
        assert not sharing(rooms, wishes), seed
        assert max(len({*room} & {*group}) for room in rooms) == 4
        for who in min(rooms, key=lambda room: len({*room} & {*group})):
            left[who] = left.get(who, 0) + 1
    assert left["p4"] == left["p5"] == 0
    assert all(60 < left[who] < 140 for who in group[:4])  # nobody by their name

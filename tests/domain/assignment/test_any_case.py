"""Whole cases made of chance and nonsense: no exception, and nobody lost or twice."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from facilitator.domain.assignment import Guest, Wishes, draw, solve

CASES = 150
CROWDS = range(40)  # in the tenth fewer sit with a wrong topic than at the least price, for modes count first


def senseless(luck: Random) -> dict[str, Any]:
    """A case in which anything may contradict anything."""
    ids = [f"p{n}" for n in range(luck.choice([0, 1, 2, 3, 5, 8, 12]))]

    def some(most: int) -> list[str]:
        return [luck.choice(ids) for _ in range(most)] if ids else []

    def person(id: str) -> dict[str, Any]:
        known = {"org": luck.choice("abc"), "facilitator": luck.random() < 0.3,
                 "mode": luck.choice(["onsite", "online"]),
                 "langs": luck.sample(["es", "en", "fr"], luck.randint(0, 2)),
                 "topics": luck.sample("ABC", luck.randint(0, 3))}  # fmt: skip
        return {"id": id, **{key: value for key, value in known.items() if luck.random() < 0.7}}

    def round_() -> dict[str, Any]:
        wanted = {
            "rooms": luck.randint(0, 8), "size_min": luck.randint(0, 6),
            "size_max": luck.randint(0, 6), "present": some(luck.randint(1, 9)),
            "room_topics": {f"r{n + 1:02}": luck.choice("ABCD") for n in range(luck.randint(0, 5))},
            "base": {f"r{n + 1:02}": some(luck.randint(0, 4)) for n in range(luck.randint(1, 4))},
            "rooms_free": True,
        }  # fmt: skip
        return {key: value for key, value in wanted.items() if luck.random() < 0.35}

    pins = [{"id": who, "round": luck.randint(1, 3), "room": f"r{luck.randint(1, 9):02}"}
            for who in some(luck.randint(0, 4))]  # fmt: skip
    ties = {key: [some(2) for _ in range(luck.randint(0, 3))] if ids else []
            for key in ("together", "apart")}  # fmt: skip
    wishes = {"facilitator": luck.random() < 0.5, "language": luck.random() < 0.5,
              "split_by": luck.choice(["mode", None]), "pins": pins, **ties}  # fmt: skip
    return {"participants": [person(id) for id in ids], "constraints": wishes,
            "rounds": [round_() for _ in range(luck.randint(1, 3))],
            "history": [some(2) for _ in range(luck.randint(0, 4))] if ids else []}  # fmt: skip


@pytest.mark.parametrize("part", range(3))
def test_everybody_present_sits_exactly_once(part: int) -> None:
    for seed in range(part * CASES // 3, (part + 1) * CASES // 3):
        case = senseless(Random(seed))
        answer: Any = solve(case, 0.01, seed)
        everyone = [person["id"] for person in case["participants"]]
        for wanted, rooms in zip(case["rounds"], answer["rounds"], strict=True):
            here = sorted(set(wanted.get("present") or everyone))
            assert sorted(who for room in rooms.values() for who in room) == here, seed


def crowd(luck: Random) -> tuple[list[Guest], int, list[tuple[str, str]], Wishes]:
    """People, rooms, who met and wishes that need not go together."""
    ids = [f"p{n}" for n in range(luck.randint(1, 90))]
    rooms = luck.randint(1, max(1, len(ids) // 2))

    def pairs(most: int) -> list[tuple[str, str]]:
        return [(luck.choice(ids), luck.choice(ids)) for _ in range(luck.randint(0, most))]

    guests = [Guest(id=id, org=luck.choice([None, *"abcdefgh"]), mode=luck.choice(["", "on site", "online"]),
                    facilitator=luck.random() < 0.2, langs=tuple(luck.sample(["es", "en", "fr"], luck.randint(0, 2))),
                    topics=tuple(luck.sample("ABCD", luck.randint(0, 3)))) for id in ids]  # fmt: skip
    wishes = Wishes(
        pins=tuple((luck.choice(ids), luck.randint(0, rooms)) for _ in range(luck.randint(0, 4))),
        together=tuple(pairs(3)), apart=tuple(pairs(3)), split_by_mode=luck.random() < 0.4,
        language=luck.random() < 0.3, facilitator=luck.random() < 0.5,
        room_topics=tuple(luck.choice("ABCD") for _ in range(rooms)) if luck.random() < 0.5 else (),
    )  # fmt: skip
    return guests, rooms, pairs(3 * len(ids)), wishes


@pytest.mark.parametrize("seed", CROWDS)
def test_no_figure_of_a_receipt_is_below_what_it_calls_the_least(seed: int) -> None:
    guests, rooms, met, wishes = crowd(Random(seed))
    drawn = draw(guests, rooms, seed, wishes, met)
    assert sorted(who for room in drawn.rooms for who in room) == sorted(guest.id for guest in guests)
    figures = [figure for figure in drawn.receipt.metrics.values() if isinstance(figure, dict) and "at_least" in figure]
    assert all(figure["value"] >= figure["at_least"] for figure in figures)

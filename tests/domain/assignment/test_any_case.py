"""Whole cases made of chance and nonsense: no exception, and nobody lost or twice."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from facilitator.domain.assignment import solve

CASES = 150


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

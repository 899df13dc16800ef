"""Whole cases: formats, joint planning, late joiners, leavers, and what is wrong with a case."""

from __future__ import annotations

import json
from itertools import combinations

import pytest

from facilitator.domain.assignment import solve


def people(count: int, **attributes) -> list[dict]:
    return [{"id": f"p{n:02}", **attributes} for n in range(count)]


def repeats(answer) -> int:
    pairs = [
        pair for each in answer["rounds"] for room in each.values()
        for pair in combinations(room, 2)
    ]  # fmt: skip
    return len(pairs) - len(set(pairs))


def missed(answer) -> dict[str, str]:
    return {entry["wish"]: entry["why"] for entry in answer["receipt"]["not_met"]}


def test_the_answer_has_rooms_receipt_seed_and_times():
    case = {"participants": people(12), "rounds": [{"rooms": 3}, {"rooms": 3}], "title": "ignored"}
    answer = solve(case, 1, 5)
    assert [list(each) for each in answer["rounds"]] == [["r01", "r02", "r03"]] * 2
    assert answer["seed"] == 5
    assert len(answer["milliseconds"]) == 2
    assert len(answer["receipt"]["metrics"]["rounds"]) == 2
    json.dumps(answer)


@pytest.mark.parametrize(("rooms", "size", "rounds"), [(8, 4, 6), (20, 5, 6), (5, 4, 4)])
def test_golfers_play_without_meeting_twice(rooms, size, rounds):
    case = {"participants": people(rooms * size), "rounds": [{"rooms": rooms}] * rounds}
    answer = solve(case, 20, 1)
    assert repeats(answer) == 0
    assert answer["receipt"]["not_met"] == []
    assert answer["receipt"]["metrics"]["stopped"] == "bound"
    assert solve(case, 20, 1)["rounds"] == answer["rounds"]


def test_what_cannot_be_avoided_is_counted_and_proven():
    case = {"participants": people(6), "rounds": [{"rooms": 2}] * 4}
    answer = solve(case, 20, 1)
    assert "meet again" in missed(answer)["Nobody meets the same person again."]
    assert answer["receipt"]["metrics"]["stopped"] == "bound"


def test_the_search_ends_where_nothing_is_proven():
    answer = solve({"participants": people(32), "rounds": [{"rooms": 8}] * 9}, 0.1, 1)
    assert answer["receipt"]["metrics"]["stopped"] in ("turns", "clock")


def test_a_few_of_one_language_meet_again_as_seldom_as_they_can():
    everyone = [{"id": f"p{n:02}", "langs": ["fr" if n < 10 else "en"]} for n in range(40)]
    case = {"participants": everyone, "rounds": [{"rooms": 8}] * 3, "constraints": {"language": True}}
    assert solve(case, 20, 1)["receipt"]["metrics"]["stopped"] == "bound"


def test_history_counts_as_meetings():
    history = [["p00", "p01"], ["p02", "p03"]]
    for seed in range(5):
        answer = solve(
            {"participants": people(4), "rounds": [{"rooms": 2}], "history": history}, 1, seed
        )
        assert ["p00", "p01"] not in answer["rounds"][0].values()
        assert answer["receipt"]["not_met"] == []


def test_pins_hold_in_their_round_and_groups_in_every_round():
    case = {
        "participants": people(20),
        "rounds": [{"rooms": 7}] * 3,
        "constraints": {
            "pins": [{"id": "p03", "round": 2, "room": "r04"}],
            "together": [["p00", "p01"]],
            "apart": [["p04", "p05"]],
        },
    }
    answer = solve(case, 1, 2)
    assert "p03" in answer["rounds"][1]["r04"]
    for each in answer["rounds"]:
        assert any({"p00", "p01"} <= set(room) for room in each.values())
        assert not any({"p04", "p05"} <= set(room) for room in each.values())
    assert answer["receipt"]["not_met"] == []


def test_newcomers_fill_the_smallest_rooms_and_nobody_moves():
    base = {"r01": ["p00", "p01", "p02"], "r02": ["p03", "p04"], "r03": ["p05", "p06"]}
    case = {"participants": people(9), "rounds": [{"rooms": 3, "base": base}]}
    rooms = solve(case, 1, 1)["rounds"][0]
    assert all(set(there) <= set(rooms[name]) for name, there in base.items())
    assert {len(room) for room in rooms.values()} == {3}


def test_after_people_left_rooms_close_and_the_fewest_move():
    base = {"r01": ["p00"], "r02": ["p01", "p02", "p03"], "r03": ["p04", "p05", "p06", "gone"],
            "r04": ["p07", "p08"]}  # fmt: skip
    entry = {"rooms": 4, "size_min": 3, "size_max": 4, "base": base, "rooms_free": True}
    rooms = solve({"participants": people(9), "rounds": [entry]}, 1, 1)["rounds"][0]
    assert set(rooms) == {"r02", "r03", "r04"}  # p00 moves to where a seat is free
    assert {"p07", "p08", "p00"} == set(rooms["r04"])
    assert sorted(who for room in rooms.values() for who in room) == [f"p{n:02}" for n in range(9)]


def test_only_those_present_are_seated():
    entry = {"rooms": 2, "present": ["p00", "p01", "p02", "p03"]}
    rooms = solve({"participants": people(9), "rounds": [entry]}, 1, 1)["rounds"][0]
    assert sorted(who for room in rooms.values() for who in room) == ["p00", "p01", "p02", "p03"]


def test_splitting_goes_by_any_attribute():
    everyone = [{"id": f"p{n}", "hall": "north" if n % 2 else "south"} for n in range(8)]
    case = {"participants": everyone, "rounds": [{"rooms": 2}], "constraints": {"split_by": "hall"}}
    rooms = solve(case, 1, 1)["rounds"][0]
    assert {len({int(who[1:]) % 2 for who in room}) for room in rooms.values()} == {1}


GOOD = {"participants": people(4), "rounds": [{"rooms": 2}]}


@pytest.mark.parametrize(
    ("case", "sentence"),
    [
        ([], "An assignment case is a JSON object"),
        ({}, "needs a list of participants"),
        ({**GOOD, "rounds": []}, "at least one round"),
        ({**GOOD, "rounds": ["x"]}, "Round 1 is not an object"),
        ({**GOOD, "participants": [{"name": "x"}]}, "needs an id"),
        ({**GOOD, "participants": people(1) * 2}, "Two participants have the id p00"),
        ({**GOOD, "rounds": [{"rooms": "many"}]}, "“rooms” of a round is a whole number"),
        ({**GOOD, "rounds": [{"rooms": -1}]}, "lies between 0 and"),
        ({**GOOD, "rounds": [{"present": ["who"]}]}, "names who, who is not a participant"),
        ({**GOOD, "rounds": [{"base": {"hall": []}}]}, "A room is called r01"),
        ({**GOOD, "history": [["a"]]}, "a list of pairs"),
        ({**GOOD, "constraints": {"together": "x"}}, "a list of lists of ids"),
        ({**GOOD, "constraints": []}, None),
        ({**GOOD, "constraints": {"pins": [3]}}, "A pin is an object"),
    ],
)
def test_an_unusable_case_is_refused_in_one_sentence(case, sentence):
    if sentence is None:
        assert solve(case, 1, 1)["rounds"]
        return
    with pytest.raises(ValueError, match=sentence) as caught:
        solve(case, 1, 1)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("seconds", [0, -1, float("nan"), 1e9])
def test_senseless_seconds_are_refused(seconds):
    with pytest.raises(ValueError, match="seconds"):
        solve(GOOD, seconds, 1)

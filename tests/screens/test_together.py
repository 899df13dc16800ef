"""What people are to each other in a room is told to those inside: hosts, interpreters, circles, topics."""

from __future__ import annotations

from typing import Any

from facilitator.domain.event import Event
from facilitator.screens import view
from facilitator.screens.touched import touched
from tests.builders import MODERATOR, do, person
from tests.domain.test_drawing import drawn, gathering, rooms, run


def inside(event: Event, slot: str, who: str) -> dict[str, Any]:
    """The room in which that person sits, as it is shown there."""
    return view(event, f"room:{event.rounds[slot].seats[who]}")


def hosts(event: Event, slot: str) -> set[str]:
    return {id for id in event.people if inside(event, slot, id)["people"][id].get("host")}


def cafe() -> Event:
    """Two rounds of a café in which everybody is online."""
    event = gathering(12, 2)
    for id in event.people:
        event = do(event, person(id), "person.edit", mode="online")
    return run(run(event, "b0", format="cafe", rooms=3), "b1", format="cafe")


def test_from_the_second_round_of_a_cafe_on_each_table_has_one_host_who_stayed() -> None:
    event = cafe()
    assert hosts(event, "b0") == set()
    for before, after in zip(rooms(event, "b0"), rooms(event, "b1"), strict=True):
        [host] = hosts(event, "b1") & after
        assert host in before


def test_nobody_is_host_where_the_round_is_no_cafe() -> None:
    event = run(run(gathering(12, 2), "b0", format="new"), "b1", format="same")
    assert hosts(event, "b1") == set()


def test_a_change_of_the_way_is_shown_to_those_inside() -> None:
    event = cafe()
    after = do(event, MODERATOR, "round.plan", slot="b1", format="new")
    assert {f"room:{room.id}" for room in event.rounds["b1"].rooms} <= touched(event, after)


def test_a_room_says_who_interprets_for_whom() -> None:
    event = do(gathering(), MODERATOR, "person.appoint", person="p01", capabilities=["interpreter"], interprets="p02")
    event = run(event, "b0", mixed=True)
    assert inside(event, "b0", "p02")["people"]["p01"]["interprets"] == "p02"
    other = next(room.id for room in event.rounds["b0"].rooms if room.id != event.rounds["b0"].seats["p01"])
    assert "interprets" not in str(view(event, f"room:{other}"))


def test_a_name_on_the_roster_says_it_too_once_both_are_here() -> None:
    event = do(gathering(3, 1), MODERATOR, "roster.import", lines=[{
        "name": "P1", "organisation": "o1", "capabilities": ["interpreter"], "interprets": "p2"}])  # fmt: skip
    event = run(event, "b0", mixed=True)
    assert inside(event, "b0", "p01")["people"]["p01"]["interprets"] == "p02"


def test_a_fishbowl_tells_its_circles_whatever_they_are_called() -> None:
    event = drawn(gathering(16, 1), format="fishbowl")
    event = do(event, MODERATOR, "room.edit", room="b0.1", name="Baobab")
    event = do(event, MODERATOR, "slot.advance", from_slot=None)
    inner, outer = view(event, "room:b0.1")["room"], view(event, "room:b0.2")["room"]
    assert (inner["name"], inner["circle"], inner["scan"]) == ("Baobab", "inner", True)
    assert outer["circle"] == "outer"


def test_a_room_named_by_hand_still_tells_its_topic() -> None:
    event = drawn(gathering(8, 1), topics=["Trust"], rooms=2)
    event = do(event, MODERATOR, "room.edit", room="b0.1", name="Baobab")
    event = do(event, MODERATOR, "slot.advance", from_slot=None)
    assert view(event, "room:b0.1")["room"]["topic"] == "Trust"
    assert "topic" not in view(event, "room:b0.2")["room"]

"""Rooms: drawn as a draft, opened with their slot, nobody lost, nobody moved."""

from __future__ import annotations

import pytest

from facilitator.domain.drawing import members
from facilitator.domain.event import Event
from facilitator.domain.stamp import Refused
from tests.builders import DOOR, MODERATOR, PRESENCE, do, event_after


def crowd(count: int) -> Event:
    event = event_after("event.create")
    for number in range(count):
        event = do(event, DOOR, "person.join", person=f"p{number:03}", name=f"P{number}",
                   organisation=f"o{number % 5}")  # fmt: skip
    return event


def opened(event: Event, seed: int = 1) -> Event:
    return do(event, MODERATOR, "slot.jump", seed=seed, from_slot=None, to_slot="rooms")


def test_everybody_here_is_seated_once_in_rooms_that_differ_by_at_most_one() -> None:
    event = opened(crowd(23))
    made = event.rounds["rooms"]
    sizes = [len(people) for people in members(made.seats).values()]
    assert len(made.seats) == 23
    assert max(sizes) - min(sizes) <= 1
    assert made.state == "open"


def test_the_same_seed_gives_the_same_rooms_and_another_one_others() -> None:
    draws = [dict(opened(crowd(20), seed).rounds["rooms"].seats) for seed in (4, 4, 5)]
    assert draws[0] == draws[1] != draws[2]


def test_whoever_comes_late_is_placed_at_once_and_nobody_moves() -> None:
    event = opened(crowd(20))
    before = dict(event.rounds["rooms"].seats)
    event = do(event, DOOR, "person.join", person="late", name="Late", organisation="o1")
    after = dict(event.rounds["rooms"].seats)
    assert after.pop("late")
    assert after == before


def test_who_was_away_at_the_draw_gets_a_seat_on_coming_back() -> None:
    event = do(crowd(6), PRESENCE, "presence.mark", gone=["p001"])
    event = opened(event)
    assert "p001" not in event.rounds["rooms"].seats
    event = do(event, PRESENCE, "presence.mark", here=["p001"])
    assert "p001" in event.rounds["rooms"].seats


def test_a_draft_can_be_drawn_again_and_open_rooms_cannot() -> None:
    event = do(crowd(12), MODERATOR, "round.draw", slot="rooms")
    event = do(event, MODERATOR, "round.draw", seed=2, slot="rooms", rooms=3)
    assert (event.rounds["rooms"].draws, len(event.rounds["rooms"].rooms)) == (2, 3)
    with pytest.raises(Refused) as refused:
        do(opened(event), MODERATOR, "round.draw", slot="rooms")
    assert refused.value.code == "open"


def test_names_and_links_of_rooms_outlive_another_draw() -> None:
    event = do(crowd(12), MODERATOR, "round.draw", slot="rooms")
    event = do(event, MODERATOR, "room.edit", room="rooms.2", name="Fig", link="https://example.org")
    event = do(event, MODERATOR, "round.draw", seed=3, slot="rooms")
    room = event.rounds["rooms"].rooms[1]
    assert (room.name, room.link) == ("Fig", "https://example.org")


def test_rooms_that_would_stay_empty_are_refused_in_words() -> None:
    with pytest.raises(Refused) as refused:
        do(crowd(3), MODERATOR, "round.draw", slot="rooms", rooms=4)
    assert "3 people" in refused.value.why


def test_an_empty_hall_still_opens_one_room_for_those_who_come() -> None:
    event = opened(event_after("event.create"))
    assert len(event.rounds["rooms"].rooms) == 1
    event = do(event, DOOR, "person.join", person="p1", name="First")
    assert event.rounds["rooms"].seats["p1"] == "rooms.1"

"""Wishes of the moderator in a live event: formats, fixed seats, ties, the roster, the past."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from facilitator.domain.drawing import members
from facilitator.domain.event import Event
from facilitator.domain.plan import blank_event
from facilitator.domain.roster import mark
from facilitator.domain.stamp import Refused
from tests.builders import DOOR, MODERATOR, ORGANISER, SERIES, do, person, slot


def gathering(people: int = 24, breakouts: int = 3) -> Event:
    """An event with so many breakouts after each other and so many people here."""
    slots = [slot(f"b{n}", "breakout", 20 * n, 20, room_size=4) for n in range(breakouts)]
    plan = {"series": "r1", "title": "Day", "code": "ABCD2345", "timezone": "UTC", "slots": slots}
    event = do(blank_event("e1"), ORGANISER, "event.create", **plan)
    for n in range(people):
        event = do(event, DOOR, "person.join", person=f"p{n:02}", name=f"P{n}",
                   organisation=f"o{n % 7}", mode="online" if n % 3 else "onsite")  # fmt: skip
    return event


def drawn(event: Event, slot: str = "b0", seed: int = 1, **plan: Any) -> Event:
    if plan:
        event = do(event, MODERATOR, "round.plan", slot=slot, **plan)
    return do(event, MODERATOR, "round.draw", seed=seed, slot=slot)


def run(event: Event, slot: str, seed: int = 1, **plan: Any) -> Event:
    """The event with that slot's rooms drawn and open."""
    now = event.clock.slot if event.clock else None
    event = drawn(event, slot, seed, **plan)
    return do(event, MODERATOR, "slot.jump", from_slot=now, to_slot=slot)


def rooms(event: Event, slot: str) -> list[set[str]]:
    return [set(people) for _, people in sorted(members(event.rounds[slot].seats).items())]


def pairs(event: Event, slot: str) -> set[tuple[str, str]]:
    return {pair for room in rooms(event, slot) for pair in combinations(sorted(room), 2)}


def missed(event: Event, slot: str = "b0") -> dict[str, str]:
    found: Any = event.rounds[slot].receipt["not_met"]
    return {entry["wish"]: entry["why"] for entry in found}


@pytest.mark.parametrize(("mixed", "count", "largest"), [(False, 6, 4), (True, 5, 4)])
def test_rooms_by_size_hold_no_more_also_where_modes_are_not_mixed(mixed: bool, count: int, largest: int) -> None:
    event = gathering(18)  # six on site, twelve online
    event = do(event, DOOR, "person.join", person="p18", name="P18", mode="onsite")
    event = drawn(do(event, DOOR, "person.join", person="p19", name="P19", mode="online"), mixed=mixed)
    found = rooms(event, "b0")
    assert (len(found), max(map(len, found))) == (count, largest)


@pytest.mark.parametrize("seed", range(8))
def test_wishes_of_the_roster_hold_for_somebody_who_is_not_on_it(seed: int) -> None:
    lines = [{"name": "P1", "interprets": "P9"}, {"name": "P2", "apart": ["P5"], "together": ["P8"]}]
    event = drawn(do(gathering(16), MODERATOR, "roster.import", lines=lines), seed=seed, mixed=True)
    by_name = {event.people[id].name: room for id, room in event.rounds["b0"].seats.items()}
    assert by_name["P1"] == by_name["P9"]
    assert by_name["P2"] == by_name["P8"] != by_name["P5"]


def test_what_a_room_was_given_is_there_again_after_a_draw_with_fewer_rooms() -> None:
    event = drawn(gathering(12), rooms=3)
    event = do(event, MODERATOR, "room.edit", room="b0.3", link="https://meet.example/3", name="Baobab")
    event = do(event, MODERATOR, "room.edit", room="b0.3", table="By the window")
    event = drawn(drawn(event, rooms=2), rooms=3)
    room = event.rounds["b0"].rooms[2]
    assert (room.name, room.link, room.table) == ("Baobab", "https://meet.example/3", "By the window")


def test_people_on_site_and_online_are_mixed_only_when_allowed() -> None:
    event = drawn(gathering())
    modes = [{event.people[who].mode for who in room} for room in rooms(event, "b0")]
    assert all(len(found) == 1 for found in modes)
    event = drawn(event, mixed=True)
    assert any(len({event.people[who].mode for who in room}) > 1 for room in rooms(event, "b0"))


def test_whoever_has_not_said_where_they_are_gets_no_room_of_their_own() -> None:
    event = do(gathering(8), DOOR, "person.join", person="p90", name="P90")
    for seed in range(3):
        [home] = [room for room in rooms(drawn(event, seed=seed), "b0") if "p90" in room]
        assert len(home) > 1


def test_whoever_is_pinned_stays_when_the_rest_is_drawn_again() -> None:
    event = drawn(gathering(), mixed=True)
    seats = event.rounds["b0"].seats
    held = ("p01", "p02", "p03")
    event = do(event, MODERATOR, "seat.pin", slot="b0", people=held, on=True)
    event = drawn(event, seed=99)
    again = event.rounds["b0"].seats
    assert {who: again[who] for who in held} == {who: seats[who] for who in held}
    assert dict(again) != dict(seats)
    event = do(event, MODERATOR, "seat.pin", slot="b0", people=held, on=False)
    assert event.wishes.plan("b0").pins == {}


def test_whom_a_hand_has_moved_another_draw_leaves_there() -> None:
    event = do(drawn(gathering(), mixed=True), MODERATOR, "seat.move", slot="b0", person="p05",
               room="b0.4")  # fmt: skip
    assert drawn(event, seed=3).rounds["b0"].seats["p05"] == "b0.4"


def test_the_receipt_follows_a_move_by_hand() -> None:
    event = drawn(gathering())
    assert not missed(event)
    online = next(who for who, one in event.people.items() if one.mode == "online")
    hall = next(room for room in event.rounds["b0"].rooms
                if event.people[sorted(members(event.rounds["b0"].seats)[room.id])[0]].mode == "onsite")  # fmt: skip
    event = do(event, MODERATOR, "seat.move", slot="b0", person=online, room=hall.id)
    assert "On-site and online people sit in different rooms." in missed(event)


def test_ties_hold_and_a_contradiction_is_said_by_name() -> None:
    event = gathering()
    for bond, one, other in (("together", "p01", "p02"), ("apart", "p04", "p05")):
        event = do(event, MODERATOR, "person.tie", person=one, other=other, bond=bond)
    for seed in range(5):
        seats = drawn(event, seed=seed).rounds["b0"].seats
        assert seats["p01"] == seats["p02"]
        assert seats["p04"] != seats["p05"]
    event = do(event, MODERATOR, "round.plan", slot="b0", rooms=1, mixed=True)
    assert "P4 and P5" in " ".join(missed(drawn(event)).values())
    event = do(event, MODERATOR, "person.tie", person="p05", other="p04", bond="none")
    assert [tie.bond for tie in event.wishes.ties] == ["together"]


def test_every_seed_that_was_drawn_stays_on_the_receipt() -> None:
    event = drawn(drawn(drawn(gathering(), seed=5), seed=6), seed=7)
    assert event.rounds["b0"].receipt["seeds"] == ["5", "6", "7"]


def test_the_past_of_the_series_counts_as_having_met() -> None:
    first = run(gathering(), "b0", mixed=True)
    past = [[mark(first.people[who].name, first.people[who].organisation) for who in room]
            for room in rooms(first, "b0")]  # fmt: skip
    second = do(gathering(), SERIES, "past.recall", groups=past)
    for seed in range(5):
        assert not pairs(drawn(second, seed=seed, mixed=True), "b0") & pairs(first, "b0")


def test_the_same_groups_meet_again_and_a_newcomer_joins_one() -> None:
    event = run(gathering(), "b0", mixed=True)
    event = do(event, DOOR, "person.join", person="new", name="New")
    event = drawn(event, "b1", format="same", mixed=True)
    assert pairs(event, "b0") <= pairs(event, "b1")
    assert "new" in event.rounds["b1"].seats


def test_two_groups_become_one() -> None:
    event = do(gathering(24), MODERATOR, "round.plan", slot="b0", rooms=12, mixed=True)
    event = run(event, "b0")
    event = drawn(event, "b1", format="merge", mixed=True)
    assert [len(room) for room in rooms(event, "b1")] == [4] * 6
    assert pairs(event, "b0") <= pairs(event, "b1")


@pytest.mark.parametrize("seed", range(4))
def test_hosts_stay_at_their_table_and_travellers_never_meet_twice(seed: int) -> None:
    event = gathering(32)
    event = run(event, "b0", seed, rooms=8, format="cafe", mixed=True)
    event = run(event, "b1", seed + 10, format="cafe", mixed=True)
    event = drawn(event, "b2", seed + 20, format="cafe", mixed=True)
    tables = [[rooms(event, slot)[at] for slot in ("b0", "b1", "b2")] for at in range(8)]
    hosts = [first & second & third for first, second, third in tables]
    assert [len(host) for host in hosts] == [1] * 8
    assert not pairs(event, "b0") & pairs(event, "b1")
    assert not pairs(event, "b2") & (pairs(event, "b0") | pairs(event, "b1"))


@pytest.mark.parametrize("seed", range(4))
def test_in_a_cafe_nobody_meets_twice_even_where_colleagues_would_have_to_share_a_table(seed: int) -> None:
    """Sixteen people of seven organisations at four tables: there are only two ways to seat the third round."""
    event = gathering(16)
    for round in range(3):
        event = run(event, f"b{round}", seed * 10 + round, format="cafe", mixed=True)
    met = [pair for slot in ("b0", "b1", "b2") for pair in pairs(event, slot)]
    assert len(met) == len(set(met)) == 3 * 4 * 6


@pytest.mark.parametrize("seed", range(6))
def test_in_a_cafe_it_does_not_matter_which_table_has_a_seat_less(seed: int) -> None:
    """Twenty-four people at five tables: a table that was small twice would make somebody meet again."""
    event = gathering(24)
    for round in range(3):
        event = run(event, f"b{round}", seed * 10 + round, format="cafe", rooms=5, mixed=True)
    met = [pair for slot in ("b0", "b1", "b2") for pair in pairs(event, slot)]
    assert len(met) == len(set(met)) == 3 * (4 * 10 + 6)


def test_a_cafe_begins_anew_after_rooms_that_were_no_tables_of_it() -> None:
    event = run(gathering(24), "b0", rooms=2, mixed=True)
    event = drawn(event, "b1", format="cafe", rooms=6, mixed=True)
    assert [len(room) for room in rooms(event, "b1")] == [4] * 6


def test_a_fishbowl_has_a_small_circle_and_everybody_else_around_it() -> None:
    event = drawn(gathering(), format="fishbowl")
    assert sorted(len(room) for room in rooms(event, "b0")) == [5, 19]
    assert not missed(event)  # nobody wished for even rooms
    outside = sorted(rooms(event, "b0")[1])[0]
    event = do(event, MODERATOR, "seat.move", slot="b0", person=outside, room="b0.1")
    assert outside in rooms(drawn(event, seed=9), "b0")[0]


def test_topics_name_the_rooms() -> None:
    event = drawn(gathering(), topics=["Trust", "Money"], rooms=4)
    assert [room.name for room in event.rounds["b0"].rooms] == ["Trust", "Money"] * 2


def test_a_plan_is_only_for_breakouts_and_pins_only_for_drafts() -> None:
    event = gathering()
    with pytest.raises(Refused, match="once rooms are drawn"):
        do(event, MODERATOR, "seat.pin", slot="b0", people=["p01"], on=True)
    talk = do(event, MODERATOR, "slot.add", slot=slot("talk", "talk", 0, 5))
    with pytest.raises(Refused, match="Only a breakout"):
        do(talk, MODERATOR, "round.plan", slot="talk", language=True)


def test_nobody_is_alone_when_pairs_do_not_come_out_even() -> None:
    event = do(gathering(5), MODERATOR, "slot.edit", slot="b0", room_size=2)
    assert sorted(map(len, rooms(drawn(event, mixed=True), "b0"))) == [2, 3]


def test_people_choose_topics_and_the_wanted_ones_get_more_rooms() -> None:
    event = do(gathering(24), MODERATOR, "round.plan", slot="b0", format="topics", mixed=True,
               topics=["Trust", "Money", "Law"], ask=True, rooms=6)  # fmt: skip
    for n in range(24):
        wish = ["Money"] if n < 16 else ["Trust", "Law"]
        event = do(event, person(f"p{n:02}"), "topic.choose", slot="b0", topics=wish)
    event = drawn(event)
    made = event.rounds["b0"]
    assert [room.name for room in made.rooms] == ["Trust"] * 2 + ["Money"] * 4
    name = {room.id: room.name for room in made.rooms}
    assert all(name[made.seats[id]] == one.topics[0] for id, one in event.people.items())


def test_topics_can_be_chosen_only_while_they_are_asked_for() -> None:
    event = do(gathering(4), MODERATOR, "round.plan", slot="b0", topics=["Trust"])
    with pytest.raises(Refused, match="not asked"):
        do(event, person("p01"), "topic.choose", slot="b0", topics=["Trust"])


def test_a_draw_can_be_taken_back_and_brought_back_again() -> None:
    event = drawn(gathering(), seed=1)
    first = event.rounds["b0"]
    second = drawn(event, seed=2).rounds["b0"]
    event = do(drawn(event, seed=2), MODERATOR, "round.restore", slot="b0", draws=1)
    assert dict(event.rounds["b0"].seats) == dict(first.seats)
    event = do(event, MODERATOR, "round.restore", slot="b0", draws=2)
    assert dict(event.rounds["b0"].seats) == dict(second.seats)
    with pytest.raises(Refused, match="not kept"):
        do(event, MODERATOR, "round.restore", slot="b0", draws=2)
    event = do(event, MODERATOR, "round.restore", slot="b0", draws=1)
    assert drawn(event, seed=3).rounds["b0"].draws == 3


def test_two_people_change_places_and_stay_there_in_another_draw() -> None:
    event = drawn(gathering(), mixed=True)
    seats = event.rounds["b0"].seats
    other = next(id for id in seats if seats[id] != seats["p01"])
    event = do(event, MODERATOR, "seat.swap", slot="b0", person="p01", other=other)
    again = drawn(event, seed=9).rounds["b0"].seats
    assert (again["p01"], again[other]) == (seats[other], seats["p01"])


def test_one_slot_becomes_several_rounds_in_its_place() -> None:
    event = do(gathering(12), MODERATOR, "slot.split", slot="b0", parts=[
        {"id": "b0", "title": "Pairs", "minutes": 8, "room_size": 2},
        {"id": "fours", "title": "Fours", "minutes": 12, "format": "merge"}])  # fmt: skip
    first, second, after = event.slots[:3]
    assert [slot.id for slot in event.slots[:3]] == ["b0", "fours", "b1"]
    assert (first.planned_end, second.planned_end) == (second.start, after.start)
    event = run(event, "b0", mixed=True)
    event = drawn(event, "fours", mixed=True)
    assert [len(room) for room in rooms(event, "fours")] == [4, 4, 4]
    with pytest.raises(Refused, match="already ran"):
        do(event, MODERATOR, "slot.split", slot="b0", parts=[
            {"id": "b0", "title": "A", "minutes": 8}, {"id": "x", "title": "B", "minutes": 8}])  # fmt: skip


def test_meeting_the_same_group_again_is_no_fault_where_it_is_wished() -> None:
    event = drawn(run(gathering(), "b0", mixed=True), "b1", format="same", mixed=True)
    assert "Nobody meets the same person again." not in missed(event, "b1")


def test_fixed_groups_get_a_room_each_under_their_name() -> None:
    people = gathering(11).people.values()
    lines = [{"name": one.name, "organisation": one.organisation, "group": "" if n == 10 else "AB"[n % 2]}
             for n, one in enumerate(sorted(people, key=lambda one: one.id))]  # fmt: skip
    event = drawn(do(gathering(11), MODERATOR, "roster.import", lines=lines), format="fixed", mixed=True)
    made = event.rounds["b0"]
    assert [room.name for room in made.rooms] == ["A", "B"]
    assert sorted(len(room) for room in rooms(event, "b0")) == [5, 6]
    assert "Groups that belong together sit together." in made.receipt["met"]  # type: ignore[operator]


def test_those_who_chose_no_topic_fill_rooms_of_every_topic() -> None:
    event = do(gathering(24), MODERATOR, "round.plan", slot="b0", format="topics", mixed=True,
               topics=["Trust", "Money", "Law"], ask=True, rooms=6)  # fmt: skip
    event = do(event, person("p01"), "topic.choose", slot="b0", topics=["Law"])
    made = do(event, MODERATOR, "round.draw", slot="b0").rounds["b0"]
    assert {room.topic for room in made.rooms} == {"Trust", "Money", "Law"}

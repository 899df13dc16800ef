"""The code on a table: it seats whoever scans it, by the rules of the rooms, and says why not."""

from __future__ import annotations

from typing import Any

import pytest

from facilitator.domain.event import Event
from facilitator.domain.stamp import Refused
from facilitator.screens import view
from tests.builders import DOOR, MODERATOR, PRESENCE, do, person
from tests.domain.test_drawing import drawn, gathering
from tests.domain.test_rooms_live import live, opened, seated


def scans(event: Event, who: str, table: int, at: int = 1) -> Event:
    return do(event, person(who), "seat.choose", at=at, table=table)


def refused(event: Event, who: str, table: int) -> tuple[str, str]:
    with pytest.raises(Refused) as told:
        scans(event, who, table)
    return told.value.code, told.value.why


def joins(event: Event, who: str, **more: Any) -> Event:
    return do(event, DOOR, "person.join", at=1, person=who, name=who, **more)


def table_of(event: Event, who: str) -> int:
    made = event.open_round
    assert made
    return next(room.number for room in made.rooms if room.id == made.seats[who])


def gathered(*modes: str, tables: int = 2, **plan: Any) -> Event:
    """People of these modes, in rooms that are open and were drawn as planned."""
    event = gathering(0, 1)
    for n, mode in enumerate(modes):
        event = do(event, DOOR, "person.join", person=f"p{n}", name=f"P{n}", mode=mode)
    event = drawn(event, rooms=tables, **plan)
    return do(event, MODERATOR, "slot.advance", from_slot=None)


def test_whoever_scans_a_table_sits_there_and_has_arrived() -> None:
    event = opened()
    who = seated(event, 1)[0]
    after = scans(event, who, 2)
    assert who in seated(after, 2)
    sitting = live(after).sittings[who]
    assert (sitting.arrived_at is not None, sitting.moved_from, sitting.why) == (True, 1, "scan")
    assert view(after, "moderator")["rounds"]["rooms"]["sittings"][who]["why"] == "scan"
    others = {id: room for id, room in live(event).seats.items() if id != who}
    assert {id: room for id, room in live(after).seats.items() if id != who} == others


def test_scanning_ones_own_table_is_the_same_as_saying_that_one_is_here() -> None:
    event = opened()
    who = seated(event, 1)[0]
    after = scans(event, who, 1)
    assert live(after).seats == live(event).seats
    assert live(after).sittings[who].arrived_at is not None
    assert live(after).sittings[who].why is None


def test_a_newcomer_is_seated_at_the_table_they_scanned_in_the_same_step() -> None:
    event = opened(11)  # the smaller table would be theirs otherwise
    larger = max((1, 2), key=lambda room: len(seated(event, room)))
    after = joins(event, "new", table=larger)
    assert table_of(after, "new") == larger
    assert live(after).sittings["new"].arrived_at is not None
    assert live(after).sittings["new"].moved_from is None


@pytest.mark.parametrize("table", [9, 2])
def test_a_newcomer_who_cannot_sit_there_has_another_seat(table: int) -> None:
    event = do(opened(), MODERATOR, "room.count", room="rooms.2", others=20)
    assert table_of(joins(event, "new", table=table), "new") == 1


def test_a_full_table_is_refused_kindly_and_the_seat_stays() -> None:
    event = opened(12)
    one, other, third, *_ = seated(event, 1)
    event = scans(scans(event, one, 2), other, 2)
    code, why = refused(event, third, 2)
    assert (code, why) == ("full", "Table 2 is full. Your seat stays at table 1.")


def test_pairs_become_no_more_than_three() -> None:
    event = opened(6, size=2)
    event = scans(event, seated(event, 1)[0], 2)
    assert refused(event, seated(event, 3)[0], 2)[0] == "full"


def test_people_without_a_phone_take_chairs_too() -> None:
    event = do(opened(), MODERATOR, "room.count", room="rooms.2", others=2)
    assert refused(event, seated(event, 1)[0], 2)[0] == "full"


def test_a_seat_that_is_not_held_any_more_is_free_for_who_scans() -> None:
    event = opened()
    event = do(event, MODERATOR, "room.count", room="rooms.2", others=2)
    event = do(event, PRESENCE, "presence.mark", at=2, gone=[seated(event, 2)[0]])
    who = seated(event, 1)[0]
    with pytest.raises(Refused):
        scans(event, who, 2, at=4)
    assert who in seated(scans(event, who, 2, at=6), 2)


def test_on_site_and_online_stay_apart_unless_they_may_mix() -> None:
    people = ("onsite", "onsite", "online", "online")
    event = gathered(*people)
    there = table_of(event, "p2")
    assert "you are down as in the room" in refused(event, "p0", there)[1]
    assert "you are down as online" in refused(event, "p2", table_of(event, "p0"))[1]
    event = do(event, person("p2"), "person.edit", mode="onsite")
    assert table_of(scans(event, "p2", table_of(event, "p0")), "p2") == table_of(event, "p0")
    mixed = gathered(*people, mixed=True)
    other = 3 - table_of(mixed, "p0")
    assert table_of(scans(mixed, "p0", other), "p0") == other


def test_whom_the_moderator_fixed_stays_and_a_wish_about_others_is_not_told() -> None:
    event = gathered("online", "online", "online", "online")
    one = next(id for id in event.people if table_of(event, id) == 1)
    mate = next(id for id in event.people if id != one and table_of(event, id) == 1)
    far = next(id for id in event.people if table_of(event, id) == 2)
    told = {refused(do(event, MODERATOR, "person.tie", person=one, other=other, bond=bond), one, 2)[1]
            for other, bond in ((mate, "together"), (far, "apart"))}  # fmt: skip
    assert told == {"The moderator has planned who sits at table 2. Your seat stays at table 1."}
    pinned = gathering(4, 1)
    pinned = drawn(pinned, rooms=2, mixed=True)
    pinned = do(pinned, MODERATOR, "seat.move", slot="b0", person="p00", room="b0.1")
    pinned = do(pinned, MODERATOR, "slot.advance", from_slot=None)
    assert refused(pinned, "p00", 2) == ("seat", told.pop())


def test_a_table_keeps_the_language_all_its_people_speak() -> None:
    event = gathering(0, 1)
    for n, language in enumerate(("sw", "sw", "fr", "fr")):
        event = do(event, DOOR, "person.join", person=f"p{n}", name=f"P{n}", language=language)
    event = do(drawn(event, rooms=2, language=True), MODERATOR, "slot.advance", from_slot=None)
    assert "share a language" in refused(event, "p0", table_of(event, "p2"))[1]


def test_without_the_setting_the_phone_is_told_which_table_is_theirs() -> None:
    event = do(opened(), MODERATOR, "round.plan", slot="rooms", scan=False)
    who = seated(event, 1)[0]
    assert refused(event, who, 2) == ("seat", "This is table 2. Your seat stays at table 1.")
    assert live(scans(event, who, 1)).sittings[who].arrived_at is not None


def test_before_and_after_the_rooms_nobody_hears_of_a_draft() -> None:
    event = gathering(8, 1)
    told = {refused(state, "p01", 1) for state in (event, drawn(event))}
    event = do(drawn(event), MODERATOR, "slot.advance", from_slot=None)
    event = do(event, MODERATOR, "round.close", slot="b0", seconds=0)
    told.add(refused(event, "p01", 1))
    assert len(told) == 1
    assert told.pop()[0] == "closed"


def test_after_the_last_rooms_no_table_is_promised() -> None:
    event = do(opened(), MODERATOR, "slot.jump", from_slot="rooms", to_slot="more")
    event = do(event, MODERATOR, "slot.advance", from_slot="more")
    assert refused(event, "p1", 1) == ("closed", "The tables are not open any more.")


def test_a_table_that_is_not_there_is_said_so() -> None:
    event = opened()
    who = seated(event, 1)[0]
    assert refused(event, who, 9) == ("unknown", "There is no table 9 in this round. Your seat stays at table 1.")


def test_duties_pass_on_when_somebody_goes_to_another_table() -> None:
    event = opened()
    for who in event.people:
        event = do(event, person(who), "seat.arrive", room=live(event).seats[who])
    reporter = next(id for id in seated(event, 1) if live(event).sittings[id].duty == "reporter")
    after = scans(event, reporter, 2)
    for room in (1, 2):
        duties = [live(after).sittings[id].duty for id in seated(after, room)]
        assert sorted(duty for duty in duties if duty) == ["reporter", "scribe", "timekeeper"]

"""Somebody comes back on another phone: seat, line and duty come along; two of a name stay two people."""

from __future__ import annotations

import pytest

from facilitator.domain.event import Event
from facilitator.domain.roster import by_person
from facilitator.domain.stamp import Refused
from facilitator.screens import view
from facilitator.screens.touched import touched
from tests.builders import DOOR, MODERATOR, PRESENCE, do, event_after, person
from tests.domain.test_drawing import drawn, gathering, run

ANA = {"name": "Ana Lima", "organisation": "Motriz"}


def with_ana(event: Event, id: str = "ana", **more: object) -> Event:
    return do(event, DOOR, "person.join", person=id, **{**ANA, **more})


def again(event: Event, **more: object) -> Event:
    """Ana's phone is away, and somebody joins under her name."""
    return with_ana(do(event, PRESENCE, "presence.mark", gone=["ana"]), "two", **more)


def asked(event: Event, id: str = "two") -> object:
    return view(event, f"person:{id}").get("again")


def resumed(event: Event) -> Event:
    return do(event, person("two"), "person.resume", person="ana")


@pytest.fixture
def seated() -> Event:
    """Ana leads a room, reports for it, and her phone goes out."""
    event = with_ana(gathering(8, 2), mode="onsite", name="Ana Lima")
    event = do(event, MODERATOR, "person.appoint", person="ana", capabilities=["facilitator"])
    event = run(event, "b0", mixed=True)
    return do(event, person("ana"), "seat.arrive", room=event.rounds["b0"].seats["ana"])


def test_whoever_comes_under_the_same_name_is_asked_while_the_first_phone_is_away(seated: Event) -> None:
    assert asked(again(seated)) == {"id": "ana", **ANA}
    assert asked(again(seated, name=" ana LIMA")) is not None
    assert asked(again(seated, organisation="HundrED")) is None
    assert asked(with_ana(seated, "two")) is None


def test_it_is_not_asked_any_more_when_the_first_phone_is_back_or_the_answer_is_no(seated: Event) -> None:
    event = again(seated)
    back = do(event, PRESENCE, "presence.mark", here=["ana"])
    assert asked(back) is None
    assert "person:two" in touched(event, back)
    assert asked(do(event, person("two"), "person.claim", line=None)) is None
    with pytest.raises(Refused, match="on another phone"):
        resumed(back)


def test_seat_line_and_duty_come_along_and_the_first_is_gone(seated: Event) -> None:
    seat, sitting = seated.rounds["b0"].seats["ana"], seated.rounds["b0"].sittings["ana"]
    event = resumed(again(seated))
    assert "ana" not in event.people
    assert event.rounds["b0"].seats["two"] == seat
    assert "ana" not in event.rounds["b0"].seats.keys() | event.rounds["b0"].sittings.keys()
    assert event.rounds["b0"].sittings["two"].arrived_at == sitting.arrived_at
    assert event.rounds["b0"].sittings["two"].moved_from is None
    assert by_person(event.roster)["two"].capabilities == ("facilitator",)
    assert event.people["two"].mode == "onsite"
    assert asked(event) is None


def test_wishes_and_drafts_follow(seated: Event) -> None:
    event = drawn(do(seated, MODERATOR, "person.tie", person="ana", other="p01", bond="together"), "b1", mixed=True)
    event = drawn(do(event, MODERATOR, "seat.pin", slot="b1", people=["ana"], on=True), "b1", seed=2)
    event = resumed(again(event))
    assert {(tie.one, tie.other) for tie in event.wishes.ties} == {("p01", "two")}
    assert "ana" not in event.wishes.plan("b1").pins
    made = do(event, MODERATOR, "round.restore", slot="b1", draws=1).rounds["b1"]
    assert {"two"} == {"two", "ana"} & made.seats.keys()


def test_what_somebody_wrote_and_whom_they_met_stays_until_a_moderator_says_they_are_one(seated: Event) -> None:
    room = seated.rounds["b0"].seats["ana"]
    event = do(seated, person("ana"), "note.write", note_id="n1", room=room, kind="insight", text="Mine")
    event = do(event, MODERATOR, "slot.advance", from_slot="b0")
    event = resumed(again(event))
    mine = view(event, "person:two")
    assert (mine["notes"], mine["met"]) == ({}, {})
    assert view(event, "person:ana")["notes"].keys() == {"n1"}
    assert asked(event) is None
    event = do(event, MODERATOR, "person.merge", person="ana", into="two")
    mine = view(event, "person:two")
    assert mine["notes"].keys() == {"n1"}
    assert mine["met"]
    assert "ana" not in event.people


def test_two_who_are_both_connected_are_not_merged_by_mistake(seated: Event) -> None:
    event = with_ana(seated, "two")
    with pytest.raises(Refused, match="Ana Lima is connected"):
        do(event, MODERATOR, "person.merge", person="ana", into="two")
    with pytest.raises(Refused, match="two different people"):
        do(event, MODERATOR, "person.merge", person="ana", into="ana")


def test_a_name_on_the_wall_that_changes_is_approved_anew() -> None:
    event = do(event_after("screen.automate"), PRESENCE, "presence.mark", gone=["p3"])
    note = event.notes["n4"]
    assert (note.person, note.signed) == ("p3", "wall")
    after = do(event, MODERATOR, "person.merge", person="p3", into="p2")
    assert after.notes["n4"].revision == note.revision + 1
    assert after.notes["n4"].person == "p2"


def test_everybody_who_sees_the_change_is_told(seated: Event) -> None:
    event = again(seated)
    after = resumed(event)
    rooms = {f"room:{room.id}" for room in after.rounds["b0"].rooms}
    for channel in [*rooms, *(f"person:{id}" for id in after.people)]:
        assert view(event, channel) == view(after, channel) or channel in touched(event, after), channel


def merged(event: Event) -> Event:
    return do(event, MODERATOR, "person.merge", person="ana", into="two")


def test_whoever_came_to_a_seat_of_their_own_keeps_it_where_rooms_have_closed(seated: Event) -> None:
    event = again(seated)
    room = next(room.id for room in event.rounds["b0"].rooms if room.id != event.rounds["b0"].seats["ana"])
    event = do(event, MODERATOR, "seat.move", slot="b0", person="two", room=room)
    event = do(event, person("two"), "seat.arrive", room=room)
    event = do(event, MODERATOR, "round.close", slot="b0", seconds=0)
    before = view(event, "person:two")["met"].keys() - {"ana"}
    after = merged(event)
    assert after.rounds["b0"].seats["two"] == room
    assert view(after, "person:two")["met"].keys() == before


def test_those_who_met_whose_seat_changes_are_told(seated: Event) -> None:
    event = do(again(seated), MODERATOR, "round.close", slot="b0", seconds=0)
    after = merged(event)
    for id in event.people.keys() - {"ana"}:
        if view(event, f"person:{id}").get("met") != view(after, f"person:{id}").get("met"):
            assert f"person:{id}" in touched(event, after), id


def test_nobody_interprets_for_themselves_and_no_pair_has_two_ties(seated: Event) -> None:
    event = again(seated)
    event = do(event, MODERATOR, "person.appoint", person="two", capabilities=["interpreter"], interprets="ana")
    event = do(event, MODERATOR, "person.tie", person="ana", other="p01", bond="together")
    event = merged(do(event, MODERATOR, "person.tie", person="two", other="p01", bond="apart"))
    assert [line.interprets for line in event.roster.values() if line.person == "two"] == [""]
    assert [(tie.bond, {tie.one, tie.other}) for tie in event.wishes.ties] == [("apart", {"two", "p01"})]

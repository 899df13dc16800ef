"""Rooms while people are in them: clocks and steps, arriving, duties, help, repair, closing."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from facilitator.domain.event import Event, Round
from facilitator.domain.plan import blank_event
from facilitator.domain.repair import here, least_size
from facilitator.domain.room_clock import ends_of
from facilitator.domain.rounds import is_open, room_of
from facilitator.domain.stamp import Refused
from facilitator.screens import view
from facilitator.screens.run import spokesperson
from facilitator.ticker import revealing
from facilitator.ticker import rooms as due
from tests.builders import (
    CLOCK,
    DOOR,
    MINUTE,
    MODERATOR,
    ORGANISER,
    PRESENCE,
    START,
    do,
    person,
    slot,
)

STEPS = [{"title": "Round", "minutes": 4}, {"title": "Discuss", "minutes": 16}, {"title": "Top three", "minutes": 7},
         {"title": "Reporter", "minutes": 3}]  # fmt: skip


def opened(people: int = 12, size: int = 6, leads: int = 0, **more: Any) -> Event:
    """An event whose rooms opened at its start, for half an hour in four steps."""
    event = do(blank_event("e1"), ORGANISER, "event.create", series="s", title="E", code="C", timezone="UTC", slots=[
        slot("rooms", "breakout", 0, 30, room_size=size, steps=STEPS, **more), slot("plenary", "plenary", 30, 20),
        slot("more", "breakout", 50, 20, room_size=size)])  # fmt: skip
    lines = [{"name": f"N{n}", "capabilities": ["facilitator"]} for n in range(1, leads + 1)]
    event = do(event, MODERATOR, "roster.import", lines=lines) if lines else event
    for n in range(1, people + 1):
        event = do(event, DOOR, "person.join", person=f"p{n}", name=f"N{n}")
    return do(event, MODERATOR, "slot.advance", from_slot=None)


def live(event: Event) -> Round:
    return event.rounds["rooms"]


def minutes(ends: tuple[int, ...]) -> list[float]:
    return [(end - START) / MINUTE for end in ends]


def arrived(event: Event, *people: str) -> Event:
    for id in people:
        event = do(event, person(id), "seat.arrive", room=live(event).seats[id])
    return event


def seated(event: Event, room: int) -> list[str]:
    return sorted(id for id, at in live(event).seats.items() if at == f"rooms.{room}")


def test_steps_share_the_time_of_the_slot() -> None:
    assert minutes(live(opened()).ends) == [4, 20, 27, 30]


def test_more_time_goes_to_the_step_that_is_on_and_moves_the_others() -> None:
    event = do(opened(), MODERATOR, "clock.nudge", at=10, slot="rooms", seconds=300)
    assert minutes(live(event).ends) == [4, 25, 32, 35]


def test_less_time_than_the_step_has_is_taken_from_all_that_follow() -> None:
    event = do(opened(), MODERATOR, "clock.nudge", at=18, slot="rooms", seconds=-360)
    ends = minutes(live(event).ends)
    assert (ends[0], ends[1], ends[-1]) == (4, 18, 24)
    assert 18 < ends[2] < 24


def test_a_pause_moves_what_is_not_over() -> None:
    event = do(opened(), MODERATOR, "clock.pause", at=10, slot="rooms")
    event = do(event, MODERATOR, "clock.resume", at=13, slot="rooms")
    assert minutes(live(event).ends) == [4, 23, 30, 33]


def test_a_step_ended_early_gives_its_time_to_the_next() -> None:
    event = do(opened(), MODERATOR, "step.advance", at=12, slot="rooms", from_step=1)
    assert minutes(live(event).ends) == [4, 12, 27, 30]
    with pytest.raises(Refused, match="over already"):
        do(event, MODERATOR, "step.advance", at=12, slot="rooms", from_step=1)


def test_one_room_is_given_more_time_and_finishes_alone() -> None:
    event = do(opened(), MODERATOR, "room.extend", at=10, room="rooms.1", seconds=180)
    made, room = room_of(event, "rooms.1")
    assert minutes(ends_of(made, room)) == [4, 23, 30, 33]
    event = do(event, MODERATOR, "slot.advance", at=30, from_slot="rooms")
    assert view(event, "room:rooms.1")["room"]["state"] == "open"
    assert view(event, "room:rooms.2")["room"]["state"] == "closed"
    assert "rooms" not in view(event, "hall")
    assert [one.wire for one in due(event, START + 33 * MINUTE)] == ["round.close"]
    event = do(event, CLOCK, "round.close", at=33, slot="rooms", seconds=0)
    assert live(event).state == "closed"


def test_notes_of_a_room_with_more_time_are_not_late_and_those_of_the_others_are() -> None:
    event = do(opened(), MODERATOR, "room.extend", at=10, room="rooms.1", seconds=180)
    event = do(event, MODERATOR, "slot.advance", at=30, from_slot="rooms")
    for room, id in ((1, "n1"), (2, "n2")):
        who = seated(event, room)[0]
        event = do(event, person(who), "note.write", at=31, note_id=id, room=f"rooms.{room}", kind="insight", text="x")
    assert (event.notes["n1"].late, event.notes["n2"].late) == (False, True)


def test_rooms_close_with_a_countdown_and_take_late_notes() -> None:
    event = do(opened(), MODERATOR, "round.close", at=20, slot="rooms", seconds=60)
    assert view(event, "hall")["rooms"]["closing"]
    assert minutes(live(event).ends)[-1] == 21
    with pytest.raises(Refused, match="still have time"):
        do(event, CLOCK, "round.close", at=20, slot="rooms", seconds=0)
    event = do(event, CLOCK, "round.close", at=21, slot="rooms", seconds=0)
    event = do(event, person("p1"), "note.write", at=21, note_id="n1", room=live(event).seats["p1"],
               kind="insight", text="x")  # fmt: skip
    assert event.notes["n1"].late


def test_a_countdown_is_called_off_and_closed_rooms_are_opened_again() -> None:
    event = do(opened(), MODERATOR, "round.close", at=20, slot="rooms", seconds=60)
    event = do(event, MODERATOR, "round.open", at=20, slot="rooms", seconds=600)
    assert not live(event).closing
    assert minutes(live(event).ends) == [4, 20, 27, 30]
    event = do(event, MODERATOR, "round.close", at=22, slot="rooms", seconds=0)
    event = do(event, MODERATOR, "round.open", at=23, slot="rooms")
    assert live(event).state == "open"
    assert "rooms" in view(event, "hall")


def test_roommates_see_who_has_arrived() -> None:
    event = arrived(opened(), "p1")
    assert view(event, f"room:{live(event).seats['p1']}")["people"]["p1"]["here"]
    assert "arrived_at" in view(event, "moderator")["rounds"]["rooms"]["sittings"]["p1"]


def test_somebody_who_is_moved_has_not_arrived_yet_and_is_told() -> None:
    event = arrived(opened(), "p1")
    number = int(live(event).seats["p1"][-1])
    event = do(event, MODERATOR, "seat.move", slot="rooms", person="p1", room=f"rooms.{3 - number}")
    assert view(event, "person:p1")["sittings"]["rooms"] == {"manner": "in", "moved_from": number, "why": "hand"}


def duties(event: Event, room: int) -> dict[str, str]:
    made = live(event)
    return {str(made.sittings[id].duty): id for id in seated(event, room)
            if id in made.sittings and made.sittings[id].duty}  # fmt: skip


def test_each_room_has_a_reporter_a_scribe_and_a_timekeeper() -> None:
    for room in (1, 2):
        assert duties(opened(), room).keys() == {"reporter", "scribe", "timekeeper"}


def test_whom_the_roster_names_as_scribe_is_never_drawn_for_something_else() -> None:
    for seed in range(12):
        event = do(blank_event("e1"), ORGANISER, "event.create", series="s", title="E", code="C", timezone="UTC",
                   slots=[slot("rooms", "breakout", 0, 30)])  # fmt: skip
        event = do(event, MODERATOR, "roster.import", lines=[{"name": "N3", "capabilities": ["scribe"]}])
        for n in range(1, 6):
            event = do(event, DOOR, "person.join", person=f"p{n}", name=f"N{n}")
        event = do(event, MODERATOR, "slot.advance", from_slot=None, seed=seed)
        assert duties(event, 1)["scribe"] == "p3"


@pytest.mark.parametrize("leave", ["lost", "out", "moved"])
def test_a_duty_passes_on_when_somebody_leaves_and_the_others_keep_theirs(leave: str) -> None:
    event = opened()
    before = duties(event, 1)
    who = before["reporter"]
    if leave == "lost":
        event = do(event, PRESENCE, "presence.mark", gone=[who])
    elif leave == "out":
        event = do(event, person(who), "seat.take", room="rooms.1", manner="out")
    else:
        event = do(event, MODERATOR, "seat.move", slot="rooms", person=who, room="rooms.2")
    after = duties(event, 1)
    assert after["reporter"] != who
    assert (after["scribe"], after["timekeeper"]) == (before["scribe"], before["timekeeper"])


def test_whoever_had_a_duty_comes_last_in_the_next_round() -> None:
    event = opened(people=6)
    had = set(duties(event, 1).values())
    for leaving in ("rooms", "plenary"):
        event = do(event, MODERATOR, "slot.advance", at=30, from_slot=leaving)
    now = {id for id, one in event.rounds["more"].sittings.items() if one.duty}
    assert len(now) == 3
    assert not now & had


def test_a_call_for_help_has_one_owner_whom_everybody_sees() -> None:
    event = do(opened(), person(seated(opened(), 1)[0]), "help.call", at=5, room="rooms.1")
    event = do(event, MODERATOR, "help.answer", at=6, room="rooms.1", by="Noor", from_owner="")
    shown = {"at": START + 5 * MINUTE, "here": False, "owner": "Noor"}
    assert view(event, "moderator")["rounds"]["rooms"]["rooms"]["rooms.1"]["help"] == shown
    assert view(event, "room:rooms.1")["room"]["help"] == shown
    assert "help" not in view(event, "room:rooms.2")["room"]
    with pytest.raises(Refused, match="Noor is on the way already"):
        do(event, MODERATOR, "help.answer", room="rooms.1", by="Sipho", from_owner="")
    event = do(event, MODERATOR, "help.answer", room="rooms.1", by="Sipho", here=True, from_owner="Noor")
    with pytest.raises(Refused, match="Sipho is there already"):
        do(event, MODERATOR, "help.answer", room="rooms.1", by="Noor", here=True, from_owner="Noor")
    event = do(event, MODERATOR, "help.end", room="rooms.1")
    with pytest.raises(Refused, match="does not need"):
        do(event, MODERATOR, "help.answer", room="rooms.1", by="Ana")


def test_nobody_speaks_for_a_room_they_do_not_sit_in() -> None:
    event = opened()
    stranger = person(seated(event, 2)[0])
    for name, more in (("seat.arrive", {}), ("help.call", {}), ("help.end", {}), ("room.count", {"others": 2}),
                       ("seat.take", {"manner": "quiet"})):  # fmt: skip
        with pytest.raises(Refused, match="no seat"):
            do(event, stranger, name, room="rooms.1", **more)


def checked(event: Event) -> Event:
    return do(event, CLOCK, "round.check", at=2, slot="rooms")


def test_nothing_is_proposed_before_the_time_to_check_in_is_over() -> None:
    event = arrived(opened(), "p1", *seated(opened(), 3 - int(live(opened()).seats["p1"][-1])))
    assert live(event).repair is None
    assert not list(due(event, START + 89_000))
    assert [one.wire for one in due(event, START + 90_000)] == ["round.check"]
    assert live(checked(event)).repair is not None


def test_somebody_alone_is_moved_with_one_tap_and_told_why() -> None:
    event = opened()
    lone, others = seated(event, 1)[0], seated(event, 2)
    event = checked(arrived(event, lone, *others))
    found = live(event).repair
    assert found
    assert [(one.person, one.room, one.why) for one in found.moves] == [(lone, "rooms.2", "alone")]
    event = do(event, MODERATOR, "round.repair", at=3, slot="rooms", number=found.number)
    assert view(event, f"person:{lone}")["sittings"]["rooms"] == {"manner": "in", "moved_from": 1, "why": "alone"}
    assert seated(event, 1) == []  # who had not come yet finds people too
    assert live(event).repair is None
    with pytest.raises(Refused, match="changed since"):
        do(event, MODERATOR, "round.repair", at=3, slot="rooms", number=found.number)


def test_who_belongs_together_is_not_parted_to_fill_a_room_while_others_could_go() -> None:
    event = opened(people=8, size=4)
    for id in seated(event, 1)[:2]:
        event = do(event, MODERATOR, "seat.move", slot="rooms", person=id, room="rooms.2")
    lone, others = seated(event, 1)[0], seated(event, 2)
    event = checked(arrived(event, lone, *others))
    found = live(event).repair
    assert found
    [first] = found.moves
    other = next(id for id in others if id != first.person)
    event = do(event, MODERATOR, "person.tie", person=first.person, other=other, bond="together")
    event = arrived(do(event, person(lone), "seat.take", room="rooms.1", manner="out"), lone)
    found = live(event).repair
    assert found
    [second] = found.moves
    assert second.room == first.room == "rooms.1"
    assert second.person not in (first.person, other)


def test_whom_a_hand_has_just_sent_there_counts_before_they_say_so() -> None:
    event = opened(people=8, size=4)
    lone, sent = seated(event, 1)[0], seated(event, 2)[0]
    event = checked(arrived(event, lone, *seated(event, 2)))
    assert live(event).repair is not None
    event = do(event, MODERATOR, "seat.move", at=3, slot="rooms", person=sent, room="rooms.1")
    assert live(event).repair is None


def test_a_phone_that_is_silent_for_a_while_changes_no_proposal_and_one_that_stays_away_does() -> None:
    event = opened()
    event = checked(arrived(event, *live(event).seats))
    lone, *gone = seated(event, 1)
    event = do(event, PRESENCE, "presence.mark", at=5, gone=gone)
    assert live(event).repair is None
    assert not list(due(event, START + 8 * MINUTE - 1))
    back = do(event, PRESENCE, "presence.mark", at=7, here=gone)
    assert not list(due(back, START + 9 * MINUTE))
    [look] = due(event, START + 8 * MINUTE)
    event = do(event, CLOCK, look.wire, at=8, slot="rooms")
    assert not list(due(event, START + 9 * MINUTE))
    assert set(gone) < set(seated(event, 1))  # their seats stay
    found = live(event).repair
    assert found
    assert [(one.person, one.why) for one in found.moves] == [(lone, "alone")]
    event = do(event, PRESENCE, "presence.mark", at=9, here=gone)
    assert live(event).repair is None


def test_a_proposal_goes_when_the_others_arrive() -> None:
    event = opened()
    lone, *rest = seated(event, 1)
    event = checked(arrived(event, lone, *seated(event, 2)))
    assert live(arrived(event, *rest)).repair is None


def test_a_room_without_anybody_to_lead_gets_somebody_who_is_spare() -> None:
    event = opened(leads=2)
    event = do(event, MODERATOR, "seat.move", slot="rooms", person="p1", room="rooms.1")
    event = do(event, MODERATOR, "seat.move", slot="rooms", person="p2", room="rooms.1")
    event = checked(arrived(event, *live(event).seats))
    found = live(event).repair
    assert found
    assert [(one.room, one.why) for one in found.moves] == [("rooms.2", "lead")]


def test_whoever_may_lead_since_the_rooms_were_looked_at_is_proposed_at_once() -> None:
    event = opened()
    event = checked(arrived(event, *live(event).seats))
    assert live(event).repair is None
    first, second = seated(event, 1)[:2]
    for id in (first, second):
        event = do(event, MODERATOR, "person.appoint", person=id, capabilities=["facilitator"])
    found = live(event).repair
    assert found
    assert [(one.room, one.why) for one in found.moves] == [("rooms.2", "lead")]


def test_no_other_moves_put_rooms_right_with_fewer_people() -> None:
    """Against every way there is, for three rooms of which some are too small."""
    for come in itertools.product((0, 1, 2, 3, 4), repeat=3):
        event = opened(people=12, size=4)
        for room, number in enumerate(come, 1):
            event = arrived(event, *seated(event, room)[:number])
        event = checked(event)
        sizes = [size for size in come if size]
        low, found = least_size(4), live(event).repair
        moves = len(found.moves) if found else 0
        if len(sizes) < 2 or min(sizes) >= low or sum(sizes) < low:
            assert not moves
            continue
        assert moves == _fewest(sizes, low), (come, found)
        after = do(event, MODERATOR, "round.repair", slot="rooms", number=found.number)  # type: ignore[union-attr]
        after = arrived(after, *(one.person for one in found.moves))  # type: ignore[union-attr]
        assert all(len(ids) >= low for ids in here(after, live(after), START).values() if ids)


def _fewest(sizes: list[int], low: int) -> int:
    """The fewest people who leave their room so that every room used has at least `low` (and 6 at most)."""
    goals = itertools.product(range(7), repeat=len(sizes))
    return min(sum(max(0, size - goal) for size, goal in zip(sizes, wanted, strict=True)) for wanted in goals
               if sum(wanted) == sum(sizes) and all(not goal or goal >= low for goal in wanted))


def test_who_comes_late_gets_a_seat_and_nobody_moves() -> None:
    event = opened()
    before = dict(live(event).seats)
    event = do(event, DOOR, "person.join", at=5, person="late", name="Late")
    assert {id: room for id, room in live(event).seats.items() if id != "late"} == before


def test_a_seat_is_kept_for_who_leaves_and_does_not_count_after_a_while() -> None:
    event = opened()
    gone = seated(event, 1)[1:]
    event = do(event, PRESENCE, "presence.mark", at=5, gone=gone)
    soon = do(event, DOOR, "person.join", at=6, person="p13", name="N13")
    event = do(soon, DOOR, "person.join", at=9, person="p14", name="N14")
    event = do(event, DOOR, "person.join", at=9, person="p15", name="N15")
    assert {live(event).seats[id] for id in ("p14", "p15")} == {"rooms.1"}
    event = do(event, PRESENCE, "presence.mark", at=10, here=gone)
    assert set(gone) < set(seated(event, 1))


def test_a_room_that_everybody_has_left_is_filled_again_only_when_the_others_are_full() -> None:
    event = opened()
    event = do(event, PRESENCE, "presence.mark", at=5, gone=seated(event, 1))
    for n in range(13, 17):
        event = do(event, DOOR, "person.join", at=9, person=f"p{n}", name=f"N{n}")
    assert [live(event).seats[f"p{n}"] for n in range(13, 17)] == ["rooms.2", "rooms.2", "rooms.1", "rooms.1"]


def test_rooms_told_to_close_and_then_to_stay_get_their_planned_time_back() -> None:
    event = do(opened(), MODERATOR, "round.close", at=2, slot="rooms", seconds=60)
    assert minutes(live(event).ends)[-1] == 3
    event = do(event, MODERATOR, "round.open", at=2, slot="rooms")
    assert minutes(live(event).ends) == [4, 20, 27, 30]
    event = do(event, MODERATOR, "clock.nudge", at=3, slot="rooms", seconds=60)
    assert minutes(live(event).ends) == [5, 21, 28, 31]


@pytest.mark.parametrize("how", ["late", "moved", "back", "door closed", "reopened", "repaired"])
def test_nobody_is_without_a_room_while_rooms_are_open(how: str) -> None:
    event = opened()
    if how == "late":
        event = do(event, DOOR, "person.join", at=5, person="p13", name="N13")
    elif how == "moved":
        event = do(event, MODERATOR, "seat.move", slot="rooms", person="p1", room="rooms.2")
    elif how == "back":
        event = do(event, PRESENCE, "presence.mark", at=5, gone=["p1"])
        event = do(event, PRESENCE, "presence.mark", at=9, here=["p1"])
    elif how == "door closed":
        event = do(event, MODERATOR, "door.close")
        event = do(event, PRESENCE, "presence.mark", at=9, here=["p1"])
    elif how == "reopened":
        event = do(event, MODERATOR, "slot.advance", at=30, from_slot="rooms")
        event = do(event, DOOR, "person.join", at=31, person="p13", name="N13")
        event = do(event, MODERATOR, "slot.return", at=31, from_slot="plenary")
    else:
        lone = seated(event, 1)[0]
        event = checked(arrived(event, lone, *seated(event, 2)))
        event = do(event, MODERATOR, "round.repair", slot="rooms", number=live(event).repair.number)  # type: ignore[union-attr]
    for id in event.people:
        seat = view(event, f"person:{id}")["seats"]["rooms"]
        assert id in view(event, f"room:{seat}")["people"]
        assert view(event, f"room:{seat}")["room"]["state"] == "open"


def test_other_rooms_that_open_end_those_with_more_time() -> None:
    event = do(opened(), MODERATOR, "room.extend", at=10, room="rooms.1", seconds=3_600)
    for leaving in ("rooms", "plenary"):
        event = do(event, MODERATOR, "slot.advance", at=31, from_slot=leaving)
    made, room = room_of(event, "rooms.1")
    assert not is_open(event, made, room)
    assert event.rounds["more"].state == "open"


def test_a_scribe_writes_for_the_table_and_counts_who_has_no_phone() -> None:
    event = opened()
    scribe = duties(event, 1)["scribe"]
    event = do(event, person(scribe), "room.count", room="rooms.1", others=3)
    event = do(event, person(scribe), "note.write", note_id="n1", room="rooms.1", kind="insight", text="x", table=True)
    shown = view(event, "room:rooms.1")
    assert shown["room"]["others"] == 3
    assert shown["notes"]["n1"]["table"]




def test_the_end_of_the_first_step_reveals_private_notes() -> None:
    event = opened(private=True)
    assert not list(revealing(event, START + 4 * MINUTE - 1))
    (command,) = revealing(event, START + 4 * MINUTE)
    assert command.wire == "notes.reveal"
    event = do(event, CLOCK, "notes.reveal", at=4, slot="rooms")
    assert live(event).revealed
    assert not list(revealing(event, START + 5 * MINUTE))


def test_the_run_sheet_calls_on_a_rooms_reporter() -> None:
    event = opened()
    duties = {id: live(event).sittings[id].duty for id in seated(event, 1) if id in live(event).sittings}
    reporter = next(id for id, duty in duties.items() if duty == "reporter")
    assert spokesperson(event, "rooms.1") == reporter

"""Undo: one step back, whoever presses, for ten seconds, and nobody who came meanwhile is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator import protocol
from facilitator.domain.event import Event
from facilitator.domain.perform import perform
from facilitator.domain.stamp import Refused, Stamp
from tests.builders import CLOCK, DOOR, HOST, MODERATOR, START, do, event_after, person
from tests.domain.test_rooms_live import opened


def panel() -> Event:
    """The story where the panel runs and rooms are drafted."""
    return event_after("room.edit")


def back(event: Event, seq: int | None = None, after: int = 1_000, actor: object = MODERATOR) -> Event:
    step = event.steps[-1]
    command = protocol.read("step.undo", {"seq": step.seq if seq is None else seq})
    return perform(event, command, Stamp(step.at + after, 9, actor))  # type: ignore[arg-type]


def moment(event: Event) -> object:
    """Everything that a step of the clock may change."""
    rounds = {id: (r.state, r.opened_at, r.closed_at, r.revealed, r.ends, r.closing, [room.ends for room in r.rooms])
              for id, r in event.rounds.items()}  # fmt: skip
    return event.clock, event.slots, event.started_at, event.ended_at, event.screen, rounds


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("slot.advance", {"from_slot": "panel"}),
        ("slot.return", {"from_slot": "panel"}),
        ("slot.jump", {"from_slot": "panel", "to_slot": "close"}),
        ("clock.pause", {"slot": "panel"}),
        ("clock.nudge", {"slot": "panel", "seconds": 300}),
        ("clock.backdate", {"slot": "panel", "seconds": 5}),
        ("clock.end", {"slot": "panel", "ends_at": START + 50 * 60_000}),
        ("event.promise", {"ends_at": START + 90 * 60_000}),
        ("agenda.fit", {"from_slot": "panel", "lengths": {"plenary": 900}}),
        ("slot.edit", {"slot": "panel", "minutes": 55}),
    ],
)
def test_every_step_of_the_clock_can_be_taken_back(name: str, fields: dict[str, object]) -> None:
    before = panel()
    assert before.clock
    after = do(before, MODERATOR, name, at=20, **fields)
    assert moment(after) != moment(before) or name == "event.promise"
    assert moment(back(after)) == moment(before)
    assert back(after).promised_end == before.promised_end


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("round.close", {"slot": "rooms", "seconds": 60}),
        ("round.close", {"slot": "rooms", "seconds": 0}),
        ("room.extend", {"room": "rooms.1", "seconds": 120}),
        ("room.extend", {"room": "rooms.2", "seconds": -1_800}),
        ("step.advance", {"slot": "rooms", "from_step": 0}),
        ("clock.nudge", {"slot": "rooms", "seconds": -1_200}),
        ("clock.end", {"slot": "rooms", "ends_at": START + 4 * 60_000}),
        ("slot.advance", {"from_slot": "rooms"}),
        ("slot.jump", {"from_slot": "rooms", "to_slot": "plenary"}),
    ],
)
def test_every_step_of_the_rooms_clocks_can_be_taken_back(name: str, fields: dict[str, object]) -> None:
    before = do(opened(private=True), MODERATOR, "room.extend", at=2, room="rooms.1", seconds=180)
    after = do(before, MODERATOR, name, at=3, **fields)
    assert moment(after) != moment(before)
    undone = back(after)
    assert moment(undone) == moment(before)
    assert undone.rounds["rooms"].seats == before.rounds["rooms"].seats


def test_rooms_kept_open_after_all_close_again_when_that_is_taken_back() -> None:
    closing = do(opened(), MODERATOR, "round.close", at=3, slot="rooms", seconds=60)
    kept = do(closing, MODERATOR, "round.open", at=3, slot="rooms", seconds=300)
    assert moment(back(kept)) == moment(closing)


def test_rooms_that_close_by_themselves_are_no_step() -> None:
    closing = do(opened(), MODERATOR, "round.close", at=3, slot="rooms", seconds=60)
    closed = do(closing, CLOCK, "round.close", at=5, slot="rooms", seconds=0)
    assert closed.steps == closing.steps


def test_a_slot_that_runs_again_keeps_when_it_ran_before() -> None:
    before = panel()
    first = next(slot for slot in before.slots if slot.closed_at is not None)
    again = do(before, MODERATOR, "slot.jump", at=30, from_slot="panel", to_slot=first.id)
    found = next(slot for slot in again.slots if slot.id == first.id)
    assert found.earlier == ((first.opened_at, first.closed_at),)
    assert moment(back(again)) == moment(before)
    last = do(again, MODERATOR, "slot.jump", at=31, from_slot=first.id, to_slot="close")
    found = next(slot for slot in last.slots if slot.id == first.id)
    assert (found.opened_at, len(found.earlier)) == (again.clock and again.clock.since, 1)


def test_an_edited_plan_is_no_step_unless_it_moved_the_clock() -> None:
    before = panel()
    for fields in ({"slot": "panel", "title": "Partners"}, {"slot": "plenary", "minutes": 5}):
        assert do(before, MODERATOR, "slot.edit", **fields).steps == before.steps
    both = do(before, MODERATOR, "slot.edit", slot="panel", title="Partners", minutes=55)
    assert {slot.id: slot.title for slot in back(both).slots}["panel"] == "Partners"
    moved = do(both, MODERATOR, "slot.edit", slot="close", minutes=9)
    assert back(moved).slots[-1].length == 9 * 60_000


def test_rooms_opened_by_mistake_are_a_draft_again_with_the_same_seats() -> None:
    before = panel()
    after = do(before, MODERATOR, "slot.advance", from_slot="panel")
    assert after.open_round
    undone = back(after)
    assert undone.rounds["rooms"].state == "drawn"
    assert dict(undone.rounds["rooms"].seats) == dict(after.open_round.seats)


def test_back_from_rooms_can_be_taken_back_and_who_had_arrived_is_still_there() -> None:
    event = do(panel(), MODERATOR, "slot.advance", from_slot="panel")
    one = min(event.rounds["rooms"].seats)
    room = event.rounds["rooms"].seats[one]
    event = do(event, person(one), "seat.arrive", room=room)
    event = do(event, person(one), "help.call", room=room)
    gone = do(event, MODERATOR, "slot.return", from_slot="rooms")
    assert not gone.rounds["rooms"].sittings
    undone = back(gone)
    assert dict(undone.rounds["rooms"].sittings) == dict(event.rounds["rooms"].sittings) != {}
    assert [made.help for made in undone.rounds["rooms"].rooms] == [made.help for made in event.rounds["rooms"].rooms]


def test_a_call_for_help_from_rooms_closed_by_mistake_is_still_open() -> None:
    event = do(panel(), MODERATOR, "slot.advance", from_slot="panel")
    one = min(event.rounds["rooms"].seats)
    event = do(event, person(one), "help.call", room=event.rounds["rooms"].seats[one])
    closed = do(event, MODERATOR, "slot.advance", from_slot="rooms")
    assert not any(room.help for room in closed.rounds["rooms"].rooms)
    assert [room.help for room in back(closed).rounds["rooms"].rooms] == [room.help for room in event.rounds["rooms"].rooms]


def test_rooms_closed_by_mistake_open_again_and_who_came_meanwhile_gets_a_seat() -> None:
    rooms = event_after("note.write")
    closed = do(rooms, MODERATOR, "slot.advance", at=20, from_slot="rooms")
    step = closed.steps[-1]
    late = do(closed, DOOR, "person.join", at=20, person="p90", name="Late")
    late = do(late, person("p1"), "note.write", at=20, note_id="n90", room="rooms.1",
              kind="insight", text="While they were closed")  # fmt: skip
    undone = back(late, step.seq)
    assert undone.open_round
    assert "p90" in undone.open_round.seats
    assert undone.notes["n90"].text == "While they were closed"


def test_the_second_of_two_presses_takes_nothing_back() -> None:
    event = do(panel(), MODERATOR, "clock.nudge", at=20, slot="panel", seconds=60)
    event = do(event, MODERATOR, "clock.nudge", at=20, slot="panel", seconds=60)
    seq = event.steps[-1].seq
    once = back(event, seq)
    with pytest.raises(Refused, match="cannot be taken back"):
        back(once, seq)
    assert once.clock
    assert event.clock
    assert once.clock.ends_at == event.clock.ends_at - 60_000


def test_only_the_newest_step_can_be_taken_back() -> None:
    event = do(panel(), MODERATOR, "clock.nudge", at=20, slot="panel", seconds=60)
    event = do(event, MODERATOR, "clock.pause", at=20, slot="panel")
    with pytest.raises(Refused, match="cannot be taken back"):
        back(event, event.steps[-2].seq)


@pytest.mark.parametrize(("after", "fine"), [(10_000, True), (12_000, True), (12_001, False)])
def test_ten_seconds_and_the_time_on_the_way_are_enough(after: int, fine: bool) -> None:
    event = do(panel(), MODERATOR, "clock.pause", at=20, slot="panel")
    if fine:
        assert back(event, after=after).clock
    else:
        with pytest.raises(Refused, match="10 seconds"):
            back(event, after=after)


def test_a_host_takes_back_no_step_of_the_clock() -> None:
    event = do(panel(), MODERATOR, "clock.pause", at=20, slot="panel")
    with pytest.raises(Refused, match="may not"):
        back(event, actor=HOST)


def test_what_somebody_changed_since_is_not_overwritten() -> None:
    event = do(panel(), MODERATOR, "agenda.fit", at=20, from_slot="panel", lengths={"plenary": 900})
    edited = do(event, MODERATOR, "slot.edit", at=20, slot="plenary", minutes=25)
    with pytest.raises(Refused, match="changed since"):
        back(replace(edited, steps=event.steps), event.steps[-1].seq)

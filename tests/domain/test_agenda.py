"""The plan: what follows moves, a locked start stays, another plan is put in place whole."""

from __future__ import annotations

from typing import Any

import pytest

from facilitator.domain.event import Event
from facilitator.domain.perform import perform
from facilitator.domain.plan import blank_event
from facilitator.domain.stamp import Refused
from facilitator.protocol import read
from tests.builders import (
    EVENT,
    MINUTE,
    MODERATOR,
    ORGANISER,
    PLAN,
    START,
    do,
    event_after,
    slot,
    stamp,
)  # fmt: skip


@pytest.fixture
def event() -> Event:
    return perform(blank_event(EVENT), read("event.create", PLAN), stamp(0, ORGANISER))


def edit(event: Event, name: str, **fields: Any) -> Event:
    return do(event, MODERATOR, name, **fields)


def plan(event: Event) -> dict[str, tuple[int, int]]:
    """Slot → (start in minutes after the event's, minutes)."""
    return {s.id: ((s.start - START) // MINUTE, s.length // MINUTE) for s in event.slots}


def starts(event: Event) -> list[int]:
    return [start for start, _ in plan(event).values()]


def test_a_longer_slot_moves_all_that_follows(event: Event) -> None:
    event = edit(event, "slot.edit", slot="panel", minutes=40)
    assert starts(event) == [0, 15, 55, 85, 105]


def test_a_locked_start_stays_and_so_does_what_hangs_on_it(event: Event) -> None:
    event = edit(event, "slot.edit", slot="plenary", locked=True)
    event = edit(event, "slot.edit", slot="talk", minutes=20)
    assert starts(event) == [0, 20, 50, 75, 95]
    event = edit(event, "slot.remove", slot="panel")
    assert starts(event) == [0, 20, 75, 95]


def test_a_slot_added_before_a_locked_one_begins_where_the_one_before_it_ends(event: Event) -> None:
    event = edit(event, "slot.edit", slot="rooms", locked=True)
    event = edit(event, "slot.add", slot=slot("break", "break", 0, 5), before="rooms")
    assert plan(event)["break"] == (45, 5)
    assert plan(event)["rooms"] == (45, 30)


def test_a_locked_slot_is_moved_by_nobody_until_it_is_unlocked(event: Event) -> None:
    event = edit(event, "slot.edit", slot="rooms", locked=True)
    with pytest.raises(Refused) as refused:
        edit(event, "slot.move", slot="rooms", before="talk")
    assert refused.value.code == "locked"
    event = edit(event, "slot.edit", slot="rooms", locked=False)
    assert next(iter(plan(edit(event, "slot.move", slot="rooms", before="talk")))) == "rooms"


def test_another_plan_is_put_in_place_and_known_slots_stay_themselves(event: Event) -> None:
    new = [slot("panel", "panel", 20, 40, locked=True), slot("talk", "talk", 0, 20, cue="Film")]
    event = edit(event, "agenda.replace", slots=new)
    assert plan(event) == {"talk": (0, 20), "panel": (20, 40)}
    assert event.slots[0].cue == "Film"
    assert event.slots[1].locked


def test_what_ran_stays_on_the_record_when_another_plan_comes(event: Event) -> None:
    event = edit(event, "slot.advance", from_slot=None)
    event = edit(event, "slot.advance", from_slot="talk")
    event = edit(event, "agenda.replace", slots=[slot("talk", "break", 99, 1), slot("end", "closing", 45, 5)])
    assert plan(event) == {"talk": (0, 15), "panel": (15, 30), "end": (45, 5)}
    assert event.clock
    assert event.clock.slot == "panel"


@pytest.mark.parametrize("slots", [[], [slot("a", "talk", 0, 5), slot("a", "talk", 5, 5)]])
def test_a_plan_that_cannot_be_is_refused_whole(event: Event, slots: list[dict[str, Any]]) -> None:
    with pytest.raises(Refused):
        edit(event, "agenda.replace", slots=slots)


def test_a_slot_whose_rooms_hold_notes_does_not_go_even_when_it_was_left_again() -> None:
    event = do(event_after("note.write"), MODERATOR, "slot.return", at=60, from_slot="rooms")
    for name, fields in (("slot.remove", {"slot": "rooms"}), ("agenda.replace", {"slots": [slot("new", "talk", 300, 5)]})):
        with pytest.raises(Refused) as refused:
            edit(event, name, **fields)
        assert refused.value.code == "ran"

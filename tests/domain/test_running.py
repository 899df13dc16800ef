"""Running the agenda: one door between slots, deadlines, pauses, slips."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.event import Event
from facilitator.domain.perform import perform
from facilitator.domain.plan import blank_event
from facilitator.domain.stamp import Refused, Stamp
from facilitator.protocol import read
from tests.builders import (
    CLOCK,
    EVENT,
    MINUTE,
    MODERATOR,
    ORGANISER,
    PLAN,
    START,
    do,
    event_after,
    stamp,
)  # fmt: skip


@pytest.fixture
def event() -> Event:
    return perform(blank_event(EVENT), read("event.create", PLAN), stamp(0, ORGANISER))


def on(event: Event) -> str | None:
    return event.clock.slot if event.clock else None


def test_an_event_runs_from_its_first_slot_to_its_end(event: Event) -> None:
    seen = []
    while event.status != "ended":
        event = do(event, MODERATOR, "slot.advance", from_slot=on(event))
        seen.append(on(event))
    assert seen == ["talk", "panel", "rooms", "plenary", "close", None]


def test_the_second_of_two_clicks_finds_the_slot_already_left(event: Event) -> None:
    event = do(event, MODERATOR, "slot.advance", from_slot=None)
    with pytest.raises(Refused) as refused:
        do(event, MODERATOR, "slot.advance", from_slot=None)
    assert refused.value.code == "stale"
    assert "Talk" in refused.value.why


def test_a_pause_keeps_what_was_left(event: Event) -> None:
    event = do(event, MODERATOR, "slot.advance", at=0, from_slot=None)
    event = do(event, MODERATOR, "clock.pause", at=5, slot="talk")
    event = do(event, MODERATOR, "clock.resume", at=9, slot="talk")
    assert event.clock
    assert event.clock.ends_at == START + (15 + 4) * MINUTE


def test_going_back_restores_the_deadline_and_the_rooms_drafted_before(event: Event) -> None:
    event = do(event, "door", "person.join", person="p1", name="Ana")
    event = do(event, MODERATOR, "slot.jump", at=0, from_slot=None, to_slot="panel")
    deadline = event.clock.ends_at if event.clock else 0
    event = do(event, MODERATOR, "slot.advance", at=1, from_slot="panel")
    assert event.open_round
    event = do(event, MODERATOR, "slot.return", at=2, from_slot="rooms")
    assert event.clock
    assert (event.clock.slot, event.clock.ends_at) == ("panel", deadline)
    assert event.rounds["rooms"].state == "drawn"
    assert "p1" in event.rounds["rooms"].seats


def test_the_clock_itself_may_advance_and_nothing_else(event: Event) -> None:
    event = do(event, CLOCK, "slot.advance", from_slot=None)
    with pytest.raises(Refused) as refused:
        do(event, CLOCK, "clock.pause", slot="talk")
    assert refused.value.code == "forbidden"


def test_an_ended_event_can_be_reopened(event: Event) -> None:
    ended = event_after("slot.return")
    while ended.status != "ended":
        ended = do(ended, MODERATOR, "slot.advance", from_slot=on(ended))
    again = do(ended, MODERATOR, "slot.return", from_slot=None)
    assert on(again) == "close"


STEPS = st.sampled_from(
    ["advance", "return", "pause", "resume", "nudge", "jump-talk", "jump-rooms", "jump-close"]
)


def fields(step: str, event: Event) -> tuple[str, dict[str, object]]:
    verb, _, target = step.partition("-")
    if verb == "jump":
        return "slot.jump", {"from_slot": on(event), "to_slot": target}
    if verb in ("advance", "return"):
        return f"slot.{verb}", {"from_slot": on(event)}
    more = {"seconds": -120} if verb == "nudge" else {}
    return f"clock.{verb}", {"slot": on(event) or "talk", **more}


@settings(max_examples=150)
@given(steps=st.lists(st.tuples(STEPS, st.integers(0, 40)), max_size=25))
def test_whatever_is_pressed_planned_and_actual_stay_consistent(
    steps: list[tuple[str, int]],
) -> None:
    event = perform(blank_event(EVENT), read("event.create", PLAN), stamp(0, ORGANISER))
    planned = [(slot.id, slot.start, slot.length) for slot in event.slots]
    at = 0
    for number, (step, minutes) in enumerate(steps):
        at += minutes
        name, given_fields = fields(step, event)
        with suppress(Refused):
            event = perform(
                event, read(name, given_fields), Stamp(START + at * MINUTE, number, MODERATOR)
            )
        assert [(slot.id, slot.start, slot.length) for slot in event.slots] == planned
        _consistent(event, START + at * MINUTE)


def _consistent(event: Event, at: int) -> None:
    running = [s.id for s in event.slots if s.opened_at is not None and s.closed_at is None]
    assert running == ([event.clock.slot] if event.clock else [])
    for slot in event.slots:
        if slot.closed_at is not None:
            assert slot.opened_at is not None
            assert slot.opened_at <= slot.closed_at <= at
    if event.clock:
        assert event.clock.since <= at
        assert event.ended_at is None
    opened = [made for made in event.rounds.values() if made.state == "open"]
    assert len(opened) == (1 if event.clock and event.clock.slot == "rooms" else 0)

"""An event's plan goes out as a file and comes back as the same plan, or as what was changed in it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from facilitator import agenda_text
from facilitator.domain.event import Event
from facilitator.domain.perform import perform
from facilitator.domain.plan import blank_event
from facilitator.domain.stamp import Refused
from facilitator.planning import changes, files
from facilitator.protocol import read
from tests.builders import EVENT, MINUTE, MODERATOR, ORGANISER, PLAN, START, do, stamp


@pytest.fixture
def event() -> Event:
    made = perform(blank_event(EVENT), read("event.create", PLAN), stamp(0, ORGANISER))
    made = do(made, MODERATOR, "slot.edit", slot="rooms", room_size=4, cue="Bells", locked=True)
    return do(made, MODERATOR, "event.edit", wifi_name="Library", wifi_password="canary wifi")


def brought(event: Event, text: str) -> list[dict[str, object]]:
    """The differences that a file makes."""
    return changes.differences(event, changes.merged(event, agenda_text.read_any(text)))


@pytest.mark.parametrize("kind", files.FILES)
def test_a_file_that_nobody_changed_changes_nothing(event: Event, kind: str) -> None:
    plan = changes.merged(event, agenda_text.read_any(files.write(event, kind)))
    assert {row["state"] for row in changes.differences(event, plan)} == {"same"}
    again = do(event, MODERATOR, "agenda.replace", slots=plan)
    assert again.slots == event.slots


@pytest.mark.parametrize("kind", files.FILES)
def test_no_file_holds_the_password_of_the_house(event: Event, kind: str) -> None:
    assert "canary" not in files.write(event, kind)
    assert "Bells" not in str(files.linked(event, "x"))


def test_what_was_changed_in_a_file_is_shown_slot_by_slot(event: Event) -> None:
    found = json.loads(files.write(event, "json"))
    slots = found["days"][0]["slots"]
    slots[0]["title"] = "A better title"
    slots[1]["end"] = "10:20"
    del slots[3]
    slots.append({**slots[0], "id": None, "title": "Drinks", "start": "11:30", "end": "12:00"})
    made = {row["title"]: row for row in brought(event, json.dumps(found))}
    assert made["A better title"]["fields"] == ["title"]
    assert made["Panel"]["fields"] == ["minutes"]
    states = [made[name]["state"] for name in ("Rooms", "Plenary", "Close", "Drinks")]
    assert states == ["same", "gone", "same", "new"]


def test_a_calendar_that_lost_what_only_we_know_keeps_the_rest_as_it_is(event: Event) -> None:
    lines = files.write(event, "ics").replace("\r\n ", "").split("\r\n")
    bare = "\r\n".join(line for line in lines if not line.startswith("X-FACILITATOR"))
    moved = bare.replace("DTEND:20261204T151500Z", "DTEND:20261204T152000Z")
    assert moved != bare
    made = {row["title"]: row for row in brought(event, moved)}
    assert made["Panel"]["fields"] == ["minutes"]
    assert {row["state"] for name, row in made.items() if name != "Panel"} == {"same"}


def test_what_ran_is_shown_as_such_and_not_touched(event: Event) -> None:
    event = do(event, MODERATOR, "slot.advance", from_slot=None)
    found = json.loads(files.write(event, "json"))
    found["days"][0]["slots"][0]["title"] = "Another past"
    made = brought(event, json.dumps(found))
    assert [row["state"] for row in made] == ["ran", "same", "same", "same", "same"]


def test_of_several_days_only_those_of_the_event_come_in(event: Event) -> None:
    found = json.loads(files.write(event, "json"))
    day = found["days"][0]
    both = {**found, "days": [{**day, "date": "2026-12-05"}, day]}
    assert {row["state"] for row in brought(event, json.dumps(both))} == {"same"}
    others = {**found, "days": [{**day, "date": "2026-12-05"}, {**day, "date": "2026-12-06"}]}
    with pytest.raises(Refused) as refused:
        brought(event, json.dumps(others))
    assert refused.value.code == "date"


def test_a_plan_across_midnight_and_over_two_days_comes_back_the_same(event: Event) -> None:
    late = [{"id": f"s{n}", "title": f"Slot {n}", "kind": "talk", "start": START + at * MINUTE, "minutes": 60}
            for n, at in enumerate((0, 12 * 60, 13 * 60 + 30, 15 * 60, 36 * 60))]  # fmt: skip
    event = do(event, MODERATOR, "agenda.replace", slots=late)
    for kind in files.FILES:
        assert {row["state"] for row in brought(event, files.write(event, kind))} == {"same"}, kind


def test_the_mark_of_a_plan_changes_with_the_plan_and_with_what_ran_alone(event: Event) -> None:
    mark = changes.mark_of(event)
    assert changes.mark_of(replace(event, seq=event.seq + 5, door_open=False)) == mark
    assert changes.mark_of(do(event, MODERATOR, "slot.edit", slot="talk", minutes=20)) != mark
    assert changes.mark_of(do(event, MODERATOR, "slot.advance", from_slot=None)) != mark

"""From an agenda to events: dates without a year, zones, midnight, refusals in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from facilitator import agenda_text
from facilitator.domain.perform import perform
from facilitator.domain.plan import blank_event
from facilitator.domain.stamp import Refused
from facilitator.planning import next_such_date, plan
from facilitator.planning.events import before, sequel_of
from facilitator.tasks.demo import ANNOUNCEMENT
from tests.builders import ORGANISER, stamp

TODAY = date(2026, 11, 24)


def agenda(*slots: dict[str, object], day: str | None = "2026-12-04") -> dict[str, object]:
    return {"timezone": "America/New_York", "days": [{"title": "Day", "date": day, "slots": slots}]}


def slot(start: str, end: str | None, **more: object) -> dict[str, object]:
    return {"start": start, "end": end, "title": "Talk", "kind": "talk", **more}


def test_the_real_announcement_becomes_two_events_that_know_each_other() -> None:
    found = agenda_text.read(ANNOUNCEMENT.read_text("utf-8")).as_json()
    first, second = plan("r1", found, TODAY)
    assert [len(event.command.slots) for event in (first, second)] == [6, 6]
    start = datetime.fromtimestamp(first.command.slots[0].start / 1_000, UTC)
    assert start == datetime(2026, 12, 4, 14, 30, tzinfo=UTC)
    assert first.command.sequel is not None
    assert first.command.sequel.title == second.command.title
    assert second.command.sequel is None
    panel = first.command.slots[2]
    assert len(panel.speakers) == 10
    assert panel.speakers[1].org == "HundrED"


def test_who_comes_last_in_a_series_is_told_of_by_the_one_before() -> None:
    [first], [second] = (plan("r1", agenda(slot("9:00", "10:00"), day=f"2026-12-0{day}"), TODAY) for day in (4, 5))
    made = perform(blank_event(first.id), first.command, stamp(0, ORGANISER))
    assert before([made], second.command) is made
    assert before([made], first.command) is None  # not before itself
    assert before([replace(made, sequel=sequel_of(second.command))], second.command) is None
    assert sequel_of(second.command).start == second.command.slots[0].start


@pytest.mark.parametrize(("zone", "day", "real"), [
    ("Europe/Berlin", "2026-10-25", 120), ("America/New_York", "2026-11-01", 120), ("Europe/Berlin", "2027-03-28", 0)])
def test_the_night_in_which_clocks_change_is_as_long_as_it_is(zone: str, day: str, real: int) -> None:
    """From one to half past three it is three hours and a half in autumn, one and a half in spring."""
    text = agenda(slot("23:30", "00:30"), slot("00:30", "01:00"), slot("01:00", "03:30"), slot("03:30", "04:00"),
                  day=str(date.fromisoformat(day) - timedelta(days=1)))  # fmt: skip
    [event] = plan("r1", {**text, "timezone": zone}, TODAY)
    slots = event.command.slots
    assert [slot.minutes for slot in slots] == [60, 30, 90 + real, 30]
    assert all(one.start + one.minutes * 60_000 == other.start for one, other in pairwise(slots))


def test_a_date_without_a_year_is_the_next_such_date() -> None:
    assert next_such_date("--12-04", TODAY) == date(2026, 12, 4)
    assert next_such_date("--11-24", TODAY) == TODAY
    assert next_such_date("--11-23", TODAY) == date(2027, 11, 23)
    assert next_such_date("--02-29", TODAY) == date(2028, 2, 29)
    assert next_such_date(None, TODAY) is None


def test_a_slot_may_run_past_midnight() -> None:
    [event] = plan("r1", agenda(slot("23:00", "00:30"), slot("00:30", "01:00")), TODAY)
    late, later = event.command.slots
    assert late.minutes == 90
    assert later.start == late.start + 90 * 60_000


def test_a_slot_across_the_change_to_summer_time_has_its_true_length() -> None:
    found = agenda(slot("01:00", "04:00"), day="2026-03-08")
    [event] = plan("r1", found, TODAY)
    assert event.command.slots[0].minutes == 120


@pytest.mark.parametrize(
    ("found", "code"),
    [
        ({"timezone": "UTC", "days": []}, "empty"),
        (agenda(slot("9:00", "10:00"), day=None), "date"),
        ({**agenda(slot("09:00", "10:00")), "timezone": "Mars/Olympus"}, "zone"),
        (agenda(slot("09:00", "10:00", kind="party")), "field"),
    ],
)
def test_what_cannot_be_planned_is_refused_in_words(found: dict[str, object], code: str) -> None:
    with pytest.raises(Refused) as refused:
        plan("r1", found, TODAY)
    assert refused.value.code == code
    assert refused.value.why.endswith(".")

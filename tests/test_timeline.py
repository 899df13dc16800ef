"""The picture of planned and actual times on the report."""

from __future__ import annotations

from facilitator.timeline import MINUTE, WIDTH, timeline
from tests.builders import MODERATOR, do, event_after, whole


def test_before_anything_ran_there_is_the_plan_alone() -> None:
    rows = timeline(event_after("event.create"), 0)["rows"]
    assert rows
    assert all("actual" not in row and "late" not in row for row in rows)


def test_bars_lie_inside_the_picture_and_as_far_apart_as_the_times() -> None:
    event = whole()
    made = timeline(event, 0)
    ran = [row for row in made["rows"] if "late" in row]
    assert ran
    spans = [span for row in made["rows"] for span in (row["planned"], row.get("actual")) if span]
    assert all(-0.1 <= span["x"] <= span["x"] + span["width"] <= WIDTH + 1.6 for span in spans)
    first, second = made["rows"][0]["planned"], made["rows"][1]["planned"]
    assert second["x"] - first["x"] == round(first["width"], 1)
    for row, slot in zip(made["rows"], event.slots, strict=True):
        if slot.closed_at and slot.opened_at:
            assert row["late"] == round((slot.closed_at - slot.opened_at - slot.length) / MINUTE)


def test_a_slot_that_still_runs_is_drawn_until_now() -> None:
    event = do(event_after("event.create"), MODERATOR, "slot.advance")
    start = event.slots[0].opened_at or 0
    row = timeline(event, start + 5 * MINUTE)["rows"][0]
    assert row["actual"]["end"] is None
    assert "late" not in row
    assert row["actual"]["width"] > timeline(event, start)["rows"][0]["actual"]["width"]


def test_the_axis_has_few_round_times() -> None:
    ticks = timeline(whole(), 0)["ticks"]
    assert 2 <= len(ticks) <= 7
    assert all(tick["at"] % (5 * MINUTE) == 0 for tick in ticks)


def test_it_says_whether_an_event_that_ran_at_another_time_is_laid_over_its_plan() -> None:
    event = event_after("event.create")
    assert not timeline(do(event, MODERATOR, "slot.advance"), 0)["moved"]
    assert timeline(do(event, MODERATOR, "slot.advance", at=3 * 24 * 60), 0)["moved"]

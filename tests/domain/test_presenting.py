"""The run sheet writes itself, is stepped through, and keeps what the host changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.domain.event import Event
from facilitator.domain.stamp import Refused
from facilitator.screens import view
from tests.builders import HOST, MODERATOR, START, do, event_after, person

MINUTE = 60_000


@pytest.fixture
def event() -> Event:
    """In the plenary with two themes on the screen: t1 of both rooms, t2 of the first."""
    event = event_after("note.settle")
    groups = [{"theme": "t1", "label": "Trust", "notes": ["n1", "n3"]}, {"theme": "t2", "label": "Money", "notes": ["n2"]}]
    event = do(event, "theming", "notes.group", groups=groups)
    event = do(event, HOST, "theme.approve", theme="t1", title="Trust", quotes={"n3": 1})
    event = do(event, HOST, "theme.approve", theme="t2", title="Money", quotes={})
    return do(event, MODERATOR, "slot.advance", at=75, from_slot="rooms")


def run(event: Event) -> dict:
    return view(event, "host")["run"]


def rows(event: Event) -> list[str]:
    lines = run(event)["lines"]
    return sorted(lines, key=lambda id: lines[id]["order"])


def test_it_is_the_opening_the_chosen_themes_and_the_panels_remarks(event: Event) -> None:
    assert rows(event) == ["opening", "t1", "t2", "closing"]
    assert run(event)["remarks"] == {"HundrED": {"order": 0}}


def test_the_lines_share_the_plenary_and_a_theme_with_its_own_clock_leaves_the_rest(event: Event) -> None:
    seconds = [run(event)["lines"][id]["seconds"] for id in rows(event)]
    assert seconds == [60, 510, 510, 120]
    event = do(event, HOST, "line.edit", line="t1", seconds=300)
    assert [run(event)["lines"][id]["seconds"] for id in rows(event)] == [60, 300, 720, 120]


def test_the_lines_share_what_the_plenary_gets_once_it_was_shortened(event: Event) -> None:
    event = do(event, MODERATOR, "agenda.fit", from_slot=event.clock.slot, lengths={"plenary": 900})
    assert [run(event)["lines"][id]["seconds"] for id in rows(event)] == [60, 360, 360, 120]


@pytest.mark.parametrize("minutes", [1, 3, 8, 16])
def test_a_sheet_that_is_begun_late_fits_into_the_time_that_is_left(event: Event, minutes: int) -> None:
    event = do(event, HOST, "line.edit", line="t1", seconds=600)
    begun = do(event, HOST, "run.step", at=95 - minutes, from_line=None, to_line="opening")
    seconds = {id: run(begun)["lines"][id]["seconds"] for id in rows(begun)}
    assert sum(seconds.values()) <= minutes * 60
    assert min(seconds.values()) >= 5
    assert run(begun)["clock"] == {"ends_at": START + (95 - minutes) * MINUTE + seconds["opening"] * 1_000}
    later = do(begun, HOST, "run.step", at=95, from_line="opening", to_line="t1")
    assert run(later)["lines"]["t1"]["seconds"] == seconds["t1"]
    ended = do(later, HOST, "run.step", at=95, from_line="t1", to_line=None)
    assert run(ended)["lines"]["t1"]["seconds"] == 600


def test_without_a_plenary_the_lines_share_what_follows_the_rooms(event: Event) -> None:
    named = tuple(replace(slot, kind="interview") if slot.kind == "plenary" else slot for slot in event.slots)
    event = replace(event, slots=named)
    assert run(event)["slot"] == "plenary"
    assert [run(event)["lines"][id]["seconds"] for id in rows(event)] == [60, 510, 510, 120]


def test_its_quote_is_one_that_may_be_shown_and_follows_its_author(event: Event) -> None:
    assert run(event)["lines"]["t1"]["quote"] == "n3"
    event = do(event, person("p3"), "note.consent", note_id="n3", on=False)
    assert "quote" not in run(event)["lines"]["t1"]


def test_each_theme_has_somebody_of_another_room_to_call_on(event: Event) -> None:
    calls = [run(event)["lines"][id]["call"] for id in ("t1", "t2")]
    assert all(call["person"] in event.people for call in calls)
    assert [call["room"] for call in calls][1] == 1


def test_a_theme_is_put_elsewhere_by_the_order_of_the_screen(event: Event) -> None:
    event = do(event, HOST, "theme.order", theme="t2", before="t1")
    assert rows(event) == ["opening", "t2", "t1", "closing"]


def test_a_room_that_no_line_speaks_of_is_not_yet_heard(event: Event) -> None:
    assert run(event)["unheard"] == []
    event = do(event, HOST, "line.edit", line="t1", out=True)
    assert run(event)["unheard"] == [2]


def test_a_clicker_steps_through_and_the_screen_follows(event: Event) -> None:
    event = do(event, HOST, "run.step", at=76, from_line=None, to_line="opening")
    assert "spotlight" not in view(event, "plenary")
    event = do(event, HOST, "run.step", at=77, from_line="opening", to_line="t1")
    assert view(event, "plenary")["spotlight"] == "t1"
    assert view(event, "plenary")["step"] == {"ends_at": START + 77 * MINUTE + 480_000}
    event = do(event, HOST, "run.step", at=80, from_line="t1", to_line="closing")
    assert "spotlight" not in view(event, "plenary")
    event = do(event, HOST, "run.step", at=81, from_line="closing", to_line=None)
    assert "step" not in view(event, "plenary")


def test_two_hosts_who_step_together_step_once(event: Event) -> None:
    event = do(event, HOST, "run.step", from_line=None, to_line="opening")
    with pytest.raises(Refused) as refused:
        do(event, HOST, "run.step", from_line=None, to_line="opening")
    assert refused.value.code == "stale"


def test_a_pause_and_another_minute_of_the_slot_are_the_lines_too(event: Event) -> None:
    event = do(event, HOST, "run.step", at=76, from_line=None, to_line="opening")
    event = do(event, MODERATOR, "clock.pause", at=76, slot="plenary")
    assert view(event, "plenary")["step"] == {"ends_at": START + 77 * MINUTE, "paused_at": START + 76 * MINUTE}
    event = do(event, MODERATOR, "clock.resume", at=78, slot="plenary")
    event = do(event, MODERATOR, "clock.nudge", at=78, slot="plenary", seconds=60)
    assert view(event, "plenary")["step"] == {"ends_at": START + 80 * MINUTE}


def test_the_run_ends_with_its_slot_and_is_there_again_when_one_goes_back(event: Event) -> None:
    event = do(event, HOST, "run.step", at=76, from_line=None, to_line="t1")
    event = do(event, MODERATOR, "slot.advance", at=77, from_slot="plenary")
    assert "line" not in run(event)
    event = do(event, MODERATOR, "slot.return", at=78, from_slot="close")
    assert run(event)["line"] == "t1"


def test_a_remark_and_the_turn_go_with_a_theme_that_is_merged(event: Event) -> None:
    event = do(event, HOST, "remark.link", speaker="HundrED", theme="t2")
    event = do(event, HOST, "run.step", from_line=None, to_line="t2")
    event = do(event, HOST, "theme.merge", theme="t2", into="t1")
    assert run(event)["remarks"]["HundrED"]["theme"] == "t1"
    assert run(event)["line"] == "t1"


def test_what_is_tried_out_is_seen_by_the_hall_only_when_it_is_taken(event: Event) -> None:
    event = do(event, HOST, "theme.spotlight", theme="t1", quote="n3", preview=True)
    assert view(event, "preview")["quote"]["text"] == "Canary three meet"
    assert "spotlight" not in view(event, "plenary")
    event = do(event, HOST, "preview.take")
    assert view(event, "plenary")["quote"]["text"] == "Canary three meet"


def test_a_quote_that_is_not_approved_cannot_be_lit(event: Event) -> None:
    with pytest.raises(Refused) as refused:
        do(event, HOST, "theme.spotlight", theme="t1", quote="n1")
    assert refused.value.code == "held"

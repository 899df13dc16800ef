"""What a hand did to the themes can be taken back, and nothing that came meanwhile is lost."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.event import Event
from facilitator.domain.stamp import Refused
from tests.builders import HOST, THEMING, do, event_after, person


@pytest.fixture
def event() -> Event:
    return event_after("notes.group")  # t1: n1, n4; t2: n2; n3 unsorted


def undo(event: Event) -> Event:
    return do(event, HOST, "themes.undo", step=event.grouping.steps[-1].seq)


def board(event: Event) -> tuple[Any, Any]:
    """What a host sees: where notes are, and each theme's own words and place."""
    notes = {id: (note.theme, note.pinned, note.hidden) for id, note in event.notes.items()}
    themes = {id: (t.title, t.keywords, t.hidden, t.disputed) for id, t in event.themes.items()}
    return notes, themes


def test_a_merge_is_taken_back_with_both_themes(event: Event) -> None:
    merged = do(event, HOST, "theme.merge", theme="t1", into="t2")
    assert "t1" not in merged.themes
    assert board(undo(merged)) == board(event)


def test_a_merge_taken_back_gives_the_closing_remarks_and_the_turn_back(event: Event) -> None:
    for theme in ("t1", "t2"):
        event = do(event, HOST, "theme.approve", theme=theme, title=theme, quotes={})
    event = do(event, HOST, "line.edit", line="t1", memo="Ask Wanjiku")
    event = do(event, HOST, "remark.link", speaker="HundrED", theme="t1")
    merged = do(event, HOST, "theme.merge", theme="t1", into="t2")
    assert merged.desk.run.remarks == {"HundrED": "t2"}
    assert undo(merged).desk == event.desk
    linked = do(merged, HOST, "remark.link", speaker="HundrED", theme=None)
    assert undo(linked).desk.run.remarks == {}


def test_steps_are_taken_back_newest_first_until_none_is_left(event: Event) -> None:
    boards, now = [board(event)], event
    for command, fields in DEEDS:
        now = do(now, HOST, command, **fields)
        boards.append(board(now))
    while now.grouping.steps:
        assert board(now) == boards.pop()
        now = undo(now)
    assert board(now) == boards.pop()


def test_a_step_can_be_taken_back_once(event: Event) -> None:
    moved = do(event, HOST, "note.place", note_id="n3", theme="t1")
    step = moved.grouping.steps[-1].seq
    with pytest.raises(Refused) as refused:
        do(undo(moved), HOST, "themes.undo", step=step)
    assert refused.value.code == "stale"


def test_of_two_hosts_the_slower_takes_back_nothing_that_came_since(event: Event) -> None:
    moved = do(event, HOST, "note.place", note_id="n3", theme="t1")
    step = moved.grouping.steps[-1].seq
    named = do(moved, HOST, "theme.rename", theme="t1", title="Trust")
    with pytest.raises(Refused):
        do(named, HOST, "themes.undo", step=step)


def test_notes_that_came_meanwhile_stay(event: Event) -> None:
    added = do(event, HOST, "theme.add", theme="t5", title="Schools")
    added = do(added, THEMING, "notes.group", groups=[{"theme": "t5", "notes": ["n3"]}])
    assert undo(added).notes["n3"].theme == "t5"
    assert undo(added).themes["t5"].title == "Schools"


def test_what_an_author_took_back_does_not_return(event: Event) -> None:
    moved = do(event, HOST, "note.place", note_id="n1", theme="t2")
    gone = do(moved, person("p1"), "note.withdraw", note_id="n1")
    assert undo(gone).notes["n1"].withdrawn
    assert undo(gone).notes["n1"].theme is None


def test_a_theme_on_the_wall_keeps_the_words_the_hall_reads(event: Event) -> None:
    named = do(event, HOST, "theme.rename", theme="t1", title="Trust")
    shown = do(named, HOST, "theme.approve", theme="t1", quotes={})
    assert undo(shown).themes["t1"].title == "Trust"


DEEDS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("theme.rename", {"theme": "t1", "title": "Trust"}),
    ("theme.describe", {"theme": "t2", "keywords": ["grants"]}),
    ("note.place", {"note_id": "n3", "theme": "t1"}),
    ("notes.place", {"notes": ["n3", "n4"], "from_theme": "t1", "theme": "t2"}),
    ("notes.place", {"notes": ["n3", "n4"], "from_theme": "t2", "theme": "t1"}),
    ("theme.split", {"theme": "t1", "new_theme": "t5", "notes": ["n4"], "title": "Old"}),
    ("theme.add", {"theme": "t6", "title": "Schools", "notes": ["n3"]}),
    ("theme.hide", {"theme": "t6"}),
    ("theme.dispute", {"theme": "t1", "on": True}),
    ("themes.rank", {}),
    ("theme.merge", {"theme": "t5", "into": "t2"}),
)


@settings(max_examples=60)
@given(seed=st.integers(0, 2**32))
def test_any_row_of_deeds_is_taken_back_to_its_beginning(seed: int) -> None:
    luck, event = random.Random(seed), event_after("notes.group")
    start = board(event)
    for command, fields in luck.choices(DEEDS, k=9):
        try:
            event = do(event, HOST, command, **fields)
        except Refused:
            continue
    while event.grouping.steps:
        event = undo(event)
    assert board(event) == start

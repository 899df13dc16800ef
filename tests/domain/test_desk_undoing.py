"""What a host did at the desk can be taken back, and nothing that came meanwhile is lost."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.event import Event
from facilitator.domain.stamp import Refused
from facilitator.screens import view
from tests.builders import HOST, THEMING, do, event_after, person


@pytest.fixture
def event() -> Event:
    return event_after("notes.group")  # t1: n1, n4; t2: n2; n3 unsorted


def undo(event: Event) -> Event:
    return do(event, HOST, "themes.undo", step=event.grouping.steps[-1].seq)


def board(event: Event) -> tuple[Any, ...]:
    """What a host sees: where notes are, what was read, each theme's own words and place, the run sheet."""
    notes = {id: (note.theme, note.pinned, note.hidden, note.approved_revision, note.held_revision)
             for id, note in event.notes.items()}  # fmt: skip
    themes = {id: (t.title, t.keywords, t.hidden, t.disputed, t.approved) for id, t in event.themes.items()}
    return notes, themes, event.grouping.frozen, event.desk.run.lines, event.desk.run.remarks


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
    assert undo(linked).desk == merged.desk
    assert undo(undo(linked)).desk == event.desk


def test_steps_are_taken_back_newest_first_until_none_is_left(event: Event) -> None:
    boards, now = [board(event)], event
    for command, fields in DEEDS:
        before, now = now, do(now, HOST, command, **fields)
        if now.grouping.steps != before.grouping.steps:  # what changes nothing is no step
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


def test_the_newest_step_is_the_one_that_is_taken_back_whatever_it_was(event: Event) -> None:
    event = do(event, HOST, "theme.describe", theme="t1", keywords=["promises"])
    event = do(event, HOST, "theme.approve", theme="t1", title="Trust", quotes={"n1": 2})
    for command, fields in (
        ("note.approve", {"note_id": "n4", "revision": 2}), ("note.approve", {"note_id": "n1", "revision": 2, "on": False}),
        ("theme.approve", {"theme": "t2", "title": "Money", "quotes": {"n2": 1}}), ("theme.hold", {"theme": "t1"}),
        ("theme.hide", {"theme": "t1"}), ("note.hide", {"note_id": "n1"}), ("themes.freeze", {"on": True}),
        ("line.edit", {"line": "t1", "memo": "Ask"}), ("remark.link", {"speaker": "HundrED", "theme": "t1"}),
    ):  # fmt: skip
        done = do(event, HOST, command, **fields)
        assert board(done) != board(event), command
        assert board(undo(done)) == board(event), command
        assert view(undo(done), "plenary") == view(event, "plenary"), command


def test_what_is_approved_and_taken_back_leaves_the_screen(event: Event) -> None:
    lit = do(event, HOST, "theme.approve", theme="t1", title="Trust", quotes={"n1": 2})
    shown = do(lit, HOST, "theme.spotlight", theme="t1", quote="n1")
    assert (undo(shown).screen.spotlight, undo(shown).themes["t1"].approved) == (None, True)
    both = undo(undo(shown))
    assert (both.themes["t1"].approved, both.themes["t1"].title, both.notes["n1"].approved) == (False, "", False)


def test_words_that_changed_since_do_not_come_back_to_the_screen(event: Event) -> None:
    event = do(event, HOST, "theme.approve", theme="t1", quotes={"n1": 2})
    held = do(event, HOST, "note.approve", note_id="n1", revision=2, on=False)
    edited = do(held, person("p1"), "note.edit", note_id="n1", kind="insight", text="Never read")
    assert not undo(edited).notes["n1"].approved
    held = do(event, HOST, "theme.hold", theme="t1")
    other = do(held, THEMING, "notes.group", groups=[{"theme": "t1", "label": "Never read", "notes": []}])
    assert "Never read" not in str(view(undo(other), "plenary"))
    assert view(undo(other), "plenary")["themes"] == view(event, "plenary")["themes"]
    gone = do(held, person("p1"), "note.consent", note_id="n1", on=False)
    assert not undo(gone).themes["t1"].approved


def test_a_regrouping_taken_back_gives_the_titles_back_too(event: Event) -> None:
    wished = do(event, HOST, "themes.ask", by="nearness", wish="w")
    offered = do(wished, THEMING, "themes.propose", proposal="p", by="nearness", wish="w", moves=1, of=4, groups=[
        {"theme": "t1", "cut": {"note": "n4", "revision": 1, "start": 0, "end": 6}, "notes": ["n2"], "quotes": ["n2"]}])
    done = do(offered, HOST, "themes.regroup", proposal="p")
    assert done.themes["t1"].cut != event.themes["t1"].cut
    assert undo(done).themes == event.themes


def test_the_desk_is_told_what_would_be_taken_back_and_of_what(event: Event) -> None:
    def told(event: Event) -> dict[str, Any]:
        return {name: value for name, value in view(event, "host")["grouping"]["undo"].items() if name != "step"}

    event = do(event, HOST, "theme.approve", theme="t1", title="Trust", quotes={"n1": 2, "n4": 2})
    assert told(event) == {"name": "theme.approve", "notes": 2, "theme": "t1"}
    assert told(do(event, HOST, "note.approve", note_id="n1", revision=2, on=False)) == {
        "name": "note.approve.off", "notes": 1, "note": "n1"}
    assert told(do(event, HOST, "theme.spotlight", theme="t1")) == {"name": "theme.spotlight", "notes": 0, "theme": "t1"}


def test_a_suggestion_that_was_taken_by_a_slip_is_there_again() -> None:
    event = event_after("themes.carry")
    event = do(event, THEMING, "notes.group", groups=[], suggestion={
        "id": "s9", "notes": ["n2"], "cut": {"note": "n2", "revision": 1, "start": 0, "end": 6}})
    taken = do(event, HOST, "suggestion.take", suggestion="s9", theme="t9")
    assert undo(taken).grouping.suggestion == event.grouping.suggestion
    assert "t9" not in undo(taken).themes


def test_what_changes_nothing_is_no_step(event: Event) -> None:
    again = do(event, HOST, "themes.freeze", on=False)
    assert again.grouping.steps == event.grouping.steps


DEEDS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("theme.rename", {"theme": "t1", "title": "Trust"}),
    ("theme.describe", {"theme": "t2", "keywords": ["grants"]}),
    ("note.place", {"note_id": "n3", "theme": "t1"}),
    ("notes.place", {"notes": ["n3", "n4"], "from_theme": "t1", "theme": "t2"}),
    ("notes.place", {"notes": ["n3", "n4"], "from_theme": "t2", "theme": "t1"}),
    ("theme.split", {"theme": "t1", "new_theme": "t5", "notes": ["n4"], "title": "Old"}),
    ("theme.add", {"theme": "t6", "title": "Schools", "notes": ["n3"]}),
    ("theme.hide", {"theme": "t6"}),
    ("note.approve", {"note_id": "n4", "revision": 2}),
    ("note.approve", {"note_id": "n4", "revision": 2, "on": False}),
    ("theme.approve", {"theme": "t1", "title": "Trust", "quotes": {}}),
    ("theme.hold", {"theme": "t1"}),
    ("themes.freeze", {"on": True}),
    ("line.edit", {"line": "t2", "memo": "Ask"}),
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

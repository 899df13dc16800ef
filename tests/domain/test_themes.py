"""Themes: a machine proposes, and a human hand always wins."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.event import Event
from facilitator.domain.stamp import Refused
from facilitator.domain.themes import called
from facilitator.screens import view
from tests.builders import HOST, THEMING, do, event_after, person


@pytest.fixture
def event() -> Event:
    return event_after("notes.group")  # t1: n1, n4; t2: n2; n3 unsorted


def group(event: Event, **themes: list[str]) -> Event:
    groups = [{"theme": id, "label": id, "notes": notes} for id, notes in themes.items()]
    return do(event, THEMING, "notes.group", groups=groups, unsorted=[])


def test_a_name_stays_whatever_is_grouped_later(event: Event) -> None:
    event = do(event, HOST, "theme.rename", theme="t1", title="Trust")
    event = group(event, t1=["n1"], t9=["n2", "n3", "n4"])
    assert called(event, event.themes["t1"]) == "Trust"


def test_a_merge_holds_over_any_later_grouping(event: Event) -> None:
    event = do(event, HOST, "theme.merge", theme="t2", into="t1")
    event = group(event, t7=["n1", "n2"], t8=["n3", "n4"])
    assert {event.notes[id].theme for id in ("n1", "n2", "n4")} == {"t1"}
    assert "t2" not in event.themes


def test_a_split_holds_too(event: Event) -> None:
    event = do(event, HOST, "theme.split", theme="t1", new_theme="t5", notes=["n4"], title="Old")
    event = group(event, t1=["n1", "n4"])
    assert (event.notes["n1"].theme, event.notes["n4"].theme) == ("t1", "t5")


def test_an_empty_theme_nobody_touched_is_swept_away(event: Event) -> None:
    event = group(event, t1=["n1", "n2", "n4"])
    assert set(event.themes) == {"t1"}


def test_approving_takes_exactly_the_words_that_were_read(event: Event) -> None:
    event = do(event, person("p1"), "note.edit", note_id="n1", kind="insight", text="Other words")
    with pytest.raises(Refused) as refused:
        do(event, HOST, "theme.approve", theme="t1", title="Trust", quotes={"n1": 1})
    assert refused.value.code == "stale"
    assert not event.themes["t1"].approved


def test_several_notes_move_in_one_step_and_those_that_left_stay_away(event: Event) -> None:
    event = do(event, HOST, "theme.add", theme="t5", title="Old", notes=["n3", "ghost"])
    assert event.notes["n3"].theme == "t5"
    assert event.notes["n3"].pinned
    event = do(event, HOST, "notes.place", notes=["n3", "n4"], from_theme="t5", theme=None)
    assert event.notes["n3"].theme is None
    with pytest.raises(Refused) as refused:
        do(event, HOST, "notes.place", notes=["n3", "n4"], from_theme="t5", theme="t1")
    assert refused.value.code == "empty"


def test_themes_can_be_put_in_any_order(event: Event) -> None:
    event = do(event, HOST, "theme.order", theme="t2", before="t1")
    assert sorted(event.themes, key=lambda id: event.themes[id].order) == ["t2", "t1"]


@settings(max_examples=100)
@given(seed=st.integers(0, 2**32))
def test_what_a_hand_did_survives_any_sequence_of_groupings(seed: int) -> None:
    luck, event = random.Random(seed), event_after("notes.group")
    event = do(event, HOST, "theme.rename", theme="t1", title="Trust")
    event = do(event, HOST, "note.place", note_id="n3", theme="t1")
    event = do(event, HOST, "note.place", note_id="n2", theme=None)
    event = do(event, HOST, "note.hide", note_id="n4", on=True)
    for _ in range(6):
        notes = ["n1", "n2", "n3", "n4", "n5", "ghost"]
        luck.shuffle(notes)
        cut = luck.randrange(len(notes))
        names = luck.sample(["t1", "t2", "x1", "x2"], 2)
        event = group(event, **{names[0]: notes[:cut], names[1]: notes[cut:]})
    assert called(event, event.themes["t1"]) == "Trust"
    assert event.notes["n3"].theme == "t1"
    assert event.notes["n2"].theme is None
    assert event.notes["n4"].hidden
    assert event.notes["n5"].theme is None


def test_of_two_hosts_who_name_a_theme_the_second_is_told_of_the_firsts_name(event: Event) -> None:
    seen = called(event, event.themes["t1"])
    first = do(event, HOST, "theme.rename", theme="t1", title="Hours A", was=seen)
    with pytest.raises(Refused) as refused:
        do(first, HOST, "theme.rename", theme="t1", title="Hours B", was=seen)
    assert refused.value.code == "stale"
    assert "Hours A" in str(refused.value.why)
    assert do(first, HOST, "theme.rename", theme="t1", title="Hours B", was="Hours A").themes["t1"].title == "Hours B"


def test_a_title_the_machine_changed_meanwhile_does_not_stand_in_a_hosts_way(event: Event) -> None:
    other = group(event, t1=["n1", "n4"])
    named = do(other, HOST, "theme.rename", theme="t1", title="Hours", was=called(event, event.themes["t1"]))
    assert named.themes["t1"].title == "Hours"


@pytest.mark.parametrize(("actor", "command", "fields"), [
    (person("p1"), "note.consent", {"on": False}),
    (person("p1"), "note.edit", {"kind": "insight", "text": "Other words"}),
    (person("p1"), "note.withdraw", {}),
    (HOST, "note.hide", {}),
], ids=lambda value: str(value) if isinstance(value, str) else "")  # fmt: skip
def test_a_theme_is_held_under_another_title_when_the_words_of_its_title_are_gone(
    actor: Any, command: str, fields: dict[str, Any]
) -> None:
    event = do(event_after("notes.group"), HOST, "theme.approve", theme="t1", quotes={"n1": 2, "n4": 2})
    event = do(event, HOST, "theme.spotlight", theme="t1")
    gone = do(event, actor, command, note_id="n1", **fields)
    card = view(gone, "host")["themes"]["t1"]
    assert (card["approved"], card["title"]) == (False, "trust")  # what the notes have in common
    assert "title_note" not in card
    assert view(gone, "plenary")["themes"] == {}
    assert gone.screen.spotlight is None
    again = do(gone, HOST, "theme.approve", theme="t1", title=card["title"], quotes={"n4": 2})
    assert view(again, "plenary")["themes"]["t1"]["title"] == "trust"
    with pytest.raises(Refused) as refused:
        do(gone, HOST, "theme.approve", theme="t1", quotes={"n4": 2})
    assert refused.value.code == "stale"

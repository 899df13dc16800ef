"""Small moves are made, larger ones wait for the host, and a hand wins over all of them."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.event import Event
from facilitator.domain.stamp import Refused
from facilitator.domain.themes import called
from facilitator.screens import host
from tests.builders import HOST, SERIES, THEMING, do, event_after, person

CUT = {"note": "n2", "revision": 1, "start": 0, "end": 10}


@pytest.fixture
def event() -> Event:
    return event_after("notes.group")  # t1: n1, n4; t2: n2; n3 unsorted; s1 suggested


def proposed(event: Event, **themes: list[str]) -> Event:
    groups = [{"theme": id, "notes": notes} for id, notes in themes.items()]
    event = do(event, HOST, "themes.ask", by="nearness", wish="w1")
    return do(event, THEMING, "themes.propose", proposal="p1", wish="w1", by="nearness",
              groups=groups, moves=2, of=4)  # fmt: skip


def test_a_proposal_moves_nothing_until_the_host_takes_it(event: Event) -> None:
    waiting = proposed(event, t2=["n1", "n4"])
    assert waiting.notes["n1"].theme == "t1"
    done = do(waiting, HOST, "themes.regroup", proposal="p1")
    assert {done.notes[id].theme for id in ("n1", "n2", "n4")} == {"t2"}
    assert done.grouping.proposal is None


def test_regrouping_by_names_needs_five_of_them(event: Event) -> None:
    for number in range(4):
        event = do(event, HOST, "theme.add", theme=f"m{number}", title=f"Name {number}")
    with pytest.raises(Refused) as refused:
        do(event, HOST, "themes.ask", by="names", wish="w1")
    assert refused.value.code == "few"
    event = do(event, HOST, "theme.add", theme="m4", title="Name 4")
    assert do(event, HOST, "themes.ask", by="names", wish="w1").grouping.wish


def test_an_answer_to_a_wish_that_was_dropped_comes_too_late(event: Event) -> None:
    asked = do(event, HOST, "themes.ask", by="nearness", wish="w1")
    kept = do(asked, HOST, "themes.keep")
    with pytest.raises(Refused):
        do(kept, THEMING, "themes.propose", proposal="p1", wish="w1", by="nearness")


def test_while_frozen_nothing_is_placed_or_moved_and_doubts_still_come(event: Event) -> None:
    frozen = do(event, HOST, "themes.freeze", on=True)
    after = do(frozen, THEMING, "notes.group", groups=[{"theme": "t2", "notes": ["n1", "n3"]}],
               check=[{"note": "n1", "themes": ["t2"]}])  # fmt: skip
    assert after.notes == frozen.notes
    assert after.grouping.check[0].note == "n1"


def test_a_suggestion_that_was_left_is_not_made_again(event: Event) -> None:
    left = do(event, HOST, "suggestion.leave", suggestion="s1")
    again = {"id": "s2", "cut": {"note": "n3", "revision": 1, "start": 0, "end": 6}, "notes": []}
    after = do(left, THEMING, "notes.group", groups=[], suggestion=again)
    assert after.grouping.suggestion is None


def test_a_title_that_is_a_notes_words_goes_when_its_author_takes_it_back(event: Event) -> None:
    assert called(event, event.themes["t1"]) == "one more …"
    gone = do(event, person("p1"), "note.withdraw", note_id="n1")
    assert "one more" not in called(gone, gone.themes["t1"])
    edited = do(event, person("p1"), "note.edit", note_id="n1", kind="insight", text="Else")
    assert "one more" not in called(edited, edited.themes["t1"])


def test_a_title_that_is_a_notes_words_is_approved_with_that_note(event: Event) -> None:
    with pytest.raises(Refused) as refused:
        do(event, HOST, "theme.approve", theme="t1", quotes={})
    assert refused.value.code == "stale"
    shown = do(event, HOST, "theme.approve", theme="t1", quotes={"n1": 2})
    assert shown.notes["n1"].approved


def test_themes_of_an_earlier_day_are_carried_over_once(event: Event) -> None:
    carried = do(event, HOST, "themes.carry")
    assert "Time zones" in {theme.title for theme in carried.themes.values()}
    with pytest.raises(Refused):
        do(carried, HOST, "themes.carry")
    recalled = do(carried, SERIES, "themes.recall", source="Part 0", themes=[{"title": "Hope"}])
    assert recalled.grouping.expected[0].title == "Hope"


def test_a_theme_says_that_an_earlier_day_had_it(event: Event) -> None:
    carried = do(event, HOST, "themes.carry")
    said = {theme["title"]: theme.get("earlier") for theme in host.view(carried)["themes"].values()}
    assert said.pop("Time zones") == "Part 0"
    assert set(said.values()) == {None}


def test_themes_are_ranked_by_rooms_and_people_not_by_one_loud_typist(event: Event) -> None:
    for number in range(9):
        id = f"x{number}"
        event = do(event, person("p2"), "note.write", note_id=id, room="rooms.1",
                   kind="insight", text=f"Again {number}")  # fmt: skip
        event = do(event, HOST, "note.place", note_id=id, theme="t2")
    ranked = do(event, HOST, "themes.rank")
    assert sorted(ranked.themes, key=lambda id: ranked.themes[id].order)[0] == "t1"


@settings(max_examples=100)
@given(seed=st.integers(0, 2**32))
def test_what_a_hand_did_survives_any_regrouping_of_any_kind(seed: int) -> None:
    luck, event = random.Random(seed), event_after("notes.group")
    event = do(event, HOST, "theme.rename", theme="t1", title="Trust")
    event = do(event, HOST, "note.place", note_id="n3", theme="t1")
    event = do(event, HOST, "note.place", note_id="n2", theme=None)
    event = do(event, HOST, "note.hide", note_id="n4", on=True)
    for _ in range(6):
        event = _regrouped(event, luck)
    assert called(event, event.themes["t1"]) == "Trust"
    assert (event.notes["n3"].theme, event.notes["n2"].theme) == ("t1", None)
    assert event.notes["n4"].hidden


def _regrouped(event: Event, luck: random.Random) -> Event:
    notes = luck.sample(["n1", "n2", "n3", "n4", "ghost"], 5)
    groups: dict[str, Any] = {luck.choice(["t1", "t2", "x1"]): notes[:2], "x2": notes[2:4]}
    if luck.random() < 0.5:
        event = proposed(event, **groups)
        return do(event, HOST, "themes.regroup", proposal="p1")
    fields = [{"theme": id, "notes": ids, "cut": CUT} for id, ids in groups.items()]
    return do(event, THEMING, "notes.group", groups=fields, unsorted=notes[4:])

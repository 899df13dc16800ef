"""Dots: a few for each person, live for the hall, and no reason to move anything by itself."""

from __future__ import annotations

import pytest

from facilitator.domain.event import Event
from facilitator.domain.stamp import Refused
from facilitator.screens import view
from tests.builders import HOST, do, event_after, person


@pytest.fixture
def event() -> Event:
    """Two themes on the screen and a vote of three dots, at most two on one theme."""
    event = event_after("notes.group")
    for theme in ("t1", "t2"):
        event = do(event, HOST, "theme.approve", theme=theme, title=theme, quotes={})
    return do(event, HOST, "dots.open", dots=3, most=2, question="Which goes on?")


def cast(event: Event, who: str, theme: str, dots: int) -> Event:
    return do(event, person(who), "dots.cast", theme=theme, dots=dots)


def code(event: Event, who: str, theme: str, dots: int) -> str:
    with pytest.raises(Refused) as refused:
        cast(event, who, theme, dots)
    return refused.value.code


def test_phones_are_asked_and_the_wall_shows_live_how_it_stands(event: Event) -> None:
    assert view(event, "hall")["dots"]["themes"]["t1"] == {"title": "t1", "order": 1, "rooms": 2}
    event = cast(cast(event, "p1", "t1", 2), "p2", "t2", 1)
    assert view(event, "plenary")["dots"]["themes"] == {"t1": 2, "t2": 1}
    assert view(event, "plenary")["dots"]["voters"] == 2
    assert view(event, "person:p1")["dots"] == {"t1": 2}
    assert "dots" not in view(event, "hall")["dots"]["themes"]["t1"]  # nobody follows the crowd


def test_the_same_dots_twice_are_the_same_dots(event: Event) -> None:
    assert cast(cast(event, "p1", "t1", 2), "p1", "t1", 2).dots == cast(event, "p1", "t1", 2).dots


def test_nobody_has_more_dots_than_everybody(event: Event) -> None:
    event = cast(event, "p1", "t1", 2)
    assert code(event, "p1", "t2", 2) == "spent"
    assert code(event, "p1", "t1", 3) == "most"
    event = cast(cast(event, "p1", "t1", 1), "p1", "t2", 2)
    assert view(event, "person:p1")["dots"] == {"t1": 1, "t2": 2}


def test_results_move_no_theme(event: Event) -> None:
    before = {id: theme["order"] for id, theme in view(event, "plenary")["themes"].items()}
    event = cast(cast(event, "p1", "t2", 2), "p2", "t2", 2)
    assert {id: t["order"] for id, t in view(event, "plenary")["themes"].items()} == before


def test_dots_of_a_merged_theme_go_along(event: Event) -> None:
    event = cast(cast(event, "p1", "t1", 1), "p1", "t2", 2)
    event = do(event, HOST, "theme.merge", theme="t2", into="t1")
    assert view(event, "plenary")["dots"]["themes"] == {"t1": 3}


def test_undoing_the_merge_gives_every_theme_its_dots_again(event: Event) -> None:
    event = cast(cast(cast(event, "p1", "t1", 1), "p1", "t2", 2), "p2", "t2", 1)
    merged = do(event, HOST, "theme.merge", theme="t2", into="t1")
    undone = do(merged, HOST, "themes.undo", step=merged.grouping.steps[-1].seq)
    assert undone.dots == event.dots
    assert view(undone, "plenary")["themes"].keys() == view(event, "plenary")["themes"].keys()


def test_a_dot_taken_off_since_the_merge_stays_off(event: Event) -> None:
    event = cast(cast(event, "p1", "t2", 2), "p2", "t2", 1)
    merged = do(event, HOST, "theme.merge", theme="t2", into="t1")
    undone = do(cast(merged, "p1", "t1", 1), HOST, "themes.undo", step=merged.grouping.steps[-1].seq)
    assert {who: dict(dots) for who, dots in undone.dots.items()} == {"p1": {"t2": 1}, "p2": {"t2": 1}}


def test_dots_of_another_question_are_not_touched_by_an_undoing(event: Event) -> None:
    merged = do(cast(event, "p1", "t2", 2), HOST, "theme.merge", theme="t2", into="t1")
    other = do(do(merged, HOST, "dots.close"), HOST, "dots.open", dots=3, most=2, question="And now?")
    undone = do(cast(other, "p1", "t1", 2), HOST, "themes.undo", step=merged.grouping.steps[-1].seq)
    assert dict(undone.dots["p1"]) == {"t1": 2}


def test_dots_on_a_theme_that_is_held_can_be_taken_back_and_not_added_to(event: Event) -> None:
    event = cast(event, "p1", "t1", 1)
    event = do(event, HOST, "theme.hold", theme="t1")
    assert code(event, "p1", "t1", 2) == "held"
    assert view(cast(event, "p1", "t1", 0), "person:p1")["dots"] == {}


def test_a_closed_vote_tells_everybody_and_takes_no_more(event: Event) -> None:
    event = do(cast(event, "p1", "t1", 2), HOST, "dots.close")
    assert view(event, "hall")["dots"]["themes"]["t1"]["dots"] == 2
    assert code(event, "p2", "t1", 1) == "closed"
    again = do(event, HOST, "dots.open", dots=3, most=2, question="Which goes on?")
    assert again.dots == event.dots
    assert do(event, HOST, "dots.open", dots=1, question="Another").dots == {}


def test_there_is_nothing_to_vote_on_before_a_theme_is_shown() -> None:
    with pytest.raises(Refused) as refused:
        do(event_after("notes.group"), HOST, "dots.open", dots=3)
    assert refused.value.code == "held"


def test_a_theme_that_came_to_the_screen_after_the_vote_has_no_dots_not_zero(event: Event) -> None:
    event = do(event, HOST, "theme.hold", theme="t2")
    event = do(cast(event, "p1", "t1", 2), HOST, "dots.close")
    event = do(event, HOST, "theme.approve", theme="t2", title="t2", quotes={})
    assert view(event, "plenary")["dots"]["themes"] == view(event, "host")["dots"]["themes"] == {"t1": 2}
    assert "dots" not in view(event, "hall")["dots"]["themes"]["t2"]


def test_what_could_be_voted_on_and_got_nothing_has_zero(event: Event) -> None:
    event = do(cast(event, "p1", "t1", 2), HOST, "dots.close")
    assert view(event, "plenary")["dots"]["themes"] == {"t1": 2, "t2": 0}


def test_the_host_takes_the_dots_off_the_wall_and_they_stay_counted(event: Event) -> None:
    event = do(cast(event, "p1", "t1", 2), HOST, "dots.show", on=False)
    asked = view(event, "plenary")["dots"]
    assert (asked["question"], asked["voters"], asked["themes"]) == ("Which goes on?", 1, {})
    event = do(event, HOST, "dots.close")
    assert "dots" not in view(event, "plenary")
    assert view(event, "host")["dots"]["themes"]["t1"] == view(event, "hall")["dots"]["themes"]["t1"]["dots"] == 2
    assert view(do(event, HOST, "dots.show", on=True), "plenary")["dots"]["themes"]["t1"] == 2


def test_there_are_no_dots_to_take_off_before_a_vote() -> None:
    with pytest.raises(Refused) as refused:
        do(event_after("notes.group"), HOST, "dots.show", on=False)
    assert refused.value.code == "unknown"

"""The big screen: follows the agenda, obeys the host, shows nothing that was not let through."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.domain.event import Event
from facilitator.domain.plenary import scene
from facilitator.domain.stamp import Refused
from facilitator.screens import view
from facilitator.screens.touched import touched
from tests.builders import HOST, MODERATOR, do, event_after


def test_it_follows_the_agenda_by_itself() -> None:
    event = event_after("event.create")
    seen = [scene(event)]
    for _ in range(6):
        on = event.clock.slot if event.clock else None
        event = do(event, MODERATOR, "slot.advance", from_slot=on)
        seen.append(scene(event))
    assert seen == ["join", "now", "now", "rooms", "themes", "closeout", "closeout"]


def test_a_run_sheet_brings_the_themes_up_in_whatever_slot_it_is_stepped() -> None:
    event = event_after("theme.approve")
    on = event.clock.slot if event.clock else ""
    elsewhere = replace(event, slots=tuple(replace(slot, kind="talk") if slot.id == on else slot for slot in event.slots))
    assert scene(elsewhere) == "now"
    told = do(elsewhere, HOST, "run.step", from_line=None, to_line="opening")
    assert scene(told) == "themes"
    assert scene(do(told, HOST, "run.step", from_line="opening", to_line=None)) == "now"


def test_blank_empties_it_at_once_and_whatever_else_is_set() -> None:
    event = do(event_after("theme.spotlight"), HOST, "screen.blank", on=True)
    assert view(event, "plenary") == {"blank": True}


def test_a_choice_of_the_host_ends_with_the_slot() -> None:
    event = do(event_after("screen.switch"), HOST, "screen.switch", scene="join")
    assert scene(event) == "join"
    event = do(event, MODERATOR, "slot.advance", from_slot="plenary")
    assert scene(event) == "closeout"


def test_a_theme_that_is_not_approved_cannot_be_lit() -> None:
    with pytest.raises(Refused) as refused:
        do(event_after("notes.group"), HOST, "theme.spotlight", theme="t1")
    assert refused.value.code == "held"


def test_automatic_needs_a_second_yes() -> None:
    event = event_after("notes.group")
    with pytest.raises(Refused) as refused:
        do(event, HOST, "screen.automate", on=True)
    assert refused.value.code == "sure"
    event = do(event, HOST, "screen.automate", on=True, sure=True)
    assert view(event, "plenary")["themes"]


def private(event: Event) -> Event:
    """The event with the notes of its rooms private still."""
    return replace(event, rounds={id: replace(made, revealed=False) for id, made in event.rounds.items()})


SCENES = ("themes", "words", "rooms", None)


def test_private_notes_stand_on_no_wall_before_they_are_revealed_whatever_is_approved() -> None:
    event = private(event_after("notes.group"))
    event = do(event, HOST, "theme.approve", theme="t1", quotes={"n1": 2, "n4": 2})
    event = do(event, HOST, "theme.approve", theme="t2", title="Money", quotes={"n2": 1})
    event = do(event, HOST, "line.edit", line="t2", quote="n2")
    event = do(event, HOST, "run.step", from_line=None, to_line="t2")
    for automatic in (False, True):
        event = do(event, HOST, "screen.automate", on=automatic, sure=True)
        for chosen in SCENES:
            shown = do(do(event, HOST, "screen.switch", scene=chosen), HOST, "screen.switch", scene=chosen, preview=True)
            for wall in ("plenary", "preview", "hall"):
                words = str(view(shown, wall)).lower()
                assert not any(word in words for word in ("canary", "one more"))
                assert view(shown, "plenary").get("terms", {}) == {}
    assert view(do(event, HOST, "theme.spotlight", theme="t2"), "plenary")["themes"]["t2"]["title"] == "Money"
    assert "quote" not in view(event, "host")["run"]["lines"]["t2"]


def test_what_was_approved_of_private_notes_shows_once_they_are_revealed() -> None:
    event = private(event_after("notes.group"))
    event = do(event, HOST, "theme.approve", theme="t1", quotes={"n1": 2, "n4": 2})
    for fields in ({"theme": "t1"}, {"theme": "t1", "quote": "n4"}):
        with pytest.raises(Refused) as refused:
            do(event, HOST, "theme.spotlight", **fields)
        assert refused.value.code == "private"
    before = event
    event = do(event, HOST, "notes.reveal", slot="rooms")
    shown = view(event, "plenary")["themes"]["t1"]
    assert (shown["title"], [quote["text"] for quote in shown["quotes"]]) == ("one more …", ["Canary four trust"])
    assert {"person:p1", "person:p3"} <= touched(before, event)


def test_the_numbers_announced_are_what_comes_up_when_nothing_is_read_any_more() -> None:
    event = event_after("notes.group")
    event = do(event, HOST, "note.place", note_id="n3", theme="t1")
    event = do(event, HOST, "theme.approve", theme="t1", title="Trust", quotes={"n4": 2})

    def standing(at: Event) -> set[tuple[str, str]]:
        themes = view(at, "plenary")["themes"].values()
        return {("theme", one["title"]) for one in themes} | {
            ("quote", quote["text"]) for one in themes for quote in one["quotes"]}

    told = view(event, "host")["unread"]
    loose = do(do(event, HOST, "screen.automate", on=True, sure=True), HOST, "screen.switch", scene="themes")
    new = standing(loose) - standing(do(event, HOST, "screen.switch", scene="themes"))
    assert told == {"themes": 1, "quotes": 3}
    assert [sum(kind == name for kind, _ in new) for name in ("theme", "quote")] == [1, 3]
    assert "unread" not in view(loose, "host")

"""The big screen: follows the agenda, obeys the host, shows nothing that was not let through."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.domain.plenary import scene
from facilitator.domain.stamp import Refused
from facilitator.screens import view
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

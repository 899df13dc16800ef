"""The big screen: follows the agenda, obeys the host, shows nothing that was not let through."""

from __future__ import annotations

import random

import pytest

from facilitator.domain.event import Event
from facilitator.domain.plenary import scene
from facilitator.domain.stamp import Refused
from facilitator.live.gateway import Json
from facilitator.screens import view
from tests.builders import HOST, MODERATOR, THEMING, Step, do, event_after, person, told


def test_it_follows_the_agenda_by_itself() -> None:
    event = event_after("event.create")
    seen = [scene(event)]
    for _ in range(6):
        on = event.clock.slot if event.clock else None
        event = do(event, MODERATOR, "slot.advance", from_slot=on)
        seen.append(scene(event))
    assert seen == ["join", "now", "now", "rooms", "themes", "closeout", "closeout"]


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


def test_of_many_random_histories_no_word_shows_that_was_not_approved() -> None:
    start = next(after for step, _, after in told() if step.name == "notes.group")
    for seed in range(120):
        luck, event = random.Random(seed), start
        for number in range(30):
            event = _some_step(event, luck, number)
            _only_approved(event)


def _some_step(event: Event, luck: random.Random, number: int) -> Event:
    note = luck.choice(sorted(event.notes))
    theme = luck.choice(sorted(event.themes) or ["t1"])
    author = person(event.notes[note].person)
    revision = luck.choice([event.notes[note].revision, 1])
    words = {"kind": "insight", "text": f"Secret words {number}"}
    steps = [
        Step(author, "note.edit", {"note_id": note, **words}),
        Step(author, "note.withdraw", {"note_id": note}),
        Step(author, "person.edit", {"quotable": luck.random() < 0.7}),
        Step(HOST, "note.approve", {"note_id": note, "revision": revision, "on": True}),
        Step(HOST, "note.hide", {"note_id": note, "on": luck.random() < 0.5}),
        Step(HOST, "note.place", {"note_id": note, "theme": theme}),
        Step(HOST, "theme.approve", {"theme": theme, "title": "Shown", "quotes": {note: revision}}),
        Step(HOST, "theme.hold", {"theme": theme}),
        Step(HOST, "theme.spotlight", {"theme": theme}),
        Step(THEMING, "notes.group", {"groups": [
            {"theme": theme, "label": f"Secret label {number}", "notes": sorted(event.notes)}]}),
    ]  # fmt: skip
    step = luck.choice(steps)
    try:
        return do(event, step.actor, step.name, seed=number, **step.fields)
    except Refused:
        return event


def _only_approved(event: Event) -> None:
    shown = Json.dumps(view(event, "plenary"))
    assert "Secret label" not in shown
    for note in event.notes.values():
        if note.text and not (note.approved and note.quotable):
            assert f'"{note.text}"' not in shown

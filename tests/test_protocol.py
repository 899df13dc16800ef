"""Wire to command and back: nothing is guessed, everything unknown is refused in words."""

from __future__ import annotations

import pytest

from facilitator.conductor import answer_to
from facilitator.domain.stamp import Refused
from facilitator.protocol import read, written
from tests.builders import STORY, Step

NOTE = {"note_id": "n1", "room": "s1.1", "kind": "insight", "text": "Trust"}


@pytest.mark.parametrize("step", STORY, ids=lambda step: step.name)
def test_every_command_comes_back_from_the_journal_as_it_went_in(step: Step) -> None:
    name, fields = written(step.command)
    assert read(name, fields, trusted=True) == step.command


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("note.write", {**NOTE, "admin": True}),
        ("note.write", {k: v for k, v in NOTE.items() if k != "text"}),
        ("note.write", {**NOTE, "text": ""}),
        ("note.write", {**NOTE, "text": "x" * 2_001}),
        ("note.write", {**NOTE, "text": 5}),
        ("note.write", {**NOTE, "kind": "shout"}),
        ("note.write", {**NOTE, "note_id": "../x"}),
        ("note.write", None),
        ("clock.nudge", {"slot": "s1", "seconds": True}),
        ("clock.nudge", {"slot": "s1", "seconds": 10**9}),
        ("room.edit", {"room": "s1.1", "link": "javascript:alert(1)"}),
        ("theme.approve", {"theme": "t1", "title": "T", "quotes": {"n1": "1"}}),
        ("nothing.here", {}),
        ("constructor", {}),
    ],
)
def test_what_is_not_on_the_menu_is_refused_with_a_sentence(name: str, fields: object) -> None:
    with pytest.raises(Refused) as refused:
        read(name, fields)
    assert refused.value.why.endswith(".")


@pytest.mark.parametrize(
    ("name", "fields", "why", "where"),
    [
        ("room.edit", {"room": "s1.1", "link": "javascript:alert(1)"},
         "A link begins with https://, like https://meet.jit.si/room-2.", "room.edit link"),
        ("room.edit", {"room": "s1.1", "link": "not a link"},
         "A link begins with https://, like https://meet.jit.si/room-2.", "room.edit link"),
        ("round.plan", {"slot": "s1", "rooms": 2.7}, "The number of rooms must be a whole number.", "round.plan rooms"),
        ("round.plan", {"slot": "s1", "rooms": 401}, "The number of rooms must be from 0 to 400.", "round.plan rooms"),
        ("note.write", {**NOTE, "text": " "}, "The text must not be empty.", "note.write text"),
        ("person.join", {"person": "p1", "name": "x" * 81}, "The name is too long: at most 80 characters.", "person.join name"),
        ("person.join", {"person": "p1"}, "The name is missing.", "person.join name"),
        ("slot.advance", {"from_slot": 5}, "“from_slot” must be text.", "slot.advance from_slot"),
    ],
)  # fmt: skip
def test_a_refused_field_is_named_in_words_and_for_machines(name: str, fields: object, why: str, where: str) -> None:
    with pytest.raises(Refused) as refused:
        read(name, fields)
    assert (refused.value.why, refused.value.where) == (why, where)
    assert answer_to(refused.value) == {"ok": False, "code": "field", "why": why, "field": where}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("meet.jit.si/room2", "https://meet.jit.si/room2"), (" zoom.us ", "https://zoom.us"),
        ("localhost.example:8080/a?b#c", "https://localhost.example:8080/a?b#c"), ("", ""),
        ("http://old.example/1", "http://old.example/1"),
    ],
)  # fmt: skip
def test_an_address_may_be_typed_without_its_beginning(typed: str, kept: str) -> None:
    assert read("room.edit", {"room": "s1.1", "link": typed}).link == kept  # type: ignore[attr-defined]


def test_text_is_cleaned_of_what_cannot_be_seen() -> None:
    command = read("note.write", {**NOTE, "text": "  Tru\u202est\x00\r\nnext\u200b \ud800 "})
    assert command.text == "Trust \nnext ?"
    family = "👩\u200d👩\u200d👧"
    assert read("note.write", {**NOTE, "text": family}).text == family

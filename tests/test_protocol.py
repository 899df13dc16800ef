"""Wire to command and back: nothing is guessed, everything unknown is refused in words."""

from __future__ import annotations

import pytest

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


def test_text_is_cleaned_of_what_cannot_be_seen() -> None:
    command = read("note.write", {**NOTE, "text": "  Tru\u202est\x00\r\nnext\u200b \ud800 "})
    assert command.text == "Trust \nnext ?"
    family = "👩\u200d👩\u200d👧"
    assert read("note.write", {**NOTE, "text": family}).text == family

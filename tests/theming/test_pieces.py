"""A large answer goes in by pieces, and comes to the same as in one."""

from __future__ import annotations

from typing import Any

from facilitator.domain.event import Event
from facilitator.theming_answers import pieces
from tests.builders import THEMING, do, event_after, person

FIELDS: dict[str, Any] = {
    "groups": [
        {"theme": "t1", "label": "Trust", "notes": [f"x{n}" for n in range(7)], "near": ["x9"], "quotes": ["x0"]},
        {"theme": "t5", "label": "Money", "notes": [f"x{n}" for n in range(7, 12)], "near": ["x1"]},
        {"theme": "t2", "phrases": ["grants"], "notes": [], "near": []}],
    "unsorted": ["n1"], "sure": [], "check": [{"note": "x3", "themes": ["t5", "t1"]}],
}  # fmt: skip


def event() -> Event:
    made = event_after("notes.group")
    for n in range(12):
        made = do(made, person("p1"), "note.write", note_id=f"x{n}", room="rooms.1", kind="insight", text=f"Note {n}")
    return made


def test_pieces_come_to_the_same_as_the_whole() -> None:
    whole, by_pieces = do(event(), THEMING, "notes.group", **FIELDS), event()
    found = list(pieces(FIELDS, 3))
    for piece in found:
        assert sum(len(group["notes"]) for group in piece["groups"]) + len(piece["unsorted"]) <= 3
        by_pieces = do(by_pieces, THEMING, "notes.group", **piece)
    assert len(found) == 6
    assert dict(by_pieces.notes) == dict(whole.notes)
    assert by_pieces.themes == whole.themes
    assert by_pieces.grouping == whole.grouping


def test_a_small_answer_stays_whole() -> None:
    assert list(pieces(FIELDS)) == [FIELDS]

"""Notes: written in one's room, changed and taken back by their author alone."""

from __future__ import annotations

import pytest

from facilitator.domain.event import Event
from facilitator.domain.stamp import Actor, Refused
from tests.builders import HOST, MODERATOR, do, event_after, person

TEXT = {"kind": "insight", "text": "Trust takes time"}


@pytest.fixture
def event() -> Event:
    return event_after("note.withdraw")  # p1, p2 in room 1; p3 in room 2; notes n1 to n5


def refused(event: Event, actor: Actor, name: str, **fields: object) -> str:
    with pytest.raises(Refused) as found:
        do(event, actor, name, at=60, **fields)
    return found.value.code


def test_a_note_is_written_in_ones_own_room_only(event: Event) -> None:
    made = do(event, person("p1"), "note.write", note_id="n9", room="rooms.1", **TEXT)
    assert made.notes["n9"].room == "rooms.1"
    assert made.people["p1"].notes[-1] == made.rounds["rooms"].rooms[0].notes[-1] == "n9"
    assert refused(event, person("p6x"), "note.write", note_id="n9", room="rooms.1", **TEXT)


def test_a_note_of_somebody_moved_while_typing_goes_where_they_sit_now(event: Event) -> None:
    event = do(event, MODERATOR, "seat.move", slot="rooms", person="p1", room="rooms.2")
    event = do(event, person("p1"), "note.write", note_id="n9", room="rooms.1", **TEXT)
    assert event.notes["n9"].room == "rooms.2"


def test_only_the_author_changes_or_takes_back_a_note(event: Event) -> None:
    assert refused(event, person("p2"), "note.edit", note_id="n1", **TEXT) == "unknown"
    assert refused(event, person("p2"), "note.withdraw", note_id="n1") == "unknown"
    gone = do(event, person("p1"), "note.withdraw", note_id="n1").notes["n1"]
    assert (gone.text, gone.withdrawn, gone.supporters) == ("", True, frozenset())


def test_an_edit_after_approval_is_held_again(event: Event) -> None:
    event = do(event, HOST, "note.approve", note_id="n2", revision=1)
    assert event.notes["n2"].approved
    event = do(event, person("p2"), "note.edit", note_id="n2", **TEXT)
    assert not event.notes["n2"].approved


def test_approval_of_words_that_were_just_changed_is_refused(event: Event) -> None:
    event = do(event, person("p2"), "note.edit", note_id="n2", **TEXT)
    assert refused(event, HOST, "note.approve", note_id="n2", revision=1) == "stale"


def test_a_note_its_author_does_not_give_for_quoting_cannot_be_approved(event: Event) -> None:
    event = do(event, person("p2"), "person.edit", quotable=False)
    assert refused(event, HOST, "note.approve", note_id="n2", revision=1) == "consent"


def test_support_is_for_others_notes_in_ones_own_room(event: Event) -> None:
    assert refused(event, person("p2"), "note.support", note_id="n2") == "own"
    assert refused(event, person("p3"), "note.support", note_id="n2") == "unknown"
    event = do(event, person("p1"), "note.support", note_id="n2", on=True)
    assert event.notes["n2"].supporters == {"p1"}
    event = do(event, person("p1"), "note.support", note_id="n2", on=False)
    assert event.notes["n2"].supporters == frozenset()


def test_late_notes_are_taken_for_a_while_after_the_end_and_marked(event: Event) -> None:
    for slot in ("rooms", "plenary", "close"):
        event = do(event, MODERATOR, "slot.advance", at=100, from_slot=slot)
    late = do(event, person("p1"), "note.write", at=114, note_id="n9", room="rooms.1", **TEXT)
    assert late.notes["n9"].late
    with pytest.raises(Refused) as found:
        do(event, person("p1"), "note.write", at=116, note_id="n9", room="rooms.1", **TEXT)
    assert found.value.code == "ended"

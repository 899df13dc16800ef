"""Notes: written in one's room, changed and taken back by their author alone."""

from __future__ import annotations

from typing import Any

import pytest

from facilitator.domain.event import Event
from facilitator.domain.stamp import Actor, Refused
from facilitator.report import as_json
from facilitator.screens import view
from facilitator.screens.touched import touched
from tests.builders import HOST, MODERATOR, do, event_after, person

TEXT = {"kind": "insight", "text": "Trust takes time"}


@pytest.fixture
def event() -> Event:
    return event_after("note.withdraw")  # p1, p2 in room 1; p3 in room 2; notes n1 to n5


@pytest.fixture
def grouped() -> Event:
    return event_after("notes.group")  # and n1, n4 in t1


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


def test_a_private_note_is_its_authors_alone_until_it_is_revealed() -> None:
    hidden = event_after("note.write")
    assert view(hidden, "room:rooms.1")["notes"] == {}
    assert view(hidden, "room:rooms.1")["room"]["private"]
    assert refused(hidden, person("p2"), "note.support", note_id="n1") == "unknown"
    shown = do(hidden, HOST, "notes.reveal", slot="rooms")
    assert list(view(shown, "room:rooms.1")["notes"]) == ["n1"]
    assert not view(shown, "room:rooms.1")["room"]["private"]


def test_rooms_that_close_reveal_what_was_private() -> None:
    event = do(event_after("note.write"), MODERATOR, "round.close", slot="rooms", seconds=0)
    assert list(view(event, "room:rooms.1")["notes"]) == ["n1"]


def test_a_report_is_the_hosts_to_settle_and_the_reporters_to_take_back(event: Event) -> None:
    reported = do(event, person("p2"), "note.report", note_id="n1", on=True)
    assert view(reported, "host")["notes"]["n1"]["reports"] == 1
    assert view(reported, "person:p2")["reports"] == {"n1": True}
    assert "reports" not in view(reported, "room:rooms.1")["notes"]["n1"]
    back = do(reported, person("p2"), "note.report", note_id="n1", on=False)
    assert view(back, "host")["notes"]["n1"]["reports"] == 0
    settled = do(reported, HOST, "note.settle", note_id="n1")
    assert view(settled, "host")["notes"]["n1"]["reports"] == 0
    assert refused(event, person("p1"), "note.report", note_id="n1") == "own"


def test_a_signed_note_names_its_author_in_the_room_and_not_on_the_wall(event: Event) -> None:
    event = do(event, person("p1"), "note.sign", note_id="n1", signed="room")
    assert view(event, "room:rooms.1")["notes"]["n1"]["name"] == "Amina"
    assert event.notes["n1"].revision == 2  # the edit alone: nothing new could be shown


def test_a_name_for_the_wall_is_approved_like_words_and_a_new_name_again(grouped: Event) -> None:
    event = do(grouped, HOST, "theme.approve", theme="t1", title="Trust", quotes={"n1": 2})
    event = do(event, person("p1"), "note.sign", note_id="n1", signed="wall")
    assert not event.notes["n1"].approved
    event = do(event, HOST, "note.approve", note_id="n1", revision=3)
    assert view(event, "plenary")["themes"]["t1"]["quotes"][0]["name"] == "Amina"
    event = do(event, person("p1"), "person.edit", name="Something rude")
    assert view(event, "plenary")["themes"]["t1"]["quotes"] == []
    assert view(event, "host")["notes"]["n1"]["again"]


def test_consent_taken_back_leaves_screen_and_report_and_comes_back_by_the_author(grouped: Event) -> None:
    event = do(grouped, HOST, "theme.approve", theme="t1", title="Trust", quotes={"n1": 2})
    assert "Canary one" in as_json(event)
    without = do(event, person("p1"), "note.consent", note_id="n1", on=False)
    assert view(without, "plenary")["themes"]["t1"]["quotes"] == []
    assert "Canary one" not in as_json(without)
    assert without.notes["n1"].text  # roommates still have it
    again = do(without, person("p1"), "note.consent", note_id="n1", on=True)
    assert "Canary one" in as_json(again)


def test_saving_ones_details_leaves_the_consent_of_each_note_as_it_is(event: Event) -> None:
    event = do(event, person("p1"), "note.consent", note_id="n1", on=False)
    event = do(event, person("p1"), "person.edit", name="Amina O.", quotable=True)
    assert not event.notes["n1"].quotable


def test_an_objection_is_told_to_the_host_and_its_hearing_to_the_author(event: Event) -> None:
    event = do(event, person("p1"), "note.object", note_id="n1", about="quote", text="Half of it")
    assert view(event, "host")["notes"]["n1"]["objection"]["text"] == "Half of it"
    assert not view(event, "person:p1")["notes"]["n1"]["objection"]["heard"]
    event = do(event, HOST, "note.settle", note_id="n1")
    assert view(event, "person:p1")["notes"]["n1"]["objection"]["heard"]


def test_a_held_note_leaves_the_queue_until_its_words_change(event: Event) -> None:
    event = do(event, HOST, "note.approve", note_id="n2", revision=1, on=False)
    assert view(event, "host")["notes"]["n2"]["held"]
    event = do(event, person("p2"), "note.edit", note_id="n2", kind="insight", text="Other")
    assert not view(event, "host")["notes"]["n2"]["held"]


def test_a_note_goes_its_way_on_its_authors_phone(grouped: Event) -> None:
    def state(event: Event) -> str:
        return str(view(event, "person:p1")["notes"]["n1"]["state"])

    seen = [state(grouped)]
    event = do(grouped, HOST, "theme.approve", theme="t1", title="Trust", quotes={})
    seen.append(state(event))
    event = do(event, HOST, "note.approve", note_id="n1", revision=2)
    for slot in ("rooms", "plenary", "close"):
        seen.append(state(event))
        event = do(event, MODERATOR, "slot.advance", from_slot=slot)
    # On the screen only while the screen is at the themes, whatever is approved.
    assert [*seen, state(event)] == ["saved", "grouped", "approved", "shown", "approved", "told"]


def fate(event: Event, note: str = "n1") -> dict[str, Any]:
    """What its author is told of a note."""
    return dict(view(event, f"person:{event.notes[note].person}")["notes"][note])


@pytest.fixture
def wall(grouped: Event) -> Event:
    """The plenary, with a theme of four notes on the wall, all approved, and another one."""
    event = grouped
    for number, text in enumerate(("Short", "Another short one", "A third", "A fourth")):
        event = do(event, person("p1"), "note.write", note_id=f"w{number}", room="rooms.1", kind="insight", text=text)
        event = do(event, HOST, "note.place", note_id=f"w{number}", theme="t1")
    event = do(event, MODERATOR, "slot.advance", from_slot="rooms")
    quotes = {"n1": 2, **{f"w{number}": 1 for number in range(4)}}
    event = do(event, HOST, "theme.approve", theme="t1", title="Trust", quotes=quotes)
    for theme, note in (("t2", "n2"), ("t5", "n3"), ("t6", "n4")):
        if theme not in event.themes:
            event = do(event, HOST, "theme.add", theme=theme, title=theme, notes=[note])
        event = do(event, HOST, "theme.approve", theme=theme, title=theme, quotes={note: event.notes[note].revision})
    return event


def test_of_several_quotes_only_the_authors_of_those_that_can_be_read_hear_that_they_are_shown(wall: Event) -> None:
    states = {note: fate(wall, note)["state"] for note in ("n1", "w0", "w1", "w2", "w3")}
    first = view(wall, "plenary")["themes"]["t1"]["quotes"][0]["text"]
    assert [note for note, state in states.items() if state == "shown"] == [
        note for note in states if wall.notes[note].text == first]
    assert set(states.values()) == {"shown", "approved"}


def test_a_note_is_not_on_a_screen_that_is_blank_or_shows_something_else(wall: Event) -> None:
    assert fate(wall, "n2")["state"] == "shown"
    for command, fields in (("screen.blank", {}), ("theme.spotlight", {"theme": "t1"}),
                            ("screen.switch", {"scene": "words"}), ("screen.switch", {"scene": "join"})):  # fmt: skip
        other = do(wall, HOST, command, **fields)
        assert fate(other, "n2")["state"] == "approved"
        assert "person:p2" in touched(wall, other)
    alone = do(wall, HOST, "theme.spotlight", theme="t1", quote="w2")
    assert [note for note in ("n1", "w0", "w1", "w2", "w3") if fate(alone, note)["state"] == "shown"] == ["w2"]
    assert "turns" not in fate(alone, "w2")
    turning = do(wall, HOST, "theme.spotlight", theme="t1")
    shown = [note for note in ("n1", "w0", "w1", "w2", "w3") if fate(turning, note)["state"] == "shown"]
    assert len(shown) == 3
    assert all(fate(turning, note)["turns"] for note in shown)


def test_a_note_in_a_theme_that_is_held_is_placed_all_the_same(grouped: Event) -> None:
    assert fate(grouped)["placed"]
    assert "placed" not in fate(grouped, "n3")


def test_whoever_signs_or_changes_an_approved_note_is_told_that_it_is_read_again(wall: Event) -> None:
    signed = do(wall, person("p2"), "note.sign", note_id="n2", signed="wall")
    changed = do(wall, person("p2"), "note.edit", note_id="n2", kind="question", text="Other words")
    for event in (signed, changed):
        assert fate(event, "n2")["again"]
        assert fate(event, "n2")["state"] == "grouped"
    approved = do(signed, HOST, "note.approve", note_id="n2", revision=2)
    assert "again" not in fate(approved, "n2")
    assert fate(approved, "n2")["state"] == "shown"

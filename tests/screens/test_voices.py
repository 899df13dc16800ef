"""Whose words they are: a note for the whole room says so wherever it is shown, a title that is a note's own
words is shown as a quote with its room."""

from __future__ import annotations

import pytest

from facilitator.domain.event import Event
from facilitator.report import report
from facilitator.retelling.blocks import Heading, told
from facilitator.screens import view
from tests.builders import HOST, do, event_after, person

WORDS = "We agreed to meet every month"


@pytest.fixture
def event() -> Event:
    """A note that p1 wrote for the whole of room 1, approved and alone on the screen."""
    event = event_after("notes.reveal")
    event = do(event, person("p1"), "note.write", note_id="nt", room="rooms.1", kind="insight", text=WORDS, table=True)
    event = do(event, HOST, "theme.add", theme="th", title="Rhythm", notes=["nt"])
    event = do(event, HOST, "theme.approve", theme="th", quotes={"nt": 1})
    return do(event, HOST, "theme.spotlight", theme="th", quote="nt")


def test_a_note_for_the_whole_room_says_so_on_every_screen(event: Event) -> None:
    assert view(event, "person:p1")["notes"]["nt"]["table"] is True
    assert view(event, "room:rooms.1")["notes"]["nt"]["table"] is True
    assert view(event, "host")["notes"]["nt"]["table"] is True
    wall = view(event, "plenary")
    assert wall["quote"] == wall["themes"]["th"]["quotes"][0] == {"text": WORDS, "room": 1, "table": True}


def test_the_report_says_so_too(event: Event) -> None:
    account = report(event)
    quote = next(theme for theme in account["themes"] if theme["title"] == "Rhythm")["quotes"][0]
    note = next(note for room in account["rounds"][0]["rooms"] for note in room["notes"] if note["id"] == "nt")
    assert quote["table"] is note["table"] is True


def test_a_note_of_ones_own_says_nothing_of_the_kind(event: Event) -> None:
    event = do(event, person("p1"), "note.write", note_id="no", room="rooms.1", kind="insight", text="Mine")
    assert "table" not in view(event, "host")["notes"]["no"]
    assert "table" not in view(event, "person:p1")["notes"]["no"]


def test_a_title_in_a_notes_own_words_is_a_quote_of_its_room() -> None:
    event = event_after("notes.group")  # t1 is called by words of n1, which p1 wrote in room 1
    event = do(event, HOST, "theme.approve", theme="t1", quotes={"n1": 2})
    title = view(event, "host")["themes"]["t1"]["title"]
    assert view(event, "host")["themes"]["t1"]["quoted"]
    wall = view(event, "plenary")["themes"]["t1"]
    assert (wall["title"], wall["quoted"], wall["voice"]) == (title, True, {"room": 1})
    account = next(theme for theme in report(event)["themes"] if theme["title"] == title)
    assert account["quoted"]
    assert f"“{title}”" in [block.text for block in told(event) if isinstance(block, Heading)]


def test_a_title_of_the_hosts_is_none() -> None:
    event = do(event_after("notes.group"), HOST, "theme.rename", theme="t1", title="Trust")
    event = do(event, HOST, "theme.approve", theme="t1", title="Trust", quotes={"n1": 2})
    wall = view(event, "plenary")["themes"]["t1"]
    assert not wall["quoted"]
    assert "voice" not in wall
    assert "quoted" not in view(event, "host")["themes"]["t1"]
    assert not next(theme for theme in report(event)["themes"] if theme["title"] == "Trust")["quoted"]

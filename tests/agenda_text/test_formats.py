"""Schedules in and out: our own files lose nothing, others' files are read as far as they go."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.agenda_text import Agenda, Day, Slot, Speaker, Unreadable, convert, read
from facilitator.agenda_text.formats import READERS, WRITERS
from facilitator.tasks.demo import ANNOUNCEMENT

BOTH_WAYS = ("json", "ics", "frab-json", "csv")


@pytest.mark.parametrize("kind", BOTH_WAYS)
def test_the_real_announcement_goes_out_and_comes_back_the_same(kind: str) -> None:
    agenda = replace(read(ANNOUNCEMENT.read_text("utf-8")), notices=())
    assert READERS[kind](WRITERS[kind](agenda)) == agenda


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1,
               max_size=60).map(lambda text: " ".join(text.split())).filter(bool)  # fmt: skip
PLAIN = TEXT.filter(lambda text: not set(text) & set(";|'") and text[0] not in "=+-@")
SPEAKERS = st.builds(Speaker, PLAIN, st.none() | PLAIN, st.none() | PLAIN)
SLOTS = st.builds(
    lambda start, title, kind, speakers, room, description: Slot(
        start=f"{start // 60:02d}:{start % 60:02d}", end=f"{(start + 30) // 60:02d}:{(start + 30) % 60:02d}",
        title=title, kind=kind, speakers=tuple(speakers), room=room, description=description,
        id=f"e1.s{start}", settings={"question": title, "room_size": start}),
    st.integers(0, 23 * 60), PLAIN, st.sampled_from(["talk", "panel", "breakout"]),
    st.lists(SPEAKERS, max_size=3), st.none() | PLAIN, st.none() | TEXT.filter(lambda t: t[0] not in "'=+-@"),
)  # fmt: skip


@settings(max_examples=120)
@given(slots=st.lists(SLOTS, min_size=1, max_size=5), title=st.none() | PLAIN)
def test_any_agenda_survives_each_format(slots: list[Slot], title: str | None) -> None:
    ordered = tuple(sorted(slots, key=lambda slot: slot.start))
    agenda = Agenda(
        timezone="Europe/Berlin", days=(Day(title=title, date="2026-12-04", slots=ordered),)
    )
    for kind in BOTH_WAYS:
        assert READERS[kind](WRITERS[kind](agenda)) == agenda, kind


def test_calendars_are_folded_and_escaped_as_the_standard_says() -> None:
    slot = Slot(start="09:00", end="10:00", title="Ünïcödé, semi;colon " * 8, kind="talk")
    agenda = Agenda(timezone="UTC", days=(Day(title=None, date="2026-12-04", slots=(slot,)),))
    lines = WRITERS["ics"](agenda).split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert lines[-1] == ""
    assert any("\\," in line for line in lines)


def test_a_calendar_as_found_is_read_although_it_breaks_the_rules() -> None:
    text = (
        "BEGIN:VCALENDAR\nVTIMEZONE: Europe/Rome\nBEGIN:VEVENT\nUID:1\n"
        "ORGANIZER;CN=Luca Rossi:MAILTO:x@example.org\nDTSTART:20240915T130000Z\n"
        "DTEND:20240915T140000Z\nSUMMARY:Chiusura\nLOCATION: XOR\nEND:VEVENT\n"
        "BEGIN:VEVENT\nUID:1\nDTSTART:soon\nSUMMARY:Nothing\nEND:VEVENT\n"
    )
    agenda = READERS["ics"](text)
    [day] = agenda.days
    assert (agenda.timezone, day.slots[0].start, day.slots[0].room) == (
        "Europe/Rome",
        "15:00",
        "XOR",
    )
    assert day.slots[0].speakers == (Speaker("Luca Rossi"),)
    assert len(agenda.warnings) == 1


def test_a_document_that_names_entities_is_refused() -> None:
    with pytest.raises(Unreadable, match="DOCTYPE"):
        READERS["frab-xml"]('<!DOCTYPE x [<!ENTITY a "b">]><schedule>&a;</schedule>')


def test_a_formula_in_a_title_is_harmless_in_a_spreadsheet() -> None:
    slot = Slot(start="09:00", end="10:00", title="=HYPERLINK(1)", kind="talk")
    agenda = Agenda(timezone="UTC", days=(Day(title=None, date="2026-12-04", slots=(slot,)),))
    assert ",'=HYPERLINK(1)," in WRITERS["csv"](agenda)
    assert READERS["csv"](WRITERS["csv"](agenda)) == agenda


def test_linked_data_names_every_slot_and_speaker() -> None:
    made = json.loads(convert(ANNOUNCEMENT.read_text("utf-8"), "text", "jsonld"))
    first = made["@graph"][0]
    assert len(first["subEvent"]) == 6
    assert first["subEvent"][0]["performer"][0]["name"] == "Laurel Schmitt"


@pytest.mark.parametrize("source", READERS)
@pytest.mark.parametrize(
    "text", ["", "{}", "[1]", "null", "<a>", "BEGIN:VEVENT", "a,b\n1,2", "\x00"]
)
def test_what_is_no_schedule_is_refused_or_empty_never_a_crash(source: str, text: str) -> None:
    with suppress(Unreadable):
        READERS[source](text)

"""The account afterwards: what is in it, and what must not be."""

from __future__ import annotations

import csv
import io
import json

from facilitator.report import as_csv, as_json, report
from facilitator.tasks.import_ import create_command
from tests.builders import MODERATOR, do, event_after, person, whole


def test_it_has_the_plan_the_people_the_rooms_and_the_themes() -> None:
    found = report(whole())
    assert [slot["title"] for slot in found["agenda"]][:2] == ["Talk", "Panel"]
    assert found["agenda"][1]["actual_start"]
    assert len(found["people"]) == 7
    assert {room["number"] for made in found["rounds"] for room in made["rooms"]} == {1, 2}
    assert [theme["title"] for theme in found["themes"]] == ["Trust takes time"]


def test_words_taken_back_or_not_given_for_quoting_are_left_out_and_counted() -> None:
    text = as_json(whole())
    assert "Canary five" not in text
    assert "Canary three" not in text
    assert "Canary four" not in text
    assert report(whole())["notes"] == {"written": 5, "told": 1}


def test_no_note_carries_its_author() -> None:
    notes = [n for made in report(whole())["rounds"] for room in made["rooms"] for n in room["notes"]]
    assert notes
    assert all("person" not in note and "author" not in note for note in notes)


def test_a_note_that_looks_like_a_formula_is_harmless_in_a_spreadsheet() -> None:
    event = event_after("note.write")
    fields = {"note_id": "n8", "room": "rooms.1", "kind": "insight", "text": "=HYPERLINK(1)"}
    event = do(event, person("p1"), "note.write", **fields)
    rows = list(csv.reader(io.StringIO(as_csv(event).removeprefix("\ufeff"))))
    assert rows[0][4] == "note"
    assert [row[4] for row in rows[1:]][-1] == "'=HYPERLINK(1)"


def test_an_export_can_be_made_an_event_again() -> None:
    event = do(whole(), MODERATOR, "event.edit", about="Again")
    command = create_command(json.loads(as_json(event)), "r2")
    assert [slot.title for slot in command.slots] == [slot.title for slot in event.slots]
    assert [slot.start for slot in command.slots] == [slot.start for slot in event.slots]


def test_a_signed_note_carries_its_authors_name_in_every_form() -> None:
    event = do(event_after("notes.group"), person("p1"), "note.sign", note_id="n1", signed="room")
    notes = [n for made in report(event)["rounds"] for room in made["rooms"] for n in room["notes"]]
    assert {n["id"]: n.get("author") for n in notes}["n1"] == "Amina"
    assert '"author": "Amina"' in as_json(event)
    assert ",Amina," in as_csv(event)


def test_a_quote_is_not_what_the_title_says_already_where_there_is_another() -> None:
    event = do(whole(), MODERATOR, "theme.rename", theme="t1", title="Canary one more trust")

    def quotes() -> list[str]:
        themes = [theme for theme in report(event)["themes"] if theme["title"] == "Canary one more trust"]
        return [quote["text"] for theme in themes for quote in theme["quotes"]]

    assert quotes() == ["Canary one more trust"]  # nothing else is told, and it says which room it was
    event = do(event, person("p2"), "note.write", note_id="n8", room="rooms.1", kind="insight", text="Another voice")
    event = do(event, MODERATOR, "note.place", note_id="n8", theme="t1")
    assert quotes() == ["Another voice", "Canary one more trust"]

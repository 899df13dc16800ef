"""The word view: what several approved notes say, in the spelling they use most."""

from __future__ import annotations

from facilitator.domain.event import Event
from facilitator.screens import view
from tests.builders import HOST, do, event_after, person

TEXTS = ("Networks build trust", "a network needs TRUST", "Le réseau et la confiance", "trust, and the network!")


def shown(*texts: str, rooms: tuple[str, ...] = ()) -> dict[str, int]:
    event: Event = event_after("notes.reveal")
    by_room = {room: who for who, room in event.rounds["rooms"].seats.items()}
    for number, text in enumerate(texts):
        note = f"w{number}"
        room = rooms[number] if rooms else "rooms.1"
        event = do(event, person(by_room[room]), "note.write", note_id=note, room=room, kind="insight", text=text)
        event = do(event, HOST, "note.approve", note_id=note, revision=1)
    return dict(view(do(event, HOST, "screen.switch", scene="words"), "plenary")["terms"])


def test_a_term_counts_the_notes_that_say_it_in_one_number() -> None:
    terms = shown(*TEXTS)
    assert terms["trust"] == 3
    assert terms["network"] == 3
    assert "networks" not in terms


def test_small_words_of_any_of_the_languages_are_no_terms() -> None:
    assert set(shown(*TEXTS)) == {"trust", "network", "build", "réseau", "confiance"}


def test_a_word_said_twice_in_a_note_is_one_voice() -> None:
    assert shown("trust, trust, trust") == {"trust": 1}


def test_where_much_is_said_often_what_one_note_says_is_left_out() -> None:
    row = "apple bread cheese dates eggs figs grapes honey"
    assert set(shown(row, row, "olives")) == set(row.split())


def test_few_notes_are_no_slice_of_the_alphabet() -> None:
    """Each note is heard with its most telling words, wherever in the alphabet they are."""
    found = shown(
        "Always bring another chair, because agreements about apparatus are always added again and again by "
        "administrators, boards, bureaucrats, bystanders, clerks, commissioners, contractors, counsellors",
        "we met weekly on WhatsApp", "youth volunteers", "translation is cut first",
    )  # fmt: skip
    assert {"weekly", "whatsapp", "youth", "volunteers", "translation"} <= set(found)
    assert not {"always", "bring", "added", "first", "another", "about"} & set(found)


def test_ties_are_broken_by_rooms() -> None:
    zebra, apples = "zebra", " ".join(f"apple{letter} banana{letter}" for letter in "abcdefghijklmnopqrst")
    texts = (apples, apples, zebra, zebra)
    found = list(shown(*texts, rooms=("rooms.1", "rooms.1", "rooms.1", "rooms.2")))
    assert found[0] == zebra


def test_forms_of_one_word_are_one_term() -> None:
    found = shown("A long study day", "studies over many days", "the class", "classes")
    assert found["study"] == found["class"] == 2
    assert {found.get("day"), found.get("days")} == {2, None}
    assert not {"studies", "classes"} & set(found)


def test_words_of_time_come_after_what_they_are_about() -> None:
    assert next(iter(shown("trust takes time"))) == "trust"


def test_the_words_of_a_theme_come_first_among_equals() -> None:
    event = event_after("notes.reveal")
    who = next(iter(event.rounds["rooms"].seats))
    room = event.rounds["rooms"].seats[who]
    event = do(event, person(who), "note.write", note_id="w", room=room, kind="insight", text="commissioners like bread")
    event = do(event, HOST, "note.approve", note_id="w", revision=1)
    event = do(event, HOST, "theme.add", theme="t-bread", title="Bread and roses")
    found = list(view(do(event, HOST, "screen.switch", scene="words"), "plenary")["terms"])
    assert found.index("bread") < found.index("commissioners")

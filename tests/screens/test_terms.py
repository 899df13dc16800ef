"""The word view: what several approved notes say, in the spelling they use most."""

from __future__ import annotations

from facilitator.domain.event import Event
from facilitator.screens import view
from tests.builders import HOST, do, event_after, person

TEXTS = ("Networks build trust", "a network needs TRUST", "Le réseau et la confiance", "trust, and the network!")


def shown(*texts: str) -> dict[str, int]:
    event: Event = event_after("notes.reveal")
    for number, text in enumerate(texts):
        note = f"w{number}"
        event = do(event, person("p1"), "note.write", note_id=note, room="rooms.1", kind="insight", text=text)
        event = do(event, HOST, "note.approve", note_id=note, revision=1)
    return dict(view(do(event, HOST, "screen.switch", scene="words"), "plenary")["terms"])


def test_a_term_counts_the_notes_that_say_it_in_one_number() -> None:
    terms = shown(*TEXTS)
    assert terms["trust"] == 3
    assert terms["network"] == 3
    assert "networks" not in terms


def test_small_words_of_any_of_the_languages_are_no_terms() -> None:
    assert set(shown(*TEXTS)) == {"trust", "network", "build", "needs", "réseau", "confiance"}


def test_a_word_said_twice_in_a_note_is_one_voice() -> None:
    assert shown("trust, trust, trust") == {"trust": 1}


def test_where_much_is_said_often_what_one_note_says_is_left_out() -> None:
    row = "apple bread cheese dates eggs figs grapes honey"
    assert set(shown(row, row, "olives")) == set(row.split())

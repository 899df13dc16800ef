"""Words that flag: for the host to look twice; they never block, and each event may have its own."""

from __future__ import annotations

import pytest

from facilitator.domain.watching import HOUSE, finder
from facilitator.screens import view
from tests.builders import HOST, do, event_after, person


@pytest.mark.parametrize(("text", "found"), [
    ("You are all Idiots!", ["idiots"]), ("C'est de la MERDE", ["merde"]), ("Qué mierda", ["mierda"]),
    ("¡imbécil!", ["imbecil"]), ("Das ist Scheiße", ["scheiße"]), ("Please shut up.", ["shut up"]),
    ("The class of assets in Scunthorpe", []), ("Le retard du calendrier", []), ("Con los socios", []),
])  # fmt: skip
def test_the_houses_lists_find_whole_words_in_any_spelling(text: str, found: list[str]) -> None:
    assert finder(word for words in HOUSE.values() for word in words)(text) == found


def test_an_ordinary_note_in_each_language_is_not_flagged() -> None:
    find = finder(word for words in HOUSE.values() for word in words)
    for text in (
        "Trust takes time and small promises that are kept; the grant came too late.",
        "La confiance prend du temps, et le retard de financement nous a coûté un partenaire.",
        "La confianza lleva tiempo y hay que compartir el presupuesto con los socios locales.",
        "A confiança leva tempo e é preciso partilhar o orçamento com os parceiros.",
        "Vertrauen braucht Zeit, und die dicken Berichte liest im Ministerium niemand.",
    ):
        assert find(text) == []


def test_a_flag_is_for_the_host_alone_and_blocks_nothing() -> None:
    event = do(event_after("notes.reveal"), person("p1"), "note.write", note_id="n9", room="rooms.1",
               kind="insight", text="What a shitty plan")  # fmt: skip
    assert view(event, "host")["flags"] == {"n9": ["shitty"]}
    assert view(event, "room:rooms.1")["notes"]["n9"]["text"] == "What a shitty plan"
    assert do(event, HOST, "note.approve", note_id="n9", revision=1).notes["n9"].approved


def test_an_event_may_have_its_own_list_and_the_houses_again() -> None:
    event = do(event_after("notes.reveal"), HOST, "words.watch", language="en", words=["Trust*"])
    assert view(event, "host")["flags"] == {id: ["trust"] for id in ("n1", "n4")}
    assert view(event, "host")["watch"]["en"] == ["trust*"]
    event = do(event, HOST, "words.watch", language="en", words=list(HOUSE["en"]))
    assert event.desk.watch == {}
    assert view(event, "host")["flags"] == {}

"""What the theming process answers: live, anew and by names."""

from __future__ import annotations

from typing import Any, get_type_hints

import pytest

from facilitator.theming import forms
from facilitator.theming.phrases import Runs
from facilitator.theming.titles import Echo, tidy
from facilitator.theming.words import stem, words_of
from facilitator.theming.worker import Worker
from tests.bench.simulated_host import cases, keywords
from tests.theming.notes import NAMES, TEXTS, named, of_all, request

ALL_NAMES = tuple(NAMES)


@pytest.fixture
def worker() -> Worker:
    return Worker()


def places(answer: dict[str, Any]) -> dict[str, str]:
    return {note: theme["theme"] for theme in answer["themes"] for note in theme["notes"]}


def test_notes_become_a_few_themes_each_with_a_title_and_quotes(worker: Worker) -> None:
    answer = worker.answer(request())
    assert 2 <= len(answer["themes"]) <= 8
    assert sorted([*places(answer), *answer["unsorted"]]) == sorted(TEXTS)
    for theme in answer["themes"]:
        assert theme["label"]
        assert set(theme["quotes"]) <= set(theme["notes"])


def test_no_theme_is_called_by_a_note_whose_author_does_not_wish_to_be_quoted(worker: Worker) -> None:
    before = {theme["title_note"] for theme in worker.answer(request())["themes"]}
    silent = request()
    silent["notes"] = {id: {**note, "quotable": id not in before} for id, note in silent["notes"].items()}
    after = worker.answer(silent)["themes"]
    assert after
    assert not {theme["title_note"] for theme in after} & before


@pytest.mark.parametrize("mode", ["live", "names"])
def test_an_answer_holds_what_the_form_says(worker: Worker, mode: str) -> None:
    answer = worker.answer(request(mode=mode, themes=named(*ALL_NAMES), settled=True))
    optional = {"lent", "suggestion"} if mode == "names" else {"lent"}
    assert set(answer) == set(get_type_hints(forms.Answer)) - optional
    for theme in answer["themes"]:
        assert set(theme) == set(get_type_hints(forms.Found))


def test_names_gather_the_notes_that_speak_of_them(worker: Worker) -> None:
    found = places(worker.answer(request(mode="names", themes=named(*ALL_NAMES))))
    right = sum(id.startswith(theme) for id, theme in found.items())
    assert right >= 0.8 * len(TEXTS)


def test_keywords_gather_notes_too(worker: Worker) -> None:
    themes = [{"id": "a", "title": "Us", "keywords": ["teachers", "schools"], "locked": True},
              *named("money", "trust")]  # fmt: skip
    found = places(worker.answer(request(mode="names", themes=themes)))
    assert [found[f"schools-{at}"] for at in (0, 1, 2)] == ["a", "a", "a"]


def test_a_name_nobody_speaks_of_gets_no_notes_and_says_so(worker: Worker) -> None:
    answer = worker.answer(request(mode="names", themes=named(*ALL_NAMES, "Volcanoes on Mars")))
    mars = answer["themes"][-1]
    assert (mars["supported"], mars["notes"], mars["theme"]) == (False, [], "Volcanoes on Mars")
    assert all(theme["supported"] for theme in answer["themes"][:-1])
    assert not any(4 in best for best in answer["best"].values())


def test_among_many_notes_a_name_needs_more_than_chance_or_a_word_that_somebody_wrote(worker: Worker) -> None:
    case = next(case for case in cases() if case.name == "salex_part1_120")
    names = [*list(keywords()[case.name])[:6], "Quantum gardening on Mars", "Tax reform for whale hunters", "Football results"]
    themes = [{"id": name, "title": name, "locked": True} for name in names]
    answer = worker.answer(request(mode="names", notes=case.notes, themes=themes))
    supported = [theme["supported"] for theme in answer["themes"]]
    assert sum(supported[:6]) >= 5
    assert not any(supported[6:])


def test_what_a_hand_placed_stays_where_it_is_by_names(worker: Worker) -> None:
    pinned = {"money-0": "trust", "trust-0": None}
    answer = worker.answer(request(mode="names", themes=named(*ALL_NAMES), pinned=pinned))
    assert places(answer)["money-0"] == "trust"
    assert "trust-0" in answer["unsorted"]
    assert not {"money-0", "trust-0"} & set(answer["check"])


def test_moves_are_the_notes_that_would_change_their_theme(worker: Worker) -> None:
    themes = named(*ALL_NAMES)
    found = places(worker.answer(request(mode="names", themes=themes)))
    assert worker.answer(request(mode="names", themes=themes, placed=found))["moves"] == 0
    moved = {**found, "money-0": "trust", "money-1": "trust"}
    assert worker.answer(request(mode="names", themes=themes, placed=moved))["moves"] == 2


def test_a_note_is_best_where_it_is_and_has_two_more_choices(worker: Worker) -> None:
    answer = worker.answer(request(mode="names", themes=named(*ALL_NAMES)))
    ids, found = [theme["theme"] for theme in answer["themes"]], places(answer)
    assert {id: ids[best[0]] for id, best in answer["best"].items()} == found
    assert all(len(set(best)) == 3 for best in answer["best"].values())
    assert answer["second"]
    assert all(answer["best"][id][1] == second for id, second in answer["second"].items())


def test_a_theme_without_a_name_stays_beside_names_when_they_leave_its_notes_alone(
    worker: Worker,
) -> None:
    placed = {id: "m1" for id in TEXTS if id.startswith("zones")}
    themes = [*named("money", "schools", "trust"), {"id": "m1", "title": "calls are at six"}]
    answer = worker.answer(request(mode="names", themes=themes, placed=placed))
    assert sum(id.startswith("zones") for id in answer["themes"][3]["notes"]) >= 4


def test_themes_without_a_name_give_way_when_the_screen_is_full(worker: Worker) -> None:
    placed = {id: "m1" for id in TEXTS if id.startswith("zones")}
    themes = [*named("money", "schools", "trust"), {"id": "m1", "title": "calls are at six"}]
    answer = worker.answer(request(mode="names", themes=themes, placed=placed, at_most=3))
    assert answer["themes"][3]["notes"] == []


def test_notes_of_a_theme_put_aside_are_left_alone(worker: Worker) -> None:
    answer = worker.answer(request(mode="names", themes=named("money", "trust"),
                                   placed={"schools-0": "hidden"}))  # fmt: skip
    assert "schools-0" not in [*places(answer), *answer["unsorted"]]


def test_words_that_changed_are_read_anew(worker: Worker) -> None:
    themes, notes = named(*ALL_NAMES), of_all()
    worker.answer(request(mode="names", themes=themes))
    notes["money-0"] = {"text": "teachers and schools are missing here", "room": "r1"}
    found = places(worker.answer(request(mode="names", themes=themes, notes=notes)))
    assert found["money-0"] == "schools"


def test_no_notes_and_no_themes_are_answered_too(worker: Worker) -> None:
    for notes in ({}, {"n": {"text": "hello"}}, {"n": {"text": "no money for staff time"}}):
        for mode in ("live", "anew", "names"):
            for themes in ([], named("money"), [{"id": "m", "title": "something"}]):
                answer = worker.answer(request(mode=mode, notes=notes, themes=themes))
                assert len(places(answer)) + len(answer["unsorted"]) == len(notes)


def test_a_theme_no_name_covers_is_suggested_and_never_folded_in(worker: Worker) -> None:
    themes = named("money", "schools", "zones")
    placed = {id: id.split("-")[0] for id in TEXTS if not id.startswith("trust")}
    asked = request(themes=themes, placed=placed, settled=True)
    answer = worker.answer(asked)
    offered = answer["suggestion"]
    assert offered["note"] in offered["notes"]
    assert sum(id.startswith("trust") for id in offered["notes"]) > len(offered["notes"]) / 2
    assert {theme["theme"] for theme in answer["themes"]} <= {"money", "schools", "zones"}
    again = Worker().answer({**asked, "left": [offered["note"]]})["suggestion"]
    assert again is None or again["note"] != offered["note"]


OTHERS = {f"lunch-{at}": text for at, text in enumerate((
    "more coffee at eleven please", "the lunch was cold again", "vegetarian food ran out", "no cups at the coffee machine",
    "lunch queue is far too long", "please label what is in the food"))}  # fmt: skip


def test_where_names_carry_the_themes_what_fits_none_of_them_stays_outside(worker: Worker) -> None:
    """Beside a theme of two notes, and beside one that no hand has touched."""
    themes = [*named("money", "schools", "zones", "trust"), {"id": "few", "title": "الثقة أولاً", "locked": True},
              {"id": "loose", "title": "closes"}]  # fmt: skip
    notes = {**of_all(), "few-0": {"text": "الثقة تحتاج إلى وقت", "room": "r1"}, "few-1": {"text": "الثقة بين المدارس", "room": "r2"},
             **{id: {"text": text, "room": f"r{at}"} for at, (id, text) in enumerate(OTHERS.items())}}  # fmt: skip
    placed = {id: id.split("-")[0] for id in notes if id not in OTHERS} | {"money-5": "loose", "trust-5": "loose"}
    answer = worker.answer(request(notes=notes, themes=themes, placed=placed, settled=True))
    assert len(set(answer["unsorted"]) & set(OTHERS)) >= 4
    assert not {note for theme in answer["themes"] if theme["theme"] in ("few", "loose") for note in theme["notes"]} & set(OTHERS)


def test_two_notes_that_deny_each_other_are_pointed_out(worker: Worker) -> None:
    notes = of_all()
    notes["money-8"] = {"text": "a small common budget does not help", "room": "r9"}
    answer = worker.answer(request(mode="names", themes=named(*ALL_NAMES), notes=notes))
    assert set(answer["themes"][0]["opposed"]) == {"money-3", "money-8"}


def test_a_phrase_below_a_title_is_never_one_persons_own(worker: Worker) -> None:
    answer = worker.answer(request(mode="names", themes=named(*ALL_NAMES)))
    for theme in answer["themes"]:
        for phrase in theme["phrases"]:
            assert sum(_forms(phrase) in _forms(TEXTS[id]) for id in theme["notes"]) >= 2


def _forms(text: str) -> str:
    """The words of a text whatever form they are in."""
    return " ".join(stem(word) for word in words_of(text))


def test_a_word_that_says_nothing_of_the_subject_is_no_phrase() -> None:
    known = Runs(["nobody needs grants", "nobody asks for grants", "grant first", "one thing at a time"])
    assert known.telling([0, 1]) == []  # in most notes
    known = Runs(["nobody needs grants", "a grant for nobody", *(f"room {n} is cold" for n in range(20))])
    assert known.telling([0, 1]) == ["grant"]


def test_a_title_is_made_of_words_that_its_group_uses_too() -> None:
    texts = ["the printer again", "printer, lamp and door", "a cold night out", "cold soup"]
    having = {"printer": [0, 1], "cold": [2, 3]}
    echo = Echo(texts[:2], having, len(texts))
    assert echo.of("the printer") > 0 > echo.of("cold soup")


@pytest.mark.parametrize(("text", "tidied"), [
    ("“ do they say no? ”", "do they say no?"), ("or only 'take part'.", "or only 'take part'"), ("a \n b -", "a b"),
])  # fmt: skip
def test_quotation_marks_go_only_from_around_all_of_a_title(text: str, tidied: str) -> None:
    assert tidy(text) == tidied

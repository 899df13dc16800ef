"""A pasted roster is read line by line; what cannot be read is said with its line."""

from __future__ import annotations

import pytest

from facilitator.domain.commands.roster import Expected
from facilitator.protocol import read as command
from facilitator.roster_text import read

TABLE = """name,organisation,role,language,mode,topics,group,with,apart,facilitator
Amina Wekesa,Motriz,Head,French; English,online,Trust/Money,A,Bo Li,,yes
"Li, Bo","Acme, Inc",,,vor ort,,,,Amina Wekesa,
Bo Li,,,,,,,,,no
"""


def lines(text: str) -> list[Expected]:
    found = read(text)
    assert not found.problems
    made = command("roster.import", {"lines": [line for _, line in found.lines]})
    return list(made.lines)  # type: ignore[attr-defined]


def test_a_table_with_headings_is_read_whole() -> None:
    amina, li, _ = lines(TABLE)
    assert amina == Expected(
        name="Amina Wekesa", organisation="Motriz", role="Head", languages=("fr", "en"), mode="online",
        topics=("Trust", "Money"), group="A", together=("Bo Li",), capabilities=("facilitator",),
    )  # fmt: skip
    assert (li.name, li.organisation, li.mode, li.apart) == ("Li, Bo", "Acme, Inc", "onsite", ("Amina Wekesa",))


@pytest.mark.parametrize("sign", ["\t", ";", ","])
def test_a_table_may_be_cut_by_tabs_semicolons_or_commas(sign: str) -> None:
    text = f"First name{sign}Last name{sign}Company\nAmina{sign}Wekesa{sign}Motriz"
    assert lines(text) == [Expected(name="Amina Wekesa", organisation="Motriz")]


def test_a_plain_list_of_people_is_enough() -> None:
    found = lines("Amina Wekesa (Motriz)\n- Bo Li – HundrED\n\n3. Jean-Luc Picard")
    assert [(one.name, one.organisation) for one in found] == [
        ("Amina Wekesa", "Motriz"), ("Bo Li", "HundrED"), ("Jean-Luc Picard", ""),
    ]  # fmt: skip


def test_lines_that_are_written_differently_are_read_each_in_its_own_way() -> None:
    found = read("Anna Alpha (Motriz)\nAda Lovelace, Analytical, Engineer\n\n- Bo Li – HundrED\nCy Day; TaRL; Head")
    assert [(number, one["name"], one["organisation"], one.get("role", "")) for number, one in found.lines] == [
        (1, "Anna Alpha", "Motriz", ""), (2, "Ada Lovelace", "Analytical", "Engineer"), (4, "Bo Li", "HundrED", ""), (5, "Cy Day", "TaRL", "Head"),
    ]  # fmt: skip
    assert not found.problems + found.remarks


@pytest.mark.parametrize("line", ["Ada Lovelace <ada@example.org>", "Table 4", "We meet again in the large hall tomorrow"])
def test_what_is_hardly_a_name_is_doubted(line: str) -> None:
    assert read(f"Anna Alpha\n{line}").remarks == [(2, "is all of this a name?")]


def test_what_is_left_over_on_a_line_without_headings_is_told() -> None:
    found = read("Ada Lovelace, Analytical, Engineer, en, online, Trust, vegetarian")
    assert found.remarks == [(1, "more is written here than is read: vegetarian.")]


def test_languages_are_known_by_their_names_in_several_languages() -> None:
    [one] = lines("name\tspeaks\nAmina\tfrançais, Deutsch; pt-BR / Swahili")
    assert one.languages == ("fr", "de", "pt-br", "sw")


def test_whoever_interprets_for_somebody_is_an_interpreter() -> None:
    [one, _] = lines("name,interprets for\nAmina,Bo\nBo,")
    assert (one.interprets, one.capabilities) == ("Bo", ("interpreter",))


def test_each_problem_stands_with_its_line() -> None:
    found = read("name,language,mode,scribe\n,en,,\nBo,Klingonish,moon,perhaps\nBo,,,")
    assert found.problems == [
        (2, "the name is missing."),
        (3, "“Klingonish” is not a language we know."),
        (3, "“moon” is not a place (use on site or online) we know."),
        (3, "“perhaps” under scribe is neither yes nor no."),
        (4, "the same person as line 3."),
    ]


def test_a_wish_about_somebody_not_listed_is_a_remark_and_unknown_columns_are_named() -> None:
    found = read("name,with,shoe size\nAmina,Zola,44")
    assert found.remarks == [(2, "Zola is not on this list; the wish waits until they are.")]
    assert found.ignored == ["shoe size"]
    assert not found.problems


def test_lines_are_counted_as_the_text_has_them() -> None:
    found = read('name,role\n\n"Amina","two\nlines"\n,x')
    assert [number for number, _ in found.lines] == [3]
    assert found.problems == [(5, "the name is missing.")]


@pytest.mark.parametrize(("line", "told"), [
    ("Ana,Motriz,,en;fr", {"name": "Ana", "organisation": "Motriz", "languages": ["en", "fr"]}),
    ("Ana,Motriz,Host; timekeeper; scribe", {"role": "Host; timekeeper; scribe"}),
    ('Ana,Motriz,"a; b; c"', {"name": "Ana", "role": "a; b; c"}),
])  # fmt: skip
def test_a_line_in_whose_cells_another_sign_stands_is_cut_like_the_others(line: str, told: dict[str, object]) -> None:
    [_, (_, found)] = read(f"Ben,HundrED,Speaker,en\n{line}").lines
    assert told.items() <= found.items()

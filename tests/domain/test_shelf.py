"""Shelves: maps that share, compare cheaply, and never change."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.shelf import Shelf
from facilitator.patch import apply, diff

KEYS = st.text("abcdefgh", min_size=1, max_size=3)
MAPS = st.dictionaries(KEYS, st.integers())


@given(before=MAPS, after=MAPS)
def test_a_shelf_behaves_as_a_dict(before: dict[str, int], after: dict[str, int]) -> None:
    shelf = Shelf(before.items())
    grown = shelf.put_all(after.items())
    assert dict(shelf) == before
    assert dict(grown) == before | after
    assert len(grown) == len(before | after)
    for key in before:
        assert dict(shelf.without(key)) == {k: v for k, v in before.items() if k != key}


@given(before=MAPS, after=MAPS)
def test_its_changes_are_exactly_what_differs(before: dict[str, int], after: dict[str, int]) -> None:
    old, new = Shelf(before.items()), Shelf(after.items())
    assert dict(apply(dict(old), diff(old, new))) == after
    assert diff(new, new) == {}


def test_one_note_among_thousands_touches_one_board() -> None:
    shelf = Shelf((f"n{number}", object()) for number in range(5_000))
    other = shelf.put("n77", object())
    same = sum(a is b for a, b in zip(shelf._boards, other._boards, strict=True))
    assert same == 63
    assert [key for key, _, _ in other.changes(shelf)] == ["n77"]


def test_what_is_converted_once_is_not_converted_again() -> None:
    asked: list[str] = []

    def convert(key: str, value: int) -> str:
        asked.append(key)
        return str(value)

    source = Shelf((f"n{number}", number) for number in range(1_000))
    first = source.converted(convert)
    asked.clear()
    later = source.put("n5", -5)
    second = later.converted(convert, (source, first))
    assert asked == ["n5"]
    assert second["n5"] == "-5"

"""How each group is shown: its title, the phrases below it, and the notes that speak for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.theming import titles
from facilitator.theming.encoder import Vectors


@dataclass(frozen=True, slots=True)
class Portrait:
    """Row numbers for notes; `quotes` best first."""

    title: str
    title_note: int
    phrases: tuple[str, ...]
    quotes: tuple[int, ...]


def portraits(
    rows: Vectors, mean: Vectors, groups: Sequence[Sequence[int]], texts: Sequence[str],
    rooms: Sequence[str], now: Sequence[str], with_phrases: bool = True,
) -> list[Portrait]:  # fmt: skip
    """One a group of row numbers; `mean` is that of the rows as they were encoded."""
    if not groups:
        return []
    centres = titles.centre_of(rows, groups)
    language = titles.display_language(texts)
    said = [[texts[row] for row in group] for group in groups]
    found = titles.phrases(centres, said, mean) if with_phrases else [[] for _ in groups]
    return [
        _one(rows, mean, centres, number, group, texts, rooms, language, now[number], found[number])
        for number, group in enumerate(groups)
    ]


def _one(
    rows: Vectors, mean: Vectors, centres: Vectors, number: int, group: Sequence[int],
    texts: Sequence[str], rooms: Sequence[str], language: str, now: str, found: list[str],
) -> Portrait:  # fmt: skip
    own, said = rows[list(group)], [texts[row] for row in group]
    fits = titles.fit(own, centres, number)
    spoken = titles.spoken(said, language)
    title, at = titles.title(
        fits[spoken], [said[at] for at in spoken], mean, centres, number, now
    )
    best = titles.quotes(own, fits, said, [rooms[row] for row in group])
    return Portrait(title, group[spoken[at]], tuple(found), tuple(group[at] for at in best))

"""How each group is shown: its title, the phrases below it, and the notes that speak for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.theming import titles
from facilitator.theming.encoder import Vectors
from facilitator.theming.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Portrait:
    """Row numbers for notes; `quotes` best first."""

    title: str
    title_note: int
    phrases: tuple[str, ...]
    quotes: tuple[int, ...]


def portraits(
    sheet: Sheet, groups: Sequence[Sequence[int]], now: Sequence[str], with_phrases: bool = True
) -> list[Portrait]:
    """One a group of rows, none of them empty; `now` is what each is called at present."""
    if not groups:
        return []
    centres = titles.centre_of(sheet.rows, groups)
    language = titles.display_language(sheet.texts)
    said = [[sheet.texts[row] for row in group] for group in groups]
    found = titles.phrases(centres, said, sheet.mean) if with_phrases else [[] for _ in groups]
    return [
        _one(sheet, centres, number, group, language, now[number], found[number])
        for number, group in enumerate(groups)
    ]


def _one(
    sheet: Sheet, centres: Vectors, number: int, group: Sequence[int], language: str, now: str,
    found: list[str],
) -> Portrait:  # fmt: skip
    own, said = sheet.rows[list(group)], [sheet.texts[row] for row in group]
    fits = titles.fit(own, centres, number)
    spoken = titles.spoken(said, language)
    title, at = titles.title(
        fits[spoken], [said[at] for at in spoken], sheet.mean, centres, number, now
    )
    best = titles.quotes(own, fits, said, [sheet.rooms[row] for row in group])
    return Portrait(title, group[spoken[at]], tuple(found), tuple(group[at] for at in best))

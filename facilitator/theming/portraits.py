"""How each group is shown: its title, the phrases below it, and the notes that speak for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.theming import titles
from facilitator.theming.encoder import Vectors
from facilitator.theming.phrases import fit, phrases
from facilitator.theming.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Portrait:
    """Rows for notes; `quotes` best first. `title_note` is None when the title is a human's."""

    title: str
    title_note: int | None
    phrases: tuple[str, ...]
    quotes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """What a theme is called at present, and whether a human called it so."""

    title: str = ""
    by_hand: bool = False


def portraits(
    sheet: Sheet, groups: Sequence[Sequence[int]], now: Sequence[Call], with_phrases: bool = True
) -> list[Portrait]:
    """One a group of rows, none of them empty; a human's title stays."""
    if not groups:
        return []
    centres = titles.centre_of(sheet.rows, groups)
    language = titles.display_language(sheet.texts)
    spoken = [titles.spoken([sheet.texts[row] for row in group], language) for group in groups]
    found = [list[str]() for _ in groups]
    if with_phrases:
        heard = [[group[at] for at in some] for group, some in zip(groups, spoken, strict=True)]
        found = phrases(sheet.runs, centres, heard, sheet.mean)
    return [
        _one(sheet, centres, number, group, spoken[number], now[number], found[number])
        for number, group in enumerate(groups)
    ]


def _one(
    sheet: Sheet, centres: Vectors, number: int, group: Sequence[int], spoken: list[int], now: Call,
    found: list[str],
) -> Portrait:  # fmt: skip
    own, said = sheet.rows[list(group)], [sheet.texts[row] for row in group]
    fits = fit(own, centres, number)
    title, note = now.title, None
    if not (now.by_hand and now.title):
        spoken = [at for at in spoken if group[at] not in sheet.unquoted] or spoken
        texts, echo = [said[at] for at in spoken], titles.Echo(said, sheet.having, len(sheet.ids))
        title, at = titles.title(fits[spoken], texts, sheet.mean, centres, number, echo, now.title)
        note = group[spoken[at]]
    best = titles.quotes(own, fits, said, [sheet.rooms[row] for row in group])
    return Portrait(title, note, tuple(found), tuple(group[at] for at in best))

"""Regrouping by a host's names: one explicit step that moves every note no hand has placed.

Themes with a human's name are scored by its words and keywords. Of the themes only the
machine named, those stay that the names leave most alone, up to the number of themes a
screen holds. A name that no note speaks of gets no notes, and says so.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from facilitator.theming import names
from facilitator.theming.borrowed import Borrowed
from facilitator.theming.proposal import ABSENT, Proposal
from facilitator.theming.sheet import Sheet
from facilitator.theming.table import Table


def propose(table: Table, sheet: Sheet, borrowed: Borrowed | None = None) -> Proposal:
    """Where every note should go by the themes' names; all themes of the table, in its order."""
    found = Proposal(sheet, [theme.id for theme in table.themes])
    number_of = {theme.id: number for number, theme in enumerate(table.themes)}
    pinned = {sheet.row_of[id]: number_of[theme] for id, theme in table.pinned.items()
              if theme in number_of and id in sheet.row_of}  # fmt: skip
    given = names.Given(sheet, [theme.name for theme in table.themes],
                        _members(table, sheet, pinned), borrowed)  # fmt: skip
    columns = given.columns(table.at_most)
    found.support = given.support
    found.members = [[] for _ in table.themes]
    found.scores = np.full((len(sheet.ids), len(table.themes)), ABSENT, np.float32)
    if columns:
        fixed = {row: columns.index(number) for row, number in pinned.items()}
        found.scores[:, columns] = names.spread(sheet, given.first(columns), fixed)
    _collect(table, found)
    return found


def _members(table: Table, sheet: Sheet, pinned: Mapping[int, int]) -> list[list[int]]:
    """For each theme the rows that are surely of it: pinned ones, or all when it has no name."""
    surely: list[list[int]] = [[] for _ in table.themes]
    for row, number in pinned.items():
        surely[number].append(row)
    for number, theme in enumerate(table.themes):
        if not theme.name.phrases:
            surely[number] = [row for row, id in enumerate(sheet.ids)
                              if {**table.placed, **table.pinned}.get(id) == theme.id]  # fmt: skip
    return surely


def _collect(table: Table, found: Proposal) -> None:
    out = {id for id, theme in table.pinned.items() if theme is None}
    if not found.themes or not len(found.scores) or found.scores.max() <= ABSENT:
        found.unsorted = list(found.sheet.ids)
        return
    for row, (id, best) in enumerate(
        zip(found.sheet.ids, found.scores.argmax(axis=1).tolist(), strict=True)
    ):
        if id in out:
            found.unsorted.append(id)
        else:
            found.members[best].append(row)

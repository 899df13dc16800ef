"""Vectors of a second model, outside, where there are some: they help to read a host's names.

Only how near a note is to a name is read twice, and the two readings are averaged. How names
spread, and everything that is done without names, goes by the model that is here: mixing both
there gains nothing. Rows that do not fit the notes would do harm, so they are compared first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np

from facilitator.theming.affinity import Name, near, texts_of
from facilitator.theming.encoder import Vectors, unit
from facilitator.theming.lent import Row
from facilitator.theming.sheet import Sheet
from facilitator.theming.space import Shift
from facilitator.theming.words import language_of

LEAST = 20  # notes with a row; fewer tell nothing
FIT = 0.25  # another good model has .6, chance below .1: correlation of both models' cosines below which the rows are left aside
MOST_COMPARED = 300  # notes, for that

Find = Callable[[str], Row | None]


class Borrowed:
    """The rows there are beside those of a sheet; `find` gives a text's."""

    def __init__(self, sheet: Sheet, find: Find) -> None:
        self._sheet, self._find = sheet, find
        found = {at: row for at, text in enumerate(sheet.texts) if (row := find(text)) is not None}
        self.at = list(found)
        self.rows = _centred(list(found.values()), [sheet.texts[at] for at in found])

    @cached_property
    def fit(self) -> float:
        """Whether the same notes are near each other here as there: 1 the very same, 0 chance."""
        some = np.unique(np.linspace(0, len(self.at) - 1, min(len(self.at), MOST_COMPARED)).astype(int))
        ours = self._sheet.rows[np.array(self.at)[some]]
        pairs = np.triu_indices(len(some), 1)
        both = [(rows @ rows.T)[pairs] for rows in (ours, self.rows[some])]
        with np.errstate(all="ignore"):
            return float(np.nan_to_num(np.corrcoef(*both)[0, 1]))

    @property
    def enough(self) -> bool:
        return len(self.at) >= LEAST

    def reads(self, names: Sequence[Name]) -> bool:
        """Whether these names can be read with it."""
        return self.enough and all(self._find(text) is not None for text in texts_of(names))

    def averaged(self, scores: Vectors, names: Sequence[Name]) -> Vectors:
        """Scores n × k, where there are rows the mean of these and of its own, which are brought
        to the same mean and deviation first."""
        own = np.stack([near(self.rows, name, self._encoded, unit) for name in names], 1)
        ours = scores[self.at]
        own = (own - own.mean()) / (own.std() + 1e-9) * ours.std() + ours.mean()
        result = scores.copy()
        result[self.at] = (ours + own) / 2
        return np.asarray(result, np.float32)

    def _encoded(self, texts: Sequence[str]) -> Vectors:
        return np.array([self._find(text) for text in texts], np.float32)


def _centred(rows: Sequence[Row], texts: Sequence[str]) -> Vectors:
    """Rows without what those of one language have in common."""
    if not rows:
        return np.zeros((0, 1), np.float32)
    languages, table = [language_of(text) for text in texts], np.array(rows, np.float32)
    return Shift.of(table, languages).taken_off(table, languages, unit)

"""Groups by a host's own names: a few names and keywords spread over all notes at once.

Names and keywords give each note a first score for each theme; five rounds of moving the
themes' centres and six of listening to neighbours spread it. What a hand placed stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from facilitator.theming.affinity import Name, near
from facilitator.theming.borrowed import Borrowed
from facilitator.theming.encoder import Vectors, encode, even, unit
from facilitator.theming.sheet import Sheet
from facilitator.theming.words import stems_of

SIGMA = 0.096  # about the spread of name scores with this encoder
OVERLAP = 0.2  # weight of shared words
MIXED, WARMTH, OWN = 0.7, 0.35, 2.0
HEARD = 0.3  # share of the neighbours' scores
SUPPORT, MORE_NOTES, FEW = 1.2, 0.15, 40  # below it nobody speaks of a name: among so few, and with each doubling more
SHARED_WORD = 0.5  # support enough for so much less, where any note has a word of the name

Scores = NDArray[np.float32]


class Given:
    """Names as a host gives them, against the notes of a sheet.

    `members` are for each name the rows that are surely of its theme; they are support enough
    for a name, and stand for a theme without one.
    """

    def __init__(
        self, sheet: Sheet, given: Sequence[Name], members: Sequence[Sequence[int]],
        borrowed: Borrowed | None = None,
    ) -> None:  # fmt: skip
        self._sheet, self._members = sheet, members
        self._named = [number for number, name in enumerate(given) if name.phrases]
        names = [given[number] for number in self._named]
        self._scores = scores(sheet, names) if names and sheet.ids else np.zeros((0, 0), np.float32)
        self.support: list[float | None] = [None] * len(given)
        if self._scores.size:
            for number, value in zip(self._named, support(self._scores).tolist(), strict=True):
                self.support[number] = round(value + self._said(given[number]), 2)
            if borrowed:  # only now: how much support is enough was found with our own vectors
                self._scores = scores(sheet, names, borrowed)

    def _said(self, name: Name) -> float:
        """What shared words add to support, less what is owed to chance where the best of many notes count."""
        shared = any(self._sheet.having.get(word) for phrase in name.phrases for word in stems_of(phrase))
        return SHARED_WORD * shared - MORE_NOTES * float(np.log2(max(len(self._sheet.ids), FEW) / FEW))

    def columns(self, at_most: int) -> list[int]:
        """The names that some note speaks of, then themes without a name while there is room."""
        speaking = [n for n in self._named if (self.support[n] or 0) >= SUPPORT or self._members[n]]
        if not self._sheet.ids:
            return []
        others = [n for n, inside in enumerate(self._members) if inside and n not in self._named]
        others.sort(key=lambda number: self._claimed(number, speaking))
        return sorted(speaking + others[: max(at_most - len(speaking), 0)])

    def _claimed(self, number: int, speaking: Sequence[int]) -> float:
        """How much the names already speak for the notes of a theme without one."""
        if not speaking:
            return -float(len(self._members[number]))
        table = self.first(speaking)
        best = (table - table.mean(axis=0))[list(self._members[number])].max(axis=1)
        return float(best.mean())

    def first(self, columns: Sequence[int]) -> Scores:
        """The first scores, n × columns."""
        found = [self._scores[:, self._named.index(number)] if number in self._named
                 else of_members(self._sheet.rows, self._members[number]) for number in columns]  # fmt: skip
        return np.stack(found, axis=1)


def scores(sheet: Sheet, names: Sequence[Name], borrowed: Borrowed | None = None) -> Scores:
    """n × k, before columns are centred; about 0 for a chance note, above 2 for a good one."""
    found = [sheet.once((near, name), partial(near, sheet.rows, name, encode, even)) for name in names]
    level = np.stack(found, 1)
    level = (level - level.mean()) / SIGMA
    shared = np.stack([sheet.once((_shared, name), partial(_shared, sheet, name)) for name in names], 1)
    level = borrowed.averaged(level, names) if borrowed else level
    return np.asarray(level + OVERLAP * shared, np.float32)


def _shared(sheet: Sheet, name: Name) -> Scores:
    """Words that each note shares with a name, rare ones more."""
    column = np.zeros(len(sheet.ids), np.float32)
    for word in {s for phrase in name.phrases for s in stems_of(phrase)}:
        having = sheet.having.get(word, [])
        column[having] += np.log((len(sheet.ids) + 1) / (len(having) + 0.5))
    return column


def support(first: Scores) -> Scores:
    """How much the notes speak of each name, and rather of it than of any other name.

    The mean of its five best scores and of the five by which it beats the others most; for a
    name alone only the former.
    """
    said = -np.sort(-first, axis=0)[:5].mean(axis=0)
    if first.shape[1] < 2:
        return np.asarray(said)
    level = first - first.mean(axis=0)
    two = -np.partition(-level, 1, axis=1)[:, :2]
    others = np.where(level == two[:, :1], two[:, 1:], two[:, :1])
    ahead = -np.sort(others - level, axis=0)[:5].mean(axis=0)
    return np.asarray((said + ahead) / 2)


def spread(sheet: Sheet, table: Scores, pinned: Mapping[int, int]) -> Scores:
    """Final scores, n × k, from first scores and what hands have placed (row → column)."""
    rows = sheet.short
    first = table - table.mean(axis=0)
    current = first
    own = np.array(sorted(pinned), np.int64)
    theirs = np.array([pinned[row] for row in own.tolist()], np.int64)
    for _ in range(5):
        share = np.exp((current - current.max(axis=1, keepdims=True)) / WARMTH)
        share /= share.sum(axis=1, keepdims=True)
        share[own] = 0
        share[own, theirs] = OWN
        near = _standard(rows @ unit(share.T @ rows).T)
        current = MIXED * first + (1 - MIXED) * (near - near.mean(axis=0))
    least, most = 0.5 * current.min(axis=0), current.max(axis=0)
    current[own] = least
    current[own, theirs] = most[theirs]
    heard, weights = current, sheet.graph
    for _ in range(6):
        heard = (1 - HEARD) * current + HEARD * (weights @ heard)
    heard[own, theirs] = heard.max(axis=1)[own] + 1  # a hand wins over all neighbours
    return heard.astype(np.float32)


def of_members(rows: Vectors, members: Sequence[int]) -> Scores:
    """The score column of a theme that has members and no name."""
    return _standard(rows @ unit(rows[list(members)].mean(axis=0)))


def _standard(values: Scores) -> Scores:
    result: Scores = (values - values.mean()) / (values.std() + 1e-9)
    return result

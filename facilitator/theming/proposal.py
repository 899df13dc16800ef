"""Where every note should go, how sure that is, and which notes a human should look at."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from facilitator.theming.encoder import Vectors
from facilitator.theming.sheet import Sheet
from facilitator.theming.titles import centre_of

MOST_TO_CHECK = 40
OFFERED = 3  # themes a note to check comes with
WARMTH = 0.5  # how far chances follow the scores, in deviations of these
CLOSE = 0.2  # share of all notes, the least sure, that show a second theme
ABSENT = -1e6  # the score of a theme that no note speaks of


@dataclass(slots=True)
class Proposal:
    """Themes (None: a new one) with their members as rows of the sheet, and all scores.

    `scores` is notes × themes, larger is nearer; `support` one figure a theme, None for a theme
    without a name of its own.
    """

    sheet: Sheet
    themes: list[str | None] = field(default_factory=list)
    members: list[list[int]] = field(default_factory=list)
    unsorted: list[str] = field(default_factory=list)
    scores: Vectors = field(default_factory=lambda: np.zeros((0, 0), np.float32))
    support: list[float | None] = field(default_factory=list)
    larger: int = 0  # notes that would move if no step were rationed

    @property
    def supported(self) -> list[bool]:
        return [bool(inside) for inside in self.members]

    def place_of(self) -> dict[str, int]:
        """Note → the place of its theme in `themes`."""
        return {self.sheet.ids[row]: at for at, rows in enumerate(self.members) for row in rows}

    def best(self, most: int = OFFERED) -> dict[str, list[int]]:
        """Each note's best themes, best first."""
        if not self.themes:
            return {}
        there = self._there()
        order = np.argsort(-self.scores[:, there], axis=1, kind="stable")[:, :most]
        return dict(zip(self.sheet.ids, np.array(there, np.int64)[order].tolist(), strict=True))

    def _there(self) -> list[int]:
        """The themes that some note speaks of."""
        return [at for at in range(len(self.themes)) if (self.scores[:, at] > ABSENT).any()]

    def margins(self) -> Vectors:
        """By how much each note's best theme beats its second."""
        if len(self.themes) < 2 or not len(self.scores):
            return np.full(len(self.sheet.ids), np.inf, np.float32)
        two = -np.partition(-self.scores, 1, axis=1)[:, :2]
        return np.asarray(two[:, 0] - two[:, 1], np.float32)

    def second(self, best: Mapping[str, Sequence[int]]) -> dict[str, int]:
        """Notes that belong nearly as well to another theme, and which."""
        margins, where = self.margins(), self.place_of()
        if not len(margins) or not np.isfinite(margins).any():
            return {}
        unsure = np.flatnonzero(margins <= np.quantile(margins, CLOSE))
        ids = [id for id in (self.sheet.ids[row] for row in unsure) if id in where]
        return {id: next(at for at in best[id] if at != where[id])
                for id in ids if len(best[id]) > 1}  # fmt: skip

    def check(self, settled: Collection[str]) -> list[str]:
        """The notes worth a look: those that a tap is likeliest to mend, with many like them."""
        open_ = [row for row, id in enumerate(self.sheet.ids) if id not in settled]
        if not open_ or len(self.themes) < 2:
            return []
        worth = _scaled(self._mended()[open_]) + _scaled(self.sheet.density[open_])
        order = np.argsort(-worth, kind="stable")[:MOST_TO_CHECK]
        return [self.sheet.ids[open_[at]] for at in order.tolist()]

    def _mended(self) -> Vectors:
        """The chance that a theme which is offered, but not the first, is right, less that none is."""
        there = self.scores[:, self._there()]
        chances = np.exp((there - there.max(axis=1, keepdims=True)) / (WARMTH * there.std() + 1e-9))
        chances = -np.sort(-chances / chances.sum(axis=1, keepdims=True), axis=1)
        gain = chances[:, 1:OFFERED].sum(axis=1) - chances[:, OFFERED:].sum(axis=1)
        return np.asarray(gain, np.float32)

    def moves(self, placed: Mapping[str, Any]) -> int:
        """How many notes that have a theme would get another, or none."""
        where = {id: self.themes[at] for id, at in self.place_of().items()}
        return sum(where.get(id) != placed[id] for id in self.sheet.ids if id in placed)


def _scaled(values: Vectors) -> Vectors:
    low, high = float(values.min()), float(values.max())
    return (values - low) / (high - low) if high > low else np.zeros_like(values)


def by_members(proposal: Proposal) -> Vectors:
    """Scores of notes for themes that are known by their members alone."""
    rows = proposal.sheet.rows
    if not proposal.members or not len(rows):
        return np.zeros((len(rows), len(proposal.members)), np.float32)
    return np.asarray(rows @ centre_of(rows, proposal.members).T, np.float32)

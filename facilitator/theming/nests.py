"""Themes as places where a new note may settle: a centre, and how near it must be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from facilitator.theming.affinity import Name
from facilitator.theming.encoder import Vectors, encode, even
from facilitator.theming.sheet import Sheet
from facilitator.theming.table import Known
from facilitator.theming.titles import centre_of

LOOSE = 0.03  # share of a theme's notes that are farther from its centre than a new one may be
KNOWN_WELL = 10  # notes of a theme from which that share can be told
FIRM = 0.1  # cosine to a theme of few notes, where the host's names carry the themes and what fits none is better told
NAMED_ONLY = 0.15  # cosine that a first note must have to a theme with nothing but its name


@dataclass(frozen=True, slots=True)
class Nests:
    """Themes as centres, each with how near a new note must be."""

    themes: Sequence[str]
    centres: Vectors
    floors: Vectors

    @classmethod
    def of(cls, themes: Sequence[Known], sheet: Sheet, where: Mapping[str, Any], settled: bool = False) -> Nests:
        """`where` is note → theme."""
        centres, floors = [], []
        for theme in themes:
            inside = [row for row, id in enumerate(sheet.ids) if where.get(id) == theme.id]
            centre = centre_of(sheet.rows, [inside])[0] if inside else _of_words(theme, sheet.mean)
            centres.append(centre)
            floors.append(_floor(sheet.rows[inside] @ centre, settled))
        return cls([theme.id for theme in themes], np.stack(centres), np.array(floors, np.float32))

    def nearest(self, rows: Vectors) -> list[str | None]:
        """For each row the theme it belongs to, or None when it fits nowhere."""
        near = rows @ self.centres.T
        best = near.argmax(axis=1)
        return [self.themes[at] if row[at] >= self.floors[at] else None
                for at, row in zip(best.tolist(), near, strict=True)]  # fmt: skip


def _floor(near: Vectors, settled: bool) -> float:
    """How near a note must be to a theme, from how near its notes are."""
    if len(near) >= KNOWN_WELL:
        return float(np.quantile(near, LOOSE))
    return FIRM * settled if len(near) else NAMED_ONLY


def _of_words(theme: Known, mean: Vectors) -> Vectors:
    """The centre of a theme that has no notes yet: its words."""
    phrases = Name(theme.title, theme.keywords).phrases
    if not phrases:
        return np.zeros_like(mean)
    return even(even(encode(phrases) - mean).sum(axis=0))

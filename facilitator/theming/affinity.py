"""How near notes are to a name: to its nearest phrase, or part of one, and to all phrases together."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from facilitator.theming.encoder import Vectors, unit

_PARTS = re.compile(r"\s*(?:[,;/&]|\b(?:and|or|y|o|e|ou|et|und|oder)\b)\s*", re.I)
# What ordinary short titles have in common; taken off every name.
_TITLES = (
    "Welcome and introductions", "Next steps", "Lessons learned", "Questions and answers", "Main challenges",
    "Roles and responsibilities", "Time management", "Communication", "Resources", "Quality", "Health", "Travel",
    "Marketing", "The environment", "Sports and leisure", "Food and drink", "Housing", "Music", "Security", "Transport",
    "Customer service", "Family life", "Energy", "History", "Software", "Payments", "Animals", "Weather", "Science",
    "Working hours",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """A theme as the host says it, with further words for it; without a title, only members."""

    title: str
    keywords: tuple[str, ...] = ()

    @property
    def phrases(self) -> tuple[str, ...]:
        return tuple(phrase for phrase in (self.title, *self.keywords) if phrase.strip())

    @property
    def parts(self) -> tuple[str, ...]:
        """What the phrases list, or the phrases themselves."""
        return tuple(part for phrase in self.phrases for part in [p for p in _PARTS.split(phrase) if p] or [phrase])


def texts_of(names: Sequence[Name]) -> list[str]:
    """Every text whose vector it takes to read these names."""
    said = [text for name in names for text in (*name.phrases, *name.parts)]
    return list(dict.fromkeys((*said, *_TITLES))) if said else []


def near(
    rows: Vectors, name: Name, encode: Callable[[Sequence[str]], Vectors],
    level: Callable[[NDArray[Any]], Vectors],
) -> Vectors:  # fmt: skip
    """One figure a row; `level` brings vectors to length 1."""
    shared = encode(_TITLES).mean(axis=0)
    whole = level(encode(name.phrases) - shared).sum(axis=0)
    found = rows @ np.vstack([unit(whole)[None], level(encode(name.parts) - shared)]).T
    return np.asarray(0.5 * found[:, 1:].max(axis=1) + 0.5 * found[:, 0], np.float32)

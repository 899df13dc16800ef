"""Groups by a host's own names: a few names and keywords spread over all notes at once.

Names and keywords give each note a first score for each theme; five rounds of moving the
themes' centres and six of listening to neighbours spread it. What a hand placed stays.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from facilitator.theming.encoder import Vectors, encode, even, unit
from facilitator.theming.space import graph
from facilitator.theming.words import stems_of

SIGMA = 0.104  # spread of name scores with this encoder
OVERLAP = 0.4  # weight of shared words
MIXED, WARMTH, OWN = 0.5, 0.35, 4.0
HEARD = 0.3  # share of the neighbours' scores
SUPPORT = 1.8  # mean of a name's five best scores below which nobody speaks of it
_PARTS = re.compile(r"\s*(?:[,;/&]|\b(?:and|or|y|o|e|ou|et|und|oder)\b)\s*", re.I)
# What ordinary short titles have in common; taken off every name.
_TITLES = (
    "Welcome and introductions", "Next steps", "Lessons learned", "Questions and answers", "Main challenges",
    "Roles and responsibilities", "Time management", "Communication", "Resources", "Quality", "Health", "Travel",
    "Marketing", "The environment", "Sports and leisure", "Food and drink", "Housing", "Music", "Security", "Transport",
    "Customer service", "Family life", "Energy", "History", "Software", "Payments", "Animals", "Weather", "Science",
    "Working hours",
)  # fmt: skip

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Name:
    """A theme as the host says it, with further words for it; without a title, only members."""

    title: str
    keywords: tuple[str, ...] = ()

    @property
    def phrases(self) -> tuple[str, ...]:
        return tuple(phrase for phrase in (self.title, *self.keywords) if phrase.strip())


def scores(rows: Vectors, texts: Sequence[str], names: Sequence[Name]) -> Scores:
    """n × k, before columns are centred; about 0 for a chance note, above 2 for a good one."""
    common = encode(_TITLES).mean(axis=0)
    table = np.stack([_score(rows, name, common) for name in names], axis=1)
    return ((table - table.mean()) / SIGMA + OVERLAP * _overlap(texts, names)).astype(np.float32)


def _score(rows: Vectors, name: Name, common: Vectors) -> NDArray[np.float32]:
    phrases = name.phrases
    vectors = even(encode(phrases) - common)
    each = []
    for phrase, vector in zip(phrases, vectors, strict=True):
        near = rows @ vector
        parts = [part for part in _PARTS.split(phrase) if part]
        if len(parts) > 1:
            near = 0.5 * near + 0.5 * (rows @ even(encode(parts) - common).T).max(axis=1)
        each.append(near)
    together = rows @ unit(vectors.sum(axis=0))
    result: NDArray[np.float32] = 0.5 * np.max(each, axis=0) + 0.5 * together
    return result


def _overlap(texts: Sequence[str], names: Sequence[Name]) -> NDArray[np.float64]:
    stems = [stems_of(text) for text in texts]
    count = len(texts)
    table = np.zeros((count, len(names)))
    for column, name in enumerate(names):
        for word in {s for phrase in name.phrases for s in stems_of(phrase)}:
            having = np.array([word in each for each in stems])
            table[having, column] += np.log((count + 1) / (having.sum() + 0.5))
    return table


def table(
    rows: Vectors, texts: Sequence[str], given: Sequence[Name], members: Sequence[Sequence[int]]
) -> tuple[list[int], Scores]:
    """(numbers of the names that stay, their first scores): some notes must speak of a name.

    `members` are rows that are surely of a theme; they are support enough, and stand for a
    theme without a name.
    """
    named = [number for number, name in enumerate(given) if name.phrases]
    columns = {}
    if named and len(rows):
        first = scores(rows, texts, [given[number] for number in named])
        enough = support(first) >= SUPPORT
        columns = {number: first[:, at] for at, number in enumerate(named)
                   if enough[at] or members[number]}  # fmt: skip
    for number, inside in enumerate(members):
        if inside and number not in columns:
            columns[number] = of_members(rows, inside)
    kept = sorted(columns)
    if not kept:
        return [], np.zeros((len(rows), 0), np.float32)
    return kept, np.stack([columns[n] for n in kept], axis=1)


def support(first: Scores) -> Scores:
    """How much the notes speak of each name: the mean of its five best first scores."""
    return np.asarray(-np.sort(-first, axis=0)[:5].mean(axis=0))


def spread(rows: Vectors, table: Scores, pinned: Mapping[int, int]) -> Scores:
    """Final scores, n × k, from first scores and what hands have placed (row → column)."""
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
    heard, weights = current, graph(rows)
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

"""Notes as points: what all notes share is taken off, neighbours draw each other together.

Removing the mean of each language and of each form (question or not) leaves what notes
differ in; smoothing over shared neighbours makes groups of short notes stand out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from facilitator.theming.encoder import Vectors, unit
from facilitator.theming.words import language_of

SHRINK = 4  # notes a language or form needs before its own mean counts half
ALPHA, ROUNDS = 0.7, 3  # smoothing: share of the neighbours, rounds
_QUESTION = re.compile("[?¿؟？]")


def centred(vectors: Vectors, texts: Sequence[str]) -> Vectors:
    """The vectors without what their language and their form have in common."""
    rows = _less_means(vectors, [language_of(text) for text in texts])
    return _less_means(rows, ["?" if _QUESTION.search(text) else "." for text in texts])


def _less_means(rows: Vectors, groups: Sequence[str]) -> Vectors:
    if not len(rows):
        return rows
    overall, result = rows.mean(axis=0), rows.copy()
    names = np.array(groups)
    for name in sorted(set(groups)):
        inside = names == name
        count = int(inside.sum())
        weight = count / (count + SHRINK)
        result[inside] -= weight * rows[inside].mean(axis=0) + (1 - weight) * overall
    return unit(result)


def neighbours(count: int) -> int:
    """How many neighbours a note has, for that many notes."""
    return int(np.clip(np.sqrt(count) / 1.5, 6, 15))


def graph(rows: Vectors) -> NDArray[np.float32]:
    """Symmetric weights of the nearest neighbours; rows sum to 1. n × n, for n up to some thousands."""
    count = len(rows)
    near = np.clip(rows @ rows.T, 0, None) ** 2
    np.fill_diagonal(near, 0)
    k = min(neighbours(count), count - 1)
    if k < 1:
        return near.astype(np.float32)
    least = np.partition(near, -k, axis=1)[:, -k][:, None]
    kept = np.where(near >= least, near, 0)
    kept = np.maximum(kept, kept.T)
    sums = kept.sum(axis=1, keepdims=True)
    return (kept / np.where(sums > 0, sums, 1)).astype(np.float32)


def smoothed(rows: Vectors, weights: NDArray[np.float32]) -> Vectors:
    """Each note drawn towards its neighbours."""
    result = rows
    for _ in range(ROUNDS):
        result = unit((1 - ALPHA) * rows + ALPHA * (weights @ result))
    return result

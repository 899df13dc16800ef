"""Notes as points: what all notes share is taken off, neighbours draw each other together.

Removing the mean of each language and of each form (question or not) leaves what notes
differ in; smoothing over the nearest neighbours makes groups of short notes stand out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from scipy import sparse

from facilitator.theming.encoder import Vectors, even, unit
from facilitator.theming.words import language_of

Weights = sparse.csr_matrix

SHRINK = 4  # notes a language or form needs before its own mean counts half
ALPHA, ROUNDS = 0.7, 3  # smoothing: share of the neighbours, rounds
_QUESTION = re.compile("[?¿؟？]")


def centred(vectors: Vectors, texts: Sequence[str]) -> Vectors:
    """The vectors without what their language and their form have in common."""
    if not len(vectors):
        return vectors
    rows = _less_means(vectors, [language_of(text) for text in texts])
    return _less_means(rows, ["?" if _QUESTION.search(text) else "." for text in texts])


def _less_means(rows: Vectors, groups: Sequence[str]) -> Vectors:
    overall, result = rows.mean(axis=0), rows.copy()
    names = np.array(groups)
    for name in sorted(set(groups)):
        inside = names == name
        count = int(inside.sum())
        weight = count / (count + SHRINK)
        result[inside] -= weight * rows[inside].mean(axis=0) + (1 - weight) * overall
    return even(result)


def neighbours(count: int) -> int:
    """How many neighbours a note has, for that many notes."""
    return int(np.clip(np.sqrt(count) / 1.5, 6, 15))


def graph(rows: Vectors) -> Weights:
    """Symmetric weights of the nearest neighbours; rows sum to 1. For up to some thousands."""
    count = len(rows)
    k = min(neighbours(count), count - 1)
    if k < 1:
        return sparse.csr_matrix((count, count), dtype=np.float32)
    near = rows @ rows.T
    np.fill_diagonal(near, -2)
    nearest = np.argpartition(near, count - k, axis=1)[:, count - k :]
    values = np.clip(np.take_along_axis(near, nearest, axis=1), 0, None) ** 2
    starts = np.arange(0, count * k + 1, k)
    kept = sparse.csr_matrix((values.ravel(), nearest.ravel(), starts), shape=(count, count))
    kept = kept.maximum(kept.T)
    sums = np.asarray(kept.sum(axis=1)).ravel()
    scale = sparse.diags(1 / np.where(sums > 0, sums, 1))
    return (scale @ kept).tocsr().astype(np.float32)


def smoothed(rows: Vectors, weights: Weights) -> Vectors:
    """Each note drawn towards its neighbours."""
    result = rows
    for _ in range(ROUNDS):
        result = unit((1 - ALPHA) * rows + ALPHA * (weights @ result))
    return result

"""Notes as points: what all notes share is taken off, neighbours draw each other together.

Removing the mean of each language and of each form (question or not) leaves what notes
differ in; smoothing over the nearest neighbours makes groups of short notes stand out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from facilitator.theming.encoder import Vectors, even, unit
from facilitator.theming.words import language_of

Weights: TypeAlias = Any  # a sparse n × n matrix; scipy has no types

SHRINK = 4  # notes a language or form needs before its own mean counts half
ALPHA, ROUNDS = 0.7, 3  # smoothing: share of the neighbours, rounds
DIRECTIONS = 256
_QUESTION = re.compile("[?¿؟？]")


@dataclass(frozen=True, slots=True)
class Shift:
    """What the rows of each group have in common, and all rows."""

    means: Mapping[str, Vectors]
    overall: Vectors

    @classmethod
    def of(cls, rows: Vectors, groups: Sequence[str]) -> Shift:
        overall, means = rows.mean(axis=0), {}
        names = np.array(groups)
        for name in sorted(set(groups)):
            inside = rows[names == name]
            weight = len(inside) / (len(inside) + SHRINK)
            means[name] = weight * inside.mean(axis=0) + (1 - weight) * overall
        return cls(means, overall)

    def taken_off(
        self, rows: Vectors, groups: Sequence[str], level: Callable[[Vectors], Vectors] = even
    ) -> Vectors:
        number = {name: at for at, name in enumerate(self.means)}
        table = np.stack([*self.means.values(), self.overall])
        return level(rows - table[[number.get(name, -1) for name in groups]])


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a set of notes is centred, so that a note that comes later can be laid beside them."""

    language: Shift
    form: Shift

    @classmethod
    def of(cls, vectors: Vectors, texts: Sequence[str]) -> tuple[Frame | None, Vectors]:
        """The frame of some notes, and the notes in it."""
        if not len(vectors):
            return None, vectors
        languages, forms = _languages(texts), _forms(texts)
        language = Shift.of(vectors, languages)
        rows = language.taken_off(vectors, languages)
        form = Shift.of(rows, forms)
        return cls(language, form), form.taken_off(rows, forms)

    def laid(self, vectors: Vectors, texts: Sequence[str]) -> Vectors:
        """Further vectors in the frame."""
        rows = self.language.taken_off(vectors, _languages(texts))
        return self.form.taken_off(rows, _forms(texts))


def _languages(texts: Sequence[str]) -> list[str]:
    return [language_of(text) for text in texts]


def _forms(texts: Sequence[str]) -> list[str]:
    return ["?" if _QUESTION.search(text) else "." for text in texts]


def neighbours(count: int) -> int:
    """How many neighbours a note has, for that many notes."""
    return int(np.clip(np.sqrt(count) / 1.5, 6, 15))


@dataclass(frozen=True, slots=True)
class Near:
    """The nearest others of each row, n × k: how near, and which."""

    cosines: Vectors
    numbers: NDArray[np.intp]


def nearest(rows: Vectors) -> Near:
    """Up to some thousands of rows: all pairs are compared."""
    count = len(rows)
    k = max(min(neighbours(count), count - 1), 0)
    near = rows @ rows.T
    np.fill_diagonal(near, -2)
    numbers = np.argpartition(near, count - k - 1, axis=1)[:, count - k :]
    return Near(np.take_along_axis(near, numbers, axis=1), numbers)


def graph(near: Near) -> Weights:
    """Symmetric weights of the nearest neighbours by cosine; rows sum to 1."""
    kept = _sparse(near.numbers, np.clip(near.cosines, 0, None) ** 2)
    return _shares(kept.maximum(kept.T))


def shared_graph(near: Near) -> Weights:
    """The same by the share of neighbours that two neighbours have in common (Jaccard)."""
    count, k = near.numbers.shape
    known = _sparse(near.numbers, np.ones_like(near.cosines))
    circle = known + sparse.identity(count, np.float32, format="csr")
    common = (circle @ circle.T).multiply(known.maximum(known.T)).tocsr()
    common.data = common.data / (2 * (k + 1) - common.data)
    return _shares(common)


def _sparse(nearest: NDArray[np.intp], values: Vectors) -> Weights:
    count, k = nearest.shape
    starts = np.arange(count + 1) * k
    return sparse.csr_matrix((values.ravel(), nearest.ravel(), starts), shape=(count, count))


def _shares(weights: Weights) -> Weights:
    sums = np.asarray(weights.sum(axis=1)).ravel()
    scaled = sparse.diags(1 / np.where(sums > 0, sums, 1)) @ weights
    return scaled.tocsr().astype(np.float32)


def smoothed(rows: Vectors, weights: Weights) -> Vectors:
    """Each note drawn towards its neighbours."""
    result = rows
    for _ in range(ROUNDS):
        result = unit((1 - ALPHA) * rows + ALPHA * (weights @ result))
    return result


def shortened(rows: Vectors) -> Vectors:
    """The rows along their main directions (a random range finder, Halko et al. 2011)."""
    drawn = np.random.RandomState(0).standard_normal((rows.shape[1], DIRECTIONS))
    basis, _ = np.linalg.qr(rows.T @ (rows @ drawn.astype(np.float32)))
    return np.asarray(rows @ basis, np.float32)

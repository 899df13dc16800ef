"""Vectors of texts from a model's server: one call, and every row checked before it is used."""

from __future__ import annotations

import json
import struct
from base64 import b64decode, b64encode
from collections.abc import Sequence
from functools import partial
from math import hypot, isfinite
from typing import Any

from facilitator.outside.asking import Asker, NoAnswer

LEAST_WIDTH, MOST_WIDTH = 8, 8_192  # numbers of a vector


def vectors(asker: Asker, model: str, texts: Sequence[str], width: int | None = None) -> list[str]:
    """A row a text, of length 1, as base64 of half floats (little endian); `width`: numbers a row
    must have. NoAnswer says why there are none."""
    plain = {"model": model, "input": list(texts)}
    read = partial(rows_in, count=len(texts), width=width)
    return asker.post("embeddings", ({**plain, "encoding_format": "float"}, plain), read)


def width_of(row: str) -> int:
    """How many numbers a row holds."""
    return len(b64decode(row)) // 2


def rows_in(read: bytes, count: int, width: int | None) -> list[str]:
    """The rows of an answer, in the order of the texts."""
    try:
        found = [(each.get("index", at), each["embedding"]) for at, each in enumerate(json.loads(read)["data"])]
        rows = [row for _, row in sorted(found, key=lambda one: one[0])]
        width = width or len(rows[0])
        if sorted(at for at, _ in found) != list(range(count)) or not LEAST_WIDTH <= width <= MOST_WIDTH or any(len(row) != width for row in rows):
            raise NoAnswer("useless")
        return [_packed(row) for row in rows]
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError, struct.error):
        raise NoAnswer("useless") from None


def _packed(row: list[Any]) -> str:
    length = hypot(*row)
    if not isfinite(length) or length < 1e-9:
        raise NoAnswer("useless")
    return b64encode(struct.pack(f"<{len(row)}e", *[value / length for value in row])).decode()

"""Vectors that a model outside lent, kept beside our own: of an event's words that it may read.

They stay as long as their words do and may be read: a note that is withdrawn, or that may not be
quoted any more, takes its row along, and all go when the host lets no model read.
"""

from __future__ import annotations

import logging
import sqlite3
from base64 import b64decode
from collections import OrderedDict
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from facilitator.theming.keeping import digest, opened

log = logging.getLogger(__name__)

MOST_HELD = 4  # events; 2,000 rows of 1,500 numbers are 6 MB
TABLE = """CREATE TABLE IF NOT EXISTS lent (event TEXT, space TEXT, digest BLOB, vector BLOB,
PRIMARY KEY (event, space, digest)) WITHOUT ROWID"""

Row: TypeAlias = NDArray[np.float16]
Key = tuple[str, bytes]  # space, digest of the words


class Lent:
    """The rows of some file; without a file there are none."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._held: OrderedDict[str, dict[Key, Row]] = OrderedDict()

    def settle(
        self, event: str, space: str, texts: Collection[str], fresh: Mapping[str, str]
    ) -> dict[Key, Row] | None:
        """The rows of an event: what is fresh is taken (words → half floats as base64), what is
        not among these texts goes. The same object as long as nothing changes; None without a file."""
        if self._path is None or not event:
            return None
        try:
            return self._settled(event, {key(space, text) for text in texts}, {
                key(space, text): np.frombuffer(b64decode(row), "<f2") for text, row in fresh.items()})  # fmt: skip
        except sqlite3.Error as problem:
            log.warning("Vectors from outside are not kept from now on: %s.", problem)
            self._path = None
            return None

    def _settled(self, event: str, there: set[Key], fresh: dict[Key, Row]) -> dict[Key, Row]:
        held = self._recalled(event)
        fresh = {key: row for key, row in fresh.items() if key in there}
        width = {len(row) for row in fresh.values()}
        gone = [key for key, row in held.items() if key not in there or (width and len(row) not in width)]
        if fresh or gone:
            self._write(event, fresh, gone)
            kept = {key: row for key, row in held.items() if key not in set(gone)}
            self._held[event] = {**kept, **fresh}
        return self._held[event]

    def _recalled(self, event: str) -> dict[Key, Row]:
        if event not in self._held:
            assert self._path is not None
            with opened(self._path, TABLE) as file:
                found = file.execute("SELECT space, digest, vector FROM lent WHERE event = ?", (event,)).fetchall()
            self._held[event] = {(space, made): np.frombuffer(row, "<f2") for space, made, row in found}
            if len(self._held) > MOST_HELD:
                self._held.popitem(last=False)
        self._held.move_to_end(event)
        return self._held[event]

    def _write(self, event: str, fresh: Mapping[Key, Row], gone: Collection[Key]) -> None:
        assert self._path is not None
        with opened(self._path, TABLE) as file, file:
            file.executemany("DELETE FROM lent WHERE event = ? AND space = ? AND digest = ?",
                             [(event, *key) for key in gone])  # fmt: skip
            file.executemany("INSERT OR REPLACE INTO lent VALUES (?, ?, ?, ?)",
                             [(event, *key, row.tobytes()) for key, row in fresh.items()])  # fmt: skip


def key(space: str, text: str) -> Key:
    return space, digest(text)

"""Vectors kept on disk between starts, each beside the name and version of the model that made it.

Words are not kept: a digest tells which words a vector is of, and a vector of other words, or of
another model, is not taken. A note that is no longer among its event's notes takes its vector
along. It is a store of its own, because the theming knows no database of the house; and nothing
is lost with it, because whatever is missing is encoded again.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np

from facilitator.theming import encoder

log = logging.getLogger(__name__)

PATIENCE = 5.0  # seconds for another process that writes
TABLE = """CREATE TABLE IF NOT EXISTS vectors (event TEXT, note TEXT, model TEXT, digest BLOB, vector BLOB,
PRIMARY KEY (event, note)) WITHOUT ROWID"""

Notes = Mapping[str, Mapping[str, Any]]


def digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "replace"), digest_size=16).digest()


class Kept:
    """The vectors of some file; without a file nothing is kept."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._known: dict[str, dict[str, str]] = {}  # event → note → its words on disk; "": others

    def recall(self, event: str, notes: Notes) -> None:
        """Gives the encoder what is kept of an event's notes, the first time it is asked about."""
        if self._path is None or not event or event in self._known:
            return
        self._known[event] = {}
        with self._open() as file:
            found = file.execute("SELECT note, digest, vector FROM vectors WHERE event = ? AND model = ?",
                                 (event, encoder.model_name())).fetchall()  # fmt: skip
        size = encoder.WIDTH * np.dtype(np.float16).itemsize
        for note, made, vector in found:
            text = notes[note]["text"] if note in notes else ""
            same = len(vector) == size and digest(text) == made
            self._known[event][note] = text if same else ""
            if same:
                encoder.remember(text, np.frombuffer(vector, np.float16))

    def keep(self, event: str, notes: Notes) -> None:
        """Writes the vectors that are new, and drops those of notes that are gone."""
        if self._path is None or not event:
            return
        known = self._known.setdefault(event, {})
        new = [(id, note["text"]) for id, note in notes.items() if known.get(id) != note["text"]]
        fresh = [(event, id, encoder.model_name(), digest(text), vector.tobytes()) for id, text in new
                 if (vector := encoder.remembered(text)) is not None]  # fmt: skip
        gone = [(event, id) for id in known.keys() - notes.keys()]
        if not fresh and not gone:
            return
        with self._open() as file, file:
            file.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?, ?, ?)", fresh)
            file.executemany("DELETE FROM vectors WHERE event = ? AND note = ?", gone)
        for _, id in gone:
            del known[id]
        known.update((id, text) for id, text in new if encoder.remembered(text) is not None)

    def _open(self) -> closing[sqlite3.Connection]:
        assert self._path is not None
        return opened(self._path, TABLE)


def opened(path: Path, table: str) -> closing[sqlite3.Connection]:
    """The file, with a table in it, for us alone to read."""
    if not path.exists():
        path.touch(mode=0o600)
    file = sqlite3.connect(path, timeout=PATIENCE)
    file.execute("PRAGMA secure_delete = ON")  # what is dropped is overwritten
    file.execute("PRAGMA synchronous = NORMAL")
    file.execute(table)
    return closing(file)

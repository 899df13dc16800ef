"""Copies of a SQLite database: made while it is in use, checked before they are believed."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy.engine import make_url


def file_of(url: str) -> Path:
    """The file of a SQLite database; ValueError for another kind of database."""
    parsed = make_url(url)
    if not parsed.drivername.startswith("sqlite") or not parsed.database:
        raise ValueError("Only SQLite databases are copied here; use pg_dump for PostgreSQL.")
    return Path(parsed.database)


def check(path: Path) -> None:
    """ValueError with a sentence unless this is a whole database of ours."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
            answer = database.execute("PRAGMA integrity_check").fetchone()[0]
            tables = {row[0] for row in database.execute("SELECT name FROM sqlite_master")}
    except sqlite3.Error as error:
        raise ValueError(f"{path} is not a usable database: {error}.") from None
    if answer != "ok" or not {"events", "journal", "house"} <= tables:
        raise ValueError(f"{path} is not a whole Facilitator database.")


def copy(source: Path, target: Path) -> None:
    """Copies a database page by page, then checks the copy."""
    try:
        with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
            old.backup(new)
            new.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it
    except sqlite3.Error as error:
        raise ValueError(f"{source} could not be copied: {error}.") from None
    check(target)


def put_in_place(source: Path, target: Path) -> None:
    """Puts a checked copy of `source` where the database is; the old one is kept beside it."""
    if not source.exists():
        raise ValueError(f"{source} does not exist.")
    check(source)
    fresh = target.with_suffix(".restoring")
    fresh.unlink(missing_ok=True)
    copy(source, fresh)
    if target.exists():
        kept = target.with_suffix(".before-restore")
        kept.unlink(missing_ok=True)
        copy(target, kept)
    for beside in ("-wal", "-shm"):  # they belong to the old database
        Path(f"{target}{beside}").unlink(missing_ok=True)
    os.replace(fresh, target)

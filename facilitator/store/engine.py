"""The database connections: durable before anything is acknowledged, one writer at a time."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import StaticPool

PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",  # an acknowledged note survives a power cut
    "foreign_keys=ON",
    "busy_timeout=2000",
)

_dumps = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))


def engine_for(url: str) -> Engine:
    """An engine for SQLite (one connection, shared in turns) or PostgreSQL."""
    if not url.startswith("sqlite"):
        return create_engine(url, json_serializer=_dumps, pool_pre_ping=True)
    engine = create_engine(
        url, json_serializer=_dumps, poolclass=StaticPool,
        connect_args={"check_same_thread": False},
    )  # fmt: skip
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, record: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Any) -> None:
    # A transaction that reads first and writes later could not be upgraded: a dead end.
    connection.exec_driver_sql("BEGIN IMMEDIATE")

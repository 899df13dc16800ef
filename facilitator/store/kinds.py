"""What the store hands out besides events."""

from __future__ import annotations

from dataclasses import dataclass


class Conflict(Exception):
    """Another writer has changed this event since it was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A capability link: the hash of its word, its role and what it is for."""

    id: str
    hash: str
    role: str
    series: str | None = None
    event: str | None = None
    created_at: int
    revoked_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Events that belong together."""

    id: str
    title: str
    created_at: int
    event_ids: tuple[str, ...]

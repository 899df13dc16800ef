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


@dataclass(frozen=True, slots=True, kw_only=True)
class Hook:
    """An address that wants to be told about an event."""

    id: str
    event: str
    url: str
    created_at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One telling: `next_at` while it waits, then the answer's `status` or `why` there is none."""

    id: str
    hook: str
    kind: str
    body: str
    at: int
    attempts: int = 0
    next_at: int | None = None
    status: int | None = None
    why: str = ""

    @property
    def done(self) -> bool:
        return self.status is not None and 200 <= self.status < 300

"""The store as the conductor and the links see it: calls that may wait for a disk.

Each goes through a real thread, so that a slow disk stops nobody's clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from facilitator import green
from facilitator.conductor import Overtaken
from facilitator.domain.event import Event
from facilitator.journal import Entry
from facilitator.store import Conflict, Link, Store


class Keeping:
    """Keeps events in a store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def load(self, event_id: str) -> tuple[Event, dict[str, int]] | None:
        event = green.in_thread(self._store.load, event_id)
        if event is None:
            return None
        return event, green.in_thread(self._answers, event_id)

    def _answers(self, event_id: str) -> dict[str, int]:
        return {entry.command_id: entry.seq for entry in self._store.answers(event_id)}

    def save(
        self, event_id: str, before: Event | None, after: Event, entries: Sequence[Entry]
    ) -> None:
        try:
            green.in_thread(self._store.save, event_id, before, after, entries)
        except Conflict as conflict:
            raise Overtaken from conflict


class StoredLinks:
    """Keeps capability links in a store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, id: str, hash: str, role: str, event: str | None, at: int) -> None:
        link = Link(id=id, hash=hash, role=role, series=None, event=event, created_at=at,
                    revoked_at=None)  # fmt: skip
        self._store.add_link(link)

    def by_hash(self, hash: str) -> Link | None:
        return self._store.link_by_hash(hash)

    def revoke(self, id: str, at: int) -> None:
        self._store.revoke_link(id, at)

    def revoked(self) -> Iterable[str]:
        return self._store.revoked_link_ids()

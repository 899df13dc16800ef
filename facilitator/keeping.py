"""The store as the others see it: calls that take turns and wait in a real thread.

A slow disk then stops nobody's clock. They take turns because SQLite has one connection
here, and because locks inside SQLAlchemy must never be waited for by green and real threads
at once.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from typing import Any, ParamSpec, TypeVar

from facilitator import green
from facilitator.conductor import Overtaken
from facilitator.domain.event import Event
from facilitator.journal import Entry
from facilitator.store import Conflict, Delivery, Hook, Link, Series, Store

P = ParamSpec("P")
T = TypeVar("T")


class Keeping:
    """A store whose calls give way to others while they wait."""

    def __init__(self, store: Store) -> None:
        self._store, self._turn = store, threading.Lock()

    def _in_turn(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        with self._turn:
            return green.in_thread(call, *args, **kwargs)

    def load(self, event_id: str) -> tuple[Event, dict[str, int]] | None:
        event = self._in_turn(self._store.load, event_id)
        return None if event is None else (event, self._in_turn(self._store.answers, event_id))

    def save(
        self, event_id: str, before: Event | None, after: Event, entries: Sequence[Entry]
    ) -> None:
        try:
            self._in_turn(self._store.save, event_id, before, after, entries)
        except Conflict as conflict:
            raise Overtaken from conflict

    def by_code(self, code: str) -> str | None:
        return self._in_turn(self._store.by_code, code)

    def event_ids(self) -> list[str]:
        return self._in_turn(self._store.event_ids)

    def live_event_ids(self) -> list[str]:
        return self._in_turn(self._store.live_event_ids)

    def series(self) -> Sequence[Series]:
        return self._in_turn(self._store.series)

    def events_of(self, series: str) -> Sequence[str]:
        return next((row.event_ids for row in self.series() if row.id == series), ())

    def add_series(self, id: str, title: str, at: int) -> None:
        self._in_turn(self._store.add_series, id, title, at)

    def templates(self) -> Sequence[tuple[str, dict[str, Any]]]:
        return self._in_turn(self._store.templates)

    def add_template(self, id: str, title: str, plan: dict[str, Any], at: int) -> None:
        self._in_turn(self._store.add_template, id, title, plan, at)

    def close(self) -> None:
        self._in_turn(self._store.close)

    def trouble(self) -> str:
        """What keeps the database from taking writes, as a sentence; empty when nothing does."""
        try:
            self._in_turn(self._store.writable)
        except Exception:
            return "The database does not take writes."
        return ""

    # --- webhooks

    def hooks(self) -> list[Hook]:
        return self._in_turn(self._store.hooks)

    def add_hook(self, hook: Hook) -> None:
        self._in_turn(self._store.add_hook, hook)

    def remove_hook(self, id: str) -> None:
        self._in_turn(self._store.remove_hook, id)

    def put_delivery(self, delivery: Delivery) -> None:
        self._in_turn(self._store.put_delivery, delivery)

    def deliveries(self, hook: str) -> list[Delivery]:
        return self._in_turn(self._store.deliveries, hook)

    def waiting_deliveries(self) -> list[Delivery]:
        return self._in_turn(self._store.waiting_deliveries)

    # --- capability links

    def add_link(self, id: str, hash: str, role: str, event: str | None, at: int) -> None:
        link = Link(id=id, hash=hash, role=role, event=event, created_at=at)
        self._in_turn(self._store.add_link, link)

    def link_by_hash(self, hash: str) -> Link | None:
        return self._in_turn(self._store.link_by_hash, hash)

    def links_of(self, event: str) -> list[Link]:
        return self._in_turn(self._store.links_of, event)

    def revoke_link(self, id: str, at: int) -> None:
        self._in_turn(self._store.revoke_link, id, at)

    def revoked_link_ids(self) -> Iterable[str]:
        return self._in_turn(self._store.revoked_link_ids)

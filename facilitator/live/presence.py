"""Who is here: a lease in memory for each person, told to the event when it begins or ends.

A phone in a pocket loses its connection and comes back; a lift is not a departure. So a
person is gone only when their lease has run out, and all who came or went within a second
are told together.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable

from facilitator.domain.commands.people import MarkPresence
from facilitator.domain.event import Event

LEASE = 45_000
"""How long (ms) somebody counts as here without a connection."""


class Presence:
    """Leases by event and person; `tell(event_id, command)` brings the news to the event."""

    def __init__(self, now: Callable[[], int], tell: Callable[[str, MarkPresence], object]) -> None:
        self._now, self._tell = now, tell
        self._connected: set[tuple[str, str]] = set()
        self._until: dict[tuple[str, str], int] = {}
        self._lock = threading.Lock()

    def connections(self, event: str, person: str, count: int) -> None:
        """Notes how many connections a person has now."""
        with self._lock:
            if count:
                self._connected.add((event, person))
                self._until.pop((event, person), None)
            else:
                self._connected.discard((event, person))
                self._until[event, person] = self._now() + LEASE

    def look(self, events: Iterable[Event]) -> None:
        """Compares the leases with what the events say; meant to be called every second."""
        for event in events:
            here, gone = self._news(event)
            if here or gone:
                self._tell(event.id, MarkPresence(here=here, gone=gone))

    def _news(self, event: Event) -> tuple[tuple[str, ...], tuple[str, ...]]:
        here, gone, now = [], [], self._now()
        with self._lock:
            for id, person in event.people.items():
                if (event.id, id) in self._connected:
                    if not person.present:
                        here.append(id)
                elif person.present and now > self._until.setdefault((event.id, id), now + LEASE):
                    gone.append(id)
                    del self._until[event.id, id]
        return tuple(sorted(here)), tuple(sorted(gone))

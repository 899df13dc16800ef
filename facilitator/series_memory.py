"""What an event knows of those before it in its series: who shared rooms there.

So Day 2 does not seat the people of Day 1 together again where that can be avoided. When
rooms of one event close, or a new event is made, the later events are told by a command like
any other, so that their journals hold everything a draw depended on.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from facilitator.conductor import Answer
from facilitator.domain.commands import Command
from facilitator.domain.commands.wishes import RecallPast
from facilitator.domain.drawing import members
from facilitator.domain.event import Event
from facilitator.domain.roster import mark
from facilitator.domain.stamp import Actor


class Shelves(Protocol):
    """Where the series are."""

    def events_of(self, series: str) -> Sequence[str]:
        """The ids of a series' events."""


class Conducts(Protocol):
    """The part of the conductor that is needed here."""

    def event(self, event_id: str) -> Event | None: ...
    def submit(self, event_id: str, command: Command, actor: Actor, command_id: str) -> Answer: ...


class SeriesMemory:
    """Tells later events of a series who has met; `spawn` runs a call beside the caller."""

    def __init__(
        self, conductor: Conducts, shelves: Shelves, spawn: Callable[..., object]
    ) -> None:
        self._conductor, self._shelves, self._spawn = conductor, shelves, spawn

    def notice(self, before: Event, after: Event, commands: Sequence[Command]) -> None:
        """Told of each commit; acts when rooms closed, or when the event is new."""
        # Not here: whoever is told stands in this event's door and must not wait at another's.
        if not before.seq or _closed(before) != _closed(after):
            self._spawn(self._tell_series, after.series)

    def _tell_series(self, series: str) -> None:
        found = map(self._conductor.event, self._shelves.events_of(series))
        events = sorted((event for event in found if event and event.slots), key=_begins)
        for event in events:
            self._tell(event, [other for other in events if _begins(other) < _begins(event)])

    def _tell(self, event: Event, earlier: Sequence[Event]) -> None:
        groups = tuple(group for other in earlier for group in shared_rooms(other))
        if event.ended_at is None and groups != event.wishes.past:
            id = f"series-{secrets.token_hex(8)}"
            self._conductor.submit(event.id, RecallPast(groups=groups), Actor("series"), id)


def _begins(event: Event) -> int:
    return event.slots[0].start


def _closed(event: Event) -> Iterable[str]:
    return {made.slot for made in event.rounds.values() if made.closed_at is not None}


def shared_rooms(event: Event) -> Iterator[tuple[str, ...]]:
    """The rooms of every closed round, as marks of those who sat there."""
    for made in event.rounds.values():
        if made.closed_at is not None:
            for people in members(made.seats).values():
                found = (event.people[id] for id in people if id in event.people)
                marks = sorted({mark(one.name, one.organisation) for one in found})
                if len(marks) > 1:
                    yield tuple(marks)

"""Who is listening: every open connection, by event and by channel.

It stands alone because the gateway, the publisher and the presence all ask it, and none of
them should keep a list of its own that could disagree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from facilitator.domain.stamp import Actor


class Wire(Protocol):
    """What is used of a Socket.IO server."""

    def emit(self, event: str, data: object, to: str) -> None: ...
    def enter_room(self, sid: str, room: str) -> None: ...
    def leave_room(self, sid: str, room: str) -> None: ...
    def disconnect(self, sid: str) -> None: ...


@dataclass(eq=False)
class Listener:
    """One connection: which event, on whose behalf, by which link, on which channels."""

    sid: str
    event: str
    actor: Actor
    link: str
    channels: set[str] = field(default_factory=set)
    wanted: frozenset[str] | None = None  # None: all it may hear

    def wanting(self, channels: Iterable[str]) -> tuple[str, ...]:
        """Those of the channels that this connection asked for."""
        return tuple(name for name in channels if self.wanted is None or name in self.wanted)


class Audience:
    """The open connections."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self._by_sid: dict[str, Listener] = {}
        self._by_channel: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._by_person: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.on_person: Callable[[str, str, int], None] = lambda event, person, connections: None
        """Called with (event, person, how many connections they have now)."""

    def add(self, listener: Listener) -> None:
        self._by_sid[listener.sid] = listener
        self._count(listener, listener.sid, True)

    def remove(self, sid: str) -> None:
        listener = self._by_sid.pop(sid, None)
        if listener is None:
            return
        for channel in list(listener.channels):
            self._forget(listener, channel)
        self._count(listener, sid, False)

    def _count(self, listener: Listener, sid: str, here: bool) -> None:
        if listener.actor.person is None:
            return
        key = (listener.event, listener.actor.person)
        (self._by_person[key].add if here else self._by_person[key].discard)(sid)
        connections = len(self._by_person[key])
        if not connections:
            del self._by_person[key]
        self.on_person(*key, connections)

    def get(self, sid: str) -> Listener | None:
        """The connection with that id."""
        return self._by_sid.get(sid)

    def everyone(self) -> list[Listener]:
        """All connections."""
        return list(self._by_sid.values())

    def of_person(self, event: str, person: str) -> list[Listener]:
        """A person's connections: phone, second tab."""
        return [self._by_sid[sid] for sid in list(self._by_person.get((event, person), ()))]

    def send_away(self, link: str) -> None:
        """Ends every connection that was opened by that link: from now on it hears nothing."""
        for listener in self.everyone():
            if listener.link == link:
                self.remove(listener.sid)
                self._wire.disconnect(listener.sid)

    def hears(self, event: str, channel: str) -> bool:
        """Whether anybody is on that channel."""
        return bool(self._by_channel.get((event, channel)))

    def seat(self, listener: Listener, channels: Iterable[str]) -> tuple[set[str], set[str]]:
        """Puts a connection on exactly these channels; returns (new ones, left ones)."""
        wanted = set(channels)
        new, left = wanted - listener.channels, listener.channels - wanted
        for channel in left:
            self._forget(listener, channel)
            self._wire.leave_room(listener.sid, room(listener.event, channel))
        for channel in new:
            self._by_channel[listener.event, channel].add(listener.sid)
            self._wire.enter_room(listener.sid, room(listener.event, channel))
        listener.channels = wanted
        return new, left

    def _forget(self, listener: Listener, channel: str) -> None:
        listeners = self._by_channel.get((listener.event, channel), set())
        listeners.discard(listener.sid)
        if not listeners:
            self._by_channel.pop((listener.event, channel), None)


def room(event: str, channel: str) -> str:
    """The name of a channel among Socket.IO's rooms."""
    return f"{event}/{channel}"

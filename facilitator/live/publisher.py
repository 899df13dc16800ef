"""Screens out: after each commit, every channel whose screen changed gets a computed patch.

Channels that a whole hall waits for are told at once. Channels that change with every note
anybody writes (the desks, the big screen) are told a few times a second, unless the command
is one that everyone waits for. A snapshot always shows what was last told on its channel, so
that patches continue it without a gap.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from facilitator.domain.commands import Command
from facilitator.domain.event import Event
from facilitator.domain.stamp import Refused
from facilitator.live.audience import Audience, Listener, Wire, room
from facilitator.patch import diff
from facilitator.screens import channels_of, view
from facilitator.screens.touched import touched

CALM = ("moderator", "host", "plenary", "preview", "stage", "crew")
"""Channels that are told at most every `PAUSE` seconds."""
PAUSE = 0.15


@dataclass(eq=False)
class _Stream:
    """What an event's listeners have been told. `settled` is what the calm channels know."""

    shown: Event
    settled: Event
    sent: dict[str, int] = field(default_factory=dict)
    because: str = ""
    resting: bool = False
    lock: threading.Lock = field(default_factory=threading.Lock)


class Publisher:
    """Tells the audience. `later(seconds, call)` runs a call in the background."""

    def __init__(
        self, wire: Wire, audience: Audience, now: Callable[[], int],
        later: Callable[[float, Callable[[], None]], None],
    ) -> None:  # fmt: skip
        self._wire, self._audience, self._now, self._later = wire, audience, now, later
        self._streams: dict[str, _Stream] = {}

    def publish(self, before: Event, after: Event, commands: Sequence[Command]) -> None:
        """Tells everybody what changed from one committed event to the next."""
        stream = self._stream(before)
        with stream.lock:
            before, stream.shown = stream.shown, after
            because = commands[-1].wire
            changed = touched(before, after)
            left = self._reseat(stream, changed, because)
            for channel in (*changed, "hall"):
                self._tell(stream, channel, before, after, because)
            for listener, name in left:
                self._send(stream, name, None, because, listener.sid)
            stream.because = because
            if any(command.urgent for command in commands):
                self._settle(stream)
            elif not stream.resting:
                stream.resting = True
                self._later(PAUSE, lambda: self._rested(stream))

    def join(self, listener: Listener, event: Event) -> tuple[int, dict[str, Any]]:
        """Seats a connection on the channels it wants; returns (version, screen by channel)."""
        stream = self._stream(event)
        with stream.lock:
            self._settle(stream)
            channels = listener.wanting(channels_of(stream.shown, listener.actor))
            self._audience.seat(listener, channels)
            return stream.shown.seq, {name: view(stream.shown, name) for name in channels}

    def pulse(self, listener: Listener) -> dict[str, Any]:
        """The last version sent on each of this connection's channels."""
        stream = self._streams.get(listener.event)
        sent = stream.sent if stream else {}
        return {"at": self._now(), "channels": {c: sent.get(c, 0) for c in listener.channels}}

    def _stream(self, event: Event) -> _Stream:
        return self._streams.setdefault(event.id, _Stream(event, event))

    def _rested(self, stream: _Stream) -> None:
        with stream.lock:
            stream.resting = False
            self._settle(stream)

    def _settle(self, stream: _Stream) -> None:
        """Brings the calm channels up to what is shown."""
        before, stream.settled = stream.settled, stream.shown
        if before is not stream.shown:
            for channel in CALM:
                self._tell(stream, channel, before, stream.shown, stream.because)

    def _tell(
        self, stream: _Stream, channel: str, before: Event, after: Event, because: str
    ) -> None:
        if not self._audience.hears(after.id, channel):
            return
        parts = diff(_seen(before, channel), _seen(after, channel))
        if parts:
            self._send(stream, channel, parts, because, room(after.id, channel))
            stream.sent[channel] = after.seq

    def _send(
        self, stream: _Stream, channel: str, parts: object, because: str, to: str, base: int = -1
    ) -> None:
        patch = {
            "channel": channel, "base": stream.sent.get(channel, 0) if base < 0 else base,
            "seq": stream.shown.seq, "because": because, "at": self._now(), "parts": parts,
        }  # fmt: skip
        self._wire.emit("patch", patch, to=to)

    def _reseat(
        self, stream: _Stream, changed: set[str], because: str
    ) -> list[tuple[Listener, str]]:
        """Follows people into the rooms they sit in now; returns the channels that end with null.

        A new room is told first, then the seat, then that rooms are open, and what was left goes
        last: so no phone is without its room in between.
        """
        gone: list[tuple[Listener, str]] = []
        for channel in changed:
            kind, _, person = channel.partition(":")
            if kind != "person":
                continue
            for listener in self._audience.of_person(stream.shown.id, person):
                if not listener.channels:
                    continue  # it has not asked to join yet
                channels = listener.wanting(channels_of(stream.shown, listener.actor))
                new, left = self._audience.seat(listener, channels)
                gone += [(listener, name) for name in sorted(left)]
                for name in sorted(new):
                    parts = view(stream.shown, name)
                    self._send(stream, name, parts, because, listener.sid, base=0)
        return gone


def _seen(event: Event, channel: str) -> dict[str, Any]:
    """The screen, or nothing where the event does not have the channel yet or any more."""
    try:
        return view(event, channel)
    except Refused:
        return {}



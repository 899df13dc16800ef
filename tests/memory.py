"""Stand-ins for the disk and the network: a keeper in memory, a wire that remembers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from facilitator.conductor import Overtaken
from facilitator.domain.event import Event
from facilitator.journal import Entry
from facilitator.live.gateway import Json
from facilitator.patch import apply


class Memory:
    """Keeps events in memory; `fail` makes the next saves fail with that error."""

    def __init__(self) -> None:
        self.events: dict[str, Event] = {}
        self.entries: dict[str, list[Entry]] = defaultdict(list)
        self.fail: list[Exception] = []
        self.saves = 0

    def load(self, event_id: str) -> tuple[Event, dict[str, int]] | None:
        if event_id not in self.events:
            return None
        answers = {entry.command_id: entry.seq for entry in self.entries[event_id]}
        return self.events[event_id], answers

    def save(
        self, event_id: str, before: Event | None, after: Event, entries: Sequence[Entry]
    ) -> None:
        self.saves += 1
        if self.fail:
            raise self.fail.pop(0)
        kept = self.events.get(event_id)
        if (kept.seq if kept else 0) != (before.seq if before else 0):
            raise Overtaken
        self.events[event_id] = after
        self.entries[event_id] += entries


class Wire:
    """A Socket.IO server without sockets: it delivers to clients that sit in its rooms."""

    def __init__(self) -> None:
        self.rooms: dict[str, set[str]] = defaultdict(set)
        self.clients: dict[str, Client] = {}
        self.gone: list[str] = []  # sids that were sent away

    def emit(self, event: str, data: object, to: str) -> None:
        for sid in {to} if to in self.clients else set(self.rooms[to]):
            self.clients[sid].hear(event, Json.loads(Json.dumps(data)))

    def enter_room(self, sid: str, room: str) -> None:
        self.rooms[room].add(sid)

    def leave_room(self, sid: str, room: str) -> None:
        self.rooms[room].discard(sid)

    def disconnect(self, sid: str) -> None:
        self.gone.append(sid)
        for inside in self.rooms.values():
            inside.discard(sid)


class Client:
    """What a browser does with snapshots and patches; `homeless` counts moments without a room."""

    homeless = 0

    def __init__(self, sid: str, wire: Wire) -> None:
        self.sid, self.views, self.seqs = sid, {}, {}  # type: str, dict[str, Any], dict[str, int]
        self.gaps = 0
        wire.clients[sid] = self

    def take(self, seq: int, snapshots: dict[str, Any]) -> None:
        self.views = Json.loads(Json.dumps(snapshots))
        self.seqs = dict.fromkeys(snapshots, seq)

    def hear(self, event: str, patch: dict[str, Any]) -> None:
        if event != "patch":
            return
        channel, mine = patch["channel"], self.seqs.get(patch["channel"], 0)
        if patch["parts"] is None:
            self.views.pop(channel, None)
            self.seqs.pop(channel, None)
        elif patch["seq"] <= mine:
            return
        elif patch["base"] > mine:
            self.gaps += 1
        else:
            self.views[channel] = apply(self.views.get(channel, {}), patch["parts"])
            self.seqs[channel] = patch["seq"]
        self.homeless += self._homeless()

    def _homeless(self) -> bool:
        """Whether rooms are open, as far as this phone knows, and it has none to show."""
        slot = self.views.get("hall", {}).get("rooms", {}).get("slot")
        seats = [one["seats"] for name, one in self.views.items() if name.startswith("person:")]
        return bool(slot and seats) and f"room:{seats[0].get(slot)}" not in self.views


class Later:
    """Calls that wait until the test says that time has passed."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def __call__(self, seconds: float, call: Callable[[], None]) -> None:
        self.waiting.append(call)

    def pass_time(self) -> None:
        calls, self.waiting = self.waiting, []
        for call in calls:
            call()

"""One simulated phone: joins, keeps its screens by patches, writes, drops off and comes back."""

from __future__ import annotations

import asyncio
import random
import secrets
from typing import Any

from facilitator.patch import apply
from facilitator.rehearsal.ledger import Ledger, now
from facilitator.rehearsal.wire import Unreachable, Wire

RETRY = 0.5  # seconds before a lost connection is tried again


class Phone:
    """A participant with a link to the server that may fail at any moment."""

    def __init__(self, home: str, seat: dict[str, str], ledger: Ledger, luck: random.Random) -> None:
        self.home, self.person, self.ticket = home, seat["person"], seat["ticket"]
        self.ledger, self.luck = ledger, luck
        self.views: dict[str, Any] = {}
        self.seqs: dict[str, int] = {}
        self.fresh: dict[str, Any] | None = None
        self.wrote: set[str] = set()
        self.moved = 0
        self.waiting: list[tuple[str, dict[str, Any]]] = []  # what the server has not promised
        self.wire = Wire(home, self.ticket, self.hear)
        self._slots_seen: set[str] = set()
        self._gap = False

    @property
    def slot(self) -> str:
        """The slot that is on, as this phone knows it."""
        return str(self.views.get("hall", {}).get("clock", {}).get("slot", ""))

    @property
    def room(self) -> str:
        """The room this phone may write in now; empty while no rooms are open."""
        hall = self.views.get("hall", {})
        seats = self.views.get(f"person:{self.person}", {}).get("seats", {})
        return str(seats.get(hall.get("rooms", {}).get("slot"), ""))

    async def stay_connected(self) -> None:
        """Connects, and again whenever the connection ended, until cancelled."""
        first = True
        while True:
            try:
                if not self.wire.open:
                    started = now()
                    self.wire = Wire(self.home, self.ticket, self.hear)
                    await self.wire.connect()
                    await self.snapshot()
                    (self.ledger.joined_after.append(now() - started)) if first else None
                    self.ledger.returns += not first
                    first = False
                elif self._gap:
                    await self.snapshot()
                await self._send_waiting()
            except Unreachable:
                self.wire.open = False
            await asyncio.sleep(0.05 if self.wire.open else RETRY * self.luck.uniform(0.5, 1.5))

    async def snapshot(self) -> None:
        """Takes all screens anew."""
        self._gap = False
        answer = await self.wire.ask("join", {})
        if not answer.get("ok"):
            raise Unreachable(str(answer.get("why")))
        seats = self._seats()
        self.views = answer["snapshots"]
        self.seqs = dict.fromkeys(self.views, answer["seq"])
        self._compare(seats)

    def hear(self, name: str, data: Any) -> None:
        """A message of the server: the rule for patches is the browser's own."""
        if name == "pulse":
            last = data["channels"]
            stale = any(seq > self.seqs.get(channel, -1) for channel, seq in last.items())
            self._gap = self._gap or stale or bool(self.seqs.keys() - last.keys())
            return
        channel, mine = data["channel"], self.seqs.get(data["channel"], 0)
        if data["parts"] is None:
            self.views.pop(channel, None)
            self.seqs.pop(channel, None)
        elif data["base"] > mine:
            self._gap = True
        elif data["seq"] > mine:
            self._apply(channel, data)

    def _apply(self, channel: str, patch: dict[str, Any]) -> None:
        seats, before = self._seats(), self.views.get(channel, {}).get("notes", {})
        self.views[channel] = apply(self.views.get(channel, {}), patch["parts"])
        self.seqs[channel] = patch["seq"]
        self._compare(seats)
        if channel.startswith("room:"):
            for note in self.views[channel]["notes"].keys() - before.keys() - self.wrote:
                self.ledger.note_seen(note)

    def _seats(self) -> dict[str, str]:
        return dict(self.views.get(f"person:{self.person}", {}).get("seats", {}))

    def _compare(self, before: dict[str, str]) -> None:
        """A seat once given must stay."""
        after = self._seats()
        self.moved += sum(after.get(slot) != room for slot, room in before.items())

    def write(self, text: str, kind: str) -> None:
        """Puts a note into the box of what waits to be sent."""
        note = "n" + secrets.token_hex(8)
        self.wrote.add(note)
        self.ledger.note_sent(note)
        fields = {"note_id": note, "room": self.room, "kind": kind, "text": text}
        self.waiting.append(("note.write", {"command_id": f"c{note}", **fields}))

    def arrive(self) -> None:
        """Says that its person is in the room now."""
        command = "c" + secrets.token_hex(8)
        self.waiting.append(("seat.arrive", {"command_id": command, "room": self.room}))

    def support(self) -> None:
        """Shares a roommate's note, if there is one."""
        notes = self.views.get(f"room:{self.room}", {}).get("notes", {})
        others = sorted(notes.keys() - self.wrote)
        if others:
            fields = {"note_id": self.luck.choice(others), "on": True}
            command = "c" + secrets.token_hex(8)
            self.waiting.append(("note.support", {"command_id": command, **fields}))

    async def _send_waiting(self) -> None:
        while self.waiting:
            name, fields = self.waiting[0]
            answer = await self.wire.ask(name, fields)
            if answer.get("ok") and name == "note.write":
                self.ledger.note_promised(fields["note_id"], fields["command_id"], answer["seq"])
            elif not answer.get("ok"):
                self.ledger.refusal(answer["code"])
                if answer.get("retry_after"):
                    await asyncio.sleep(answer["retry_after"])
                    continue
            self.waiting.pop(0)

    async def drop(self, seconds: float) -> None:
        """The network goes away for a while."""
        await self.wire.close()
        await asyncio.sleep(seconds)

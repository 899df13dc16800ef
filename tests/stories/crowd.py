"""A crowd of simulated phones for a story: real sockets, on a loop in a thread of its own.

The browser that plays the story is driven by a loop too, and two of them cannot share a thread.
"""

from __future__ import annotations

import asyncio
import json
import random
import threading
import urllib.request
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

from facilitator.rehearsal.ledger import Ledger
from facilitator.rehearsal.phone import Phone
from facilitator.rehearsal.wire import Wire

PATIENCE = 30.0  # seconds for what the server must answer


class Watched(Phone):
    """A phone that notes when it had no room to show although rooms were open."""

    homeless = 0

    def hear(self, name: str, data: Any) -> None:
        super().hear(name, data)
        self._look()

    async def snapshot(self) -> None:
        await super().snapshot()
        self._look()

    def _look(self) -> None:
        opened = "rooms" in self.views.get("hall", {})
        self.homeless += opened and f"room:{self.room}" not in self.views

    @property
    def name(self) -> str:
        """Its person's name."""
        return str(self.views[f"person:{self.person}"]["person"]["name"])

    @property
    def sitting(self) -> dict[str, Any]:
        """How its person sits in the rooms that are open: {manner, arrived_at?, why?, …}"""
        slot = self.views.get("hall", {}).get("rooms", {}).get("slot")
        return dict(self.views[f"person:{self.person}"]["sittings"].get(slot, {}))


class Crowd:
    """People with phones who join, write and answer; `ledger` says what was promised."""

    def __init__(self, home: str, code: str) -> None:
        self.home, self.code, self.ledger = home, code, Ledger()
        self.phones: list[Watched] = []
        self._loop = asyncio.new_event_loop()
        self._lives: list[asyncio.Task[None]] = []
        self._others: list[Wire] = []
        self._numbers = count()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def join(self, names: list[str], **answers: str) -> None:
        """All of them come in, and are connected when this returns."""
        for name in names:
            fields = {"code": self.code, "name": name, **answers}
            phone = Watched(self.home, self._post(fields), self.ledger, random.Random(len(self.phones)))
            self.phones.append(phone)
            self._do(self._live(phone))
        self.until(lambda: all(phone.views for phone in self.phones))

    def _post(self, fields: dict[str, str]) -> dict[str, str]:
        request = urllib.request.Request(
            f"{self.home}/api/join", json.dumps(fields).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=PATIENCE) as response:
            return dict(json.load(response))

    async def _live(self, phone: Phone) -> None:
        self._lives.append(asyncio.create_task(phone.stay_connected()))

    def write(self, phone: Phone, text: str, kind: str = "insight") -> None:
        """Puts a note into the phone's box; it goes out by itself."""
        self._loop.call_soon_threadsafe(phone.write, text, kind)

    def ask(self, phone: Phone, name: str, /, **fields: Any) -> dict[str, Any]:
        """The server's answer to a command of this phone."""
        command = f"c{phone.luck.getrandbits(60)}"
        return dict(self._do(phone.wire.ask(name, {"command_id": command, **fields})))

    def crew(
        self, ticket: str, hear: Callable[[str, Any], None] = lambda name, data: None
    ) -> Wire:
        """A connection of somebody of the crew, for what a story does not play in a browser."""
        wire = Wire(self.home, ticket, hear)
        self._do(wire.connect())
        self._others.append(wire)
        return wire

    def do(self, wire: Wire, name: str, /, **fields: Any) -> dict[str, Any]:
        """What the server answered a connection of the crew; it must be yes."""
        more = {} if name == "join" else {"command_id": f"crew-{next(self._numbers):08}"}
        answer = dict(self._do(wire.ask(name, {**more, **fields})))
        assert answer["ok"], answer
        return answer

    def until(self, true: Callable[[], object]) -> None:
        """Waits until that is so; fails when it takes too long."""

        async def watch() -> None:
            while not true():
                await asyncio.sleep(0.05)

        self._do(asyncio.wait_for(watch(), PATIENCE))

    def _do(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE + 5)

    def go(self) -> None:
        """Everybody leaves."""

        async def leave() -> None:
            for life in self._lives:
                life.cancel()
            await asyncio.gather(*self._lives, return_exceptions=True)
            await asyncio.gather(*(wire.close() for wire in [*(p.wire for p in self.phones), *self._others]))

        self._do(leave())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()


@contextmanager
def crowd(home: str, code: str) -> Iterator[Crowd]:
    """A crowd that leaves at the end, whatever happened."""
    made = Crowd(home, code)
    try:
        yield made
    finally:
        made.go()

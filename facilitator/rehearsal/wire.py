"""The other end of the wire: Socket.IO over one WebSocket, as a phone speaks it.

It stands alone as the shortest client there is: connect, ask with an answer, hear.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from typing import Any
from urllib.parse import urlsplit

import websockets

ANSWER = 8.0  # seconds to wait for an answer
LARGEST = 8 << 20  # bytes of one message from the server


class Unreachable(Exception):
    """The server did not answer, or the connection ended."""


class Wire:
    """One connection; `hear(name, data)` is called with each message of the server."""

    def __init__(self, home: str, ticket: str, hear: Callable[[str, Any], None]) -> None:
        parts = urlsplit(home)
        scheme = "wss" if parts.scheme == "https" else "ws"
        self._address = f"{scheme}://{parts.netloc}/socket.io/?EIO=4&transport=websocket"
        self._origin, self._ticket, self._hear = home, ticket, hear
        self._answers: dict[int, asyncio.Future[Any]] = {}
        self._numbers = count()
        self._reading: asyncio.Task[None] | None = None
        self._socket: Any = None  # until the server has answered
        self.open = False

    async def connect(self) -> None:
        """Unreachable when there is no server or it does not want us."""
        try:
            self._socket = await websockets.connect(
                self._address, origin=self._origin, compression=None, ping_interval=None,  # type: ignore[arg-type]
                max_size=LARGEST, open_timeout=ANSWER, proxy=None,
            )  # fmt: skip
            async with asyncio.timeout(ANSWER):
                await self._socket.recv()  # 0{…}: the server's side of the handshake
                await self._socket.send("40" + json.dumps({"ticket": self._ticket}))
                greeting = str(await self._socket.recv())
        except (OSError, TimeoutError, websockets.WebSocketException) as error:
            raise Unreachable(str(error)) from None
        if not greeting.startswith("40"):
            await self.close()
            raise Unreachable(greeting[:200])
        self.open = True
        self._reading = asyncio.create_task(self._read())

    async def ask(self, name: str, fields: dict[str, Any]) -> dict[str, Any]:
        """The answer to a command or to `join`; Unreachable when none came."""
        if not self.open:
            raise Unreachable("not connected")
        number = next(self._numbers)
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        try:
            await self._socket.send(f"42{number}" + json.dumps([name, fields]))
            # Not wait_for: in Python 3.11 it loses a cancellation that comes with the answer.
            async with asyncio.timeout(ANSWER):
                return dict(await answer)
        except (OSError, TimeoutError, websockets.WebSocketException):
            raise Unreachable("no answer") from None
        finally:
            self._answers.pop(number, None)

    async def close(self) -> None:
        self.open = False
        with suppress(OSError, TimeoutError, websockets.WebSocketException):
            if self._socket is not None:
                async with asyncio.timeout(2):
                    await self._socket.close()
        if self._reading is not None:
            self._reading.cancel()

    async def _read(self) -> None:
        try:
            async for text in self._socket:
                await self._take(str(text))
        except (OSError, websockets.WebSocketException):
            pass
        finally:
            self.open = False
            for answer in self._answers.values():
                if not answer.done():
                    answer.set_exception(Unreachable("the line is gone"))

    async def _take(self, text: str) -> None:
        if text == "2":
            await self._socket.send("3")
        elif text.startswith("42"):
            name, data = json.loads(text[text.index("[") :])
            self._hear(name, data)
        elif text.startswith("43"):
            start = text.index("[")
            answer = self._answers.get(int(text[2:start]))
            if answer is not None and not answer.done():
                answer.set_result(json.loads(text[start:])[0])

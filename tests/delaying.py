"""A network that is slow, and slow in one direction: a proxy in front of a server."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from tests.served import free_port


@contextmanager
def delaying(port: int, up: float, down: float) -> Iterator[int]:
    """The port of a proxy before `port` that delays what goes there and comes back (seconds)."""
    own, loop = free_port(), asyncio.new_event_loop()

    async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, wait: float) -> None:
        while data := await reader.read(65_536):
            loop.call_later(wait, writer.write, data)
        loop.call_later(wait, writer.close)

    async def meet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there = await asyncio.open_connection("127.0.0.1", port)
        await asyncio.gather(carry(reader, there[1], up), carry(there[0], writer, down), return_exceptions=True)

    async def end(server: asyncio.Server) -> None:
        server.close()
        under_way = asyncio.all_tasks() - {asyncio.current_task()}
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)

    loop.set_exception_handler(lambda *_: None)  # whoever is in the middle of something when it ends
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    server = asyncio.run_coroutine_threadsafe(asyncio.start_server(meet, "127.0.0.1", own), loop).result(5)
    try:
        yield own
    finally:
        asyncio.run_coroutine_threadsafe(end(server), loop).result(5)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(5)

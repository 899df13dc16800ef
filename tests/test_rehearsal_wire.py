"""The rehearsal's wire: who leaves in the moment an answer comes has left all the same."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from facilitator.rehearsal.wire import Wire


class Line:
    """Takes what is sent and says nothing."""

    async def send(self, text: str) -> None:
        self.sent = text


def test_a_goodbye_is_not_lost_when_an_answer_comes_with_it() -> None:
    async def leave() -> None:
        wire = Wire("http://127.0.0.1:1", "ticket", lambda name, data: None)
        wire._socket, wire.open = Line(), True
        asked = asyncio.create_task(wire.ask("join", {}))
        while not wire._answers:
            await asyncio.sleep(0)
        await asyncio.sleep(0)
        wire._answers[0].set_result({"ok": True})
        asked.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asked

    # In a thread of its own: the browser of other tests keeps a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, leave()).result(10)

"""A whole Part 1 with a crowd, the server killed in mid-breakout and started again.

`facilitator bench rehearsal` prints the sheet; with people and speed: `python
tests/bench/bench_rehearsal.py 300 60`.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from facilitator.rehearsal.crowd import Plan, rehearse
from facilitator.tasks.rehearse import fine, in_words
from tests.served import Served


def main(arguments: list[str]) -> int:
    people, speed = (*map(float, arguments), *(300.0, 60.0)[len(arguments) :])
    with tempfile.TemporaryDirectory() as folder:
        server = Served(Path(folder))
        started = time.monotonic()
        server.start()
        print(f"first ready after {time.monotonic() - started:.2f} s")
        try:
            found = asyncio.run(_run(server, int(people), speed))
        finally:
            server.stop()
    print(in_words(found))
    return 0 if fine(found) else 1


async def _run(server: Served, people: int, speed: float) -> dict[str, Any]:
    event = server.demo()["events"][0]
    now_on: asyncio.Queue[str] = asyncio.Queue()
    plan = Plan(
        join=event["links"]["join"], moderator=event["links"]["moderator"], people=people,
        speed=speed, say=lambda title: (print(f"  {title}"), now_on.put_nowait(title)),  # type: ignore[arg-type]
    )  # fmt: skip
    crowd = asyncio.create_task(rehearse(plan))
    while "Breakout" not in await now_on.get():
        pass
    await asyncio.sleep(0.3 * 1_800 / speed)
    server.kill()
    print("  killed")
    started = time.monotonic()
    await asyncio.to_thread(server.start)
    print(f"  ready again after {time.monotonic() - started:.2f} s")
    return await crowd


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

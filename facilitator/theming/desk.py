"""The server's side of the theming process: asks, waits beside everything else, delivers.

One request is under way at a time. Of each event only the latest wish of a kind is kept, and
what is asked is built when it is asked, from the event as it is then. What a person waits for
goes first. A process that dies is started again, each time after a longer pause.
"""

from __future__ import annotations

import json
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from facilitator import green
from facilitator.theming.process import Process

log = logging.getLogger(__name__)

Line = dict[str, Any]
"""A request or an answer; `forms` says what they hold. The desk adds the request's id."""
Build = Callable[[], Line | None]
Deliver = Callable[[str, Line], None]
Fail = Callable[[str], None]

PAUSES = (0.0, 1.0, 5.0, 30.0)  # seconds before it is started again
CALM, STEPS = 0.4, 20  # seconds between two requests, so that a storm of notes is one request


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants of an event, and who gets the answer, or hears that there is none."""

    event: str
    build: Build
    deliver: Deliver
    fail: Fail
    soon: bool


class ThemingDesk:
    """Asks the process; `deliver(event, answer)` gets each answer, unless a wish says who else."""

    def __init__(
        self, deliver: Deliver, spawn: Callable[..., None], command: list[str]
    ) -> None:
        self._deliver, self._spawn, self._command = deliver, spawn, command
        self._wishes: dict[tuple[str, bool], Wish] = {}
        self._process: Process | None = None
        self._lock = threading.Lock()
        self._busy = self._closed = False
        self._failures = self._number = 0
        self._answered = 0.0  # when the last answer came

    def ask(
        self, event_id: str, build: Build, deliver: Deliver | None = None,
        fail: Fail | None = None, soon: bool = False,
    ) -> None:  # fmt: skip
        """Wants something for an event; `build` makes the request when its turn comes.

        `soon`: a person waits for it, so it goes before what nobody waits for. `fail(event)` is
        called instead of `deliver` when nothing can come of it.
        """
        wish = Wish(event_id, build, deliver or self._deliver, fail or _nobody, soon)
        with self._lock:
            self._wishes[event_id, wish.soon] = wish
            begin, self._busy = not self._busy and not self._closed, True
        if begin:
            self._spawn(self._work)

    def close(self) -> None:
        """Ends the process."""
        self._closed = True
        if self._process is not None:
            self._process.end()

    def _work(self) -> None:
        while not self._closed:
            self._calm()
            with self._lock:
                if not self._wishes:
                    self._busy = False
                    return
                key = next((key for key in self._wishes if key[1]), next(iter(self._wishes)))
                wish = self._wishes.pop(key)
            try:
                self._one(wish)
            except Exception:
                log.exception("A grouping failed.")
                wish.fail(wish.event)

    def _calm(self) -> None:
        """Waits a little after the last answer, unless a person is waiting."""
        while time.monotonic() < self._answered + CALM:
            if any(soon for _, soon in list(self._wishes)):
                return
            green.sleep(CALM / STEPS)

    def _one(self, wish: Wish) -> None:
        request = wish.build()
        if request is None:
            return
        self._number += 1
        line = json.dumps({**request, "id": self._number}).encode() + b"\n"
        answer = green.in_thread(self._exchange, line)
        self._answered = time.monotonic()
        if answer is None:
            self._failed()
            self._wishes.setdefault((wish.event, wish.soon), wish)
        elif answer.get("id") == self._number:
            self._failures = 0
            wish.deliver(wish.event, answer)
        else:
            log.warning("The theming process answered: %s.", answer.get("error", "something else"))
            wish.fail(wish.event)

    def _exchange(self, line: bytes) -> Line | None:
        """Runs in a real thread: the pipes block. None when the process has ended."""
        try:
            answer = self._running().exchange(line)
            return json.loads(answer) if answer else None
        except (OSError, ValueError):
            return None

    def _running(self) -> Process:
        if self._process is not None and self._process.ended:
            self._process.end()  # its pipes are still open
            self._process = None
        if self._process is None:
            self._process = Process(self._command)
        if self._closed:  # the goodbye may have come while it started
            self._process.end()
            raise OSError("closed")
        return self._process

    def _failed(self) -> None:
        if not self._closed:
            pause = PAUSES[min(self._failures, len(PAUSES) - 1)]
            self._failures += 1
            log.warning("The theming process has ended; starting it again in %g s.", pause)
            green.sleep(pause)


def _nobody(event_id: str) -> None:
    """Nobody waits: the next note asks again."""


"""The one call to a model's server: with little patience, one more try, and a rest after failures.

It runs beside everything else; the themes there are stay on the desk meanwhile. Nothing of a
note and nothing of the key gets into the log.
"""

from __future__ import annotations

import contextlib
import json
import logging
import socket
import ssl
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from threading import Event as Flag
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from facilitator import green
from facilitator.outside.model import Model

log = logging.getLogger(__name__)

CONNECT, CALL, ALL = 3.0, 20.0, 40.0  # seconds: to connect, for one call, for everything
PAUSE, LONGEST_PAUSE = 0.5, 5.0  # seconds before the second try
FAILURES, REST = 3, 300.0  # failures in a row after which it rests for so many seconds
LARGEST = 1 << 20  # bytes of an answer
LOOK = 0.05  # seconds between two looks at the clock

WHY = {
    "refused": "The model's server cannot be reached. The themes stay as they are.",
    "slow": "The model did not answer in time. The themes stay as they are.",
    "busy": "The model's server is busy. The themes stay as they are.",
    "key": "The model's server does not take the key. The themes stay as they are.",
    "odd": "The model's server answered with an error. The themes stay as they are.",
    "unreadable": "The model's answer could not be read. The themes stay as they are.",
    "rests": "The model failed several times and rests for some minutes. The themes stay as they are.",
}


class NoAnswer(Exception):
    """There is no answer; `why` is a sentence for the host, `again` whether another try may help."""

    def __init__(self, kind: str, again: bool = False, pause: float = PAUSE) -> None:
        super().__init__(kind)
        self.why, self.kind, self.again, self.pause = WHY[kind], kind, again, pause


class Asker:
    """Asks one model; remembers failures, so that nobody waits for a dead server again and again."""

    def __init__(
        self, model: Model, clock: Callable[[], float] = monotonic,
        limits: tuple[float, float, float] = (CONNECT, CALL, ALL),
    ) -> None:  # fmt: skip
        self._model, self._clock, self._limits = model, clock, limits
        self._failures, self._rests_until = 0, 0.0

    def ask(self, bodies: tuple[dict[str, Any], dict[str, Any]]) -> str:
        """The words the model answered; NoAnswer says why not. The second body is plainer, for
        a server that does not take the first."""
        if self._clock() < self._rests_until:
            raise NoAnswer("rests")
        begun = self._clock()
        try:
            words = self._twice(bodies, begun + self._limits[2])
        except NoAnswer as failed:
            self._failed(failed, begun)
            raise
        self._failures = 0
        log.info("%s answered %d characters after %.0f ms.", self._model.name, len(words),
                 1_000 * (self._clock() - begun))  # fmt: skip
        return words

    def _failed(self, failed: NoAnswer, begun: float) -> None:
        self._failures += 1
        log.warning("%s did not answer (%s) after %.0f ms.", self._model.name, failed.kind,
                    1_000 * (self._clock() - begun))  # fmt: skip
        if self._failures >= FAILURES:
            self._failures, self._rests_until = 0, self._clock() + REST

    def _twice(self, bodies: tuple[dict[str, Any], dict[str, Any]], end: float) -> str:
        try:
            return self._once(bodies[0], end)
        except NoAnswer as failed:
            if not failed.again or self._clock() + failed.pause >= end:
                raise
            green.sleep(failed.pause)
            return self._once(bodies[1 if failed.kind == "odd" else 0], end)

    def _once(self, body: dict[str, Any], end: float) -> str:
        connection = self._connected()
        done = Flag()
        green.spawn(self._guard, connection.sock, done, min(self._clock() + self._limits[1], end))
        try:
            return _words(self._read(connection, json.dumps(body).encode()))
        except (OSError, HTTPException, ValueError, NoAnswer) as error:
            if done.is_set() or isinstance(error, TimeoutError):
                raise NoAnswer("slow") from None
            if isinstance(error, NoAnswer):
                raise
            raise NoAnswer("refused" if isinstance(error, OSError) else "odd") from None
        finally:
            done.set()
            connection.close()

    def _guard(self, line: socket.socket, done: Flag, until: float) -> None:
        """Cuts the line when the time is over: a server may send a letter now and then for ever."""
        while not done.is_set() and self._clock() < until:
            green.sleep(LOOK)
        if not done.is_set():
            done.set()
            _cut(line)

    def _connected(self) -> HTTPConnection:
        parts = urlsplit(self._model.url)
        host, kind = parts.hostname or "", HTTPSConnection if parts.scheme == "https" else HTTPConnection
        connection = kind(host, parts.port, timeout=self._limits[0])
        try:
            connection.connect()
            connection.sock.settimeout(self._limits[1])
        except TimeoutError:
            connection.close()
            raise NoAnswer("slow") from None
        except (OSError, ssl.SSLError):
            connection.close()
            raise NoAnswer("refused") from None
        return connection

    def _read(self, connection: HTTPConnection, body: bytes) -> bytes:
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self._model.key:
            headers["Authorization"] = f"Bearer {self._model.key}"
        path = f"{urlsplit(self._model.url).path.rstrip('/')}/chat/completions"
        connection.request("POST", path, body, headers)
        answer = connection.getresponse()
        _check(answer)
        read = answer.read(LARGEST + 1)
        if len(read) > LARGEST:
            raise NoAnswer("unreadable")
        return read


def _cut(line: socket.socket) -> None:
    with contextlib.suppress(OSError):  # it was closed already
        line.shutdown(socket.SHUT_RDWR)


def _check(answer: HTTPResponse) -> None:
    if answer.status == 429 or answer.status >= 500:
        raise NoAnswer("busy", again=True, pause=_pause(answer.getheader("Retry-After")))
    if answer.status in (401, 403):
        raise NoAnswer("key")
    if answer.status in (400, 422):  # perhaps it knows no schema
        raise NoAnswer("odd", again=True, pause=0)
    if answer.status != 200:
        raise NoAnswer("odd")


def _pause(given: str | None) -> float:
    try:
        return min(max(float(given or PAUSE), 0), LONGEST_PAUSE)
    except ValueError:
        return PAUSE


def _words(read: bytes) -> str:
    try:
        words = json.loads(read)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        raise NoAnswer("unreadable") from None
    if not isinstance(words, str):
        raise NoAnswer("unreadable")
    return words

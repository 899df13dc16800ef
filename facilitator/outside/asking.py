"""The call to a model's server: with little patience, one more try, and a rest after failures.

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
from typing import Any, TypeVar
from urllib.parse import urlsplit

from facilitator import green
from facilitator.outside.model import Model

log = logging.getLogger(__name__)
T = TypeVar("T")

CONNECT, CALL, ALL = 3.0, 20.0, 40.0  # seconds: to connect, for one call, for everything
PAUSE, LONGEST_PAUSE = 0.5, 5.0  # seconds before the second try
FAILURES, REST = 3, 300.0  # failures in a row after which it rests for so many seconds
BUSY = (429, 503, 529)  # statuses of a server that has too much to do
LARGEST = 4 << 20  # bytes of an answer
LOOK = 0.05  # seconds between two looks at the clock

Json = dict[str, Any]

WHY = {
    "refused": "The model's server cannot be reached.",
    "slow": "The model did not answer in time.",
    "busy": "The model's server is busy.",
    "failed": "The model's server failed. The fault is on its side.",
    "key": "The model's server does not take the key.",
    "odd": "The model's server answered with an error.",
    "unreadable": "The model's answer could not be read.",
    "useless": "The model's answer held no vectors that can be used.",
    "rests": "The model failed several times and rests for some minutes.",
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

    def ask(self, bodies: tuple[Json, Json]) -> str:
        """The words the model answered; NoAnswer says why not. The second body is plainer, for
        a server that does not take the first."""
        return self.post("chat/completions", bodies, _words)

    def post(self, path: str, bodies: tuple[Json, Json], read: Callable[[bytes], T]) -> T:
        """What `read` makes of the answer behind a path; it may raise NoAnswer too."""
        if self._clock() < self._rests_until:
            raise NoAnswer("rests")
        begun = self._clock()
        try:
            answered = self._twice(path, bodies, begun + self._limits[2])
            made = read(answered)
        except NoAnswer as failed:
            self._failed(bodies[0]["model"], failed, begun)
            raise
        self._failures = 0
        log.info("%s answered %d bytes after %.0f ms.", bodies[0]["model"], len(answered),
                 1_000 * (self._clock() - begun))  # fmt: skip
        return made

    def _failed(self, model: str, failed: NoAnswer, begun: float) -> None:
        self._failures += 1
        log.warning("%s did not answer (%s) after %.0f ms.", model, failed.kind,
                    1_000 * (self._clock() - begun))  # fmt: skip
        if self._failures >= FAILURES:
            self._failures, self._rests_until = 0, self._clock() + REST

    def _twice(self, path: str, bodies: tuple[Json, Json], end: float) -> bytes:
        try:
            return self._once(path, bodies[0], end)
        except NoAnswer as failed:
            if not failed.again or self._clock() + failed.pause >= end:
                raise
            green.sleep(failed.pause)
            return self._once(path, bodies[1 if failed.kind == "odd" else 0], end)

    def _once(self, path: str, body: Json, end: float) -> bytes:
        connection = self._connected()
        done = Flag()
        green.spawn(self._guard, connection.sock, done, min(self._clock() + self._limits[1], end))
        try:
            read = self._read(connection, path, json.dumps(body).encode())
            if done.is_set():  # the line was cut, and half an answer looks like a whole one
                raise NoAnswer("slow")
            return read
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

    def _read(self, connection: HTTPConnection, path: str, body: bytes) -> bytes:
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self._model.key:
            headers["Authorization"] = f"Bearer {self._model.key}"
        base = urlsplit(self._model.url).path.rstrip("/")
        connection.request("POST", f"{base}/{path}", body, headers)
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
    if answer.status in BUSY or answer.status >= 500:
        code = "busy" if answer.status in BUSY else "failed"
        raise NoAnswer(code, again=True, pause=_pause(answer.getheader("Retry-After")))
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

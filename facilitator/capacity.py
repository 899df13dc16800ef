"""How many phones one process may hold, and what it does when there are too many.

It stands alone because two limits of the operating system and of Python, set for small
programs, would end an event: open files (a connection is one) and the cyclic collector.
When the files run out, the newcomer is told so and those who are in stay connected.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication

MOST_SOCKETS = 30_000
MOST_FILES = 1 << 20
KEPT_BACK = 96  # files kept for pages, the database and the health check
ASSUMED_FILES = 1024  # where the system does not tell
# Collections of the oldest generation were the largest single cause of late messages
# (118 ms at 1,000 clients with Python's own 700, 10, 10).
COLLECT_EVERY = (50_000, 20, 100)
FULL = b"This server is full. Try again in a moment.\n"
FULL_HEADERS = [
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Content-Length", str(len(FULL))),
    ("Retry-After", "10"),
]


def raise_file_limit() -> int:
    """Lets this process open as many files as the system allows it, and returns that number."""
    with suppress(ImportError):
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        most = MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, MOST_FILES)
        if soft == resource.RLIM_INFINITY or soft >= most:
            return most
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
            return most
        return soft
    return ASSUMED_FILES


def settle_memory() -> None:
    """Takes what start-up built out of the collector's sight and makes it run seldom."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECT_EVERY)


class SocketLimit:
    """A WSGI application that refuses WebSockets above a number; pages are always answered."""

    def __init__(self, app: WSGIApplication, files: int) -> None:
        self.app = app
        self.most = min(MOST_SOCKETS, max(files - KEPT_BACK, files // 2))
        self.held = 0

    def __call__(self, environ: dict[str, Any], start: StartResponse) -> Iterable[bytes]:
        if not wants_socket(environ):
            return self.app(environ, start)
        if self.held >= self.most:
            start("503 Service Unavailable", FULL_HEADERS)
            return [FULL]
        self.held += 1
        try:  # for a WebSocket this call lasts as long as the connection
            return self.app(environ, start)
        finally:
            self.held -= 1


def wants_socket(environ: dict[str, Any]) -> bool:
    """Whether this request asks to become a WebSocket."""
    return bool(environ.get("HTTP_UPGRADE", "").lower() == "websocket")

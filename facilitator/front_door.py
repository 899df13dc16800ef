"""What every request passes before Flask or Socket.IO sees it.

It stands alone because Socket.IO answers in front of Flask: a rule for both can only live
in front of both. The rules: the Host must be one of ours (a hostile page may point its own
name at this machine and would then count as the same origin), no compression of WebSocket
frames (it is done once per recipient and made a broadcast a third slower), and the security
headers that Flask's own hooks cannot put on Socket.IO's answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from facilitator.addresses import address, host_in, own_names
from facilitator.settings import Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication

SOCKET_PATH = "/socket.io"
WRONG_HOST = (
    b"This server does not answer to that name. Open the address printed at its start, "
    b"or set FACILITATOR_PUBLIC_URL.\n"
)
STRICT_HEADERS = (
    ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cache-Control", "no-store"),
)


class FrontDoor:
    """A WSGI application in front of another one; `hosts` are the names it answers to."""

    def __init__(self, app: WSGIApplication, hosts: Iterable[str]) -> None:
        self.app = app
        self.hosts = frozenset(hosts)

    def __call__(self, environ: dict[str, Any], start: StartResponse) -> Iterable[bytes]:
        if not self.knows(environ):
            headers = [("Content-Type", "text/plain; charset=utf-8"), *STRICT_HEADERS]
            start("400 Bad Request", [*headers, ("Content-Length", str(len(WRONG_HOST)))])
            return [WRONG_HOST]
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        if environ.get("PATH_INFO", "").startswith(SOCKET_PATH):
            start = strictly(start)
        return self.app(environ, start)

    def knows(self, environ: dict[str, Any]) -> bool:
        """Whether the Host is a known name or the very address the request came in by.

        The second is safe because a hostile page needs a *name* to point at us.
        """
        host = host_in(environ.get("HTTP_HOST", ""))
        return bool(host) and (host in self.hosts or host == came_in_by(environ))


def hosts_of(settings: Settings) -> frozenset[str]:
    """The names this server answers to: the machine's own and the public address's."""
    public = settings.public_url.partition("://")[2]
    return own_names() | ({host_in(public)} if public else set())


def origin_rule(settings: Settings) -> Callable[[str | None, dict[str, Any]], bool]:
    """The `cors_allowed_origins` for Socket.IO: listed origins, this connection's own address, or
    the very host that was asked (a proxy may listen on another port).

    The host is one of ours, or the front door would not have let it in. A request without Origin
    does not reach the rule; it comes from no browser.
    """
    listed = frozenset(settings.origins)

    def allowed(origin: str | None, environ: dict[str, Any]) -> bool:
        here = address(came_in_by(environ), int(environ.get("SERVER_PORT", 0)))
        asked = environ.get("HTTP_HOST")
        return origin in listed or origin == here or (origin or "").partition("://")[2] == asked

    return allowed


def came_in_by(environ: dict[str, Any]) -> str:
    """The address of this machine that the connection was made to (eventlet tells it)."""
    return str(environ.get("SERVER_NAME", "")).removeprefix("::ffff:")


def strictly(start: StartResponse) -> StartResponse:
    """The same `start_response`, adding the headers that the answer does not set itself."""

    def start_strictly(status: str, headers: list[tuple[str, str]], *error: Any) -> Any:
        present = {name.lower() for name, _ in headers}
        added = [each for each in STRICT_HEADERS if each[0].lower() not in present]
        return start(status, [*headers, *added], *error)

    return start_strictly

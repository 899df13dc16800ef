"""A port that is surely ours: opening it, and saying in a sentence why it cannot be opened.

It stands alone because the port must be known before the application is built (port 0 lets
the system choose), and because a second server on the same port must fail loudly.
"""

from __future__ import annotations

import errno
import socket
import sys

BACKLOG = 4096  # connections waiting to be accepted; a hall arrives at once


class CannotListen(OSError):
    """The address cannot be listened on; its text is for the operator."""


def listen(host: str, port: int, *, share_port: bool = False) -> socket.socket:
    """A listening socket; CannotListen with a sentence if the port is taken or not ours.

    `share_port` lets several workers of one server listen together (Linux).
    """
    try:
        family, kind, _, _, place = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind)
    except OSError as error:
        raise CannotListen(f"Cannot listen on {host}: {error.strerror}.") from None
    try:
        _prepare(listener, share_port)
        listener.bind(place)
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        raise CannotListen(_why_not(error, host, port)) from None
    return listener


def _prepare(listener: socket.socket, share_port: bool) -> None:
    if sys.platform != "win32":  # there it would let two servers share the port
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if share_port:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    # Accepted connections inherit this; without it two small messages wait for each other.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is already in use. Stop the other server or choose another --port."
    if error.errno == errno.EACCES:
        return f"Port {port} may not be used by this account. Choose a --port above 1023."
    return f"Cannot listen on {host}, port {port}: {error.strerror}."

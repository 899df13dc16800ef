"""Serving and stopping: with green.py the only place that knows eventlet.

It stands alone because `socketio.run` is not safe for an event: it lets a second server
share the port without an error, refuses the 1,025th client and delays small messages.
Call `listen` first (the port is then known and surely ours), build the app, then `serve`.
"""

from __future__ import annotations

import errno
import logging
import signal
import socket
import threading
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from facilitator import green
from facilitator.capacity import SocketLimit, raise_file_limit, settle_memory, wants_socket
from facilitator.listening import CannotListen, listen
from facilitator.unmasking import faster

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication

__all__ = ["CannotListen", "listen", "serve"]

REQUEST_SECONDS = 30  # an HTTP client may be silent this long; WebSockets have their own pings
CHECK_SECONDS = 0.2  # how often a stop is looked for: waking from a handler came 1.4 s late
FAREWELL_SECONDS = 3.5  # for on_stop; the process is gone within 5
LAST_WORDS_SECONDS = 0.2  # lets what on_stop sent leave the machine

Step = Callable[[], None]

log = logging.getLogger(__name__)


def serve(app: WSGIApplication, listener: socket.socket, *, on_ready: Step, on_stop: Step) -> None:
    """Serves until SIGTERM or SIGINT, then says goodbye by `on_stop` and returns.

    `app` is the Flask application that carries Socket.IO, behind its FrontDoor. `on_ready`
    is called once requests are answered, `on_stop` once no new connection is accepted.
    """
    limited = SocketLimit(app, raise_file_limit())
    stop = _StopSign()
    settle_memory()
    run = _with_eventlet if green.mode() == green.EVENTLET else _with_threads
    run(limited, listener, stop, on_ready, on_stop)


class _StopSign:
    """Raised by the first SIGTERM or SIGINT; a second one ends the process at once."""

    def __init__(self) -> None:
        self.raised = False
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._raise)

    def _raise(self, number: int, frame: Any) -> None:
        self.raised = True
        signal.signal(number, signal.SIG_DFL)


def _farewell(on_stop: Step) -> None:
    """An error in the goodbye must not keep the process from ending well."""
    try:
        on_stop()
    except Exception:
        log.exception("The goodbye did not work.")


def _with_eventlet(
    app: WSGIApplication, listener: socket.socket, stop: _StopSign, on_ready: Step, on_stop: Step
) -> None:
    import eventlet
    import eventlet.websocket
    import eventlet.wsgi

    sockets = eventlet.websocket.RFC6455WebSocket
    sockets._apply_mask = staticmethod(faster(sockets._apply_mask))
    steady = _SteadyListener(listener)
    server = eventlet.spawn(
        eventlet.wsgi.server,
        steady,
        _patient_with_sockets(app),
        max_size=1 << 20,  # SocketLimit decides; at this one, everybody would be left waiting
        log_output=False, debug=False,  # tracebacks are for the log, never for the browser
        socket_timeout=REQUEST_SECONDS,
        keepalive=REQUEST_SECONDS,
    )
    eventlet.sleep(0)
    on_ready()
    while not stop.raised and not server.dead:
        eventlet.sleep(CHECK_SECONDS)
    if server.dead:
        server.wait()  # raises what ended it
    steady.close()
    with eventlet.Timeout(FAREWELL_SECONDS, False):
        _farewell(on_stop)
    # The server's own end waits for every open connection; the process ends without it.
    eventlet.sleep(LAST_WORDS_SECONDS)


def _patient_with_sockets(app: WSGIApplication) -> WSGIApplication:
    """Lifts the request time-out from connections that become WebSockets."""

    def patient(environ: dict[str, Any], start: StartResponse) -> Iterable[bytes]:
        if wants_socket(environ):
            environ["eventlet.input"].get_socket().settimeout(None)
        return app(environ, start)

    return patient


class _SteadyListener:
    """A listener whose `accept` outlives errors: eventlet's server would stop accepting for good.

    Such errors are a client that left too early, or no more files for a while.
    """

    def __init__(self, listener: socket.socket) -> None:
        self._listener = listener
        self._closed = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._listener, name)

    def accept(self) -> Any:
        while True:
            try:
                return self._listener.accept()
            except OSError as error:
                if self._closed:  # the one way to say "the end" that eventlet takes quietly
                    raise OSError(errno.ESHUTDOWN, "closed") from None
                log.warning("A connection could not be accepted: %s.", error.strerror)
                green.sleep(CHECK_SECONDS)

    def close(self) -> None:
        self._closed = True
        self._listener.close()


def _with_threads(
    app: WSGIApplication, listener: socket.socket, stop: _StopSign, on_ready: Step, on_stop: Step
) -> None:
    from werkzeug.serving import WSGIRequestHandler, make_server

    class Quiet(WSGIRequestHandler):
        """Writes no line per request; what matters is logged by the application."""

        def log_request(self, code: int | str = "-", size: int | str = "-") -> None: ...

    host, port = listener.getsockname()[:2]
    server = make_server(host, port, app, threaded=True, request_handler=Quiet, fd=listener.fileno())
    threading.Thread(target=server.serve_forever, args=(CHECK_SECONDS,), daemon=True).start()
    on_ready()
    while not stop.raised:
        green.sleep(CHECK_SECONDS)
    server.shutdown()
    listener.close()
    farewell = threading.Thread(target=_farewell, args=(on_stop,), daemon=True)
    farewell.start()
    farewell.join(FAREWELL_SECONDS)
    green.sleep(LAST_WORDS_SECONDS)

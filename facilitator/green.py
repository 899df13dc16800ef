"""Green threads or real ones: the one place that knows which, besides serving.py.

It stands alone because eventlet must patch the standard library before anything else is
imported, and because eventlet is on its way out: whoever needs to sleep, to start something
beside or to wait for a slow disk asks here, and runs unchanged under FACILITATOR_ASYNC=threading.

Only serving processes patch. In tests and in the other commands `mode()` is "threading".
"""

from __future__ import annotations

import os
import sys
import threading
import time
import warnings
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

EVENTLET, THREADING = "eventlet", "threading"
PATCHED_COMMANDS = frozenset({"serve"})  # the others start faster unpatched
WARNING_TO_HUSH = r"\s*Eventlet is deprecated"

_patched = False


def wanted(arguments: list[str]) -> bool:
    """Whether this command line runs the live server on eventlet."""
    chosen = os.environ.get("FACILITATOR_ASYNC", "").strip() or EVENTLET
    return chosen == EVENTLET and bool(PATCHED_COMMANDS.intersection(arguments[:1]))


def patch() -> None:
    """Makes the standard library cooperative; call it before any other import."""
    global _patched
    if _patched:
        return
    # Since 0.40.4 the import itself warns, so the filter has to come first.
    warnings.filterwarnings("ignore", message=WARNING_TO_HUSH)
    import eventlet

    eventlet.monkey_patch()
    _patched = True


def mode() -> str:
    """The Socket.IO `async_mode` of this process: "eventlet" once patched, else "threading"."""
    return EVENTLET if _patched else THREADING


def in_thread(call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Runs a blocking call in a real thread and waits, while the other green threads go on.

    For disk and commits, never for arithmetic: the interpreter lock would still stop the
    loop. Inside the call no lock, queue or event of the patched standard library may be
    shared with green threads. Exceptions come through. In threading mode a plain call.
    """
    if not _patched:
        return call(*args, **kwargs)
    from eventlet import tpool

    result: T = tpool.execute(call, *args, **kwargs)
    return result


def sleep(seconds: float = 0) -> None:
    """Lets the others run for at least this long; 0 only gives way once."""
    if not _patched:
        time.sleep(seconds)
        return
    import eventlet

    eventlet.sleep(seconds)


def spawn(call: Callable[..., Any], *args: Any) -> None:
    """Starts `call` beside the caller and forgets it; it never holds up the end of the process.

    An exception in it is printed and ends only that call.
    """
    if not _patched:
        threading.Thread(target=call, args=args, daemon=True).start()
        return
    import eventlet

    eventlet.spawn_n(_loudly, call, args)


def _loudly(call: Callable[..., Any], args: tuple[Any, ...]) -> None:
    """Reports what eventlet's bare green threads would only print when debugging."""
    try:
        call(*args)
    except Exception:
        sys.excepthook(*sys.exc_info())

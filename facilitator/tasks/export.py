"""`facilitator export`: an event, by id or join code, in every format there is."""

from __future__ import annotations

import argparse
import sys

from facilitator.cli import Unusable
from facilitator.domain.event import Event
from facilitator.retelling import FORMATS


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("event", help="id or join code of the event")
    parser.add_argument("--to", dest="kind", choices=sorted(FORMATS), default="json")


def run(given: argparse.Namespace) -> int:
    write, _ = FORMATS[given.kind]
    written = write(_event(given.event))
    raw = written if isinstance(written, bytes) else written.encode()
    sys.stdout.buffer.write(raw)
    sys.stdout.buffer.flush()
    return 0


def _event(name: str) -> Event:
    from facilitator.store import Store
    from facilitator.tasks.settled import settings

    store = Store(settings().database_url)
    try:
        store.migrate()
        event = store.load(store.by_code(name.upper()) or name)
    finally:
        store.close()
    if event is None:
        raise Unusable(f"There is no event “{name}” here.")
    return event

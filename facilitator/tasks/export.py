"""`facilitator export`: an event, by id or join code, as JSON, as a table of notes, as a calendar."""

from __future__ import annotations

import argparse
import sys

from facilitator.cli import Unusable
from facilitator.domain.event import Event
from facilitator.report import FORMATS


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("event", help="id or join code of the event")
    parser.add_argument("--to", dest="kind", choices=sorted(FORMATS), default="json")


def run(given: argparse.Namespace) -> int:
    write, _ = FORMATS[given.kind]
    sys.stdout.write(write(_event(given.event)))
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

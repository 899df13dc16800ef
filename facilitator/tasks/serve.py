"""`facilitator serve`: listens, builds the house, prints the links of a first start, serves."""

from __future__ import annotations

import argparse
import logging
import sys

from facilitator.app import House, build
from facilitator.cli import Unusable
from facilitator.serving import CannotListen, listen, serve
from facilitator.settings import Settings
from facilitator.tasks import demo
from facilitator.tasks.settled import settings


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", help="address to listen on (default: all of this machine)")
    parser.add_argument("--port", type=int, help="port to listen on (default: 8000)")
    parser.add_argument("--workers", type=int, help="processes (default: 1)")


def run(given: argparse.Namespace) -> int:
    chosen = settings(host=given.host, port=given.port, workers=given.workers)
    if chosen.workers > 1:
        raise Unusable("This version runs one worker; start it without --workers.")
    logging.basicConfig(level=chosen.log.upper(), stream=sys.stderr, format="%(message)s")
    for warning in chosen.warnings:
        logging.warning(warning)
    try:
        listener = listen(chosen.host, chosen.port)
    except CannotListen as problem:
        raise Unusable(str(problem)) from None
    house = build(settings(listener.getsockname()[1], host=given.host, port=given.port))
    _welcome(house)
    house.start()
    serve(house.wsgi, listener, on_ready=lambda: _ready(house.settings), on_stop=house.stop)
    return 0


def _welcome(house: House) -> None:
    if not house.kept.event_ids():
        demo.create(house.parts)
        print(demo.in_words(demo.links(house.parts)), flush=True)


def _ready(chosen: Settings) -> None:
    print(f"ready {chosen.public_url}", flush=True)



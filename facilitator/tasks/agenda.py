"""`facilitator agenda`: an announcement or a schedule file becomes an agenda."""

from __future__ import annotations

import argparse
import sys

from facilitator import agenda_text
from facilitator.cli import Unusable, text_of

SOURCES = ("text", "ics", "frab-json", "frab-xml", "csv", "json")
TARGETS = ("json", "ics", "frab-json", "csv", "jsonld")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", default="-", help="file to read (default: stdin)")
    parser.add_argument("--from", dest="source", choices=SOURCES, default="text")
    parser.add_argument("--to", dest="target", choices=TARGETS, default="json")


def run(given: argparse.Namespace) -> int:
    try:
        made = agenda_text.convert(text_of(given.file), given.source, given.target)
    except agenda_text.Unreadable as unreadable:
        raise Unusable(str(unreadable)) from None
    sys.stdout.write(made if made.endswith("\n") else made + "\n")
    return 0

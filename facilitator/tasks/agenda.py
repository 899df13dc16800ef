"""`facilitator agenda`: an announcement or a schedule file becomes an agenda."""

from __future__ import annotations

import argparse
import sys

from facilitator import agenda_text
from facilitator.cli import Unusable, text_of

SOURCES = ("text", "ics", "frab-json", "frab-xml", "csv", "json")
SCHEDULES = (".ics", ".json", ".xml", ".csv")
TARGETS = ("json", "ics", "frab-json", "csv", "jsonld")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", default="-", help="file to read (default: stdin)")
    parser.add_argument("--from", dest="source", choices=SOURCES,
                        help="default: text; a file named as a schedule is read as what it is")  # fmt: skip
    parser.add_argument("--to", dest="target", choices=TARGETS, default="json")


def run(given: argparse.Namespace) -> int:
    try:
        text = text_of(given.file)
        source = given.source or _source(given.file, text)
        made = agenda_text.convert(text, source, given.target)
    except agenda_text.Unreadable as unreadable:
        raise Unusable(str(unreadable)) from None
    sys.stdout.write(made if made.endswith("\n") else made + "\n")
    return 0


def _source(file: str, text: str) -> str:
    """What a file is that was not said to be anything: an announcement, unless its name says more."""
    return agenda_text.kind_of_file(text) if file.lower().endswith(SCHEDULES) else "text"

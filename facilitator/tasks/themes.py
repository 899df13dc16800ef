"""`facilitator themes`: notes, in one batch or one by one, become themes."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from typing import Any

from facilitator.cli import Unusable, text_of


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", default="-", help="notes, JSONL (default: stdin)")
    parser.add_argument("--out", help="file to write (default: stdout)")
    parser.add_argument("--hints", help="what a host says of the themes, JSON")
    parser.add_argument("--at-most", type=int, default=12, help="most themes (default: 12)")
    parser.add_argument("--follow", action="store_true", help="answer each note as it comes")


def run(given: argparse.Namespace) -> int:
    from facilitator import theming

    try:
        if given.follow:
            return _write(theming.follow(sys.stdin), None)
        lines = theming.batch_lines(text_of(given.file), _hints(given.hints), given.at_most)
        return _write(lines, given.out)
    except ValueError as error:
        raise Unusable(f"The notes cannot be used: {error}") from None


def _hints(name: str | None) -> dict[str, Any] | None:
    if name is None:
        return None
    hints = json.loads(text_of(name))
    if not isinstance(hints, dict):
        raise ValueError("hints are one object.")
    return hints


def _write(lines: Iterable[str], name: str | None) -> int:
    try:
        with open(name, "w", encoding="utf-8") if name else _Stdout() as out:
            for line in lines:
                print(line, file=out, flush=True)
    except OSError as error:
        raise Unusable(f"{name} cannot be written: {error.strerror}.") from None
    return 0


class _Stdout:
    def __enter__(self) -> Any:
        return sys.stdout

    def __exit__(self, *error: object) -> None:
        sys.stdout.flush()

"""The command line: reads what is asked and calls the task that does it.

Exit codes: 0 done, 2 unusable input with one sentence on stderr. What a machine may read
goes to stdout, everything else to stderr.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from dataclasses import dataclass
from typing import NoReturn


class Unusable(Exception):
    """Input that cannot be used; its text is one sentence for the person who typed it."""


@dataclass(frozen=True, slots=True)
class Task:
    """One command: its module under `tasks` has `arguments(parser)` and `run(given) -> int`."""

    name: str
    module: str
    about: str
    example: str


TASKS = (
    Task("serve", "serve", "Runs the live server.", "facilitator serve --port 8000"),
    Task("demo", "demo", "Makes the demo series and prints fresh links to it.",
         "facilitator demo --json"),
    Task("agenda", "agenda", "Turns an announcement or a schedule file into an agenda.",
         "facilitator agenda announcement.txt"),
    Task("assign", "assign", "Assigns people to breakout rooms.",
         "facilitator assign case.json --seed 7"),
    Task("themes", "themes", "Groups notes into themes.",
         "facilitator themes notes.jsonl --out themes.jsonl"),
    Task("rehearse", "rehearse", "Plays participants against a running server.",
         "facilitator rehearse http://127.0.0.1:8000/l/… --people 50"),
    Task("bench", "bench", "Runs a benchmark beside its anchors.", "facilitator bench assign"),
    Task("export", "export", "Writes an event to stdout.",
         "facilitator export ABCD2345 --to json"),
    Task("import", "import_", "Brings an exported event in as a new one.",
         "facilitator import event.json"),
    Task("doctor", "doctor", "Checks this installation before an event.", "facilitator doctor"),
    Task("backup", "backup", "Copies the database while it is in use, and checks the copy.",
         "facilitator backup tonight.db"),
    Task("restore", "restore", "Puts a backup in the place of the database.",
         "facilitator restore tonight.db"),
)  # fmt: skip


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Unusable(f"{message[0].upper()}{message[1:]}. Try: {self.prog} --help")


def main(arguments: list[str]) -> int:
    """Runs one command and returns its exit code."""
    try:
        given = _parser(arguments[:1]).parse_args(arguments)
        return int(given.run(given))
    except Unusable as unusable:
        print(unusable, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader of our output left
        sys.stderr.close()
        return 0


def _parser(first: list[str]) -> argparse.ArgumentParser:
    parser = _Parser(prog="facilitator", description="Runs live events: agenda, rooms, themes.")
    choices = parser.add_subparsers(metavar="command", required=True)
    for task in TASKS:
        part = choices.add_parser(
            task.name, help=task.about, description=task.about, epilog=f"Example: {task.example}"
        )
        if first == [task.name]:  # the others' libraries are not loaded
            module = importlib.import_module(f"facilitator.tasks.{task.module}")
            module.arguments(part)
            part.set_defaults(run=module.run)
    return parser


def text_of(name: str, most: int = 64 << 20) -> str:
    """The text of a file, or of stdin for `-`; Unusable with a sentence when it is no text."""
    try:
        if name == "-":
            raw = sys.stdin.buffer.read(most + 1)
        else:
            with open(name, "rb") as file:
                raw = file.read(most + 1)
    except OSError as error:
        raise Unusable(f"{name} cannot be read: {error.strerror}.") from None
    if len(raw) > most:
        raise Unusable(f"{name} is too large: at most {most >> 20} MB.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unusable(f"{name} is not UTF-8 text (byte {error.start}).") from None

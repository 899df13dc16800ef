"""`facilitator rehearse`: the crowd from `rehearsal`, and its sheet on paper."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from typing import Any

from facilitator.cli import Unusable
from facilitator.rehearsal.crowd import Impossible, Plan, rehearse

COUNTERS = ("lost", "duplicated", "missed", "diverged")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("url", help="join link of the event")
    parser.add_argument("--people", type=int, default=30, help="simulated phones (default: 30)")
    parser.add_argument("--speed", type=float, default=60, help="times faster (default: 60)")
    parser.add_argument("--moderator", default="", help="moderator's link: runs the agenda too")
    parser.add_argument("--minutes", type=float, default=10, help="at most, without --moderator")
    parser.add_argument("--seed", type=int, default=1, help="same seed, same crowd")
    parser.add_argument("--json", action="store_true", help="print the sheet as JSON")


def run(given: argparse.Namespace) -> int:
    if not 1 <= given.people <= 5_000 or given.speed <= 0:
        raise Unusable("People are 1 to 5000, and the speed is above 0.")
    plan = Plan(
        join=given.url, moderator=given.moderator, people=given.people, speed=given.speed,
        seed=given.seed, minutes=given.minutes, say=lambda text: print(text, file=sys.stderr),
    )  # fmt: skip
    try:
        found = asyncio.run(rehearse(plan))
    except Impossible as impossible:
        raise Unusable(str(impossible)) from None
    print(json.dumps(found, indent=1) if given.json else in_words(found))
    return 0 if fine(found) else 1


def fine(found: dict[str, Any]) -> bool:
    """Whether everybody is back and every counter is zero."""
    return found["back"] == found["people"] and not any(found[name] for name in COUNTERS)


def in_words(found: dict[str, Any]) -> str:
    """The sheet for a person."""
    notes, delays = found["notes"], found["milliseconds"]
    lines = [
        f"people      {found['people']}, back at the end {found['back']}",
        f"notes       {notes['sent']} sent, {notes['promised']} promised",
        *(f"{name:<11} {found[name]}" for name in COUNTERS),
        f"returns     {found['returns']}",
        *(f"{name:<11} p50 {row['p50']:g} ms, p95 {row['p95']:g} ms, longest {row['max']:g} ms"
          for name, row in delays.items()),
    ]  # fmt: skip
    return "\n".join(lines)

"""`facilitator import`: an exported event's plan as a new event, ready to run again."""

from __future__ import annotations

import argparse
import json
from typing import Any

from facilitator.cli import Unusable, text_of
from facilitator.domain.commands import Command
from facilitator.domain.stamp import Actor, Refused
from facilitator.planning import new_code, new_id
from facilitator.protocol import read
from facilitator.report import FORMAT


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", help="JSON written by facilitator export")


def run(given: argparse.Namespace) -> int:
    from facilitator.app import build
    from facilitator.tasks.settled import settings

    series, command = new_id("r"), None
    try:
        found = json.loads(text_of(given.file))
        command = create_command(found, series)
    except Refused as refused:
        raise Unusable(refused.why) from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Unusable(f"{given.file} is not an event written by facilitator export.") from None
    parts = build(settings()).parts
    parts.add_series(series, found["title"])
    event = new_id("e")
    answer = parts.submit(event, command, Actor("organiser"), f"create-{event}")
    if not answer["ok"]:
        raise Unusable(answer["why"])
    print(event)
    return 0


def create_command(found: dict[str, Any], series: str) -> Command:
    """The command that creates an event with the exported one's plan."""
    if found.get("format") != FORMAT:
        raise Refused("field", "This file was not written by facilitator export.")
    slots = [
        {
            **{name: slot[name] for name in ("id", "title", "kind", "description", "question")},
            "start": slot["planned_start"],
            "minutes": (slot["planned_end"] - slot["planned_start"]) // 60_000,
            "speakers": slot["speakers"],
            "links": slot["links"],
        }
        for slot in found["agenda"]
    ]
    names = ("title", "timezone", "about", "host_name")
    fields = {name: found[name] for name in names} | {"series": series, "code": new_code()}
    return read("event.create", {**fields, "slots": slots})

"""`facilitator demo`: the real announcement, planned and created the way an organiser would.

Links are kept only as hashes, so each call issues fresh ones.
"""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from facilitator import agenda_text
from facilitator.domain.stamp import LINK_ROLES, Actor
from facilitator.parts import Parts
from facilitator.planning import new_id, plan

SERIES = "SALEX closing exchange"
ANNOUNCEMENT = Path(__file__).parent.parent / "demo_announcement.txt"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print the links as JSON")


def run(given: argparse.Namespace) -> int:
    from facilitator.app import build
    from facilitator.tasks.settled import settings

    parts = build(settings()).parts
    if _series(parts) is None:
        create(parts)
    made = links(parts)
    print(json.dumps(made, ensure_ascii=False, indent=2) if given.json else in_words(made))
    return 0


def _series(parts: Parts) -> Any:
    return next((series for series in parts.series() if series.title == SERIES), None)


def create(parts: Parts) -> None:
    """Makes the demo series; the announcement gives no year, so the next such dates are taken."""
    agenda = agenda_text.read(ANNOUNCEMENT.read_text("utf-8")).as_json()
    series = new_id("r")
    today = datetime.fromtimestamp(parts.now() / 1_000, UTC).date()
    events = plan(series, agenda, today)
    parts.add_series(series, SERIES)
    for event in events:
        answer = parts.submit(event.id, event.command, Actor("organiser"), f"create-{event.id}")
        if not answer["ok"]:
            raise RuntimeError(answer["why"])


def links(parts: Parts) -> dict[str, Any]:
    """Fresh links of every role to every event of the demo series."""
    series, home = _series(parts), parts.settings.public_url
    found = (parts.event(id) for id in series.event_ids)
    events = sorted((event for event in found if event), key=lambda e: e.slots[0].start)
    return {
        "series": SERIES,
        "organiser": f"{home}/l/{parts.access.issue('organiser')}",
        "events": [
            {"id": event.id, "title": event.title, "code": event.code,
             "links": {"join": f"{home}/j/{event.code}", "schedule": f"{home}/s/{event.code}",
                       **_role_links(parts, event.id)}}
            for event in events
        ],
    }  # fmt: skip


def _role_links(parts: Parts, event: str) -> dict[str, str]:
    home = parts.settings.public_url
    roles = (role for role in LINK_ROLES if role != "organiser")
    return {role: f"{home}/l/{parts.access.issue(role, event)}" for role in roles}


def in_words(made: dict[str, Any]) -> str:
    """The links for a person who reads them in a terminal."""
    lines = [made["series"], f"  organiser   {made['organiser']}"]
    for event in made["events"]:
        lines += ["", f"{event['title']} (code {event['code']})"]
        lines += [f"  {role:<11} {link}" for role, link in event["links"].items()]
    return "\n".join(lines)

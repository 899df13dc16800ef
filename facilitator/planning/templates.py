"""Plans to begin from: those that come with the product, and those an organiser saved.

A template is an agenda whose times count from a start: lengths, and gaps where there are any.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from facilitator.domain.event import Event
from facilitator.planning.changes import fields_of
from facilitator.planning.files import DEFAULTS, way_of

SHIPPED = Path(__file__).parent / "shipped"
FIRST = 9 * 60
"""Minutes after midnight at which the first slot is put until somebody says when."""
MINUTE = 60_000
Template = dict[str, Any]


@cache
def shipped() -> dict[str, Template]:
    """The templates of the product by id, in the order of their names."""
    found = sorted(SHIPPED.glob("*.json"))
    return {path.stem[3:]: json.loads(path.read_text("utf-8")) for path in found}


def template_of(event: Event, title: str) -> Template:
    """The event's plan without its people, its date and its place in the day."""
    slots, end = [], event.slots[0].start
    for slot in event.slots:
        gap = (slot.start - end) // MINUTE
        fields = {name: value for name, value in fields_of(slot).items()
                  if name not in ("id", "start") and value not in ("", []) and value != DEFAULTS.get(name)}
        slots.append({**fields, **way_of(event, slot.id), **({"after": gap} if gap else {})})
        end = slot.planned_end
    return {"title": title, "about": event.about, "timezone": event.timezone, "slots": slots}


def agenda_json(template: Template) -> dict[str, Any]:
    """The template as agenda JSON of one day without a date."""
    at, slots = FIRST, []
    for slot in template["slots"]:
        at += slot.get("after", 0)
        slots.append({**slot, "start": _clock(at), "end": None})
        at += slot["minutes"]
    day = {"title": template["title"], "date": None, "about": template.get("about", ""), "slots": slots}
    return {"timezone": template.get("timezone"), "warnings": [], "days": [day]}


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"

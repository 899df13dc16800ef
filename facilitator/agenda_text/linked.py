"""schema.org JSON-LD, for pages that search engines and calendars read. Only out."""

from __future__ import annotations

import json
from typing import Any

from facilitator.agenda_text.model import Agenda, Day, Slot
from facilitator.agenda_text.times import day_of, span, zone_of


def write(agenda: Agenda) -> str:
    """One Event a day, its slots as subEvents."""
    graph = [_event(agenda, day) for day in agenda.days]
    return json.dumps(
        {"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, indent=1
    )


def _event(agenda: Agenda, day: Day) -> dict[str, Any]:
    slots = [_slot(agenda, day, slot) for slot in day.slots]
    made: dict[str, Any] = {"@type": "Event", "name": day.title or "Event", "subEvent": slots}
    if slots:
        made["startDate"] = slots[0]["startDate"]
        made["endDate"] = slots[-1].get("endDate", slots[-1]["startDate"])
    return made


def _slot(agenda: Agenda, day: Day, slot: Slot) -> dict[str, Any]:
    start, end = span(day_of(day.date), slot.start, slot.end, zone_of(agenda.timezone))
    made: dict[str, Any] = {"@type": "Event", "name": slot.title, "startDate": start.isoformat()}
    if end:
        made["endDate"] = end.isoformat()
    if slot.description:
        made["description"] = slot.description
    if slot.room:
        made["location"] = {"@type": "Place", "name": slot.room}
    performers: list[dict[str, Any]] = []
    for speaker in slot.speakers:
        organisation = {"@type": "Organization", "name": speaker.org}
        if speaker.name:
            person: dict[str, Any] = {"@type": "Person", "name": speaker.name}
            performers.append({**person, "affiliation": organisation} if speaker.org else person)
        else:
            performers.append(organisation)
    return {**made, "performer": performers} if performers else made

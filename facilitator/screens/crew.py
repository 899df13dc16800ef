"""The crew's run sheet: what the hall knows, and what the crew wrote to itself."""

from __future__ import annotations

from typing import Any, get_args

from facilitator.domain.event import Event
from facilitator.domain.messages import Board
from facilitator.domain.plenary import scene
from facilitator.screens.hall import message
from facilitator.screens.moderator import cues


def view(event: Event) -> dict[str, Any]:
    """{cues, joined, present, scene, blank, messages}; agenda and clock are in the hall."""
    return {
        "cues": cues(event.slots),
        "joined": len(event.people),
        "present": sum(person.present for person in event.people.values()),
        "scene": scene(event),
        "blank": event.screen.blank,
        "messages": {place: message(one) for place, one in event.messages.items()
                     if place in get_args(Board)},
    }

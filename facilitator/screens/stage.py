"""The stage: the one thing a speaker needs besides the clock, a word from the moderator."""

from __future__ import annotations

from typing import Any

from facilitator.domain.event import Event
from facilitator.screens.hall import message


def view(event: Event) -> dict[str, Any]:
    """{people, message?}; the clock and the agenda are in the hall."""
    made: dict[str, Any] = {"people": sum(person.present for person in event.people.values())}
    said = event.messages.get("stage")
    return {**made, "message": message(said)} if said else made

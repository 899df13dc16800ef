"""Who sees what: each channel's screen is a pure function of the event, and nothing else.

A channel is a name: `hall`, `moderator`, `host`, `plenary`, `preview`, `stage`, `crew`, `room:<id>` or
`person:<id>`. What is not on a screen cannot leak, so this package is the house's privacy.
"""

from __future__ import annotations

from typing import Any

from facilitator.domain.event import Event
from facilitator.domain.stamp import Actor, Refused, Role
from facilitator.screens import crew, hall, host, moderator, person, plenary, room, stage

SHARED = {
    "hall": hall.view,
    "moderator": moderator.view,
    "host": host.view,
    "plenary": plenary.view,
    "preview": plenary.preview,
    "stage": stage.view,
    "crew": crew.view,
}
"""Channels that an event has once."""

MAY_SEE: dict[Role, tuple[str, ...]] = {
    "organiser": ("hall", "moderator", "host", "plenary", "preview", "stage", "crew"),
    "moderator": ("hall", "moderator", "host", "plenary", "preview", "stage", "crew"),
    "host": ("hall", "host", "plenary", "preview"),
    "screen": ("hall", "plenary"),
    "stage": ("hall", "stage"),
    "crew": ("hall", "crew"),
    "public": ("hall",),
    "participant": ("hall",),
}
"""Shared channels by role; a participant has their own `person:` and `room:` channels too."""


def view(event: Event, channel: str) -> dict[str, Any]:
    """The screen of a channel; refused when the event has no such channel."""
    kind, _, id = channel.partition(":")
    if channel in SHARED:
        return SHARED[channel](event)
    if kind == "room":
        return room.view(event, id)
    if kind == "person" and id in event.people:
        return person.view(event, id)
    raise Refused("unknown", "There is no such channel.")


def channels_of(event: Event, actor: Actor) -> tuple[str, ...]:
    """Every channel this actor may see now."""
    shared = MAY_SEE.get(actor.role, ())
    if actor.role != "participant" or actor.person is None or actor.person not in event.people:
        return shared
    rooms = person.seats_of(event, actor.person).values()
    return (*shared, f"person:{actor.person}", *(f"room:{id}" for id in rooms))

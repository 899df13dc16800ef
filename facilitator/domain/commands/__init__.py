"""The menu: everything that can be asked of an event, one class each.

This is the schema of the wire. `AdvanceSlot` travels as `slot.advance`: the last word of the
class, then its verb. A class says its fields with their limits and who may ask; what it does
is in `perform`. A field that is not here is refused.
"""

from __future__ import annotations

from facilitator.domain.commands import (
    inside,
    messages,
    notes,
    people,
    planning,
    plenary,
    rooms,
    roster,
    running,
    screen,
    themes,
    wishes,
)
from facilitator.domain.commands.entry import Command

__all__ = ["MENU", "Command", "inside", "messages", "notes", "people", "planning", "plenary", "rooms", "roster", "running",
           "screen", "themes", "wishes"]  # fmt: skip

MENU: tuple[type[Command], ...] = (
    *planning.MENU, *running.MENU, *messages.MENU, *people.MENU, *roster.MENU, *rooms.MENU,
    *inside.MENU,
    *wishes.MENU, *notes.MENU, *themes.MENU, *screen.MENU, *plenary.MENU,
)  # fmt: skip

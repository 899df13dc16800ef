"""A deadline that passed is a command too: slots that go on by themselves are advanced.

Only the clock's own command is sent, naming the slot it leaves; whoever else was quicker
(a moderator, another process) makes it harmless.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from facilitator.domain.agenda import find
from facilitator.domain.commands.running import AdvanceSlot
from facilitator.domain.event import Event


def due(event: Event, at: int) -> AdvanceSlot | None:
    """The command the clock has for this event at that instant, if any."""
    clock = event.clock
    if clock is None or clock.paused_at is not None or at < clock.ends_at:
        return None
    return AdvanceSlot(from_slot=clock.slot) if find(event.slots, clock.slot).auto else None


def tick(events: Iterable[Event], at: int, tell: Callable[[str, AdvanceSlot], object]) -> None:
    """Looks at every event once; meant to be called a few times a second."""
    for event in events:
        if (command := due(event, at)) is not None:
            tell(event.id, command)

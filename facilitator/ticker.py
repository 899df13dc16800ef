"""A deadline that passed is a command too: slots go on, rooms close, messages whose time
is over go away.

Only the clock's own commands are sent, naming the slot or message they end; whoever else was quicker
(a moderator, another process) makes it harmless.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from facilitator.domain.agenda import find
from facilitator.domain.commands import Command
from facilitator.domain.commands.inside import CheckRound, CloseRound
from facilitator.domain.commands.messages import RecallMessage
from facilitator.domain.commands.notes import RevealNotes
from facilitator.domain.commands.running import AdvanceSlot
from facilitator.domain.event import Event
from facilitator.domain.notes import shared
from facilitator.domain.repair import look_due
from facilitator.domain.room_clock import last_end


def due(event: Event, at: int) -> AdvanceSlot | None:
    """The command the clock has for this event at that instant, if any."""
    clock = event.clock
    if clock is None or clock.paused_at is not None or at < clock.ends_at:
        return None
    return AdvanceSlot(from_slot=clock.slot) if find(event.slots, clock.slot).auto else None


def over(event: Event, at: int) -> Iterator[RecallMessage]:
    """The commands that take away messages whose time is over."""
    for message in event.messages.values():
        if message.until is not None and at >= message.until:
            yield RecallMessage(message_id=message.id)


def rooms(event: Event, at: int) -> Iterator[CheckRound | CloseRound]:
    """The commands for rooms whose time to check in, or to be open, is over."""
    clock = event.clock
    for made in event.rounds.values():
        if made.state != "open" or not made.ends:
            continue
        on = event.open_round is made
        running = on and clock is not None and clock.paused_at is None
        if ((running and made.closing) or not on) and at >= last_end(made):
            yield CloseRound(slot=made.slot, seconds=0)
        elif on and look_due(made, at):
            yield CheckRound(slot=made.slot)


def revealing(event: Event, at: int) -> Iterator[RevealNotes]:
    """The command that shows rooms their private notes when their first step has ended."""
    made, clock = event.open_round, event.clock
    if made is None or clock is None or clock.paused_at is not None or len(made.ends) < 2:
        return
    if at >= made.ends[0] and not shared(event, made):
        yield RevealNotes(slot=made.slot)


def tick(events: Iterable[Event], at: int, tell: Callable[[str, Command], object]) -> None:
    """Looks at every event once; meant to be called a few times a second."""
    for event in events:
        if (command := due(event, at)) is not None:
            tell(event.id, command)
        for ended in (*over(event, at), *rooms(event, at), *revealing(event, at)):
            tell(event.id, ended)

"""The clock."""

from __future__ import annotations

from typing import Annotated

from facilitator.domain.commands.entry import CREW, Command, command
from facilitator.domain.fields import Between, Id


@command({*CREW, "clock"}, urgent=True)
class AdvanceSlot(Command):
    """Go on to the next slot (from None: start); from the last slot the event ends."""

    from_slot: Id | None


@command(CREW, urgent=True)
class ReturnSlot(Command):
    """Go back to the slot before, with the deadline it had (from None: reopen the last)."""

    from_slot: Id | None


@command(CREW, urgent=True)
class JumpSlot(Command):
    """Go straight to any slot, with its full length."""

    from_slot: Id | None
    to_slot: Id


@command(CREW, urgent=True)
class PauseClock(Command):
    """Stop the clock of the running slot."""

    slot: Id


@command(CREW, urgent=True)
class ResumeClock(Command):
    """Let the clock of the running slot go on."""

    slot: Id


@command(CREW, urgent=True)
class NudgeClock(Command):
    """Give the running slot more or less time, in seconds."""

    slot: Id
    seconds: Annotated[int, Between(-3_600, 3_600)]


MENU: tuple[type[Command], ...] = (
    AdvanceSlot, ReturnSlot, JumpSlot, PauseClock, ResumeClock, NudgeClock,
)  # fmt: skip

"""The clock, and what it does to the slots still to come."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from facilitator.domain.commands.entry import CREW, Command, command
from facilitator.domain.fields import Between, Id, Instant


@command({*CREW, "clock"}, urgent=True, undoable=True)
class AdvanceSlot(Command):
    """Go on to the next slot (from None: start); from the last slot the event ends."""

    from_slot: Id | None


@command(CREW, urgent=True, undoable=True)
class ReturnSlot(Command):
    """Go back to the slot before, with the deadline it had (from None: reopen the last)."""

    from_slot: Id | None


@command(CREW, urgent=True, undoable=True)
class JumpSlot(Command):
    """Go straight to any slot, with its full length."""

    from_slot: Id | None
    to_slot: Id


@command(CREW, urgent=True, undoable=True)
class PauseClock(Command):
    """Stop the clock of the running slot."""

    slot: Id


@command(CREW, urgent=True, undoable=True)
class ResumeClock(Command):
    """Let the clock of the running slot go on."""

    slot: Id


@command(CREW, urgent=True, undoable=True)
class NudgeClock(Command):
    """Give the running slot more or less time, in seconds."""

    slot: Id
    seconds: Annotated[int, Between(-3_600, 3_600)]


@command(CREW, urgent=True, undoable=True)
class BackdateClock(Command):
    """The running slot began this many seconds ago; its length stays, so its end moves too."""

    slot: Id
    seconds: Annotated[int, Between(0, 6 * 3_600)]


@command(CREW, urgent=True, undoable=True)
class EndClock(Command):
    """Let the running slot end at an instant."""

    slot: Id
    ends_at: Instant


@command(CREW, undoable=True)
class PromiseEvent(Command):
    """Promise that the event ends at an instant; None: as planned."""

    ends_at: Instant | None


@command(CREW, urgent=True, undoable=True)
class FitAgenda(Command):
    """Give slots other lengths (seconds), from `from_slot`, which runs, on; the plan stays on record."""

    from_slot: Id
    lengths: Mapping[str, int]


@command(CREW, urgent=True)
class UndoStep(Command):
    """Take back the newest step of the clock, named by the version it made."""

    seq: Annotated[int, Between(1, 1_000_000_000)]


MENU: tuple[type[Command], ...] = (
    AdvanceSlot, ReturnSlot, JumpSlot, PauseClock, ResumeClock, NudgeClock, BackdateClock,
    EndClock, PromiseEvent, FitAgenda, UndoStep,
)  # fmt: skip

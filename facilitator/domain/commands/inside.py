"""While rooms are open: arriving, asking for help, more time, closing, putting rooms right."""

from __future__ import annotations

from typing import Annotated

from facilitator.domain.commands.entry import CREW, SELF, Command, command
from facilitator.domain.fields import Between, Id, Line, Name, Table
from facilitator.domain.inside import MOST_OTHERS, Manner
from facilitator.domain.room_steps import MOST_STEPS


@command(SELF)
class ArriveSeat(Command):
    """Say that one is in one's room now."""

    room: Id


@command(SELF)
class TakeSeat(Command):
    """Take part, read and write quietly, or step out; the seat is kept in any case."""

    room: Id
    manner: Manner


@command(SELF, urgent=True)
class ChooseSeat(Command):
    """Sit at the table whose code one scanned, where the rules of the rooms allow it."""

    table: Table


@command(SELF, urgent=True)
class CallHelp(Command):
    """Call somebody of the crew to one's room."""

    room: Id


@command(CREW, urgent=True)
class AnswerHelp(Command):
    """Say who is on the way to a room that called, or (here) has come."""

    room: Id
    by: Name
    here: bool = False
    from_owner: Line | None = None  # who went there as far as the asker saw; empty: nobody


@command({*SELF, *CREW}, urgent=True)
class EndHelp(Command):
    """The room does not need anybody any more."""

    room: Id


@command({*SELF, *CREW})
class CountRoom(Command):
    """How many people are at a room's table without a phone."""

    room: Id
    others: Annotated[int, Between(0, MOST_OTHERS)]


@command(CREW, urgent=True, undoable=True)
class ExtendRoom(Command):
    """Give one room more or less time, in seconds; when the slot ends it finishes alone."""

    room: Id
    seconds: Annotated[int, Between(-3_600, 3_600)]


@command(CREW, urgent=True, undoable=True)
class AdvanceStep(Command):
    """End the step that is on in all rooms; the next one begins and gets the time."""

    slot: Id
    from_step: Annotated[int, Between(0, MOST_STEPS)]


@command({*CREW, "clock"}, urgent=True, undoable=True)
class CloseRound(Command):
    """Close all rooms in that many seconds; 0 at once. Notes that are still on the way are taken."""

    slot: Id
    seconds: Annotated[int, Between(0, 600)]


@command(CREW, urgent=True, undoable=True)
class OpenRound(Command):
    """Do not close the rooms, or open them again, with at least that many seconds left."""

    slot: Id
    seconds: Annotated[int, Between(0, 3_600)] = 0


@command({*CREW, "clock"})
class CheckRound(Command):
    """Look at rooms after the time to check in, or when a seat is not held any more: moves that put them right are proposed."""

    slot: Id


@command(CREW, urgent=True)
class RepairRound(Command):
    """Make the proposed moves, by the number of the proposal; those who move are told why."""

    slot: Id
    number: Annotated[int, Between(0, 2**32)]


MENU: tuple[type[Command], ...] = (
    ArriveSeat, TakeSeat, ChooseSeat, CallHelp, AnswerHelp, EndHelp, CountRoom, ExtendRoom, AdvanceStep, CloseRound,
    OpenRound, CheckRound, RepairRound,
)  # fmt: skip

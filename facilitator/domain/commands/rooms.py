"""Breakout rooms: drawn, moved in, named."""

from __future__ import annotations

from typing import Annotated

from facilitator.domain.commands.entry import CREW, Command, command
from facilitator.domain.fields import Between, Id, Line, Url


@command(CREW)
class DrawRound(Command):
    """Draw those present into rooms before they open; again for another draw."""

    slot: Id
    rooms: Annotated[int, Between(1, 400)] | None = None  # None: from the slot's room size


@command(CREW)
class RestoreRound(Command):
    """Go back to the draw before, by its number; the one that was there is kept in its place."""

    slot: Id
    draws: Annotated[int, Between(1, 1_000_000)]


@command(CREW, urgent=True)
class MoveSeat(Command):
    """Move one person to another room of the round."""

    slot: Id
    person: Id
    room: Id


@command(CREW, urgent=True)
class SwapSeat(Command):
    """Let two people of a round change places."""

    slot: Id
    person: Id
    other: Id


@command(CREW)
class EditRoom(Command):
    """Name a room, or say where it is; a field left out stays as it is."""

    room: Id
    name: Line | None = None
    link: Url | None = None
    table: Line | None = None


MENU: tuple[type[Command], ...] = (
    DrawRound, RestoreRound, MoveSeat, SwapSeat, EditRoom,
)  # fmt: skip

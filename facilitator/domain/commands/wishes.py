"""What is wished of the rooms: the plan of a slot's rooms, fixed seats, ties, the past."""

from __future__ import annotations

from typing import Annotated, Literal

from facilitator.domain.commands.entry import CREW, Command, command
from facilitator.domain.fields import AtMost, Between, Id, Line
from facilitator.domain.wishes import Format

Groups = Annotated[tuple[tuple[Id, ...], ...], AtMost(20_000)]


@command(CREW)
class PlanRound(Command):
    """Say how a slot's rooms are to be made; a field left out stays, rooms 0 means by size."""

    slot: Id
    format: Format | None = None
    rooms: Annotated[int, Between(0, 400)] | None = None
    facilitator: bool | None = None
    language: bool | None = None
    mixed: bool | None = None
    topics: Annotated[tuple[Line, ...], AtMost(400)] | None = None


@command(CREW)
class PinSeat(Command):
    """Fix people to the rooms they sit in (on), so that another draw leaves them, or free them."""

    slot: Id
    people: Annotated[tuple[Id, ...], AtMost(5_000)]
    on: bool


@command(CREW)
class TiePerson(Command):
    """Wish two people together or apart in every round, or take the wish back (none)."""

    person: Id
    other: Id
    bond: Literal["together", "apart", "none"]


@command({"series"})
class RecallPast(Command):
    """Who shared rooms in earlier events of the series: a room of people's marks each."""

    groups: Groups


MENU: tuple[type[Command], ...] = (PlanRound, PinSeat, TiePerson, RecallPast)

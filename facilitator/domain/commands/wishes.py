"""What is wished of the rooms: the plan of a slot's rooms, fixed seats, ties, the past."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from facilitator.domain.commands.entry import CREW, SELF, Command, command
from facilitator.domain.fields import AtMost, Between, Id, Line, Title
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
    ask: bool | None = None  # phones ask people which of the topics they want
    scan: bool | None = None  # whoever scans the code on a table sits there


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One of several rounds that follow each other in the place of one slot."""

    id: Id
    title: Title
    minutes: Annotated[int, Between(1, 24 * 60)]
    format: Format = "new"
    room_size: Annotated[int, Between(2, 60)] = 6


@command(CREW)
class SplitSlot(Command):
    """Make several rounds of one breakout slot; the first part keeps its id."""

    slot: Id
    parts: Annotated[tuple[Part, ...], AtMost(12)]


@command(SELF)
class ChooseTopic(Command):
    """Say which of a slot's topics one wants to talk about, favourite first."""

    slot: Id
    topics: Annotated[tuple[Line, ...], AtMost(20)]


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


MENU: tuple[type[Command], ...] = (
    PlanRound, SplitSlot, ChooseTopic, PinSeat, TiePerson, RecallPast,
)  # fmt: skip

"""The event and its agenda, before and while it runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from facilitator.domain.agenda import Kind, Link, Speaker
from facilitator.domain.commands.entry import CREW, Command, command
from facilitator.domain.event import Sequel
from facilitator.domain.fields import (
    AtMost,
    Between,
    Brief,
    Id,
    Instant,
    Line,
    Prose,
    Title,
    Zone,
)
from facilitator.domain.room_steps import MOST_STEPS, Step

Minutes = Annotated[int, Between(1, 24 * 60)]
Least = Annotated[int, Between(0, 24 * 60)]  # minutes; 0: half of its length
Left = Annotated[int, Between(0, 7_200)]  # seconds; 0: by its length
Steps = Annotated[tuple[Step, ...], AtMost(MOST_STEPS)]
Speakers = Annotated[tuple[Speaker, ...], AtMost(60)]
Links = Annotated[tuple[Link, ...], AtMost(40)]


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotPlan:
    """A slot as it is planned, before the event knows it."""

    id: Id
    title: Title
    kind: Kind
    start: Instant
    minutes: Minutes
    speakers: Speakers = ()
    description: Prose = ""
    links: Links = ()
    question: Brief = ""
    room_size: Annotated[int, Between(2, 60)] = 6
    steps: Steps = ()
    auto: bool = False
    locked: bool = False
    private: bool = False
    least: Least = 0
    protected: bool = False
    warn: Left = 0
    danger: Left = 0
    cue: Prose = ""


@command({"organiser"})
class CreateEvent(Command):
    """Make the event from its plan; always the first command of an event."""

    series: Id
    title: Title
    code: Id
    timezone: Zone
    slots: Annotated[tuple[SlotPlan, ...], AtMost(200)]
    about: Prose = ""
    host_name: Line = ""
    sequel: Sequel | None = None


@command(CREW)
class EditEvent(Command):
    """Change the event's own words; a field left out stays as it is."""

    title: Title | None = None
    about: Prose | None = None
    host_name: Line | None = None
    timezone: Zone | None = None
    sequel: Sequel | None = None
    wifi_name: Line | None = None
    wifi_password: Line | None = None
    wifi_shown: bool | None = None
    show_offset: bool | None = None


@command(CREW)
class OpenDoor(Command):
    """Let people join."""


@command(CREW)
class CloseDoor(Command):
    """Let nobody new join; those who are in stay in."""


@command(CREW)
class AddSlot(Command):
    """Put a slot before another, or at the end; what follows moves later."""

    slot: SlotPlan
    before: Id | None = None


@command(CREW, undoable=True)
class EditSlot(Command):
    """Change a slot; a field left out stays as it is, later slots move with its end.

    A length that moves the running clock is a step that can be taken back.
    """

    slot: Id
    title: Title | None = None
    kind: Kind | None = None
    start: Instant | None = None
    minutes: Minutes | None = None
    speakers: Speakers | None = None
    description: Prose | None = None
    links: Links | None = None
    question: Brief | None = None
    room_size: Annotated[int, Between(2, 60)] | None = None
    steps: Steps | None = None
    auto: bool | None = None
    least: Least | None = None
    protected: bool | None = None
    warn: Left | None = None
    danger: Left | None = None
    locked: bool | None = None
    private: bool | None = None
    cue: Prose | None = None


@command(CREW)
class RemoveSlot(Command):
    """Take a slot that has not run off the agenda."""

    slot: Id


@command(CREW)
class MoveSlot(Command):
    """Put a slot that has not run before another, or at the end."""

    slot: Id
    before: Id | None = None


@command(CREW)
class ReplaceAgenda(Command):
    """Put another plan in place of all that has not run; slots are known again by their ids."""

    slots: Annotated[tuple[SlotPlan, ...], AtMost(200)]


MENU: tuple[type[Command], ...] = (
    CreateEvent, EditEvent, OpenDoor, CloseDoor, AddSlot, EditSlot, RemoveSlot, MoveSlot,
    ReplaceAgenda,
)  # fmt: skip

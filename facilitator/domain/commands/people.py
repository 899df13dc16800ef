"""Who comes, who goes, and what they say of themselves."""

from __future__ import annotations

from typing import Annotated

from facilitator.domain.commands.entry import CREW, SELF, Command, command
from facilitator.domain.event import Mode
from facilitator.domain.fields import AtMost, Id, Language, Line, Name, Table

PersonIds = Annotated[tuple[Id, ...], AtMost(20_000)]


@command({"door"})
class JoinPerson(Command):
    """Somebody comes in; while rooms are open they get a seat at once."""

    person: Id
    name: Name
    organisation: Line = ""
    language: Language = "en"
    mode: Mode | None = None  # left out: as the roster has it, else the phone asks
    quotable: bool = True
    table: Table | None = None  # whose code was scanned


@command(SELF)
class EditPerson(Command):
    """Correct one's own details; a field left out stays as it is."""

    name: Name | None = None
    organisation: Line | None = None
    language: Language | None = None
    mode: Mode | None = None
    quotable: bool | None = None


@command(SELF, urgent=True)
class ShareContact(Command):
    """Let those one has met see how to reach one; an empty line takes it back everywhere."""

    text: Line


@command(SELF, urgent=True)
class ResumePerson(Command):
    """Say that one is somebody of the same name who was here before: seat, line and duty come along."""

    person: Id


@command(CREW)
class MergePerson(Command):
    """Say that two are one person: all that the first has is the other's, notes too, and the first is gone."""

    person: Id
    into: Id


@command({"presence"})
class MarkPresence(Command):
    """Phones came or went; who comes while rooms are open and has no seat gets one."""

    here: PersonIds = ()
    gone: PersonIds = ()


MENU: tuple[type[Command], ...] = (
    JoinPerson, EditPerson, ShareContact, ResumePerson, MergePerson, MarkPresence,
)  # fmt: skip

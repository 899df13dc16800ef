"""The roster: whom the organisers expect, who claims which line, what somebody can do in a room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from facilitator.domain import fields
from facilitator.domain.commands.entry import CREW, SELF, Command, command
from facilitator.domain.fields import AtMost, Id, Language, Name
from facilitator.domain.roster import Capability

Names = Annotated[tuple[Name, ...], AtMost(20)]
Capabilities = Annotated[tuple[Capability, ...], AtMost(3)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """Somebody the organisers expect, before the event knows them."""

    name: Name
    organisation: fields.Line = ""
    role: fields.Line = ""
    languages: Annotated[tuple[Language, ...], AtMost(12)] = ()
    mode: Literal["onsite", "online", ""] = ""
    topics: Annotated[tuple[fields.Line, ...], AtMost(20)] = ()
    group: fields.Line = ""
    together: Names = ()
    apart: Names = ()
    capabilities: Capabilities = ()
    interprets: fields.Line = ""


@command(CREW)
class ImportRoster(Command):
    """Put expected people on the roster, all or nothing; who is on it already is brought up to date."""

    lines: Annotated[tuple[Expected, ...], AtMost(5_000)]


@command(CREW)
class RemoveRoster(Command):
    """Take lines off the roster; people who claimed one stay in the event."""

    lines: Annotated[tuple[Id, ...], AtMost(5_000)]


@command(SELF)
class ClaimPerson(Command):
    """Say which expected person one is; None: none of those asked about."""

    line: Id | None


@command(CREW)
class AppointPerson(Command):
    """Say what somebody can do in a room, and for whom an interpreter interprets."""

    person: Id
    capabilities: Capabilities
    interprets: Id | None = None


@command(CREW)
class CorrectPerson(Command):
    """Correct what is known of somebody who is here or expected; a field left out stays as it is."""

    who: Id  # a person, or a line of the roster
    organisation: fields.Line | None = None
    mode: Literal["onsite", "online", ""] | None = None
    languages: Annotated[tuple[Language, ...], AtMost(12)] | None = None  # the one spoken first comes first
    topics: Annotated[tuple[fields.Line, ...], AtMost(20)] | None = None  # favourite first
    group: fields.Line | None = None


MENU: tuple[type[Command], ...] = (ImportRoster, RemoveRoster, ClaimPerson, AppointPerson, CorrectPerson)

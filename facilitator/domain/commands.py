"""The menu: everything that can be asked of an event, one class each.

This is the schema of the wire. `AdvanceSlot` travels as `slot.advance`: the last word of the
class, then its verb. A class says its fields with their limits and who may ask; what it does
is in `perform`. A field that is not here is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from typing import Annotated, ClassVar, TypeVar, dataclass_transform

from facilitator.domain.agenda import Kind, Link, Speaker
from facilitator.domain.event import Mode, NoteKind, Scene, Sequel
from facilitator.domain.fields import (
    AtMost,
    Between,
    Brief,
    Id,
    Instant,
    Language,
    Line,
    Name,
    Prose,
    Title,
    Url,
    Words,
    Zone,
)  # fmt: skip
from facilitator.domain.stamp import Role

Minutes = Annotated[int, Between(1, 24 * 60)]
Speakers = Annotated[tuple[Speaker, ...], AtMost(60)]
Links = Annotated[tuple[Link, ...], AtMost(40)]
NoteIds = Annotated[tuple[Id, ...], AtMost(20_000)]
PersonIds = Annotated[tuple[Id, ...], AtMost(20_000)]

CREW: frozenset[Role] = frozenset({"moderator", "organiser"})
HOSTS: frozenset[Role] = frozenset({"host", "moderator", "organiser"})
SELF: frozenset[Role] = frozenset({"participant"})


class Command:
    """Something asked of an event: `roles` may ask, `urgent` ones are published at once."""

    roles: ClassVar[frozenset[Role]] = frozenset()
    urgent: ClassVar[bool] = False
    wire: ClassVar[str] = ""


C = TypeVar("C", bound=Command)


def wire_name(cls: type) -> str:
    """`AdvanceSlot` → `slot.advance`."""
    verb, noun = re.findall(r"[A-Z][a-z]+", cls.__name__)
    return f"{noun}.{verb}".lower()


@dataclass_transform(frozen_default=True, kw_only_default=True)
def command(roles: Set[Role], urgent: bool = False) -> Callable[[type[C]], type[C]]:
    """Puts a class on the menu."""

    def entry(cls: type[C]) -> type[C]:
        made = dataclass(frozen=True, slots=True, kw_only=True)(cls)
        made.roles, made.urgent, made.wire = frozenset(roles), urgent, wire_name(cls)
        return made

    return entry


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


@command(CREW)
class OpenDoor(Command):
    """Let people join."""



@command(CREW)
class CloseDoor(Command):
    """Let nobody new join; those who are in stay in."""



# --- the plan


@command(CREW)
class AddSlot(Command):
    """Put a slot before another, or at the end; what follows moves later."""

    slot: SlotPlan
    before: Id | None = None


@command(CREW)
class EditSlot(Command):
    """Change a slot; a field left out stays as it is, later slots move with its end."""

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
    auto: bool | None = None


@command(CREW)
class RemoveSlot(Command):
    """Take a slot that has not run off the agenda."""

    slot: Id


@command(CREW)
class MoveSlot(Command):
    """Put a slot that has not run before another, or at the end."""

    slot: Id
    before: Id | None = None


# --- running it


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


@command(CREW, urgent=True)
class TellStage(Command):
    """Show the speaker a sentence; an empty one takes it away."""

    text: Brief


@command(CREW, urgent=True)
class TellPhones(Command):
    """Show every phone a sentence; an empty one takes it away."""

    text: Brief


# --- people


@command({"door"})
class JoinPerson(Command):
    """Somebody comes in; while rooms are open they get a seat at once."""

    person: Id
    name: Name
    organisation: Line = ""
    language: Language = "en"
    mode: Mode = "online"
    quotable: bool = True


@command(SELF)
class EditPerson(Command):
    """Correct one's own details; a field left out stays as it is."""

    name: Name | None = None
    organisation: Line | None = None
    language: Language | None = None
    mode: Mode | None = None
    quotable: bool | None = None


@command({"presence"})
class MarkPresence(Command):
    """Phones came or went; who comes while rooms are open and has no seat gets one."""

    here: PersonIds = ()
    gone: PersonIds = ()


# --- rooms


@command(CREW)
class DrawRound(Command):
    """Draw those present into rooms before they open; again for another draw."""

    slot: Id
    rooms: Annotated[int, Between(1, 400)] | None = None  # None: from the slot's room size


@command(CREW, urgent=True)
class MoveSeat(Command):
    """Move one person to another room of the round."""

    slot: Id
    person: Id
    room: Id


@command(CREW)
class EditRoom(Command):
    """Name a room, or say where it is; a field left out stays as it is."""

    room: Id
    name: Line | None = None
    link: Url | None = None
    table: Line | None = None


# --- notes


@command(SELF)
class WriteNote(Command):
    """A note in one's room; its id is made on the phone, so it can be sent again."""

    note_id: Id
    room: Id
    kind: NoteKind
    text: Words


@command(SELF)
class EditNote(Command):
    """Change one's own note; approval of the old words does not hold for the new."""

    note_id: Id
    kind: NoteKind
    text: Words


@command(SELF, urgent=True)
class WithdrawNote(Command):
    """Take one's own note back; its words are erased everywhere."""

    note_id: Id


@command(SELF)
class SupportNote(Command):
    """Say, or no longer say, that one shares another's note."""

    note_id: Id
    on: bool = True


@command(HOSTS, urgent=True)
class ApproveNote(Command):
    """Let one revision of a note onto the big screen, or take it off."""

    note_id: Id
    revision: Annotated[int, Between(1, 1_000_000)]
    on: bool = True


@command(HOSTS, urgent=True)
class HideNote(Command):
    """Put a note aside for good (on), or bring it back."""

    note_id: Id
    on: bool = True


@command(HOSTS)
class PlaceNote(Command):
    """Put a note into a theme by hand, or out of all themes; no grouping moves it again."""

    note_id: Id
    theme: Id | None


# --- themes


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Notes that the theming found to belong together."""

    theme: Id
    label: Line
    notes: NoteIds
    quotes: NoteIds = ()


@command({"theming"})
class GroupNotes(Command):
    """What the theming found; wherever a human hand was, the hand wins."""

    groups: Annotated[tuple[Group, ...], AtMost(60)]
    unsorted: NoteIds = ()


@command(HOSTS)
class AddTheme(Command):
    """A theme by the host's own name; its id is made at the desk."""

    theme: Id
    title: Title


@command(HOSTS)
class RenameTheme(Command):
    """The host's own words for a theme; on the screen too if it is there."""

    theme: Id
    title: Title


@command(HOSTS)
class MergeTheme(Command):
    """Put all notes of one theme into another for good."""

    theme: Id
    into: Id


@command(HOSTS)
class SplitTheme(Command):
    """Take some notes of a theme out into a new one for good."""

    theme: Id
    new_theme: Id
    notes: NoteIds
    title: Title


@command(HOSTS)
class OrderTheme(Command):
    """Put a theme before another, or last."""

    theme: Id
    before: Id | None = None


@command(HOSTS, urgent=True)
class ApproveTheme(Command):
    """Let a theme onto the big screen under this title, with these quotes (id → revision)."""

    theme: Id
    title: Title
    quotes: Mapping[str, int]


@command(HOSTS, urgent=True)
class HoldTheme(Command):
    """Take a theme off the big screen; its quotes keep their approval."""

    theme: Id


@command(HOSTS, urgent=True)
class HideTheme(Command):
    """Put a theme aside (on), or bring it back."""

    theme: Id
    on: bool = True


# --- the big screen


@command(HOSTS, urgent=True)
class BlankScreen(Command):
    """Empty the big screen at once (on), or bring it back."""

    on: bool = True


@command(HOSTS, urgent=True)
class SpotlightTheme(Command):
    """Show one approved theme alone; None goes back to the wall."""

    theme: Id | None


@command(HOSTS, urgent=True)
class SwitchScreen(Command):
    """Choose what the big screen shows; None follows the agenda."""

    scene: Scene | None


@command(HOSTS, urgent=True)
class AutomateScreen(Command):
    """Show themes and quotes without approval (needs `sure`), or ask for approval again."""

    on: bool
    sure: bool = False


MENU: tuple[type[Command], ...] = (
    CreateEvent, EditEvent, OpenDoor, CloseDoor,
    AddSlot, EditSlot, RemoveSlot, MoveSlot,
    AdvanceSlot, ReturnSlot, JumpSlot, PauseClock, ResumeClock, NudgeClock,
    TellStage, TellPhones,
    JoinPerson, EditPerson, MarkPresence,
    DrawRound, MoveSeat, EditRoom,
    WriteNote, EditNote, WithdrawNote, SupportNote, ApproveNote, HideNote, PlaceNote,
    GroupNotes, AddTheme, RenameTheme, MergeTheme, SplitTheme, OrderTheme,
    ApproveTheme, HoldTheme, HideTheme,
    BlankScreen, SpotlightTheme, SwitchScreen, AutomateScreen,
)  # fmt: skip

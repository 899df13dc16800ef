"""Notes: by those who write them and by those who answer for the screen."""

from __future__ import annotations

from typing import Annotated, Literal

from facilitator.domain.commands.entry import HOSTS, SELF, Command, command
from facilitator.domain.event import NoteKind, Signed
from facilitator.domain.fields import Between, Brief, Id, Words
from facilitator.domain.grouping import NoteIds


@command(SELF)
class WriteNote(Command):
    """A note in one's room; its id is made on the phone, so it can be sent again."""

    note_id: Id
    room: Id
    kind: NoteKind
    text: Words
    signed: Signed = "no"
    quotable: bool | None = None  # None: as the person said when joining
    table: bool = False  # a scribe writes it for everybody at the table


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


@command(SELF, urgent=True)
class SignNote(Command):
    """Put one's name to one's own note in the room, on the wall too, or take it away."""

    note_id: Id
    signed: Signed


@command(SELF, urgent=True)
class ConsentNote(Command):
    """Let one's own note be quoted (on), or take that back: it leaves screen and report at once."""

    note_id: Id
    on: bool


@command(SELF)
class ObjectNote(Command):
    """Tell the host that one's own note stands in the wrong theme or is quoted wrongly."""

    note_id: Id
    about: Literal["theme", "quote"]
    text: Brief = ""


@command(SELF)
class ReportNote(Command):
    """Ask the host to look at a roommate's note (on), or no longer."""

    note_id: Id
    on: bool = True


@command(HOSTS)
class SettleNote(Command):
    """Say that what was reported or objected about a note was looked at."""

    note_id: Id


@command(HOSTS | {"clock"})
class RevealNotes(Command):
    """Show each room of a slot the notes that were private until now."""

    slot: Id


@command(HOSTS, urgent=True)
class ApproveNote(Command):
    """Let one revision of a note onto the big screen, or (not on) hold it: read, and kept off."""

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


@command(HOSTS)
class PlaceNotes(Command):
    """Put several notes of one theme into another, or out of all themes, in one step."""

    notes: NoteIds
    from_theme: Id
    theme: Id | None


MENU: tuple[type[Command], ...] = (
    WriteNote, EditNote, WithdrawNote, SupportNote, SignNote, ConsentNote, ObjectNote, ReportNote,
    SettleNote, RevealNotes, ApproveNote, HideNote, PlaceNote, PlaceNotes,
)  # fmt: skip

"""Notes: by those who write them and by those who answer for the screen."""

from __future__ import annotations

from typing import Annotated

from facilitator.domain.commands.entry import HOSTS, SELF, Command, command
from facilitator.domain.event import NoteKind
from facilitator.domain.fields import Between, Id, Words


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


MENU: tuple[type[Command], ...] = (
    WriteNote, EditNote, WithdrawNote, SupportNote, ApproveNote, HideNote, PlaceNote,
)  # fmt: skip

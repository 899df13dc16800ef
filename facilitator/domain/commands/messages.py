"""Words of the crew to the stage, to all phones or some, and to the big screens."""

from __future__ import annotations

from typing import Annotated

from facilitator.domain.commands.entry import CREW, Command, command
from facilitator.domain.commands.people import PersonIds
from facilitator.domain.fields import AtMost, Between, Id, Name, Saying
from facilitator.domain.messages import Board, Level, Place


@command(CREW, urgent=True)
class SendMessage(Command):
    """Show a sentence at a place until it is taken back, or for some minutes (0: no limit)."""

    message_id: Id
    place: Place
    text: Saying
    level: Level = "calm"
    minutes: Annotated[int, Between(0, 240)] = 0


@command({*CREW, "clock"}, urgent=True)
class RecallMessage(Command):
    """Take a message back, everywhere it is shown."""

    message_id: Id


@command({"presence"})
class ConfirmMessage(Command):
    """Whose phones, and which screens by their names, have shown a message."""

    message_id: Id
    people: PersonIds = ()
    screens: Annotated[tuple[Name, ...], AtMost(100)] = ()


@command(CREW)
class SavePhrase(Command):
    """Keep a sentence ready to be sent, or change one; its id is made at the desk."""

    phrase_id: Id
    place: Board
    text: Saying
    level: Level = "calm"


@command(CREW)
class RemovePhrase(Command):
    """Take a saved sentence off the list."""

    phrase_id: Id


MENU: tuple[type[Command], ...] = (
    SendMessage, RecallMessage, ConfirmMessage, SavePhrase, RemovePhrase,
)  # fmt: skip

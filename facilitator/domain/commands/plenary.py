"""The plenary itself: its run sheet, the vote with dots, and words to look out for."""

from __future__ import annotations

from typing import Annotated

from facilitator.domain.commands.entry import HOSTS, SELF, Command, command
from facilitator.domain.fields import AtMost, Between, Brief, Id, Language, Line, Prose, Text

Mark = Annotated[str, Text(64)]
Dot = Annotated[int, Between(1, 5)]


@command(HOSTS, urgent=True)
class StepRun(Command):
    """Go from one line of the run sheet to another; None is before the first or after the last."""

    from_line: Id | None
    to_line: Id | None


@command(HOSTS)
class EditLine(Command):
    """Change a line of the run sheet; a field left out stays, an empty one writes itself again."""

    line: Id
    seconds: Annotated[int, Between(0, 3_600)] | None = None
    words: Brief | None = None
    caller: Mark | None = None
    quote: Mark | None = None
    memo: Prose | None = None
    out: bool | None = None


@command(HOSTS)
class LinkRemark(Command):
    """Say which theme a panelist's closing remark is about; None takes it back."""

    speaker: Line
    theme: Id | None


@command(HOSTS, urgent=True)
class OpenDots(Command):
    """Let everybody vote on the themes of the screen with dots on their phones."""

    dots: Dot = 5
    most: Dot = 3
    question: Brief = ""


@command(HOSTS, urgent=True)
class CloseDots(Command):
    """End the vote; its results stay."""


@command(HOSTS)
class ShowDots(Command):
    """Show the dots on the big screen, or (not on) take them off it; what was counted stays."""

    on: bool


@command(SELF)
class CastDots(Command):
    """Have that many of one's own dots on a theme."""

    theme: Id
    dots: Annotated[int, Between(0, 5)]


@command(HOSTS)
class WatchWords(Command):
    """The words of a language that flag a note for the host; flags never block."""

    language: Language
    words: Annotated[tuple[Line, ...], AtMost(400)]


MENU: tuple[type[Command], ...] = (
    StepRun, EditLine, LinkRemark, OpenDots, CloseDots, ShowDots, CastDots, WatchWords,
)  # fmt: skip

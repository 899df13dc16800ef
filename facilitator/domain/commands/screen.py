"""What the hall sees."""

from __future__ import annotations

from facilitator.domain.commands.entry import HOSTS, Command, command
from facilitator.domain.event import Scene
from facilitator.domain.fields import Id


@command(HOSTS, urgent=True)
class BlankScreen(Command):
    """Empty the big screen at once (on), or bring it back."""

    on: bool = True


@command(HOSTS, urgent=True)
class SpotlightTheme(Command):
    """Show one approved theme alone, or one quote of it; None goes back to the wall.

    With `preview` the hall sees nothing of it: it is tried out.
    """

    theme: Id | None
    quote: Id | None = None
    preview: bool = False


@command(HOSTS, urgent=True)
class SwitchScreen(Command):
    """Choose what the big screen shows; None follows the agenda."""

    scene: Scene | None
    preview: bool = False


@command(HOSTS, urgent=True)
class TakePreview(Command):
    """Show the hall what was tried out on the preview."""


@command(HOSTS, urgent=True)
class AutomateScreen(Command):
    """Show themes and quotes without approval (needs `sure`), or ask for approval again."""

    on: bool
    sure: bool = False


MENU: tuple[type[Command], ...] = (
    BlankScreen, SpotlightTheme, SwitchScreen, TakePreview, AutomateScreen,
)  # fmt: skip

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
    BlankScreen, SpotlightTheme, SwitchScreen, AutomateScreen,
)  # fmt: skip

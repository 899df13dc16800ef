"""Themes: what the theming finds and what the host makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from facilitator.domain.commands.entry import HOSTS, Command, command
from facilitator.domain.fields import AtMost, Id, Line, Title

NoteIds = Annotated[tuple[Id, ...], AtMost(20_000)]


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


MENU: tuple[type[Command], ...] = (
    GroupNotes, AddTheme, RenameTheme, MergeTheme, SplitTheme, OrderTheme, ApproveTheme,
    HoldTheme, HideTheme,
)  # fmt: skip

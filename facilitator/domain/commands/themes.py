"""Themes: what the theming finds and what the host makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from facilitator.domain.commands.entry import HOSTS, Command, command
from facilitator.domain.fields import AtMost, Between, Id, Line, Title
from facilitator.domain.grouping import By, Doubt, Expected, Group, Keywords, NoteIds, Suggestion

Groups = Annotated[tuple[Group, ...], AtMost(60)]
Count = Annotated[int, Between(0, 1_000_000)]


@command({"theming"})
class GroupNotes(Command):
    """What the theming found; wherever a human hand was, the hand wins."""

    groups: Groups
    unsorted: NoteIds = ()
    sure: NoteIds = ()  # notes that no second theme fits any more
    check: Annotated[tuple[Doubt, ...], AtMost(100)] = ()
    suggestion: Suggestion | None = None


@command(HOSTS)
class FreezeThemes(Command):
    """Let no grouping place or move a note (on), or let it go on."""

    on: bool


@command(HOSTS)
class AskThemes(Command):
    """Wish for a regrouping; what it would do comes back as a proposal."""

    wish: Id
    by: By


@command(HOSTS)
class AllowModel(Command):
    """Let a model outside read notes written from now on, under the name that people are told;
    an empty one ends it."""

    reader: Line


@command({"theming"})
class UnreadModel(Command):
    """Why the vectors of the model outside are not used just now; empty: nothing is wrong."""

    why: Line = ""


@command({"theming"})
class ProposeThemes(Command):
    """What a regrouping would do; it waits for the host."""

    proposal: Id
    by: By
    model: Line = ""
    wish: Id | None = None  # nobody's: offered because notes have outgrown their themes
    groups: Groups = ()
    unsorted: NoteIds = ()
    moves: Count = 0
    of: Count = 0
    why: Line = ""
    read_by: Line = ""


@command(HOSTS)
class RegroupThemes(Command):
    """Do what was proposed; notes placed by hand stay where they are."""

    proposal: Id


@command(HOSTS)
class KeepThemes(Command):
    """Leave the themes as they are: what was proposed, or wished for, is dropped."""

    proposal: Id | None = None


@command(HOSTS)
class UndoThemes(Command):
    """Take back the last thing a host did at the desk: the step that made that version."""

    step: Count


@command(HOSTS)
class TakeSuggestion(Command):
    """Make a theme of what was suggested; its id is made at the desk."""

    suggestion: Id
    theme: Id


@command(HOSTS)
class LeaveSuggestion(Command):
    """Do without the theme that was suggested; it is not suggested again."""

    suggestion: Id


@command({"series"})
class RecallThemes(Command):
    """The themes of an earlier event of the series, for the host to carry over."""

    source: Line
    themes: Annotated[tuple[Expected, ...], AtMost(30)] = ()


@command(HOSTS)
class CarryThemes(Command):
    """Expect the themes of the earlier event here too."""


@command(HOSTS)
class AddTheme(Command):
    """A theme by the host's own name, expected or seen, with these notes; its id is made at the desk."""

    theme: Id
    title: Title
    keywords: Keywords = ()
    notes: NoteIds = ()


@command(HOSTS)
class RenameTheme(Command):
    """The host's own words for a theme; on the screen too if it is there.

    `was` is the name it had when the host began: another host's since is not overwritten.
    """

    theme: Id
    title: Title
    was: Title | None = None


@command(HOSTS)
class DescribeTheme(Command):
    """Further words for a theme, by which notes find it."""

    theme: Id
    keywords: Keywords


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


@command(HOSTS)
class RankThemes(Command):
    """Put all themes in order: what most rooms said first, then what most people said."""


@command(HOSTS)
class DisputeTheme(Command):
    """Say that rooms disagree about a theme (on), that they do not, or leave it to the notes."""

    theme: Id
    on: bool | None = None


@command(HOSTS, urgent=True)
class ApproveTheme(Command):
    """Let a theme onto the big screen with these quotes (id → revision), under this title; without
    one under the words it has, whose note must be among the quotes."""

    theme: Id
    title: Title | None = None
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
    GroupNotes, FreezeThemes, AskThemes, AllowModel, UnreadModel, ProposeThemes, RegroupThemes, KeepThemes, UndoThemes,
    TakeSuggestion, LeaveSuggestion, RecallThemes, CarryThemes, AddTheme, RenameTheme, DescribeTheme, MergeTheme,
    SplitTheme, OrderTheme, RankThemes, DisputeTheme, ApproveTheme, HoldTheme, HideTheme,
)  # fmt: skip

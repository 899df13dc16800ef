"""What the theming finds and offers, as values: themes, doubts, a proposal, a suggestion.

They stand beside the notes because a machine may be wrong at any time: nothing here moves a
note by itself. Words of notes are never copied. A title that somebody wrote is a cut: which
note, at which revision, from which letter to which. So what its author takes back, changes or
does not want quoted is gone from every title at the same moment.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from facilitator.domain.desk import RunLine
from facilitator.domain.fields import AtMost, Between, Id, Line, Name

NoteIds = Annotated[tuple[Id, ...], AtMost(20_000)]
Letters = Annotated[int, Between(0, 20_000)]
Keywords = Annotated[tuple[Name, ...], AtMost(12)]
By = Literal["names", "nearness", "model"]
"""By the themes' names and keywords, by what notes have in common, by names a model proposes."""

ENOUGH_NAMES = 5
"""Themes named by the host from which grouping by names helps (fewer pull notes about); from
then on new themes are only suggested."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """Words of a note: letters `start` to `end` of one revision."""

    note: Id
    revision: Annotated[int, Between(1, 1_000_000)]
    start: Letters
    end: Letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Notes that the theming puts into a theme; notes that are not named stay where they are.

    `near` are notes of other themes that would fit here nearly as well; `opposed` two notes of
    different rooms that say the opposite of each other.
    """

    theme: Id
    label: Line = ""
    cut: Cut | None = None
    keywords: Keywords = ()
    phrases: Annotated[tuple[Line, ...], AtMost(4)] = ()
    notes: NoteIds = ()
    quotes: NoteIds = ()
    near: NoteIds = ()
    opposed: Annotated[tuple[Id, ...], AtMost(2)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A note worth a host's look, and the themes it fits best, best first."""

    note: Id
    themes: Annotated[tuple[Id, ...], AtMost(3)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One theme that the names do not cover, for the host to take or to leave."""

    id: Id
    cut: Cut
    notes: NoteIds


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A larger regrouping that waits for the host: what would move, and what it was made for."""

    id: str
    by: By
    groups: tuple[Group, ...]
    unsorted: tuple[str, ...] = ()
    model: str = ""  # which model proposed the names, if one did
    moves: int = 0  # notes that have a theme and would get another
    of: int = 0  # notes there were
    why: str = ""  # one sentence when it could not be made
    read_by: str = ""  # the model outside whose vectors helped to read the names, if any did


@dataclass(frozen=True, slots=True)
class Wish:
    """A regrouping the host waits for."""

    id: str
    by: By


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A theme of an earlier event of the series, which the host may carry over."""

    title: Name
    keywords: Keywords = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Notes that belong together. `title` is the host's own words; `cut` and `label` are how
    the machine would call it, in a note's words or (rarely) in its own."""

    id: str
    order: int
    title: str = ""
    keywords: tuple[str, ...] = ()
    cut: Cut | None = None
    label: str = ""
    phrases: tuple[str, ...] = ()  # what sets it apart, in words that several notes share
    quotes: tuple[str, ...] = ()  # note ids the machine finds typical
    approved: bool = False  # the host let it onto the screen
    hidden: bool = False
    kept: bool = False  # the host took it as it was suggested
    opposed: tuple[str, ...] = ()  # two notes that seem to disagree; only the host can tell
    disputed: bool | None = None  # whether rooms disagree, where the host said so

    @property
    def touched(self) -> bool:
        """A human hand was on it: no grouping takes it away."""
        return bool(self.title or self.keywords or self.approved or self.hidden or self.kept
                    or self.disputed is not None)  # fmt: skip

    @property
    def named(self) -> bool:
        """The host said in words what it is about."""
        return bool(self.title or self.keywords) and not self.hidden


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a note was before a step and which of its revisions were read, and how the step left both."""

    note: str
    theme: str | None
    pinned: bool
    hidden: bool
    left: str | None
    moved: bool = True
    approved: int | None = None
    held: int | None = None
    then_approved: int | None = None
    then_held: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskStep:
    """What a hand did at the desk, as what it takes to take it back."""

    seq: int  # the event's version that it made
    name: str  # of its command; with .off where it switched something off
    notes: tuple[Place, ...] = ()
    themes: tuple[Theme, ...] = ()  # as they were
    made: tuple[str, ...] = ()  # themes that were not there before
    given: Given | None = None  # what a merge took along besides notes
    approvals: Mapping[str, bool] = field(default_factory=dict)  # theme → whether it was approved then
    frozen: bool | None = None  # as it was, where that changed
    lit: tuple[str | None, ...] = ()  # spotlight and quote as they were, and as the step left them
    lines: Mapping[str, RunLine | None] = field(default_factory=dict)  # lines of the run sheet, as they were
    remarks: Mapping[str, str | None] = field(default_factory=dict)  # closing remarks, as they were
    offered: Suggestion | None = None  # what was suggested, where a theme was made of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What went from one theme to another when they became one."""

    theme: str
    into: str
    question: str = ""  # of the vote that the dots belong to
    dots: Mapping[str, int] = field(default_factory=dict)  # person → dots that went
    remarks: tuple[str, ...] = ()  # panelists whose closing remark went
    line: bool = False  # it was on in the run sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """How the notes are being grouped in this event."""

    frozen: bool = False
    wish: Wish | None = None
    proposal: Proposal | None = None
    suggestion: Suggestion | None = None
    left: tuple[str, ...] = ()  # central notes of suggestions the host did not want
    declined: int = 0  # notes there were when the host last left the themes as they are
    check: tuple[Doubt, ...] = ()
    steps: tuple[DeskStep, ...] = ()  # that can be taken back, oldest first
    reader: str = ""  # the model outside that may read notes, as people are told of it
    reader_since: int = 0  # ms; only what was written from then on is read
    unread: str = ""  # one sentence: why the reader's vectors are not used just now
    named_by: Mapping[str, str] = field(default_factory=dict)  # theme → the model that named it
    source: str = ""  # the event the expected themes come from
    expected: tuple[Expected, ...] = ()

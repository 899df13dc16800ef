"""What the plenary host prepares: words to look out for, the vote, the run sheet.

Plain values beside the themes and the screen, because they are the host's own and survive
whatever the rooms still write.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Dots = Mapping[str, int]
"""Theme → how many dots one person has put on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """A vote on themes: `dots` for each person, at most `most` of them on one theme."""

    dots: int
    most: int
    question: str
    opened_at: int
    closed_at: int | None = None
    shown: bool = True  # its dots stand on the big screen
    themes: tuple[str, ...] | None = None  # on the screen when it closed; None: nobody wrote that down


@dataclass(frozen=True, slots=True, kw_only=True)
class RunLine:
    """What the host changed of one line of the run sheet; what is empty writes itself."""

    seconds: int = 0  # its own clock
    words: str = ""  # what is said
    caller: str = ""  # person to call on
    quote: str = ""  # note to quote
    memo: str = ""  # for the host alone
    out: bool = False  # left out


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSheet:
    """Where the host is in the plenary: `line` is on in `slot` and ends `before` ms before it.

    So a pause or another minute of the slot's clock is a pause or a minute of the line's. `left` is
    how many seconds the slot had when the sheet was begun: all its lines share that.
    """

    slot: str | None = None
    line: str | None = None
    before: int = 0
    left: int = 0
    lines: Mapping[str, RunLine] = field(default_factory=lambda: MappingProxyType({}))
    remarks: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Panelist → the theme that their closing remark is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """`watch` is language → words that only flag a note; a language left out has the house's own."""

    watch: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    poll: Poll | None = None
    run: RunSheet = RunSheet()


def merged(dots: Dots, theme: str, into: str) -> Dots:
    """One person's dots after two themes became one: none is lost."""
    if theme not in dots:
        return dots
    rest = {id: count for id, count in dots.items() if id != theme}
    return {**rest, into: rest.get(into, 0) + dots[theme]}


def returned(dots: Dots, theme: str, into: str, count: int) -> Dots:
    """One person's dots after two themes became two again: those that went, if still there."""
    back = min(count, dots.get(into, 0))
    rest = {**dots, theme: dots.get(theme, 0) + back, into: dots.get(into, 0) - back}
    return {id: number for id, number in rest.items() if number}

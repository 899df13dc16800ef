"""Who is to be seated and what is wished: the words in which a draw is asked for.

These are plain values without any behaviour, so that a moderator's screen, a case file and
a test can all say the same thing. Names of people never come in: only ids and attributes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Pair = tuple[str, str]
Met = Iterable[Pair]


@dataclass(frozen=True)
class Guest:
    """One person to be seated; empty attributes are unknown and exclude nothing."""

    id: str
    org: str | None = None
    mode: str | None = None
    langs: tuple[str, ...] = ()
    facilitator: bool = False
    topics: tuple[str, ...] = ()  # favourite first


@dataclass(frozen=True)
class Wishes:
    """What a round is asked to honour; rooms are counted from 0."""

    pins: tuple[tuple[str, int], ...] = ()
    together: tuple[tuple[str, ...], ...] = ()
    apart: tuple[Pair, ...] = ()
    split_by_mode: bool = False
    language: bool = False
    facilitator: bool = False
    room_topics: tuple[str | None, ...] = ()
    mixing: bool = True  # even rooms and organisations spread; not where the groups are given


NO_WISHES = Wishes()

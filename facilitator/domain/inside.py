"""What is known of a room while people are in it: who has arrived, who does what, who needs help.

Plain values, apart from the event that holds them, because the seats themselves are drawn
long before anybody sits down.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Manner = Literal["in", "quiet", "out"]
"""Taking part, reading and writing without talking, or stepped out while the seat is kept."""
Duty = Literal["reporter", "scribe", "timekeeper"]
DUTIES: tuple[Duty, ...] = get_args(Duty)
Why = Literal["hand", "alone", "small", "fill", "lead", "scan"]
"""Why somebody sits elsewhere: a moderator's hand, one was alone, the room was too small, another
needed people, another had nobody to lead it, or they scanned the code on its table."""

CHECK_IN = 90_000
"""How long (ms) after the opening people have to say that they are here."""
HOLD = 180_000
"""How long (ms) somebody without a connection still counts: when others are seated, and in a proposal."""
ROOM_TO_SPARE = 2  # people a room may take beyond the size that is wished for
MOST_OTHERS = 60  # people without a phone at one table


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """How somebody sits in their room; nothing of it is true any more when they are moved."""

    arrived_at: int | None = None  # said "I am here", or showed it
    manner: Manner = "in"
    duty: Duty | None = None
    away_at: int | None = None  # since when their phone is not with us
    moved_from: int | None = None  # the number of the room they sat in before
    why: Why | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """A room that called: who called when, who of the crew comes, and that they have come."""

    person: str
    at: int
    owner: str = ""
    here: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody who would sit better in another room, and why."""

    person: str
    room: str
    why: Why


@dataclass(frozen=True, slots=True)
class Repair:
    """The fewest moves that put the rooms right; `number` tells them from others."""

    number: int
    moves: tuple[Move, ...]

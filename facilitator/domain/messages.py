"""Words of the crew: one message at each place, who has shown it, and sentences kept ready.

A place is a board that all see, one room, or those who lead rooms.

A newer message takes the place of the older one, because nobody reads two at once. What was
said stays in the journal.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from facilitator.domain.fields import Pattern
from facilitator.domain.stamp import Said

Board = Literal["stage", "phones", "screens"]
"""Places that everybody there can see."""
Place = Annotated[str, Pattern(r"stage|phones|screens|leads|room:[A-Za-z0-9][A-Za-z0-9._-]{0,63}",
                               Said("A place is stage, phones, screens, leads or room:<id>."))]  # fmt: skip
"""A board, the phones of those who lead rooms, or the phones of one room."""
Level = Literal["calm", "important", "urgent"]

MOST_PHRASES = 40
MOST_SCREENS = 100  # names of screens kept with a message


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What is said at a place; `people` and `screens` are those that have shown it."""

    id: str
    place: Place
    text: str
    at: int
    level: Level = "calm"
    until: int | None = None  # goes away by itself then (ms, UTC)
    people: frozenset[str] = frozenset()
    screens: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence kept ready for a place."""

    id: str
    place: Board
    text: str
    level: Level = "calm"


FIRST_PHRASES: tuple[Phrase, ...] = (
    Phrase("five", "stage", "5 minutes left"),
    Phrase("wrap", "stage", "Please wrap up", "important"),
    Phrase("stop", "stage", "Please stop here. Thank you.", "urgent"),
    Phrase("closer", "stage", "Closer to the microphone, please"),
    Phrase("top", "phones", "Write your top three"),
    Phrase("hall", "phones", "Please come back to the hall", "important"),
    Phrase("soon", "screens", "We go on in a moment"),
    Phrase("seat", "screens", "Please take your seats", "important"),
)
"""What every event begins with; the crew changes them as it likes."""

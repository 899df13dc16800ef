"""What a step of the clock leaves behind so that it can be taken back: only what it changed.

A whole event from before would bring back too much: notes and people who came meanwhile would
be gone. Values are plain JSON, so that a step is kept in rows like everything else. (What a
host's hand did to themes is taken back by other rules: `desk_undoing`.)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Part = Literal["event", "slot", "round", "room"]

LIMIT = 10_000  # ms for which a step can be taken back
ON_THE_WAY = 2_000  # ms that a press may take to arrive: the button counts without them
MOST = 5  # steps that are remembered


@dataclass(frozen=True, slots=True)
class Change:
    """One value that a step changed."""

    part: Part
    id: str
    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockStep:
    """What made version `seq`, by its name on the wire, and all that it changed."""

    seq: int
    at: int
    name: str
    changes: tuple[Change, ...]


Steps = tuple[ClockStep, ...]

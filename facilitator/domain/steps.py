"""What a step leaves behind so that it can be taken back: only the values that it changed.

A whole event from before would bring back too much: notes and people who came meanwhile would
be gone. Values are plain JSON, so that a step is kept in rows like everything else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["clock", "desk"]
Part = Literal["event", "slot", "round", "theme", "note"]

LIMIT: dict[Kind, int | None] = {"clock": 10_000, "desk": None}
"""How long (ms) a step can be taken back; None: as long as it is among the last ones."""
ON_THE_WAY = 2_000  # ms that a press may take to arrive: the button counts without them
MOST: dict[Kind, int] = {"clock": 5, "desk": 20}
"""How many steps are remembered."""


@dataclass(frozen=True, slots=True)
class Change:
    """One value that a step changed; a part that was made or removed has field "" and a None."""

    part: Part
    id: str
    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What made version `seq`, by its name on the wire, and all that it changed."""

    seq: int
    at: int
    kind: Kind
    name: str
    changes: tuple[Change, ...]


Steps = tuple[Step, ...]


def newest(steps: Steps, kind: Kind) -> Step | None:
    """The last step of that kind, the only one that can be taken back now."""
    return next((step for step in reversed(steps) if step.kind == kind), None)


def with_step(steps: Steps, step: Step) -> Steps:
    """The steps with a new one; the oldest of its kind is forgotten when there are too many."""
    same = [one for one in steps if one.kind == step.kind]
    old = same[0] if len(same) >= MOST[step.kind] else None
    return (*(one for one in steps if one is not old), step)

"""Steps inside a breakout slot: what a room does first, then, and last, and until when.

A step is planned in minutes; when rooms open each gets the instant at which it ends. These
instants are kept, because after a nudge nobody can tell any more which step was on then: the
step that is on gives or takes the time, those that follow move as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from facilitator.domain.fields import Between, Brief, Title

Asks = Literal["any", "insight", "question", "action"]
Ends = tuple[int, ...]
"""When each step ends (ms, UTC); the last one is when the room ends. Never empty while rooms run."""

MOST_STEPS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: its name, how long it is planned, what to do, which kind of note is asked for."""

    title: Title
    minutes: Annotated[int, Between(1, 240)]
    prompt: Brief = ""
    asks: Asks = "any"


def laid(steps: Sequence[Step], since: int, until: int) -> Ends:
    """The steps in the time there is, each with its share; one nameless step where none is planned."""
    weights = [step.minutes for step in steps] or [1]
    return _shared(weights, since, until)


def _shared(weights: Sequence[int], since: int, until: int) -> Ends:
    total, passed, ends = sum(weights) or 1, 0, []
    for weight in weights:
        passed += weight
        ends.append(since + (until - since) * passed // total)
    return (*ends[:-1], until)


def current(ends: Ends, at: int) -> int:
    """Which step is on; the last one also when its time is over."""
    return next((index for index, end in enumerate(ends) if end > at), len(ends) - 1)


def stretched(ends: Ends, by: int, at: int) -> Ends:
    """The step that is on longer (or shorter) by `by` ms, and what follows moved as it is.

    When more is taken than it has left, those that follow share what remains.
    """
    on, until = current(ends, at), max(ends[-1] + by, min(ends[-1], at))
    if ends[on] + by >= at or on == len(ends) - 1:
        return (*ends[:on], *(end + by for end in ends[on:-1]), until)
    lengths = [end - start for start, end in zip(ends[on:], ends[on + 1 :], strict=False)]
    return (*ends[:on], at, *_shared(lengths, at, until))


def moved(ends: Ends, by: int, at: int) -> Ends:
    """All that was not over at `at` later by `by` ms: after a pause."""
    on = current(ends, at)
    return (*ends[:on], *(end + by for end in ends[on:]))


def ended(ends: Ends, on: int, at: int) -> Ends:
    """The step `on` over at `at`; the one after it begins then and ends when it would have."""
    return tuple(min(end, at) if index <= on and index < len(ends) - 1 else end
                 for index, end in enumerate(ends))  # fmt: skip

"""Chance that can be replayed: the only place of this package where anything is random.

Python promises the sequence of `Random(seed).random()` for ever, but not what `shuffle`,
`choice` or `sample` make of it. So those are written here, on that one promise.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Chance from an integer seed; the same on every machine and version of Python."""

    def __init__(self, seed: int) -> None:
        self.roll = Random(int(seed)).random

    def below(self, count: int) -> int:
        """One of 0 … count − 1, each equally likely."""
        return int(self.roll() * count)

    def one(self, things: Sequence[T]) -> T:
        """One of the things, each equally likely."""
        return things[int(self.roll() * len(things))]

    def shuffled(self, things: Iterable[T]) -> list[T]:
        """The things in a random order, every order equally likely (Fisher and Yates)."""
        mixed = list(things)
        roll = self.roll
        for last in range(len(mixed) - 1, 0, -1):
            other = int(roll() * (last + 1))
            mixed[last], mixed[other] = mixed[other], mixed[last]
        return mixed

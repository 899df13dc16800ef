"""Circles of exchanges: places from which somebody moves on, until the first place is free again.

Whoever shares people out over places of fixed size has the best solution exactly when no circle
of moves costs less than nothing. So the two things to know of a table of cheapest moves are such
a circle, and, when there is none, what each place is worth.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

Move = TypeVar("Move")
Moves = Mapping[tuple[int, int], tuple[int, Move]]
"""(from, to) → price and move, the cheapest between these two places."""


def cheap_circle(moves: Moves[Move], places: int) -> list[Move]:
    """Moves in a circle that cost less than nothing together; none when there is no such circle."""
    came = [-1] * places
    last = _relaxed(moves, [0] * places, came)
    if last < 0:
        return []
    circle, at = [], last
    while True:
        circle.append(moves[came[at], at][1])
        at = came[at]
        if at == last:
            return circle[::-1]


def worths(moves: Moves[Move], places: int) -> Sequence[int]:
    """What a place is worth: no move costs less than the difference (where no circle is cheap)."""
    worth = [0] * places
    _relaxed(moves, worth, [-1] * places)
    return worth


def _relaxed(moves: Moves[Move], worth: list[int], came: list[int]) -> int:
    """Bellman and Ford; a place on a circle that gets ever cheaper, or −1 when nothing gets cheaper any more.

    Such a circle shows in where places came from long before as many rounds as places are over.
    """
    while True:
        cheaper = False
        for (start, end), (price, _move) in moves.items():
            if worth[start] + price < worth[end]:
                worth[end], came[end], cheaper = worth[start] + price, start, True
        circle = _circling(came) if cheaper else -1
        if circle >= 0 or not cheaper:
            return circle


def _circling(came: Sequence[int]) -> int:
    """A place from which one comes back to it by going where each place came from, or −1."""
    seen_from = [-1] * len(came)
    for first in range(len(came)):
        at = first
        while at >= 0 and seen_from[at] < 0:
            seen_from[at] = first
            at = came[at]
        if at >= 0 and seen_from[at] == first:
            return at
    return -1

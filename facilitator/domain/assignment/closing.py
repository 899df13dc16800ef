"""Which rooms to close when people have left, so that the fewest have to move.

Every room below the smallest allowed size is a gap. Closing a room frees its people to fill
gaps; a person can also be taken from a room that has one to spare. All rooms want the same
smallest size, so for any number of closings the emptiest rooms are the right ones, and it is
enough to try each number once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.domain.assignment.dice import Dice


@dataclass(frozen=True)
class Closing:
    """People who stay, by room (closed rooms are empty), and the sizes to be reached."""

    staying: list[list[int]]
    sizes: list[int]


def fewest_moves(
    rooms: Sequence[Sequence[int]], newcomers: int, low: int, high: int, dice: Dice
) -> Closing:
    """Closes rooms so that all sizes lie from `low` to `high` and the fewest people move."""
    people = newcomers + sum(map(len, rooms))
    order = [*_reopened(rooms, people, high), *(at for at, room in enumerate(rooms) if room)]
    order = sorted(dice.shuffled(order), key=lambda at: len(rooms[at]))
    options = []
    for closed in range(max(1, len(order))):
        kept = order[closed:]
        sizes = [len(rooms[at]) for at in kept]
        pool = people - sum(min(size, high) for size in sizes)
        gaps = sum(max(0, low - size) for size in sizes)
        moves = pool - newcomers + max(0, gaps - pool)
        wrong = max(0, low * len(kept) - people, people - high * len(kept))
        options.append((wrong, moves, kept, sizes))
    kept, after = _evenest(options, people, low, high)
    final = [0] * len(rooms)
    for at, size in zip(kept, after, strict=True):
        final[at] = size
    staying = [dice.shuffled(room)[: final[at]] for at, room in enumerate(rooms)]
    return Closing(staying, final)


def _evenest(
    options: Sequence[tuple[int, int, list[int], list[int]]], people: int, low: int, high: int
) -> tuple[list[int], list[int]]:
    """Of the ways that break least and move fewest, the one with the evenest rooms: (rooms, their sizes)."""
    least = min(option[:2] for option in options)
    ways = [(kept, _levelled(sizes, people, low, high)) for *costs, kept, sizes in options if (*costs,) == least]
    return min(ways, key=lambda way: max(way[1], default=0) - min(way[1], default=0))


def _reopened(rooms: Sequence[Sequence[int]], people: int, high: int) -> list[int]:
    """Empty rooms that are needed because those in use cannot hold everybody."""
    empty = [at for at, room in enumerate(rooms) if not room]
    return empty[: max(0, -(-people // high) - (len(rooms) - len(empty)))]


def _levelled(sizes: Sequence[int], people: int, low: int, high: int) -> list[int]:
    """Sizes after gaps are filled, first by those without a seat, then from the fullest."""
    after = [min(size, high) for size in sizes]
    spare = people - sum(after)
    while after and spare > 0:
        after[after.index(min(after))] += 1
        spare -= 1
    while after and min(after) < low and max(after) > low:
        after[after.index(max(after))] -= 1
        after[after.index(min(after))] += 1
    return after

"""The least that could be reached, so that a result can be called the best there is.

A search that knows the bound stops the moment it gets there, and the receipt can say
"44, the fewest possible" instead of "44". Every bound here is rigorous: nothing can be lower.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def fewest_pairs(people: int, rooms: int) -> int:
    """Fewest pairs that must share a room when so many go into so many rooms."""
    size, larger = divmod(people, max(1, rooms))
    return larger * (size + 1) * size // 2 + (rooms - larger) * size * (size - 1) // 2


def fewest_pairs_beside(people: int, rooms: int, lumps: Sequence[int]) -> int:
    """The same when some are bound together: lumps in rooms of their own, the rest levelled."""
    if len(lumps) > rooms or all(lump < 2 for lump in lumps):
        return fewest_pairs(people, rooms)
    counts = sorted([*lumps, *[0] * (rooms - len(lumps))])
    for _ in range(people - sum(lumps)):
        counts[0] += 1
        counts.sort()
    return sum(count * (count - 1) // 2 for count in counts)


def repeats_by_counting(slots: int, people: int) -> int:
    """Least sum of m(m − 1)/2 when so many pair slots are shared by the pairs of `people`."""
    return fewest_pairs(slots, people * (people - 1) // 2) if people > 1 else 0


def repeats_by_pigeonhole(rounds: Sequence[Sequence[int]]) -> int:
    """Fewest repeats of the same people over rounds of rooms with these sizes.

    Those who shared a room of s must share again if the next round has fewer than s rooms.
    """
    return sum(
        fewest_pairs(size, sum(1 for room in after if room))
        for before, after in pairwise(rounds)
        for size in before
    )

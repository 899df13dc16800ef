"""The least that could be reached, so that a result can be called the best there is.

A search that knows the bound stops the moment it gets there, and the receipt can say
"44, the fewest possible" instead of "44". Every bound here is rigorous: nothing can be lower.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence


def fewest_pairs(people: int, rooms: int) -> int:
    """Fewest pairs that must share a room when so many go into so many rooms."""
    size, larger = divmod(people, max(1, rooms))
    return larger * (size + 1) * size // 2 + (rooms - larger) * size * (size - 1) // 2


def colleagues(orgs: Iterable[int], rooms: int) -> int:
    """Fewest pairs of one organisation in a room; −1 stands for no organisation."""
    teams = Counter(org for org in orgs if org >= 0)
    return sum(fewest_pairs(size, rooms) for size in teams.values())


def repeats_of_round(
    sizes: Sequence[int], met: Sequence[Sequence[int]], people: Sequence[int]
) -> int:
    """Fewest pairs of one round who have met before, whatever the seating.

    Whoever has already met nearly everybody must meet somebody again: each such person
    counts, and a pair serves two of them.
    """
    smallest = min((size for size in sizes if size), default=1)
    forced = 0
    if (smallest - 1) * 2 < len(people) and len(people) > 400:
        return 0  # nobody has met so many; not worth the counting
    for one in people:
        row = met[one]
        strangers = sum(1 for other in people if other != one and not row[other])
        forced += max(0, smallest - 1 - strangers)
    return (forced + 1) // 2


def repeats_by_counting(
    sizes: Sequence[Sequence[int]], people: int, past: Mapping[tuple[int, int], int]
) -> int:
    """Fewest repeats over all rounds: more pair slots than there are pairs of strangers."""
    slots = sum(size * (size - 1) // 2 for rooms in sizes for size in rooms)
    strangers = people * (people - 1) // 2 - len(past)
    return max(0, slots - strangers)


def repeats_by_pigeonhole(first: Sequence[int], rooms: int) -> int:
    """Fewest repeats of a round with `rooms` rooms right after one with rooms of these sizes."""
    return sum(fewest_pairs(size, rooms) for size in first)

"""The least that could be reached, so that a result can be called the best there is.

A search that knows the bound stops the moment it gets there, and the receipt can say
"44, the fewest possible" instead of "44". Every bound here is rigorous: nothing can be lower.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations


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
    """Least sum of m(m − 1)/2 for the same people over rounds of rooms with these sizes.

    Those who shared a room of s must share again in any round that has fewer than s rooms.
    """
    return sum(
        fewest_pairs(size, sum(1 for room in after if room))
        for before, after in combinations(rounds, 2)
        for size in before
    )


def again_by_circles(met: Sequence[Sequence[int]], rooms: int) -> int:
    """Fewest meetings that happen again when people who met so often (each pair, both ways) share rooms.

    Of people who all know each other, more than there are rooms, some must share one: the
    pigeonhole. Circles that use no meeting twice (an earlier room is one) add up.
    """
    left, total = [list(row) for row in met], 0
    while True:
        circle = max(_circles(left), key=len, default=())
        if len(circle) <= rooms:
            return total
        total += fewest_pairs(len(circle), rooms)
        for one, other in combinations(circle, 2):
            left[one][other] -= 1
            left[other][one] -= 1


def _circles(met: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """For each pair who met, people who all met, found by adding whoever leaves the largest choice."""
    known = [sum(1 << other for other, times in enumerate(row) if times > 0) for row in met]
    for one, row in enumerate(known):
        for other in _bits(row >> one + 1 << one + 1):
            circle, choice = [one, other], row & known[other]
            while choice:
                next_ = max(_bits(choice), key=lambda who: (known[who] & choice).bit_count())
                circle.append(next_)
                choice &= known[next_]
            yield circle


def _bits(number: int) -> Iterator[int]:
    while number:
        low = number & -number
        yield low.bit_length() - 1
        number ^= low

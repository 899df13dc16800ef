"""How many people go into each room, before anybody is seated.

Sizes stand alone because everything later only exchanges people, one for one: whatever is
decided here can no longer go wrong.
"""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.domain.assignment.dice import Dice


def balanced(people: int, rooms: int) -> list[int]:
    """Sizes within one of each other, the larger ones first."""
    size, larger = divmod(people, rooms)
    return [size + 1] * larger + [size] * (rooms - larger)


def filled(people: int, floors: Sequence[int], dice: Dice) -> list[int]:
    """Sizes as even as rooms allow that already hold `floors`; who is larger is drawn.

    The newcomers go one by one to a smallest room, as water would.
    """
    sizes = list(floors)
    order = dice.shuffled(range(len(sizes)))
    order.sort(key=lambda room: sizes[room])
    left = people - sum(sizes)
    while left > 0:
        lowest = min(sizes)
        low = [room for room in order if sizes[room] == lowest][:left]
        for room in low:
            sizes[room] += 1
        left -= len(low)
    return sizes

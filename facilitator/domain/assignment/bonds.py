"""Who belongs together: wishes that share somebody make one group, and one too large for a room is cut.

A chain of seven where rooms hold four needs one wish broken, not all of them: each part grows from its
loosest end by whoever is bound to it most, so that few bonds lead out of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from itertools import combinations
from typing import TypeVar

from facilitator.domain.assignment.dice import Dice

FOES = 10_000  # dearer than all bonds of a person
One = TypeVar("One", int, str)


def merged(groups: Sequence[Sequence[One]]) -> list[tuple[One, ...]]:
    """Groups that share a person become one; each is sorted."""
    whole: list[set[One]] = []
    for group in groups:
        joined: set[One] = set(group)
        apart: list[set[One]] = []
        for other in whole:
            if joined & other:
                joined |= other
            else:
                apart.append(other)
        apart.append(joined)
        whole = apart
    return sorted(tuple(sorted(group)) for group in whole if len(group) > 1)


def fitting(
    groups: Sequence[Sequence[int]], most: int, apart: Iterable[tuple[int, int]], dice: Dice
) -> list[tuple[int, ...]]:
    """The merged groups, those of more than `most` people in parts of at most so many.

    Pairs to be kept `apart` are cut from each other first.
    """
    blocks = list[tuple[int, ...]]()
    bonds = Counter(pair for group in groups for pair in combinations(sorted(set(group)), 2))
    bonds.update({(min(pair), max(pair)): -FOES for pair in apart})
    for whole in merged(groups):
        left = set(whole)
        while len(left) > most > 1:
            part = _part(left, most, bonds, dice)
            blocks.append(tuple(sorted(part)))
            left -= part
        blocks.append(tuple(sorted(left)))
    return sorted(block for block in blocks if len(block) > 1)


def _part(left: Set[int], most: int, bonds: Counter[tuple[int, int]], dice: Dice) -> set[int]:
    """At most so many of these people, bound to each other rather than to the rest."""
    people = dice.shuffled(sorted(left))

    def bound(who: int, others: Set[int]) -> int:
        return sum(bonds[min(who, other), max(who, other)] for other in others)

    part = {min(people, key=lambda who: bound(who, left))}
    while len(part) < most:
        rest = [who for who in people if who not in part]
        part.add(max(rest, key=lambda who: (bound(who, part), -bound(who, left - part))))
    return part

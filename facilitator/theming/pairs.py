"""Notes that belong together, and notes that must not: a host's word about single notes."""

from __future__ import annotations

from collections.abc import Container, Iterable

import numpy as np
from numpy.typing import NDArray

Pair = tuple[int, int]


def kept(
    scores: NDArray[np.float32], together: Iterable[Pair], apart: Iterable[Pair],
    fixed: Container[int] = (),
) -> NDArray[np.int64]:  # fmt: skip
    """The best column of each row such that pairs are together or apart; `fixed` rows stay.

    Where wishes contradict each other, “together” goes before “apart”, and a fixed row
    before both.
    """
    scores = scores.copy()
    leader = _bound(len(scores), together)
    for one in sorted(set(leader)):
        rows = [row for row, its in enumerate(leader) if its == one]
        held = [row for row in rows if row in fixed]
        moved = [row for row in rows if row not in fixed]
        if len(rows) > 1:
            scores[moved] = scores[held or rows].mean(axis=0)
    labels = scores.argmax(axis=1)
    for first, second in apart:
        if labels[first] == labels[second] and leader[first] != leader[second]:
            _part(scores, labels, leader, _weaker(scores, first, second, fixed), fixed)
    return labels.astype(np.int64)


def _bound(count: int, pairs: Iterable[Pair]) -> list[int]:
    """For each row the first row it is bound to, over any number of steps."""
    leader = list(range(count))
    for one, other in pairs:
        old, new = sorted((leader[one], leader[other]), reverse=True)
        leader = [new if its == old else its for its in leader]
    return leader


def _weaker(scores: NDArray[np.float32], one: int, other: int, fixed: Container[int]) -> int:
    """Which of two rows loses less by its second best column."""
    if one in fixed or other in fixed:
        return other if one in fixed else one
    best = np.sort(scores[[one, other]], axis=1)
    return one if best[0, -1] - best[0, -2] < best[1, -1] - best[1, -2] else other


def _part(
    scores: NDArray[np.float32], labels: NDArray[np.intp], leader: list[int], row: int,
    fixed: Container[int],
) -> None:  # fmt: skip
    if row in fixed or scores.shape[1] < 2:
        return
    second = int(np.argsort(-scores[row], kind="stable")[1])
    for other, its in enumerate(leader):
        if its == leader[row] and other not in fixed:
            labels[other] = second

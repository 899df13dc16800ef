"""Keeping themes the same while groups are found anew: who continues whom, and what may move.

Groups are matched with themes by the notes they share (Hungarian method). Then only the
moves that gain most are made, so that a reader of the screen can follow.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from facilitator.theming.encoder import Vectors, unit

STEADY = 40  # notes from which moves are rationed strictly
BUDGET, EARLY_BUDGET = 0.05, 0.1  # share of placed notes that may move in one step
NEW_THEME = 3  # notes that a new theme needs
HYSTERESIS = 0.0  # cosine that a move between two themes that stay must gain


def matched(
    ids: Sequence[str], labels: NDArray[np.int64], themes: Sequence[str], now: Mapping[str, str],
    room: int,
) -> dict[str, Any]:  # fmt: skip
    """Note → the theme its group continues, or the group's number when it is a new theme.

    `room` is how many new themes there may be; notes of groups beyond that stay out.
    """
    column = {theme: at for at, theme in enumerate(themes)}
    count = int(labels.max()) + 1
    shared = np.zeros((count, max(len(themes), 1)))
    for id, label in zip(ids, labels.tolist(), strict=True):
        if now.get(id) in column:
            shared[label, column[now[id]]] += 1
    where: dict[int, Any] = {}
    for group, theme in zip(*linear_sum_assignment(-shared), strict=True):
        if shared[group, theme] > 0:
            where[int(group)] = themes[theme]
    sizes = np.bincount(labels)
    fresh = sorted((g for g in range(count) if g not in where), key=lambda g: -int(sizes[g]))
    where.update((group, group) for group in fresh[:room])
    return {id: where[label] for id, label in zip(ids, labels.tolist(), strict=True)
            if label in where}  # fmt: skip


def rationed(
    ids: Sequence[str], rows: Vectors, wanted: Mapping[str, Any], now: Mapping[str, str]
) -> dict[str, Any]:
    """The moves that are made now: notes without a theme, then what gains most, in the budget."""
    made = {id: theme for id, theme in wanted.items() if id not in now}
    moves = [id for id, theme in wanted.items() if now.get(id, theme) != theme]
    share = BUDGET if len(ids) >= STEADY else EARLY_BUDGET
    budget = int(share * max(len(now), 1)) if now else len(moves)
    gains = _gains(ids, rows, wanted, now, moves)
    for id in sorted(gains, key=lambda id: (-gains[id], id))[:budget]:
        made[id] = wanted[id]
    return _without_splinters(made, wanted)


def _gains(
    ids: Sequence[str], rows: Vectors, wanted: Mapping[str, Any], now: Mapping[str, str],
    moves: Sequence[str],
) -> dict[str, float]:  # fmt: skip
    """What each move gains in cosine; a theme that begins or ends goes first, to be done with."""
    row_of = {id: at for at, id in enumerate(ids)}
    groups: dict[Any, list[int]] = {}
    for side, places in (("wanted", wanted), ("now", now)):
        for id, theme in places.items():
            groups.setdefault((side, theme), []).append(row_of[id])
    centre = {key: unit(rows[inside].mean(axis=0)) for key, inside in groups.items()}
    gains = {}
    for id in moves:
        row = rows[row_of[id]]
        gain = float(row @ centre["wanted", wanted[id]] - row @ centre["now", now[id]])
        urgent = isinstance(wanted[id], int) or ("wanted", now[id]) not in groups
        if urgent or gain > HYSTERESIS:
            gains[id] = gain + urgent
    return gains


def _without_splinters(made: dict[str, Any], wanted: Mapping[str, Any]) -> dict[str, Any]:
    """New themes of one or two notes wait for more, unless the whole group is that small."""
    sizes: dict[Any, int] = {}
    whole: dict[Any, int] = {}
    for theme in made.values():
        sizes[theme] = sizes.get(theme, 0) + 1
    for theme in wanted.values():
        whole[theme] = whole.get(theme, 0) + 1
    return {id: theme for id, theme in made.items()
            if not isinstance(theme, int) or sizes[theme] >= min(NEW_THEME, whole[theme])}  # fmt: skip

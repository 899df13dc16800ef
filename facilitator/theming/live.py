"""Themes that grow while people write: new notes are placed at once, and little else moves.

Groups are found anew and matched with the themes there are. From forty notes on, at most a
twentieth of the notes placed before may change theme in one step; what a hand placed never
does, and themes a hand touched are always kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from facilitator.theming.encoder import Vectors, encode
from facilitator.theming.groups import grouped
from facilitator.theming.space import centred
from facilitator.theming.titles import centres_of
from facilitator.theming.words import is_junk

LEAST = 4  # notes below which nothing is grouped
STEADY = 40  # notes from which moves are rationed
BUDGET = 0.05  # share of placed notes that may move in one step
NEW_THEME = 2  # notes a new theme needs
LOOSE = 0.03  # share of notes that may be left unsorted because they fit nowhere


@dataclass(frozen=True, slots=True)
class Known:
    """A theme that is there: its id, and whether a human hand was on it."""

    id: str
    locked: bool = False


@dataclass(slots=True)
class Found:
    """Members by theme (None: a new theme), in the order of `themes`, and who fits nowhere."""

    ids: list[str]
    rows: Vectors
    themes: list[str | None] = field(default_factory=list)
    members: list[list[int]] = field(default_factory=list)
    unsorted: list[str] = field(default_factory=list)


def propose(
    notes: Mapping[str, Mapping[str, Any]], themes: Sequence[Known], placed: Mapping[str, str],
    pinned: Mapping[str, str | None], at_most: int, fresh: bool = False,
) -> Found:  # fmt: skip
    """Where every note should go. `placed` is where they are, `pinned` what hands placed."""
    junk = {id for id, note in notes.items() if id not in pinned and is_junk(note["text"])}
    ids = sorted(id for id in notes if id not in junk)
    texts = [notes[id]["text"] for id in ids]
    rows = centred(encode(texts), texts)
    found = Found(ids, rows, unsorted=sorted(junk))
    if len(ids) < LEAST and not themes:
        found.unsorted = sorted(notes)
        return found
    labels = grouped(rows, at_most)
    where = _matched(ids, labels, themes, placed, at_most)
    wanted = [where[label] for label in labels.tolist()]
    _settle(found, wanted, themes, {} if fresh else placed, pinned)
    return found


def _matched(
    ids: Sequence[str], labels: Any, themes: Sequence[Known], placed: Mapping[str, str], at_most: int
) -> list[Any]:
    """For each group the theme it continues, or a number of its own when it is new."""
    known = [theme.id for theme in themes]
    count = int(labels.max()) + 1 if len(labels) else 0
    shared = np.zeros((count, max(len(known), 1)))
    for id, label in zip(ids, labels.tolist(), strict=True):
        if placed.get(id) in known:
            shared[label, known.index(placed[id])] += 1
    where: list[Any] = list(range(count))
    for group, theme in zip(*linear_sum_assignment(-shared), strict=True):
        if known and shared[group, theme] > 0:
            where[group] = known[theme]
    room = max(at_most - len(known), 0)
    for group in range(count):  # no room for more themes: a group joins the one it shares most with
        if isinstance(where[group], int):
            if room > 0:
                room -= 1
            elif known and shared[group].any():
                where[group] = known[int(shared[group].argmax())]
            elif known:
                where[group] = None
    return where


def _settle(
    found: Found, wanted: list[Any], themes: Sequence[Known], placed: Mapping[str, str],
    pinned: Mapping[str, str | None],
) -> None:  # fmt: skip
    """Takes what is wanted, within the budget and around what hands have placed."""
    known = {theme.id for theme in themes}
    result: dict[str, Any] = {}
    moves = []
    for id, theme in zip(found.ids, wanted, strict=True):
        now = placed.get(id)
        if id in pinned:
            result[id] = pinned[id]
        elif now in known and now != theme and theme is not None:
            result[id] = now
            moves.append((id, theme))
        else:
            result[id] = theme if theme is not None else now
    result.update(_allowed(moves, len(found.ids)))
    for theme in {t for t in result.values() if isinstance(t, int)}:
        inside = [id for id, t in result.items() if t == theme]
        if len(inside) < NEW_THEME:
            result.update({id: placed.get(id) for id in inside})
    _collect(found, result, known)


def _allowed(moves: list[tuple[str, Any]], count: int) -> dict[str, Any]:
    """The moves that may be made now: into new themes first, whole groups before stragglers."""
    if count < STEADY:
        return dict(moves)
    sizes = {theme: sum(t == theme for _, t in moves) for _, theme in moves}
    ranked = sorted(moves, key=lambda move: (not isinstance(move[1], int), -sizes[move[1]], move[0]))
    return dict(ranked[: int(BUDGET * count)])


def _collect(found: Found, result: dict[str, Any], known: set[str]) -> None:
    row = {id: at for at, id in enumerate(found.ids)}
    groups: dict[Any, list[int]] = {}
    for id, theme in result.items():
        if theme is None:
            groups.setdefault("", []).append(row[id])
        else:
            groups.setdefault(theme, []).append(row[id])
    loose = groups.pop("", [])
    numbered = sorted(groups.items(), key=lambda item: (str(item[0]) not in known, str(item[0])))
    found.themes = [theme if isinstance(theme, str) else None for theme, _ in numbered]
    found.members = [sorted(members) for _, members in numbered]
    found.unsorted = sorted({*found.unsorted, *(found.ids[at] for at in _nearest(found, loose))})


def _nearest(found: Found, loose: list[int]) -> list[int]:
    """Puts notes that no group claimed to their nearest theme; returns those far from all."""
    if not loose or not found.members:
        return loose
    centres = centres_of(found.rows, found.members)
    near = found.rows @ centres.T
    inside = np.concatenate([near[m, at] for at, m in enumerate(found.members)])
    least = float(np.quantile(inside, LOOSE))
    left = []
    for note in loose:
        best = int(near[note].argmax())
        if near[note, best] >= least:
            found.members[best].append(note)
        else:
            left.append(note)
    return left

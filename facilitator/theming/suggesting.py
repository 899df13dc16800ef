"""One theme that the host's names do not cover: found, offered, never folded in.

Looked for among the notes that fit nowhere and those their themes explain worst. Of the
groups they make, the one is offered that is most itself and least anybody else's.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import numpy as np

from facilitator.theming.encoder import Vectors
from facilitator.theming.groups import grouped
from facilitator.theming.portraits import Call, portraits
from facilitator.theming.proposal import ABSENT, Proposal
from facilitator.theming.titles import centre_of

WORST = 0.2  # share of the placed notes, the worst explained, that are looked at
MOST_GROUPS = 3
LEAST_NOTES, LEAST_SHARE, LEAST_ROOMS = 4, 0.05, 2  # what a theme worth a host's attention has
APART = 0.1  # by how much its notes must be nearer to each other than to any theme there is


def suggestion(
    found: Proposal, settled: Collection[str], left: Collection[str]
) -> dict[str, Any] | None:
    """{note, label, notes}: the central note, the words of it that name the group, its notes.

    Notes in `settled` are not looked at; a group around a note in `left` is not offered again.
    """
    sheet = found.sheet
    there = [list(rows) for rows in found.members if rows]
    if len(sheet.ids) < 2 * LEAST_NOTES or not there:
        return None
    strangers = _strangers(found, settled)
    if len(strangers) < LEAST_NOTES:
        return None
    least = max(LEAST_NOTES, LEAST_SHARE * len(sheet.ids))
    elsewhere = sheet.rows[strangers] @ centre_of(sheet.rows, there).T
    best, most = None, APART
    for rows, worth in _groups(sheet.rows, strangers, elsewhere.max(axis=1)):
        rooms = {sheet.rooms[row] for row in rows} - {""}
        if worth > most and len(rows) >= least and len(rooms) >= LEAST_ROOMS:
            offered = _offered(found, rows, there)
            if offered["note"] not in left:
                best, most = offered, worth
    return best


def _strangers(found: Proposal, settled: Collection[str]) -> list[int]:
    """Notes outside all themes, and the placed ones that their best theme explains worst."""
    sheet, where = found.sheet, found.place_of()
    outside = [row for row, id in enumerate(sheet.ids) if id not in where and id not in settled]
    inside = np.array([row for row, id in enumerate(sheet.ids) if id in where and id not in settled])
    if not len(inside):
        return outside
    explained = np.where(found.scores <= ABSENT, -np.inf, found.scores).max(axis=1)[inside]
    return outside + inside[explained <= np.quantile(explained, WORST)].tolist()


def _groups(rows: Vectors, strangers: list[int], elsewhere: Vectors) -> Any:
    """(rows, how much nearer they are to each other than to the themes) of each group."""
    labels = grouped(rows[strangers], MOST_GROUPS)
    for label in range(int(labels.max()) + 1):
        at = np.flatnonzero(labels == label)
        inside = [strangers[each] for each in at.tolist()]
        near = rows[inside] @ centre_of(rows, [inside])[0]
        # A centre is nearer to the few notes it is made of; one note's share is taken off.
        yield inside, float((near - elsewhere[at]).mean()) - 1 / len(inside)


def _offered(found: Proposal, rows: list[int], others: list[list[int]]) -> dict[str, Any]:
    rest = [[row for row in other if row not in set(rows)] for other in others]
    groups = [rows, *(other for other in rest if other)]
    shown = portraits(found.sheet, groups, [Call()] * len(groups), with_phrases=False)[0]
    note = shown.title_note if shown.title_note is not None else rows[0]
    return {"note": found.sheet.ids[note], "label": shown.title,
            "notes": [found.sheet.ids[row] for row in rows]}  # fmt: skip

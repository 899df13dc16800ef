"""Themes that grow while people write: new notes are placed at once, and little else moves.

Every so often groups are found anew among the notes that no hand has touched, matched with
the themes there are, and followed slowly: from forty notes on at most a twentieth of them
change theme in one step. What a hand placed never moves, and a theme that a hand touched
keeps its notes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.theming import steadiness
from facilitator.theming.groups import grouped
from facilitator.theming.nests import Nests
from facilitator.theming.proposal import Proposal, by_members
from facilitator.theming.sheet import Sheet
from facilitator.theming.table import Table

LEAST = 4  # notes below which nothing is grouped


def propose(
    table: Table, sheet: Sheet, anew: bool, fresh: bool = False, least: int = LEAST
) -> Proposal:
    """Where every note should go: new notes to their nearest theme.

    `anew` also finds groups again and moves a little; `fresh`, asked for by a person, moves
    all that no hand placed.
    """
    found = Proposal(sheet)
    if len(sheet.ids) < least and not table.themes:
        found.unsorted = list(sheet.ids)
        return found
    held = {**table.placed, **table.pinned}
    where: dict[str, Any] = {id: held[id] for id in sheet.ids if id in held}
    _place(table, sheet, where)
    if anew or fresh:
        found.larger = _regroup(table, sheet, where, fresh)
    _collect(table, found, where)
    return found


def _place(table: Table, sheet: Sheet, where: dict[str, Any]) -> None:
    """Puts each new note to the theme whose centre is nearest, if it is near enough."""
    fresh = [row for row, id in enumerate(sheet.ids) if id not in where]
    if not fresh or not table.themes:
        return
    nests = Nests.of(table.themes, sheet, where, table.settled)
    for row, theme in zip(fresh, nests.nearest(sheet.rows[fresh]), strict=True):
        if theme is not None:
            where[sheet.ids[row]] = theme


def _regroup(table: Table, sheet: Sheet, where: dict[str, Any], fresh: bool) -> int:
    """Groups the notes outside touched themes anew; `where` gets numbers for new themes.

    Answers how many notes would move if all moved at once.
    """
    touched = {theme.id for theme in table.themes if theme.locked}
    room = table.at_most - len(touched)
    free = [row for row, id in enumerate(sheet.ids)
            if id not in table.pinned and where.get(id) not in touched]  # fmt: skip
    if room < 1 or len(free) < 2:
        return 0
    open_themes = [theme.id for theme in table.themes if not theme.locked]
    ids = [sheet.ids[row] for row in free]
    labels = grouped(sheet.rows[free], room, [where.get(id) for id in ids])
    now = {id: where[id] for id in ids if where.get(id) is not None}
    there = [theme for theme in open_themes if theme in now.values()]
    new = 0 if table.settled else room if fresh else room - len(there)
    wanted = steadiness.matched(ids, labels, there, now, new)
    moves = wanted if fresh else steadiness.rationed(ids, sheet.rows[free], wanted, now)
    if table.settled and not fresh:  # what fits no theme is offered as one of its own, not folded in
        moves = {id: theme for id, theme in moves.items() if id in now}
    where.update(moves)
    return sum(now.get(id, theme) != theme for id, theme in wanted.items())


def _collect(table: Table, found: Proposal, where: Mapping[str, Any]) -> None:
    """The themes there are that have notes, in their order, then new ones by size."""
    groups: dict[Any, list[int]] = {theme.id: [] for theme in table.themes}
    for row, id in enumerate(found.sheet.ids):
        if where.get(id) is None:
            found.unsorted.append(id)
        else:
            groups.setdefault(where[id], []).append(row)
    fresh = sorted((key for key in groups if isinstance(key, int)), key=lambda k: -len(groups[k]))
    kept = [theme.id for theme in table.themes if groups[theme.id]]
    found.themes = [*kept, *(None for _ in fresh)]
    found.members = [groups[key] for key in (*kept, *fresh)]
    found.support = [None] * len(found.themes)
    found.scores = by_members(found)

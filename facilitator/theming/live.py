"""Themes that grow while people write: new notes are placed at once, and little else moves.

Every so often groups are found anew among the notes that no hand has touched, matched with
the themes there are, and followed slowly: from forty notes on at most a twentieth of them
change theme in one step. What a hand placed never moves, and a theme that a hand touched
keeps its notes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from facilitator.theming import names, steadiness
from facilitator.theming.encoder import Vectors, encode, even
from facilitator.theming.groups import grouped
from facilitator.theming.smalltalk import idle
from facilitator.theming.space import Frame
from facilitator.theming.titles import centre_of

LEAST = 4  # notes below which nothing is grouped
LOOSE = 0.03  # share of a theme's notes that are farther from its centre than a new one may be
KNOWN_WELL = 10  # notes of a theme from which that share can be told
NAMED_ONLY = 0.15  # cosine that a first note must have to a theme with nothing but its name


@dataclass(frozen=True, slots=True)
class Known:
    """A theme that is there: its words, and whether a human hand was on it."""

    id: str
    title: str = ""
    keywords: tuple[str, ...] = ()
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """What is on the table: notes by id with their text, themes, where notes are and were put."""

    notes: Mapping[str, Mapping[str, Any]]
    themes: Sequence[Known]
    placed: Mapping[str, str]
    pinned: Mapping[str, str | None] = field(default_factory=dict)
    at_most: int = 8


@dataclass(slots=True)
class Found:
    """Rows of notes by theme (None: a new one), in the order of `themes`, and who fits nowhere."""

    ids: list[str]
    rows: Vectors
    mean: Vectors
    frame: Frame | None
    themes: list[str | None] = field(default_factory=list)
    members: list[list[int]] = field(default_factory=list)
    unsorted: list[str] = field(default_factory=list)


def propose(table: Table, anew: bool, fresh: bool = False, least: int = LEAST) -> Found:
    """Where every note should go.

    `anew` finds groups again and moves a little; `fresh`, asked for by a person, moves all
    that no hand placed, by the names there are. Otherwise only new notes are placed.
    """
    found, where = _laid_out(table)
    if len(found.ids) < least and not table.themes:
        found.unsorted = sorted({*found.unsorted, *found.ids})
        return found
    if fresh and any(theme.locked for theme in table.themes):
        where.update(_by_names(table, found, where))
    else:
        _place(table, found, where)
        if anew or fresh:
            _regroup(table, found, where, fresh)
    _collect(table, found, where)
    return found


def _laid_out(table: Table) -> tuple[Found, dict[str, Any]]:
    """The notes as rows, and where they are. Notes in themes put aside are left out."""
    known = {theme.id for theme in table.themes}
    aside = {id for id, theme in table.placed.items() if theme not in known}
    aside |= {id for id, theme in table.pinned.items() if theme is not None and theme not in known}
    ids = sorted(id for id in table.notes if id not in aside)
    quiet = idle([table.notes[id]["text"] for id in ids])
    junk = {id for id, nothing in zip(ids, quiet, strict=True)
            if id not in table.pinned and (nothing or not table.notes[id]["text"].strip())}  # fmt: skip
    ids = [id for id in ids if id not in junk]
    texts = [table.notes[id]["text"] for id in ids]
    raw = encode(texts)
    mean = raw.mean(axis=0) if len(raw) else np.zeros(raw.shape[1], np.float32)
    where: dict[str, Any] = {**table.placed, **table.pinned}
    where = {id: where[id] for id in ids if id in where}
    frame, rows = Frame.of(raw, texts)
    return Found(ids, rows, mean, frame, unsorted=sorted(junk)), where


def _place(table: Table, found: Found, where: dict[str, Any]) -> None:
    """Puts each new note to the theme whose centre is nearest, if it is near enough."""
    fresh = [at for at, id in enumerate(found.ids) if id not in where]
    if not fresh or not table.themes:
        return
    nests = Nests.of(table.themes, found, where)
    for at, theme in zip(fresh, nests.nearest(found.rows[fresh]), strict=True):
        if theme is not None:
            where[found.ids[at]] = theme


@dataclass(frozen=True, slots=True)
class Nests:
    """Themes as centres, each with how near a new note must be."""

    themes: Sequence[str]
    centres: Vectors
    floors: Vectors

    @classmethod
    def of(cls, themes: Sequence[Known], found: Found, where: Mapping[str, Any]) -> Nests:
        centres, floors = [], []
        for theme in themes:
            inside = [at for at, id in enumerate(found.ids) if where.get(id) == theme.id]
            centre = centre_of(found.rows, [inside])[0] if inside else _of_words(theme, found.mean)
            centres.append(centre)
            floors.append(_floor(found.rows[inside] @ centre))
        return cls([theme.id for theme in themes], np.stack(centres), np.array(floors, np.float32))

    def nearest(self, rows: Vectors) -> list[str | None]:
        """For each row the theme it belongs to, or None when it fits nowhere."""
        near = rows @ self.centres.T
        best = near.argmax(axis=1)
        return [self.themes[at] if row[at] >= self.floors[at] else None
                for at, row in zip(best.tolist(), near, strict=True)]  # fmt: skip


def _floor(near: Vectors) -> float:
    """How near a note must be to a theme, from how near its notes are."""
    if len(near) >= KNOWN_WELL:
        return float(np.quantile(near, LOOSE))
    return 0.0 if len(near) else NAMED_ONLY


def _of_words(theme: Known, mean: Vectors) -> Vectors:
    """The centre of a theme that has no notes yet: its words."""
    phrases = names.Name(theme.title, theme.keywords).phrases
    if not phrases:
        return np.zeros_like(mean)
    return even(even(encode(phrases) - mean).sum(axis=0))


def _regroup(table: Table, found: Found, where: dict[str, Any], fresh: bool) -> None:
    """Groups the notes outside touched themes anew; `where` gets numbers for new themes."""
    touched = {theme.id for theme in table.themes if theme.locked}
    room = table.at_most - len(touched)
    free = [at for at, id in enumerate(found.ids)
            if id not in table.pinned and where.get(id) not in touched]  # fmt: skip
    if room < 1 or len(free) < 2:
        return
    open_themes = [theme.id for theme in table.themes if not theme.locked]
    inside = [id for id, theme in where.items() if theme in set(open_themes)]
    labels = grouped(found.rows[free], room, len({where[id] for id in inside}) or None)
    ids = [found.ids[at] for at in free]
    now = {id: where[id] for id in ids if where.get(id) is not None}
    there = [theme for theme in open_themes if theme in now.values()]
    wanted = steadiness.matched(ids, labels, there, now, room if fresh else room - len(there))
    moves = wanted if fresh else steadiness.rationed(ids, found.rows[free], wanted, now)
    where.update(moves)


def _by_names(table: Table, found: Found, where: dict[str, Any]) -> dict[str, Any]:
    """Every note's theme by the themes' names, and by members for themes nobody named."""
    themes = table.themes
    given = [names.Name(t.title, t.keywords) if t.locked else names.Name("") for t in themes]
    row_of = {id: at for at, id in enumerate(found.ids)}
    number_of = {theme.id: number for number, theme in enumerate(themes)}
    pinned = {row_of[id]: number_of[theme] for id, theme in table.pinned.items()
              if theme in number_of and id in row_of}  # fmt: skip
    members = [[row for row, number in pinned.items() if number == n] if given[n].phrases
               else [row_of[id] for id, theme in where.items() if theme == themes[n].id]
               for n in range(len(themes))]  # fmt: skip
    texts = [table.notes[id]["text"] for id in found.ids]
    columns, first = names.table(found.rows, texts, given, members)
    if not columns:
        return {}
    fixed = {row: columns.index(number) for row, number in pinned.items()}
    labels = names.spread(found.rows, first, fixed).argmax(axis=1)
    return {id: themes[columns[label]].id
            for id, label in zip(found.ids, labels.tolist(), strict=True) if id not in table.pinned}  # fmt: skip


def _collect(table: Table, found: Found, where: Mapping[str, Any]) -> None:
    """The themes there are that have notes, in their order, then new ones by size."""
    groups: dict[Any, list[int]] = {theme.id: [] for theme in table.themes}
    for at, id in enumerate(found.ids):
        if where.get(id) is None:
            found.unsorted.append(id)
        else:
            groups.setdefault(where[id], []).append(at)
    fresh = sorted((key for key in groups if isinstance(key, int)), key=lambda k: -len(groups[k]))
    kept = [theme.id for theme in table.themes if groups[theme.id]]
    found.themes = [*kept, *(None for _ in fresh)]
    found.members = [groups[key] for key in (*kept, *fresh)]
    found.unsorted.sort()

"""Notes one by one: each is placed at once, groups are found anew every so often."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import Any

from facilitator.theming.live import Found, Known, Table, propose
from facilitator.theming.portraits import portraits
from facilitator.theming.reading import read_note
from facilitator.theming.worker import due, warm

AT_MOST = 12
LEAST = 12  # notes below which a theme would be gone with the next note


class Stream:
    """The notes so far and where they are."""

    def __init__(self, at_most: int = AT_MOST) -> None:
        self._at_most = at_most
        self._notes: dict[str, Mapping[str, Any]] = {}
        self._placed: dict[str, str] = {}
        self._labels: dict[str, str] = {}
        self._numbers = count()
        self._grouped_at = 0

    def add(self, note: Mapping[str, Any]) -> dict[str, Any]:
        """{assign, labels}: every assignment that is new or changed, and labels that changed."""
        self._notes[str(note["id"])] = note
        anew = len(self._notes) >= LEAST and due(len(self._notes), self._grouped_at)
        if anew:
            self._grouped_at = len(self._notes)
        themes = [Known(theme) for theme in self._labels]
        found = propose(Table(self._notes, themes, self._placed, {}, self._at_most), anew, False, LEAST)
        where, labels = self._named(found, anew)
        changed = {id: theme for id, theme in where.items() if self._placed.get(id) != theme}
        changed |= {id: None for id in self._placed if id not in where}
        fresh = {theme: label for theme, label in labels.items() if self._labels.get(theme) != label}
        self._placed, self._labels = where, labels
        return {"assign": {self._notes[id]["id"]: theme for id, theme in changed.items()},
                "labels": fresh}  # fmt: skip

    def _named(self, found: Found, anew: bool) -> tuple[dict[str, str], dict[str, str]]:
        """(note → theme, theme → label); labels change only when groups are found anew."""
        themes = [theme if theme is not None else str(next(self._numbers)) for theme in found.themes]
        where = {found.ids[row]: theme for theme, members in zip(themes, found.members, strict=True)
                 for row in members}  # fmt: skip
        if not anew:
            return where, {theme: self._labels[theme] for theme in themes}
        texts = [self._notes[id]["text"] for id in found.ids]
        rooms = [str(self._notes[id].get("room") or "") for id in found.ids]
        now = [self._labels.get(theme, "") for theme in themes]
        shown = portraits(found.rows, found.mean, found.members, texts, rooms, now, False)
        return where, {theme: each.title for theme, each in zip(themes, shown, strict=True)}


def follow(lines: Iterable[str]) -> Iterator[str]:
    """One note a line in, one answer a line out; ValueError names a line that cannot be used."""
    warm()
    stream = Stream()
    for number, line in enumerate(lines, 1):
        if line.strip():
            note = read_note(line, f"line {number}")
            yield json.dumps(stream.add(note), ensure_ascii=False)

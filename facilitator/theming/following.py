"""Notes one by one: each is placed at once, groups are found anew every so often."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import Any

from facilitator.theming.encoder import encode
from facilitator.theming.live import propose
from facilitator.theming.nests import Nests
from facilitator.theming.portraits import Call, portraits
from facilitator.theming.proposal import Proposal
from facilitator.theming.reading import read_note
from facilitator.theming.sheet import Sheet
from facilitator.theming.smalltalk import idle
from facilitator.theming.space import Frame
from facilitator.theming.table import Known, Table
from facilitator.theming.worker import due, warm

AT_MOST = 12
LEAST = 12  # notes below which a theme would be gone with the next note


class Stream:
    """The notes so far and where they are; None for a note that fits nowhere."""

    def __init__(self, at_most: int = AT_MOST) -> None:
        self._at_most = at_most
        self._notes: dict[str, Mapping[str, Any]] = {}
        self._placed: dict[str, str | None] = {}
        self._labels: dict[str, str] = {}
        self._nests: Nests | None = None
        self._frame: Frame | None = None
        self._numbers = count()
        self._grouped_at = 0

    def add(self, note: Mapping[str, Any]) -> dict[str, Any]:
        """{assign, labels}: every assignment and every label that is new or changed."""
        placed, labels = dict(self._placed), self._labels
        self._notes[str(note["id"])] = note
        if len(self._notes) >= LEAST and due(len(self._notes), self._grouped_at):
            self._regroup()
        else:
            self._placed[str(note["id"])] = self._place(note["text"])
        assign = {self._notes[id]["id"]: theme for id, theme in self._placed.items()
                  if id not in placed or placed[id] != theme}  # fmt: skip
        fresh = {theme: label for theme, label in self._labels.items() if labels.get(theme) != label}
        return {"assign": assign, "labels": fresh}

    def _place(self, text: str) -> str | None:
        if self._nests is None or self._frame is None or idle([text])[0]:
            return None
        return self._nests.nearest(self._frame.laid(encode([text]), [text]))[0]

    def _regroup(self) -> None:
        self._grouped_at = len(self._notes)
        themes = [Known(theme) for theme in self._labels]
        placed = {id: theme for id, theme in self._placed.items() if theme is not None}
        table = Table(self._notes, themes, placed, {}, self._at_most)
        sheet = Sheet.of(self._notes, table.sorted_out()[0])
        found = propose(table, sheet, anew=True, least=LEAST)
        named = [theme if theme is not None else str(next(self._numbers)) for theme in found.themes]
        where = {sheet.ids[row]: theme for theme, members in zip(named, found.members, strict=True)
                 for row in members}  # fmt: skip
        self._placed = {id: where.get(id) for id in self._notes}
        self._labels = dict(zip(named, self._titles(found, named), strict=True))
        self._frame = sheet.frame
        known = [Known(theme) for theme in named]
        self._nests = Nests.of(known, sheet, where) if known else None

    def _titles(self, found: Proposal, named: list[str]) -> list[str]:
        now = [Call(self._labels.get(theme, "")) for theme in named]
        return [each.title for each in portraits(found.sheet, found.members, now, False)]


def follow(lines: Iterable[str]) -> Iterator[str]:
    """One note a line in, one answer a line out; ValueError names a line that cannot be used."""
    warm()
    stream = Stream()
    for number, line in enumerate(lines, 1):
        if line.strip():
            note = read_note(line, f"line {number}")
            yield json.dumps(stream.add(note), ensure_ascii=False)

"""Notes one by one: each is placed at once, groups are found anew every so often."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

import numpy as np

from facilitator.theming.batches import read_note
from facilitator.theming.encoder import encode
from facilitator.theming.live import Known, propose
from facilitator.theming.space import centred
from facilitator.theming.titles import centres_of, title_note
from facilitator.theming.words import is_junk

AT_MOST = 12
GROWN = 0.08  # share of new notes after which groups are found anew
LEAST_NEW = 6


class Stream:
    """The notes so far and where they are."""

    def __init__(self) -> None:
        self.notes: dict[str, dict[str, Any]] = {}
        self.ids: dict[str, Any] = {}  # as given
        self.placed: dict[str, str] = {}
        self.labels: dict[str, str] = {}
        self._numbers = count()
        self._since = 0

    def add(self, note: dict[str, Any]) -> dict[str, Any]:
        """{assign, labels}: every assignment that is new or changed."""
        before = dict(self.placed)
        id = str(note["id"])
        self.notes[id], self.ids[id] = note, note["id"]
        self._since += 1
        if self._since >= max(LEAST_NEW, GROWN * len(self.notes)):
            self._regroup()
        elif self.placed and not is_junk(note["text"]):
            self._place(id)
        changed = {self.ids[n]: t for n, t in self.placed.items() if before.get(n) != t}
        return {"assign": changed, "labels": self.labels if changed else {}}

    def _place(self, id: str) -> None:
        known = list(self.notes)
        texts = [self.notes[n]["text"] for n in known]
        rows = centred(encode(texts), texts)
        themes = sorted(set(self.placed.values()))
        members = [[at for at, n in enumerate(known) if self.placed.get(n) == t] for t in themes]
        near = rows[known.index(id)] @ centres_of(rows, members).T
        self.placed[id] = themes[int(np.argmax(near))]

    def _regroup(self) -> None:
        self._since = 0
        themes = [Known(theme) for theme in sorted(set(self.placed.values()))]
        found = propose(self.notes, themes, self.placed, {}, AT_MOST)
        if not found.members:
            return
        centres = centres_of(found.rows, found.members)
        texts = [self.notes[n]["text"] for n in found.ids]
        for at, (theme, members) in enumerate(zip(found.themes, found.members, strict=True)):
            name = theme if theme is not None else str(next(self._numbers))
            self.placed.update({found.ids[m]: name for m in members})
            self.labels[name] = texts[title_note(found.rows, centres, at, members, texts)][:80]


def follow(lines: Iterable[str]) -> Iterator[str]:
    """One note a line in, one answer a line out."""
    stream = Stream()
    for number, line in enumerate(lines, 1):
        if line.strip():
            note = read_note(line, f"line {number}")
            yield json.dumps(stream.add(dict(note)), ensure_ascii=False)

"""Notes laid out as rows of vectors, with what is computed of them once and used often.

A sheet depends on the notes' words alone, not on themes. That is why it can be kept between
a host's actions, which then cost milliseconds.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np

from facilitator.theming.encoder import Vectors, encode
from facilitator.theming.phrases import Runs
from facilitator.theming.space import Frame, Near, Weights, graph, nearest, shared_graph, shortened
from facilitator.theming.words import stems_of

FEW = 300  # notes up to which no dimension need be saved
MOST_MADE = 200
Notes = Mapping[str, Mapping[str, Any]]


class Sheet:
    """Notes with ids, texts and rooms; row number = place in `ids`."""

    def __init__(self, ids: Sequence[str], texts: Sequence[str], rooms: Sequence[str]) -> None:
        self.ids, self.texts, self.rooms = list(ids), list(texts), list(rooms)
        self.unquoted: frozenset[int] = frozenset()  # rows whose words become no title, where others can
        self._made: dict[Hashable, Vectors] = {}
        self.row_of = {id: row for row, id in enumerate(self.ids)}
        raw = encode(self.texts)
        self.mean: Vectors = raw.mean(axis=0) if len(raw) else np.zeros(raw.shape[1], np.float32)
        self.frame, self.rows = Frame.of(raw, self.texts)

    @classmethod
    def of(cls, notes: Notes, ids: Sequence[str]) -> Sheet:
        texts = [notes[id]["text"] for id in ids]
        return cls(ids, texts, [str(notes[id].get("room") or "") for id in ids])

    def holds(self, notes: Notes, ids: Sequence[str]) -> bool:
        """Whether it is the sheet of just these notes."""
        return self.ids == list(ids) and self.texts == [notes[id]["text"] for id in ids]

    def once(self, key: Hashable, make: Callable[[], Vectors]) -> Vectors:
        """What `make` makes of these notes, made once a key."""
        if key not in self._made:
            if len(self._made) >= MOST_MADE:
                self._made.clear()
            self._made[key] = make()
        return self._made[key]

    @cached_property
    def near(self) -> Near:
        return nearest(self.rows)

    @cached_property
    def graph(self) -> Weights:
        return graph(self.near)

    @cached_property
    def shared_graph(self) -> Weights:
        return shared_graph(self.near)

    @cached_property
    def density(self) -> Vectors:
        """How near each note's nearest others are."""
        if len(self.ids) < 2:
            return np.zeros(len(self.ids), np.float32)
        return np.asarray(self.near.cosines.mean(axis=1), np.float32)

    @cached_property
    def having(self) -> Mapping[str, list[int]]:
        """Word stem → the rows that have it."""
        rows: dict[str, list[int]] = {}
        for row, text in enumerate(self.texts):
            for stem in stems_of(text):
                rows.setdefault(stem, []).append(row)
        return rows

    @cached_property
    def runs(self) -> Runs:
        return Runs(self.texts)

    @cached_property
    def short(self) -> Vectors:
        """The rows in fewer dimensions, nearly as far apart: for what is asked again and again."""
        return self.rows if len(self.ids) <= FEW else shortened(self.rows)

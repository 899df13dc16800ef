"""Notes in, themes out, in one batch: what `facilitator themes` does."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from facilitator.theming import names
from facilitator.theming.affinity import Name
from facilitator.theming.groups import centres, grouped
from facilitator.theming.pairs import kept
from facilitator.theming.portraits import Call, portraits
from facilitator.theming.reading import Note, checked, read_notes
from facilitator.theming.sheet import Sheet
from facilitator.theming.smalltalk import idle

Assigned = list[tuple[Any, int | None]]


def batch_lines(text: str, hints: Mapping[str, Any] | None, at_most: int) -> Iterator[str]:
    """JSONL in, JSONL out: a line a note, then a line a theme."""
    assigned, themes = batch(read_notes(text), hints, at_most)
    for id, theme in assigned:
        yield json.dumps({"id": id, "theme": theme}, ensure_ascii=False)
    for described in themes:
        yield json.dumps(described, ensure_ascii=False)


def batch(
    notes: Sequence[Note], hints: Mapping[str, Any] | None = None, at_most: int = 12
) -> tuple[Assigned, list[dict[str, Any]]]:
    """([(note id, theme number or None)], [theme]) for notes {id, text, room}.

    With themes in the hints, their numbers are their places in that list.
    """
    if at_most < 1:
        raise ValueError("at least one theme must be allowed.")
    said = checked(hints or {})
    table = _Batch(notes, said)
    labels, themes = table.by_names() if said["themes"] else (table.by_nearness(at_most), [])
    label_of = dict(zip(table.places, labels.tolist(), strict=True))
    assigned = [(note["id"], label_of.get(at)) for at, note in enumerate(notes)]
    if said["themes"] and not len(labels) and table.places:  # no name has any support
        again, more = batch(notes, {**hints, "themes": []} if hints else None, at_most)
        first = len(said["themes"])
        return ([(id, None if t is None else t + first) for id, t in again],
                themes + [{**theme, "theme": theme["theme"] + first} for theme in more])  # fmt: skip
    return assigned, themes + table.described(labels)


class _Batch:
    """The notes that say something, laid out, with what a host said of them."""

    def __init__(self, notes: Sequence[Note], said: dict[str, Any]) -> None:
        self.said, self.notes = said, notes
        put = {id for theme in said["themes"] for id in theme["notes"]}
        quiet = idle([note["text"] for note in notes])
        self.places = [at for at, note in enumerate(notes)
                       if not quiet[at] or (str(note["id"]) in put and note["text"].strip())]  # fmt: skip
        heard = [notes[at] for at in self.places]
        self.sheet = Sheet([str(note["id"]) for note in heard], [note["text"] for note in heard],
                           [str(note.get("room") or "") for note in heard])  # fmt: skip

    def by_nearness(self, at_most: int) -> NDArray[np.int64]:
        rows = self.sheet.rows
        labels = grouped(rows, at_most)
        together, apart = self._pairs("together"), self._pairs("apart")
        if not together and not apart:
            return labels
        return kept(rows @ centres(rows, labels).T, together, apart)

    def by_names(self) -> tuple[NDArray[np.int64], list[dict[str, Any]]]:
        """(theme numbers, none when no name has support; lines of names without support)."""
        themes, row_of = self.said["themes"], self.sheet.row_of
        named = [Name(theme["name"], tuple(theme["keywords"])) for theme in themes]
        pinned = {row_of[id]: number for number, theme in enumerate(themes)
                  for id in theme["notes"] if id in row_of}  # fmt: skip
        members = [[row for row, number in pinned.items() if number == n] for n in range(len(named))]
        given = names.Given(self.sheet, named, members)
        columns = given.columns(len(named))
        lines = [_unsupported(n, theme) for n, theme in enumerate(themes) if n not in columns]
        if not columns:
            return np.zeros(0, np.int64), lines
        fixed = {row: columns.index(number) for row, number in pinned.items()}
        scores = names.spread(self.sheet, given.first(columns), fixed)
        labels = kept(scores, self._pairs("together"), self._pairs("apart"), fixed)
        return np.array(columns)[labels], lines

    def _pairs(self, key: str) -> list[tuple[int, int]]:
        row_of = self.sheet.row_of
        return [(row_of[one], row_of[other]) for one, other in self.said[key]
                if one in row_of and other in row_of]  # fmt: skip

    def described(self, labels: NDArray[np.int64]) -> list[dict[str, Any]]:
        numbers = sorted(set(labels.tolist()))
        groups = [np.flatnonzero(labels == number).tolist() for number in numbers]
        rooms = self.sheet.rooms
        found = portraits(self.sheet, groups, [Call()] * len(groups))
        names_of = {n: theme["name"] for n, theme in enumerate(self.said["themes"])}
        return [
            {"theme": number, "label": names_of.get(number) or portrait.title,
             "phrases": list(portrait.phrases),
             "quotes": [self._id(row) for row in portrait.quotes],
             "rooms": sorted({rooms[row] for row in group} - {""}), "notes": len(group)}
            for number, group, portrait in zip(numbers, groups, found, strict=True)
        ]  # fmt: skip

    def _id(self, row: int) -> Any:
        return self.notes[self.places[row]]["id"]


def _unsupported(number: int, theme: dict[str, Any]) -> dict[str, Any]:
    return {"theme": number, "label": theme["name"], "phrases": [], "quotes": [], "rooms": [],
            "notes": 0, "supported": False}  # fmt: skip

"""Notes in, themes out, in one batch: what `facilitator themes` does."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from facilitator.theming import names, titles
from facilitator.theming.encoder import encode
from facilitator.theming.groups import grouped
from facilitator.theming.space import centred
from facilitator.theming.words import is_junk

Note = Mapping[str, Any]


def read_notes(text: str) -> list[Note]:
    """The notes of JSONL text; ValueError naming the line that cannot be used."""
    notes: list[Note] = []
    known: set[str] = set()
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            note = read_note(line, f"line {number}")
            if str(note["id"]) in known:
                raise ValueError(f"line {number}: the id {note['id']!r} is there twice.")
            known.add(str(note["id"]))
            notes.append(note)
    return notes


def read_note(line: str, where: str) -> Note:
    """One note; ValueError with a sentence when it is none."""
    try:
        note = json.loads(line)
    except (ValueError, RecursionError):
        raise ValueError(f"{where} is not JSON.") from None
    if not isinstance(note, dict) or "id" not in note or not isinstance(note.get("text"), str):
        raise ValueError(f"{where} needs an id and a text.")
    return note


def batch_lines(text: str, hints: Mapping[str, Any] | None, at_most: int) -> Iterator[str]:
    """JSONL in, JSONL out: a line a note, then a line a theme."""
    assigned, themes = batch(read_notes(text), hints, at_most)
    for id, number in assigned:
        yield json.dumps({"id": id, "theme": number}, ensure_ascii=False)
    for theme in themes:
        yield json.dumps(theme, ensure_ascii=False)


def batch(
    notes: Sequence[Note], hints: Mapping[str, Any] | None = None, at_most: int = 12
) -> tuple[list[tuple[Any, int | None]], list[dict[str, Any]]]:
    """([(note id, theme number or None)], [theme]) for notes {id, text, room}."""
    if at_most < 1:
        raise ValueError("at least one theme must be allowed.")
    said = [at for at, note in enumerate(notes) if not is_junk(note["text"])]
    texts = [notes[at]["text"] for at in said]
    raw = encode(texts)
    rows = centred(raw, texts)
    if hints and hints.get("themes"):
        labels, extra = _by_names(notes, said, rows, raw, texts, hints)
    else:
        labels, extra = grouped(rows, at_most), []
        labels = _held_together(labels, notes, said, hints or {})
    label_of = dict(zip(said, labels.tolist(), strict=True))
    assigned = [(note["id"], label_of.get(at)) for at, note in enumerate(notes)]
    return assigned, _described(notes, said, rows, raw, labels, hints or {}) + extra


def _held_together(labels: Any, notes: Sequence[Note], said: list[int], hints: Mapping[str, Any]) -> Any:
    place = {str(notes[at]["id"]): row for row, at in enumerate(said)}
    for one, other in hints.get("together") or ():
        if str(one) in place and str(other) in place:
            labels[place[str(other)]] = labels[place[str(one)]]
    return labels


def _by_names(
    notes: Sequence[Note], said: list[int], rows: Any, raw: Any, texts: list[str],
    hints: Mapping[str, Any],
) -> tuple[Any, list[dict[str, Any]]]:  # fmt: skip
    given = [names.Name(str(t.get("name") or ""), tuple(map(str, t.get("keywords") or ())))
             for t in hints["themes"]]  # fmt: skip
    place = {str(notes[at]["id"]): row for row, at in enumerate(said)}
    pinned = {place[str(id)]: number for number, theme in enumerate(hints["themes"])
              for id in theme.get("notes") or () if str(id) in place}  # fmt: skip
    if not len(rows):
        return np.zeros(0, np.int64), []
    table = np.stack([_column(rows, texts, name, [r for r, n in pinned.items() if n == number])
                      for number, name in enumerate(given)], axis=1)  # fmt: skip
    good = names.supported(table) | np.isin(np.arange(len(given)), list(pinned.values()))
    if not good.any():
        good[:] = True
    kept = np.flatnonzero(good)
    again = {number: at for at, number in enumerate(kept.tolist())}
    _, labels = names.spread(rows, table[:, kept], {r: again[n] for r, n in pinned.items()})
    extra = [{"theme": number, "label": given[number].title, "quotes": [], "rooms": [], "notes": 0,
              "supported": False} for number in range(len(given)) if number not in again]  # fmt: skip
    return kept[labels], extra


def _column(rows: Any, texts: list[str], name: names.Name, members: list[int]) -> Any:
    if name.phrases:
        return names.scores(rows, rows.mean(axis=0), texts, [name])[:, 0]
    return names.of_members(rows, members) if members else np.full(len(rows), -1.0, np.float32)


def _described(
    notes: Sequence[Note], said: list[int], rows: Any, raw: Any, labels: Any, hints: Mapping[str, Any]
) -> list[dict[str, Any]]:
    numbers = sorted(set(labels.tolist()))
    if not numbers:
        return []
    groups = [np.flatnonzero(labels == number).tolist() for number in numbers]
    texts = [notes[at]["text"] for at in said]
    rooms = [str(notes[at].get("room", "")) for at in said]
    centres = titles.centres_of(rows, groups)
    phrases = titles.phrases(centres, groups, texts, raw.mean(axis=0))
    found = []
    for at, (number, members) in enumerate(zip(numbers, groups, strict=True)):
        best = titles.quotes(rows, centres, at, members, texts, rooms)
        title = texts[titles.title_note(rows, centres, at, members, texts)]
        named = hints["themes"][number].get("name") if hints.get("themes") else None
        found.append({
            "theme": number, "label": named or " · ".join(phrases[at]).capitalize() or title[:80],
            "title": title, "quotes": [notes[said[m]]["id"] for m in best],
            "rooms": sorted({rooms[m] for m in members}), "notes": len(members),
        })  # fmt: skip
    return found

"""Notes and hints as they come from outside: read, checked, refused with a sentence."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

Note = Mapping[str, Any]


def read_notes(text: str) -> list[Note]:
    """The notes of JSONL text; ValueError naming the line that cannot be used."""
    notes: list[Note] = []
    known: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        note = read_note(line, f"line {number}")
        first = known.setdefault(str(note["id"]), number)
        if first != number:
            raise ValueError(f"line {number} has the same id as line {first}.")
        notes.append(note)
    return notes


def read_note(line: str, where: str) -> Note:
    """One note; ValueError with a sentence when it is none."""
    try:
        note = json.loads(line)
    except (ValueError, RecursionError):
        raise ValueError(f"{where} is not JSON.") from None
    if not isinstance(note, dict):
        raise ValueError(f"{where} is not an object with an id and a text.")
    if not isinstance(note.get("id"), str | int) or isinstance(note["id"], bool):
        raise ValueError(f"{where} has no id (a text or a whole number).")
    if not isinstance(note.get("text"), str):
        raise ValueError(f"{where} has no text.")
    return {**note, "text": _clean(note["text"])}


def _clean(text: str) -> str:
    """The text without halves of surrogate pairs, which no output could hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def checked(hints: Any) -> dict[str, Any]:
    """Hints of a host in full; ValueError with a sentence when a part has the wrong form."""
    if not isinstance(hints, Mapping):
        raise ValueError("the hints are not an object.")
    themes = _list(hints, "themes", "the hints")
    for number, theme in enumerate(themes, 1):
        if not isinstance(theme, Mapping) or not isinstance(theme.get("name") or "", str):
            raise ValueError(f"theme {number} of the hints is not an object with a name.")
    said = [
        {"name": (theme.get("name") or "").strip(),
         "keywords": [str(word) for word in _list(theme, "keywords", f"theme {number}")],
         "notes": [str(id) for id in _list(theme, "notes", f"theme {number}")]}
        for number, theme in enumerate(themes, 1)
    ]  # fmt: skip
    if empty := [n for n, t in enumerate(said, 1) if not any(t.values())]:
        raise ValueError(f"theme {empty[0]} of the hints has neither a name nor notes.")
    return {"themes": said, "together": _pairs(hints, "together"), "apart": _pairs(hints, "apart")}


def _list(of: Mapping[str, Any], key: str, where: str) -> list[Any]:
    value = of.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise ValueError(f"“{key}” of {where} is not a list.")
    return value


def _pairs(hints: Mapping[str, Any], key: str) -> list[tuple[str, str]]:
    pairs = _list(hints, key, "the hints")
    if not all(isinstance(pair, list) and len(pair) == 2 for pair in pairs):
        raise ValueError(f"“{key}” of the hints is not a list of pairs of note ids.")
    return [(str(one), str(other)) for one, other in pairs]

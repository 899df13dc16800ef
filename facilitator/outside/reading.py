"""What a model answered, checked line by line; whatever is not as it was asked for is left out.

Pure. Nothing in an answer can do more than propose a name: unknown ids, quotes that no note
says, names that are too long or are there already all fall away.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from facilitator.outside.telling import (
    LONGEST_TITLE,
    MASK,
    MOST_KEYWORDS,
    MOST_QUOTES,
    MOST_THEMES,
    MOST_WORDS,
    Told,
)  # fmt: skip

LONGEST_KEYWORD = 40
SHORTEST_QUOTE = 8  # characters


class Unusable(Exception):
    """The answer holds no name; its text says why, for the host."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name for a theme: of one there is, or (None) of a new one."""

    theme: str | None
    title: str
    keywords: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()  # ids of notes


def names_in(answer: str, told: Told) -> list[Name]:
    """The names in an answer; Unusable when there is none."""
    found = _first_object(answer)
    if found is None:
        raise Unusable("The model's answer could not be read. The themes stay as they are.")
    given = found.get("themes")
    names = list(_names(given if isinstance(given, list) else [], told))[:MOST_THEMES]
    if not names:
        raise Unusable("The model's answer held no name that could be used. The themes stay as they are.")
    return names


def _first_object(text: str) -> Mapping[str, Any] | None:
    reader, at = json.JSONDecoder(), text.find("{")
    while at >= 0:
        try:
            found, _ = reader.raw_decode(text, at)
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, dict) and "themes" in found:
            return found
        at = text.find("{", at + 1)
    return None


def _names(given: list[Any], told: Told) -> Iterator[Name]:
    taken = {_folded(theme.title) for theme in told.themes.values() if theme.touched and theme.title}
    used: set[str] = set()
    for each in given:
        title = _plain(each.get("title")) if isinstance(each, dict) else ""
        if not title or len(title) > LONGEST_TITLE or len(title.split()) > MOST_WORDS:
            continue
        letter = each.get("id")
        theme = told.themes.get(letter) if isinstance(letter, str) else None
        if _folded(title) in taken or MASK in title or (theme and theme.touched):
            continue
        taken.add(_folded(title))
        id = theme.id if theme and theme.id not in used else None
        used |= {id} if id else set()
        yield Name(id, title, _keywords(each.get("keywords")), _quotes(each.get("quotes"), told))


def _keywords(given: Any) -> tuple[str, ...]:
    words = (_plain(word) for word in (given if isinstance(given, list) else ()))
    fine = (word for word in words if word and len(word) <= LONGEST_KEYWORD and MASK not in word)
    return tuple(dict.fromkeys(fine))[:MOST_KEYWORDS]


def _quotes(given: Any, told: Told) -> tuple[str, ...]:
    """Ids of the notes that really say what is quoted."""
    found: dict[str, None] = {}
    for each in given if isinstance(given, list) else ():
        number = each.get("note_id") if isinstance(each, dict) else None
        note = told.notes.get(number) if isinstance(number, str) else None
        words = _squeezed(each.get("text")) if note else ""
        if note and len(words) >= SHORTEST_QUOTE and words in _squeezed(note[1]):
            found[note[0]] = None
    return tuple(found)[:MOST_QUOTES]


def _squeezed(text: Any) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split()) if isinstance(text, str) else ""


def _plain(text: Any) -> str:
    """One line without what cannot be seen, such as marks that turn the direction of writing."""
    seen = "".join(" " if unicodedata.category(c).startswith(("C", "Z")) else c for c in _squeezed(text))
    return " ".join(seen.split()).strip(" \"'“”«»")


def _folded(title: str) -> str:
    return " ".join(title.casefold().split())

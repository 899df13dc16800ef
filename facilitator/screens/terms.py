"""The word view: terms of approved notes, sized by how many notes say them.

It stands alone because it must read nothing but words that may be shown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from facilitator.domain.event import Event, Note
from facilitator.domain.grouping import Theme
from facilitator.domain.plenary import may_show
from facilitator.screens.memory import remembered
from facilitator.screens.small_words import PASSING, SMALL

MOST = 36  # terms on one wall
EACH = 2  # terms for each note, where there are few notes
ENOUGH = 8  # terms that several notes say, from which on those of one note alone are left out
LEAST = 3  # letters of a term
_LONG = 9  # letters from which a longer word tells no more
_WORD = re.compile(r"[^\W\d_][\w’'-]*[^\W_]")


@dataclass
class _Term:
    """What is known of one term: its spellings, its voices, and where it stands in its notes."""

    spelt: Counter[str] = field(default_factory=Counter)
    rooms: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    place: int = MOST  # among the telling words of the note in which it tells most
    telling: tuple[bool, bool, int] = (False, False, 0)  # no word of time or people, of a theme, its length

    @property
    def notes(self) -> int:
        return self.spelt.total()

    def heard(self, note: Note, word: str, place: int, telling: tuple[bool, bool, int]) -> None:
        self.spelt[word] += 1
        self.rooms.add(note.room)
        self.people |= {note.person, *note.supporters}
        self.place, self.telling = min(self.place, place), telling

    def rank(self) -> tuple[object, ...]:
        """By notes, then by rooms and people; then the most telling word of each note, the next of each, and so on.

        What says only when and who comes after all of them.
        """
        subject, *telling = self.telling
        spread = (-self.notes, -len(self.rooms), -len(self.people))
        return not subject, *spread, self.place, *(-one for one in telling)


def terms(event: Event) -> dict[str, int]:
    """Term → notes that say it, the commonest ones; only of notes that may be shown."""
    notes = (note for note in event.notes.values() if may_show(event, note))
    return _counted(event.themes, *sorted(notes, key=lambda note: note.order))


@remembered(8)
def _counted(themes: Mapping[str, Theme], *notes: Note) -> dict[str, int]:
    subjects = _subjects(themes.values())
    found: dict[str, _Term] = {}
    for note in notes:
        words = {key: (word, _telling(key, subjects)) for key, word in _read(note)}
        for place, key in enumerate(sorted(words, key=lambda key: words[key][1], reverse=True)):
            word, telling = words[key]
            found.setdefault(key, _Term()).heard(note, word, place, telling)
    ranked = sorted(found.values(), key=_Term.rank)[: min(MOST, max(2 * ENOUGH, EACH * len(notes)))]
    often = [term for term in ranked if term.notes > 1]
    ranked = often if len(often) >= ENOUGH else ranked
    return {term.spelt.most_common(1)[0][0]: term.notes for term in ranked}


def _subjects(themes: Iterable[Theme]) -> frozenset[str]:
    """Terms that themes are called by, or that set them apart: they only help to choose among equals."""
    texts = (text for theme in themes if not theme.hidden
             for text in (theme.title, *theme.keywords, *theme.phrases))  # fmt: skip
    return frozenset(key for text in texts for key, _ in _words(text))


def _telling(key: str, subjects: frozenset[str]) -> tuple[bool, bool, int]:
    return key in subjects or key not in PASSING, key in subjects, min(len(key), _LONG)


@remembered(8_192)
def _read(note: Note) -> tuple[tuple[str, str], ...]:
    return tuple(_words(note.text))


def _words(text: str) -> Iterable[tuple[str, str]]:
    """(plain form, spelling) of each word that carries meaning, once a note."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text):
        key = word.casefold().replace("’", "'")
        if len(word) >= LEAST and key not in SMALL:
            found.setdefault(_one(key), word.lower())
    return found.items()


def _one(key: str) -> str:
    """The plain form: a plural is the same term, “networks” and “network”, “days” and “day”, “studies” and “study”."""
    key = key.removesuffix("'s")
    if len(key) > 4 and key.endswith("ies"):
        return f"{key[:-3]}y"
    if len(key) > 5 and key.endswith(("sses", "ches", "shes", "xes")):
        return key[:-2]
    return key[:-1] if len(key) > 3 and key.endswith("s") and key[-2] not in "sui" else key

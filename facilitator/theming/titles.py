"""What a theme is called and who speaks for it, in the notes' own words.

A title is the most central short note, or a clause of one, in words that others of the group
use too: people recognise what somebody wrote sooner than a list of words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

import numpy as np

from facilitator.theming.encoder import Vectors, encode, even, unit
from facilitator.theming.phrases import CLAUSE, fit
from facilitator.theming.words import language_of, stems_of, words_of

FEWEST, MOST, LETTERS = 3, 10, 60  # words and letters of a title
CENTRAL = 8  # notes of a theme that are cut into clauses
WHOLE = 0.1  # what a whole note is worth more than a clause
ECHOED = 0.5  # weight of how much more of its words its own group uses
MARKS = "\"“”„«»'‘’"
CLOSE = 0.1  # how much worse the title there is may be before another replaces it
QUOTES = 5
ALIKE = 0.9  # cosine above which two quotes say the same


def quotes(rows: Vectors, fits: Vectors, texts: Sequence[str], rooms: Sequence[str]) -> list[int]:
    """The notes that speak best for their group, of different rooms first, none twice."""
    usable = [at for at, text in enumerate(texts) if 3 <= len(words_of(text)) <= 45]
    ranked = sorted(usable or range(len(texts)), key=lambda at: (-float(fits[at]), at))[:100]
    found: list[int] = []
    for fresh_rooms in (True, False):
        for at in ranked:
            if len(found) >= QUOTES:
                return found
            if at in found or (fresh_rooms and rooms[at] in {rooms[other] for other in found}):
                continue
            if not found or float((rows[found] @ rows[at]).max()) <= ALIKE:
                found.append(at)
    return found


class Echo:
    """How much rather the notes of one group use a text's words than all others do."""

    def __init__(self, texts: Sequence[str], having: Mapping[str, Sequence[int]], count: int) -> None:
        self._inside = Counter(stem for text in texts for stem in stems_of(text))
        self._having, self._own, self._others = having, len(texts), max(count - len(texts), 1)

    def of(self, text: str) -> float:
        """The mean over its words, for a text that itself is in the group."""
        shares = [self._share(stem) for stem in stems_of(text)]
        return sum(shares) / len(shares) if shares else 0.0

    def _share(self, stem: str) -> float:
        inside = self._inside[stem]
        outside = len(self._having.get(stem, ())) - inside
        return max(inside - 1, 0) / self._own - outside / self._others


def title(fits: Vectors, texts: Sequence[str], mean: Vectors, centres: Vectors, group: int,
          echo: Echo, now: str = "") -> tuple[str, int]:  # fmt: skip
    """(title, the note it is taken from) for a group; `now` stays while it is about as good."""
    ranked = sorted(range(len(texts)), key=lambda at: (-float(fits[at]), at))
    short = [(texts[at], at, float(fits[at]) + WHOLE) for at in ranked if _short(texts[at])]
    cut = [(clause, at) for at in ranked[:CENTRAL] for clause in clauses(texts[at])]
    if cut:
        worth = fit(even(encode([clause for clause, _ in cut]) - mean), centres, group)
        short += [(*each, float(w)) for w, each in zip(worth, cut, strict=True)]
    found = [(w + ECHOED * echo.of(text), tidy(text), at) for text, at, w in short]
    if not found:
        return shortened(texts[ranked[0]]), ranked[0]
    best = max(found, key=lambda each: (each[0], -each[2]))
    kept = [each for each in found if each[1] == now and each[0] > best[0] - CLOSE]
    return (kept or [best])[0][1:]


@lru_cache(maxsize=50_000)
def _short(text: str) -> bool:
    return FEWEST <= len(words_of(text)) <= MOST and len(tidy(text)) <= LETTERS


@lru_cache(maxsize=20_000)
def clauses(text: str) -> tuple[str, ...]:
    """The parts of a text between stops that could stand as a title."""
    parts = [part for part in CLAUSE.split(text) if part and part != text]
    return tuple(part for part in parts if _short(part))


def tidy(text: str) -> str:
    """One line, without a stop at its end, or quotation marks around all of it."""
    line = " ".join(text.split()).strip(" .,;:-–—")
    whole = len(line) > 1 and line[0] in MARKS and line[-1] in MARKS
    return line.strip(MARKS + " .,;:") if whole else line


def shortened(text: str) -> str:
    """The first words of a long note."""
    line = tidy(text)
    cut = " ".join(line.split()[:MOST])[: LETTERS - 2]
    return line if cut == line else tidy(cut) + " …"


def display_language(texts: Collection[str]) -> str:
    """The language most notes are in."""
    counts = Counter(language_of(text) for text in texts if language_of(text) != "xx")
    return counts.most_common(1)[0][0] if counts else "xx"


def spoken(texts: Sequence[str], language: str) -> list[int]:
    """The texts in the display language if a tenth of them are, else all."""
    ours = [at for at, text in enumerate(texts) if language_of(text) in (language, "xx")]
    sure = sum(language_of(texts[at]) == language for at in ours)
    return ours if sure and sure * 10 >= len(texts) else list(range(len(texts)))


def centre_of(rows: Vectors, groups: Sequence[Sequence[int]]) -> Vectors:
    """One row of length 1 a group of row numbers."""
    return unit(np.stack([rows[list(group)].mean(axis=0) for group in groups]))

"""What a theme is called and who speaks for it, in the notes' own words.

A title is the most central short note, or a clause of one: people recognise what somebody
wrote sooner than a list of words. Phrases that set the theme apart stand below it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import lru_cache

import numpy as np

from facilitator.theming.encoder import Vectors, encode, even, unit
from facilitator.theming.words import EVERY_STOP, language_of, stem, words_of

CONTRAST = 0.4  # weight of the nearest other theme against the own one
FEWEST, MOST, LETTERS = 3, 8, 60  # words and letters of a title
CENTRAL = 8  # notes of a theme that are cut into clauses
WHOLE = 0.1  # what a whole note is worth more than a clause
CLOSE = 0.1  # how much worse the title there is may be before another replaces it
QUOTES = 5
ALIKE = 0.9  # cosine above which two quotes say the same
CANDIDATES = 24
OFTEN = 0.15  # share of all notes from which a word tells nothing
_CLAUSE = re.compile(r"\s*(?:[.!?;:¿¡…|]+|\s[-–—]+\s|[()\[\]]|,\s)\s*")


def fit(rows: Vectors, centres: Vectors, group: int) -> Vectors:
    """How well each row speaks for a group and for no other."""
    scores = rows @ centres.T
    if len(centres) == 1:
        return np.asarray(scores[:, 0])
    others = np.delete(scores, group, axis=1).max(axis=1)
    return np.asarray(scores[:, group] - CONTRAST * others)


def quotes(rows: Vectors, fits: Vectors, texts: Sequence[str], rooms: Sequence[str]) -> list[int]:
    """The notes that speak best for their group, of different rooms first, none twice."""
    usable = [at for at, text in enumerate(texts) if 3 <= len(words_of(text)) <= 45]
    ranked = sorted(usable or range(len(texts)), key=lambda at: (-float(fits[at]), at))[:100]
    found: list[int] = []
    for fresh_rooms in (True, False):
        for at in ranked:
            heard = rooms[at] in {rooms[other] for other in found}
            if at in found or len(found) >= QUOTES or (fresh_rooms and heard):
                continue
            if not found or float((rows[found] @ rows[at]).max()) <= ALIKE:
                found.append(at)
    return found


def title(fits: Vectors, texts: Sequence[str], mean: Vectors, centres: Vectors, group: int,
          now: str = "") -> tuple[str, int]:  # fmt: skip
    """(title, the note it is taken from) for a group; `now` stays while it is about as good."""
    ranked = sorted(range(len(texts)), key=lambda at: (-float(fits[at]), at))
    found = [(float(fits[at]) + WHOLE, tidy(texts[at]), at) for at in ranked if _short(texts[at])]
    cut = [(clause, at) for at in ranked[:CENTRAL] for clause in clauses(texts[at])]
    if cut:
        worth = fit(even(encode([clause for clause, _ in cut]) - mean), centres, group)
        found += [(float(w), tidy(clause), at) for w, (clause, at) in zip(worth, cut, strict=True)]
    if not found:
        return shortened(texts[ranked[0]]), ranked[0]
    best = max(found, key=lambda each: (each[0], -each[2]))
    kept = [each for each in found if each[1] == now and each[0] > best[0] - CLOSE]
    return (kept or [best])[0][1:]


def _short(text: str) -> bool:
    return FEWEST <= len(words_of(text)) <= MOST and len(tidy(text)) <= LETTERS


@lru_cache(maxsize=20_000)
def clauses(text: str) -> tuple[str, ...]:
    """The parts of a text between stops that could stand as a title."""
    parts = [part for part in _CLAUSE.split(text) if part and part != text]
    return tuple(part for part in parts if _short(part))


def tidy(text: str) -> str:
    """One line, without a stop at its end."""
    return " ".join(text.split()).strip(" .,;:-–—\"“”'")


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


def phrases(centres: Vectors, groups: Sequence[Sequence[str]], mean: Vectors) -> list[list[str]]:
    """Up to two phrases a group that set it apart; no stem leads two groups."""
    everywhere = _shares(groups)
    taken: set[str] = set()
    return [_phrases(centres, number, texts, everywhere, mean, taken)
            for number, texts in enumerate(groups)]  # fmt: skip


def _phrases(centres: Vectors, group: int, texts: Sequence[str], everywhere: dict[str, float],
             mean: Vectors, taken: set[str]) -> list[str]:  # fmt: skip
    candidates = _candidates(texts, everywhere)
    if not candidates:
        return []
    scores = fit(even(encode(candidates) - mean), centres, group)
    found: list[str] = []
    for at in np.argsort(-scores, kind="stable"):
        stems = {stem(word) for word in words_of(candidates[at]) if word not in EVERY_STOP}
        if not stems & taken and len(found) < 2:
            found.append(candidates[at])
            taken |= stems
    return found


def _shares(groups: Sequence[Sequence[str]]) -> dict[str, float]:
    counts = Counter(word for texts in groups for text in texts for word in set(words_of(text)))
    total = max(sum(map(len, groups)), 1)
    return {word: count / total for word, count in counts.items()}


def _candidates(texts: Sequence[str], everywhere: dict[str, float]) -> list[str]:
    """Runs of one to four words without small words at their ends, most telling first."""
    counts = Counter(run for text in texts for run in _runs(text))

    def weight(run: str) -> float:
        words = run.split()
        if max(everywhere[words[0]], everywhere[words[-1]]) > OFTEN:
            return -1.0
        rare = sum(-np.log(everywhere[word]) for word in words if word not in EVERY_STOP)
        return float(counts[run] * rare)

    weights = {run: weight(run) for run in counts}
    ranked = sorted((run for run in counts if weights[run] > 0), key=lambda r: (-weights[r], r))
    return ranked[:CANDIDATES]


@lru_cache(maxsize=20_000)
def _runs(text: str) -> frozenset[str]:
    found = set()
    for clause in _CLAUSE.split(text):
        words = words_of(clause)
        says = [word not in EVERY_STOP and len(word) > 2 for word in words]
        found |= {" ".join(words[at : at + n]) for n in (1, 2, 3, 4)
                  for at in range(len(words) - n + 1) if says[at] and says[at + n - 1]}  # fmt: skip
    return frozenset(found)


def centre_of(rows: Vectors, groups: Sequence[Sequence[int]]) -> Vectors:
    """One row of length 1 a group of row numbers."""
    return unit(np.stack([rows[list(group)].mean(axis=0) for group in groups]))

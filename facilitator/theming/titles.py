"""What a theme is called and who speaks for it, in the notes' own words.

The title is the most central short note; phrases that set the theme apart stand below it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from facilitator.theming.encoder import Vectors, encode, unit
from facilitator.theming.words import EVERY_STOP, stem, words_of

CONTRAST = 0.4  # weight of the nearest other theme against the own one
SHORT, LONG = 3, 10  # words of a note that can be a title
QUOTES = 5
ALIKE = 0.9  # cosine above which two quotes say the same
CANDIDATES = 24


def centres_of(rows: Vectors, groups: Sequence[Sequence[int]]) -> Vectors:
    """One row a group: its mean, of length 1."""
    return unit(np.stack([rows[list(group)].mean(axis=0) for group in groups]))


def fit(rows: Vectors, centres: Vectors, group: int) -> np.ndarray:
    """How well each row speaks for a group and for no other."""
    scores = rows @ centres.T
    others = np.delete(scores, group, axis=1)
    return scores[:, group] - CONTRAST * (others.max(axis=1) if others.shape[1] else 0)


def quotes(rows: Vectors, centres: Vectors, group: int, members: Sequence[int],
           texts: Sequence[str], rooms: Sequence[str]) -> list[int]:  # fmt: skip
    """The members that speak best for their group, of different rooms first, none twice."""
    scores = fit(rows, centres, group)
    usable = [m for m in members if 3 <= len(words_of(texts[m])) <= 45] or list(members)
    ranked = sorted(usable, key=lambda m: (-float(scores[m]), m))
    found: list[int] = []
    for fresh_rooms in (True, False):
        for member in ranked:
            if len(found) >= QUOTES or member in found:
                continue
            alike = any(float(rows[member] @ rows[other]) > ALIKE for other in found)
            heard = rooms[member] in {rooms[other] for other in found}
            if not alike and not (fresh_rooms and heard):
                found.append(member)
    return found


def title_note(rows: Vectors, centres: Vectors, group: int, members: Sequence[int],
               texts: Sequence[str]) -> int:  # fmt: skip
    """The most central short note of a group."""
    scores = fit(rows, centres, group)
    short = [m for m in members if SHORT <= len(words_of(texts[m])) <= LONG]
    return max(short or members, key=lambda m: (float(scores[m]), -m))


def phrases(centres: Vectors, groups: Sequence[Sequence[int]], texts: Sequence[str],
            mean: Vectors) -> list[list[str]]:  # fmt: skip
    """Up to two phrases a group that set it apart; no stem leads two groups."""
    everywhere = _shares(texts)
    taken: set[str] = set()
    result = []
    for number, group in enumerate(groups):
        candidates = _candidates([texts[m] for m in group], everywhere)
        found: list[str] = []
        if candidates:
            scores = fit(unit(encode(candidates) - mean), centres, number)
            for at in np.argsort(-scores):
                stems = {stem(word) for word in words_of(candidates[at])} - EVERY_STOP
                if not stems & taken and len(found) < 2:
                    found.append(candidates[at])
                    taken |= stems
        result.append(found)
    return result


def _shares(texts: Sequence[str]) -> dict[str, float]:
    counts = Counter(word for text in texts for word in set(words_of(text)))
    return {word: count / max(len(texts), 1) for word, count in counts.items()}


def _candidates(texts: Sequence[str], everywhere: dict[str, float]) -> list[str]:
    """Runs of one to four words without small words at their ends, most telling first."""
    counts: Counter[str] = Counter()
    for text in texts:
        words = words_of(text)
        runs = {" ".join(words[at : at + n]) for n in (1, 2, 3, 4) for at in range(len(words) - n + 1)
                if _says(words[at], everywhere) and _says(words[at + n - 1], everywhere)}  # fmt: skip
        counts.update(runs)

    def weight(run: str) -> float:
        rare = sum(-np.log(everywhere[word] + 1e-6) for word in run.split() if word not in EVERY_STOP)
        return float(counts[run] * rare)

    ranked = sorted(counts, key=lambda run: (-weight(run), run))
    return ranked[:CANDIDATES]


def _says(word: str, everywhere: dict[str, float]) -> bool:
    return word not in EVERY_STOP and len(word) > 2 and everywhere.get(word, 0) <= 0.15

"""Runs of words that set a theme apart: shown below its title, and offered as keywords.

Which runs there are and how rare they are depends on the notes alone; it is worked out once
for a sheet, so that asking again after a host's action costs little.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from scipy import sparse

from facilitator.theming.encoder import Vectors, encode, even
from facilitator.theming.words import EVERY_STOP, VAGUE, stem, words_of

CONTRAST = 0.4  # weight of the nearest other theme against the own one
CANDIDATES = 24
SMALL = EVERY_STOP | VAGUE
SAID_BY = 2  # notes that a run must be in: what one person alone wrote is a quote, not a phrase
OFTEN = 0.15  # share of all notes from which a word tells nothing
CLAUSE = re.compile(r"\s*(?:[.!?;:¿¡…|]+|\s[-–—]+\s|[()\[\]]|,\s)\s*")


def fit(rows: Vectors, centres: Vectors, group: int) -> Vectors:
    """How well each row speaks for a group and for no other."""
    scores = rows @ centres.T
    if len(centres) == 1:
        return np.asarray(scores[:, 0])
    others = np.delete(scores, group, axis=1).max(axis=1)
    return np.asarray(scores[:, group] - CONTRAST * others)


class Runs:
    """The runs of one to three words in some texts, and how much each would tell.

    Forms of the same words ("grant", "grants") are one run, shown as most texts have it.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        everywhere = Counter(part for text in texts for part in {stem(word) for word in words_of(text)})
        number: dict[str, int] = {}
        rows, columns, forms = [], [], defaultdict[int, Counter[str]](Counter)
        for row, text in enumerate(texts):
            for run in runs(text):
                rows.append(row)
                columns.append(number.setdefault(_root(run), len(number)))
                forms[columns[-1]][run] += 1
        self.runs = [_usual(forms[at]) for at in range(len(number))]
        self._weights = np.array([_rarity(run, everywhere, len(texts)) for run in self.runs])
        having = sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(texts), len(number)))
        having.sum_duplicates()  # a text with two forms of a run has it once
        self._of_text = np.split(having.indices, having.indptr[1:-1])

    def telling(self, group: Sequence[int]) -> list[str]:
        """The runs of some texts that are frequent there and rare elsewhere, most telling first."""
        if not group:
            return []
        counts = np.bincount(np.concatenate([self._of_text[row] for row in group]), minlength=len(self.runs))
        worth = np.where(counts >= SAID_BY, counts, 0) * self._weights
        few = np.flatnonzero(worth > 0)
        if len(few) > CANDIDATES:  # those of equal worth at the end stay, for one order
            least = np.partition(worth[few], -CANDIDATES)[-CANDIDATES]
            few = few[worth[few] >= least]
        ranked = sorted(few.tolist(), key=lambda at: (-worth[at], self.runs[at]))
        return [self.runs[at] for at in ranked[:CANDIDATES]]


def _usual(forms: Counter[str]) -> str:
    return min(forms, key=lambda run: (-forms[run], len(run), run))


def _root(run: str) -> str:
    return " ".join(stem(word) for word in run.split())


def _rarity(run: str, everywhere: Counter[str], count: int) -> float:
    words = run.split()
    if max(everywhere[stem(words[0])], everywhere[stem(words[-1])]) > OFTEN * count:
        return -1.0
    telling = [word for word in words if word not in SMALL]
    return float(sum(-np.log(everywhere[stem(word)] / count) for word in telling))


@lru_cache(maxsize=20_000)
def runs(text: str) -> tuple[str, ...]:
    """Runs of one to three words of a clause, without small words at their ends."""
    found = set()
    for clause in CLAUSE.split(text):
        words = words_of(clause)
        says = [word not in SMALL and len(word) > 2 for word in words]
        found |= {" ".join(words[at : at + n]) for n in (1, 2, 3)
                  for at in range(len(words) - n + 1) if says[at] and says[at + n - 1]}  # fmt: skip
    return tuple(sorted(found))


def phrases(
    known: Runs, centres: Vectors, groups: Sequence[Sequence[int]], mean: Vectors, most: int = 2
) -> list[list[str]]:
    """Up to `most` phrases that set each group apart, out of its rows here; no stem is in two of them."""
    candidates = [known.telling(group) for group in groups]
    vectors = even(encode([run for some in candidates for run in some]) - mean)
    taken: set[str] = set()
    found, at = [], 0
    for number, some in enumerate(candidates):
        worth = fit(vectors[at : at + len(some)], centres, number)
        found.append(_chosen([some[best] for best in np.argsort(-worth, kind="stable")], taken, most))
        at += len(some)
    return found


def _chosen(ranked: Sequence[str], taken: set[str], most: int) -> list[str]:
    found: list[str] = []
    for run in ranked:
        stems = {stem(word) for word in words_of(run) if word not in EVERY_STOP}
        if not stems & taken and len(found) < most:
            found.append(run)
            taken |= stems
    return found

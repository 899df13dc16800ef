"""Notes that seem to say the opposite of each other: where rooms may disagree.

Two notes of different rooms that speak of the same thing in nearly the same words, one of
them denying it or asking for less where the other asks for more. Letters alone cannot know
it; a host sees both notes and says yes or no.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from facilitator.theming.sheet import Sheet
from facilitator.theming.words import stems_of, words_of

NEAR = 0.42  # cosine from which two notes of a theme speak of the same thing
SHARED = 2  # stems of meaning that they must have in common

CENTRAL = 40  # notes of a theme that are compared
_WORDS = """
no not never nobody nothing without cannot don't doesn't didn't isn't aren't won't can't shouldn't stop avoid
nunca nadie nada sin ningún ninguna jamais personne rien sans aucun aucune pas ne nem ninguém sem nenhum nenhuma
não nicht kein keine keinen nie niemand nichts ohne non mai nessuno senza hapana bila
less fewer shorter smaller worse slower menos peor moins pire pior weniger schlechter meno
"""
_AGAINST = frozenset(re.split(r"\s+", _WORDS.strip()))


@lru_cache(maxsize=50_000)
def leaning(text: str) -> int:
    """+1, or -1 for a note that denies something or wants less of it."""
    against = sum(word in _AGAINST for word in words_of(text.replace("’", "'")))
    return -1 if against % 2 else 1


def opposed(sheet: Sheet, members: Sequence[int]) -> tuple[int, ...]:
    """The two rows that oppose each other most clearly; nothing when none do."""
    rows = sheet.rows[list(members)]
    central = np.argsort(-(rows @ rows.sum(axis=0)), kind="stable")[:CENTRAL]
    some = [members[at] for at in central.tolist()]
    leans = np.array([leaning(sheet.texts[row]) for row in some])
    near = rows[central] @ rows[central].T
    pairs = np.argwhere(np.triu((near >= NEAR) & (leans[:, None] != leans), 1)).tolist()
    worth = {
        (some[one], some[other]): shared + float(near[one, other]) for one, other in pairs
        if sheet.rooms[some[one]] != sheet.rooms[some[other]]
        and (shared := _shared(sheet.texts[some[one]], sheet.texts[some[other]])) >= SHARED
    }  # fmt: skip
    return max(worth, key=lambda pair: worth[pair], default=())


def _shared(one: str, other: str) -> int:
    return len((stems_of(one) & stems_of(other)) - _AGAINST)

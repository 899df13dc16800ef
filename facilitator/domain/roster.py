"""The roster: whom the organisers expect, and what they know of them beyond their own words.

A person says their own name and organisation when they join; a roster's line adds what a
phone would not ask: topics, languages, who may lead a room. Who joins under a line's name
claims it. A line without a person is somebody still expected.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2s
from typing import Literal, get_args

from facilitator.domain.shelf import Shelf

Capability = Literal["facilitator", "scribe", "interpreter"]
CAPABILITIES: tuple[Capability, ...] = get_args(Capability)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One expected person; `together` and `apart` name others as the roster names them."""

    id: str
    name: str
    organisation: str = ""
    role: str = ""
    languages: tuple[str, ...] = ()
    mode: Literal["onsite", "online", ""] = ""
    topics: tuple[str, ...] = ()  # favourite first
    group: str = ""  # people of one group share a room where a slot asks for fixed groups
    together: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    capabilities: tuple[Capability, ...] = ()
    interprets: str = ""  # for whom: a name as the roster has it, or a person's id
    person: str | None = None  # who claimed it


@lru_cache(16_384)
def plain(words: str) -> str:
    """A name or an organisation as it is compared: no case, one space between words."""
    return " ".join(words.casefold().split())


def mark(name: str, organisation: str) -> str:
    """A person's mark from one event of a series to the next; no name can be read from it."""
    text = f"{plain(name)}\n{plain(organisation)}"
    return blake2s(text.encode(), digest_size=8).hexdigest()


def clearly(lines: Iterable[Line], organisation: str) -> Line | None:
    """The one free line, of those under a person's name, that must be theirs."""
    free = [line for line in lines if line.person is None]
    same = [line for line in free if plain(line.organisation) == plain(organisation)]
    vague = [line for line in free if not (line.organisation and organisation)]
    found = same or vague
    return found[0] if len(found) == 1 else None


def under(roster: Shelf[Line], name: str) -> list[Line]:
    """The lines with exactly this name."""
    asked = plain(name)
    return [line for line in roster.values() if plain(line.name) == asked]


def by_person(roster: Shelf[Line]) -> dict[str, Line]:
    """Person → the line they claimed."""
    return {line.person: line for line in roster.values() if line.person is not None}


@lru_cache(8_192)
def _words(name: str) -> tuple[str, ...]:
    """The words of a name without case, accents and dots."""
    flat = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(c if c.isalnum() else " " for c in flat if not unicodedata.combining(c))
    return tuple(bare.split())


def _alike(one: str, other: str) -> bool:
    """The same word, its initial, or a word with one letter more, less or different."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return long.startswith(short)
    if len(short) < 3 or len(long) - len(short) > 1:
        return False
    at = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]


def resembles(one: str, other: str) -> bool:
    """Whether two names may well be one person's: every word of the shorter is in the longer."""
    short, long = sorted((_words(one), _words(other)), key=len)
    if not set(short) & set(long):
        return False
    left = list(long)
    for word in sorted(short, key=len, reverse=True):
        found = next((each for each in left if _alike(word, each)), None)
        if found is None:
            return False
        left.remove(found)
    return True


MOST_LINES = 5_000
MOST_CANDIDATES = 3
"""Lines one person is asked about; a name that fits more of them is too vague to be told any."""


def candidates(roster: Shelf[Line], name: str) -> list[Line]:
    """Free lines that may well be this person's, to be asked "is this you?"."""
    found = [line for line in _free(roster) if resembles(line.name, name)]
    return found if len(found) <= MOST_CANDIDATES else []


def _free(roster: Shelf[Line]) -> Iterator[Line]:
    return (line for line in roster.values() if line.person is None)


def hint(name: str) -> str:
    """A name as somebody may see it who has not shown that it is theirs: Amina W."""
    first, *rest = name.split()
    return " ".join((first, *(f"{word[0]}." for word in rest)))

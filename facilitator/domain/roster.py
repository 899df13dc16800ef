"""The roster: whom the organisers expect, and what they know of them beyond their own words.

A person says their own name and organisation when they join; a roster's line adds what a
phone would not ask: topics, languages, who may lead a room. Who joins under a line's name
claims it. A line without a person is somebody still expected.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
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
    mode: str = ""  # onsite, online or unknown
    topics: tuple[str, ...] = ()  # favourite first
    group: str = ""  # people of one group share a room where a slot asks for fixed groups
    together: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    capabilities: tuple[Capability, ...] = ()
    person: str | None = None  # who claimed it


def plain(words: str) -> str:
    """A name or an organisation as it is compared: no case, one space between words."""
    return " ".join(words.casefold().split())


def mark(name: str, organisation: str) -> str:
    """A person's mark from one event of a series to the next; no name can be read from it."""
    text = f"{plain(name)}\n{plain(organisation)}"
    return blake2s(text.encode(), digest_size=8).hexdigest()


def claimed(roster: Shelf[Line], person: str, name: str, organisation: str) -> Shelf[Line]:
    """The roster after somebody joined: their line is theirs, if exactly one free line fits."""
    free = [line for line in roster.values()
            if line.person is None and plain(line.name) == plain(name)]  # fmt: skip
    same = [line for line in free if plain(line.organisation) == plain(organisation)]
    vague = [line for line in free if not (line.organisation and organisation)]
    found = same or vague
    if len(found) != 1:
        return roster
    return roster.put(found[0].id, replace(found[0], person=person))


def by_person(roster: Shelf[Line]) -> dict[str, Line]:
    """Person → the line they claimed."""
    return {line.person: line for line in roster.values() if line.person is not None}

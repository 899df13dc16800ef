"""A World Café's hosts: who stays at a table from one round to the next, while the others travel."""

from __future__ import annotations

from facilitator.domain.event import Round
from facilitator.domain.shelf import Shelf


def tables_stay(before: Round, made: Round) -> bool:
    """Whether these are the tables of the round before: only then a number says who stayed."""
    return len(before.rooms) == len(made.rooms) > 1


def hosts(before: Shelf[str], seats: Shelf[str]) -> frozenset[str]:
    """One at each table of those who sat there before: where few tables are left to go to, a traveller
    may stay as well, and two hosts would each wait for the other."""
    stayed = sorted((room, id) for id, room in seats.items()
                    if id in before and _number(before[id]) == _number(room))  # fmt: skip
    return frozenset(dict(reversed(stayed)).values())


def _number(room_id: str) -> str:
    return room_id.rpartition(".")[2]

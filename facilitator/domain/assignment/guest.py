"""What the draw may know of a person, and what it is asked for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guest:
    """A person as the draw sees them; `org` None belongs to no organisation."""

    id: str
    org: str | None = None
    mode: str = ""
    langs: tuple[str, ...] = ()
    facilitator: bool = False
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a draw should honour beyond equal sizes: person id → room index, and pairs of ids."""

    pins: tuple[tuple[str, int], ...] = ()
    together: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()

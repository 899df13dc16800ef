"""What is wished of the rooms before anybody is drawn: by slot, between people, from the past.

Plain values that survive every draw. They stand beside the rounds, not inside them, because
a wish is there before its round and still holds when the round is drawn again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal, get_args

Format = Literal["new", "topics", "same", "merge", "cafe", "fixed", "fishbowl"]
FORMATS: tuple[Format, ...] = get_args(Format)
"""New people each time, by the topics people choose, the same groups again, two groups into one, hosts stay and others
travel, the groups of the roster, a small circle in the middle and everybody else around it."""
Bond = Literal["together", "apart"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomPlan:
    """How the rooms of one slot are made; None leaves it to the slot's room size."""

    format: Format = "new"
    rooms: int | None = None
    facilitator: bool = True  # one in each room while there are enough
    language: bool = False  # each room has a language everyone speaks
    mixed: bool = False  # people on site and online may share a room
    topics: tuple[str, ...] = ()  # by room, from the first on again when rooms are more
    ask: bool = False  # phones ask people which of the topics they want
    scan: bool = True  # whoever scans the code on a table sits there
    pins: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))  # person → number
    places: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    """A room's number → its name, link and table as given by hand: kept where a draw has fewer rooms."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two people who are to share a room, or are not to."""

    bond: Bond
    one: str
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """All that is wished in an event; `past` are rooms of earlier events, by people's marks."""

    plans: Mapping[str, RoomPlan] = field(default_factory=lambda: MappingProxyType({}))
    ties: tuple[Tie, ...] = ()
    past: tuple[tuple[str, ...], ...] = ()

    def plan(self, slot_id: str) -> RoomPlan:
        """The slot's plan, the usual one when nothing was said."""
        return self.plans.get(slot_id, RoomPlan())

    def with_plan(self, slot_id: str, plan: RoomPlan) -> Wishes:
        return replace(self, plans={**self.plans, slot_id: plan})


def tied(ties: tuple[Tie, ...], one: str, other: str, bond: Bond | None) -> tuple[Tie, ...]:
    """The ties with these two bound that way, or in no way at all."""
    pair = (min(one, other), max(one, other))
    kept = [tie for tie in ties if (tie.one, tie.other) != pair]
    return tuple(kept) if bond is None else (*kept, Tie(bond, *pair))

"""A fishbowl: a few talk in the middle, one chair there stays free, everybody else listens around them.

Its two circles are one hall. So sizes, colleagues and languages part nobody, nobody has to be moved,
whoever comes late listens first, and whoever wants to speak takes a free chair: by scanning its code.
"""

from __future__ import annotations

from facilitator.domain.event import Round
from facilitator.domain.wishes import RoomPlan

CIRCLES = ("Inner circle", "Outer circle")
INNER, OUTER = 1, 2  # their numbers
CHAIRS = 6  # in the middle; one is left free for whoever wants to speak


def is_fishbowl(plan: RoomPlan, made: Round) -> bool:
    """Whether these rooms are the two circles."""
    return plan.format == "fishbowl" and len(made.rooms) == len(CIRCLES)


def place_of(plan: RoomPlan, person: str) -> int:
    """The circle (0 or 1) of somebody who comes late: the outer one, unless a hand has fixed another."""
    return min(plan.pins.get(person, OUTER), OUTER) - 1


def against(plan: RoomPlan, person: str, circle: int, inside: int) -> str | None:
    """What keeps that person from a circle in which so many sit: a key of `scanning.WHY`."""
    if plan.pins.get(person, circle) != circle:
        return "circle"
    return "chairs" if circle == INNER and inside >= CHAIRS else None

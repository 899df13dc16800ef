"""What people are to each other in a room, by its way: a table's host, an interpreter and for whom, a circle.

For those inside alone, and apart from how they sit, because it comes from the roster and the way of the round.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from facilitator.domain import cafe, fishbowl
from facilitator.domain.drawing import earlier_round
from facilitator.domain.event import Event, Room, Round
from facilitator.domain.roster import Line, plain
from facilitator.screens.acquainted import lines as lines_of
from facilitator.screens.memory import remembered

Ways = tuple[object, ...]


def ways(event: Event, made: Round) -> Ways:
    """All that decides about these for a whole round; equal ones show the same."""
    plan, before = event.wishes.plan(made.slot), _before(event, made)
    return plan.format, plan.scan, before.seats if before else None, len(before.rooms) if before else 0


def _before(event: Event, made: Round) -> Round | None:
    return earlier_round(event, made.slot) if event.wishes.plan(made.slot).format == "cafe" else None


def circle(event: Event, made: Round, room: Room) -> dict[str, Any]:
    """{circle?, scan?, topic?}: the circle of a fishbowl; a topic only where the room's name does not say it."""
    plan = event.wishes.plan(made.slot)
    if fishbowl.is_fishbowl(plan, made):
        return {"circle": "inner" if room.number == fishbowl.INNER else "outer", "scan": plan.scan}
    return {"topic": room.topic} if room.topic and room.topic != room.name else {}


def parts(event: Event, made: Round, people: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Person → {host?, interprets?} for those of a room for whom there is something to say."""
    found: dict[str, dict[str, Any]] = {}
    stays, lines = _hosts(_before(event, made), made), lines_of(event.roster)
    for id in people:
        if id in stays:
            found.setdefault(id, {})["host"] = True
        if whom := _interpreted(event, lines, id, people):
            found.setdefault(id, {})["interprets"] = whom
    return found


def _hosts(before: Round | None, made: Round) -> frozenset[str]:
    return _staying(before.seats, made.seats) if before and cafe.tables_stay(before, made) else frozenset()


_staying = remembered(64)(cafe.hosts)


def _interpreted(event: Event, lines: dict[str, Line], id: str, people: Sequence[str]) -> str | None:
    """For whom of a room somebody interprets: by id, or by a name that only one of them has."""
    wanted = lines[id].interprets if id in lines else ""
    if not wanted or wanted in people:
        return wanted or None
    named = [one for one in people if plain(_called(event, lines, one)) == plain(wanted)]
    return named[0] if len(named) == 1 and named != [id] else None


def _called(event: Event, lines: dict[str, Line], id: str) -> str:
    return lines[id].name if id in lines else event.people[id].name

"""How people sit in rooms: what roommates may see of it, and what the crew sees.

It stands alone because three screens show the same facts, and none may show more than its own.
"""

from __future__ import annotations

from typing import Any

from facilitator.domain.event import Event, Person, Room, Round
from facilitator.domain.inside import Help, Repair, Sitting
from facilitator.domain.room_clock import ends_of
from facilitator.domain.roster import Line
from facilitator.domain.rounds import is_open
from facilitator.domain.shelf import Shelf
from facilitator.screens.memory import followed, remembered

NEW = Sitting()


@remembered(64)
def leaders(roster: Shelf[Line]) -> frozenset[str]:
    """People who may lead a room."""
    return frozenset(line.person for line in roster.values()
                     if line.person and "facilitator" in line.capabilities)  # fmt: skip


def of(made: Round, person: str) -> Sitting:
    return made.sittings.get(person, NEW)


def mate(person: Person, sitting: Sitting, leads: bool, part: dict[str, Any] | None = None) -> dict[str, Any]:
    """Somebody as those in their room see them: {name, organisation, mode, present, here, manner, duty?, leads?, …part}"""
    made = _mate(person, sitting, _YES if leads else _NO)
    return {**made, **part} if part else made


_YES, _NO = (True,), (False,)  # objects to be remembered by


@remembered(8_192)
def _mate(person: Person, sitting: Sitting, leads: tuple[bool]) -> dict[str, Any]:
    made = {"name": person.name, "organisation": person.organisation, "mode": person.mode,
            "present": person.present, "here": sitting.arrived_at is not None, "manner": sitting.manner}  # fmt: skip
    facts = {"duty": sitting.duty, "leads": leads[0]}
    return {**made, **{name: value for name, value in facts.items() if value}}


def own(sitting: Sitting) -> dict[str, Any]:
    """How one sits oneself: {manner, arrived_at?, duty?, moved_from?, why?}"""
    facts = {name: getattr(sitting, name) for name in ("arrived_at", "duty", "moved_from", "why")}
    return {"manner": sitting.manner, **{name: value for name, value in facts.items() if value is not None}}


@followed(64)
def sittings(id: str, sitting: Sitting) -> dict[str, Any]:
    """How somebody sits, for the crew."""
    made = own(sitting)
    return made if sitting.away_at is None else {**made, "away_at": sitting.away_at}


def clock(event: Event, made: Round, room: Room) -> dict[str, Any]:
    """{state, closing, ends?}: `ends` of the room's steps, its own end with the last."""
    shown: dict[str, Any] = {"state": made.state, "closing": made.closing or event.open_round is not made}
    if made.state == "open" and not is_open(event, made, room):
        shown["state"] = "closed"
    return {**shown, "ends": list(ends_of(made, room))} if made.ends else shown


@remembered(1_024)
def help(asked: Help) -> dict[str, Any]:
    """{at, here, owner?}"""
    made = {"at": asked.at, "here": asked.here}
    return {**made, "owner": asked.owner} if asked.owner else made


@remembered(64)
def repair(found: Repair) -> dict[str, Any]:
    """{number, moves: {person: {room, why, order}}}"""
    return {"number": found.number, "moves": {
        move.person: {"room": move.room, "why": move.why, "order": order}
        for order, move in enumerate(found.moves)}}  # fmt: skip

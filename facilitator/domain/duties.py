"""Who reports, writes for the table and keeps time in a room: drawn from the round's seed.

Whoever had the fewest duties in earlier rounds comes first, and the seed decides among those,
so it is fair and can be repeated. A duty stays with its person until they leave.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from hashlib import blake2s

from facilitator.domain.drawing import members
from facilitator.domain.event import Event, Round
from facilitator.domain.inside import DUTIES, Duty, Sitting
from facilitator.domain.roster import by_person
from facilitator.domain.shelf import Shelf

IN_TURN = sorted(DUTIES, key=lambda duty: duty != "scribe")
"""The scribe first, so that whom the roster names for it is not drawn for something else."""
AT_LEAST = 2  # people in a room before anybody gets a duty


def leaders(event: Event) -> frozenset[str]:
    """People who may lead a room, as the roster says."""
    lines = by_person(event.roster)
    return frozenset(id for id, line in lines.items() if "facilitator" in line.capabilities)


def taking_part(event: Event, made: Round, people: Iterable[str]) -> list[str]:
    """Those of them who are with us and take part."""
    here = (id for id in people if id in event.people and event.people[id].present)
    return [id for id in here if made.sittings.get(id, Sitting()).manner == "in"]


def given(event: Event, made: Round, rooms: Iterable[str]) -> Shelf[Sitting]:
    """The sittings of the round, with all duties of these rooms in good hands."""
    drawing, sittings = _Drawing(event, made), made.sittings
    wanted = dict.fromkeys(rooms)
    inside = members({id: room for id, room in made.seats.items() if room in wanted})
    for room in wanted:
        seated = inside.get(room, [])
        part = taking_part(event, made, seated)
        holders: dict[Duty, str] = {}
        for id in seated:
            duty = sittings.get(id, Sitting()).duty
            if duty and (id not in part or duty in holders):
                sittings = sittings.put(id, replace(sittings[id], duty=None))
            elif duty:
                holders[duty] = id
        free = [id for id in part if id not in holders.values()]
        for duty in IN_TURN if len(part) >= AT_LEAST else ():
            if duty not in holders and free:
                chosen = drawing.one(free, duty)
                free.remove(chosen)
                sittings = sittings.put(chosen, replace(sittings.get(chosen, Sitting()), duty=duty))
    return sittings


class _Drawing:
    """Whose turn it is; looks at the past only when a duty is free."""

    def __init__(self, event: Event, made: Round) -> None:
        self._event, self._made = event, made

    @cached_property
    def _had(self) -> Counter[str]:
        return Counter(
            id for made in self._event.rounds.values() if made.slot != self._made.slot
            for id, sitting in made.sittings.items() if sitting.duty
        )  # fmt: skip

    @cached_property
    def _leads(self) -> frozenset[str]:
        return leaders(self._event)

    @cached_property
    def _scribes(self) -> frozenset[str]:
        lines = by_person(self._event.roster)
        return frozenset(id for id, line in lines.items() if "scribe" in line.capabilities)

    def one(self, people: list[str], duty: Duty) -> str:
        """The one whose turn it is; who leads the room has enough to do."""
        def turn(id: str) -> tuple[object, ...]:
            wanted = duty != "scribe" or id not in self._scribes
            return wanted, id in self._leads, self._had[id], self._luck(duty, id)

        return min(people, key=turn)

    def _luck(self, duty: Duty, id: str) -> bytes:
        return blake2s(f"{self._made.seed}/{duty}/{id}".encode(), digest_size=8).digest()

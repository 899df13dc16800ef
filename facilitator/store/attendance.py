"""What is known of rooms while people are in them, as rows and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from facilitator.domain.event import Event, Room, Round
from facilitator.domain.inside import Help, Move, Repair, Sitting
from facilitator.domain.room_steps import Step
from facilitator.domain.shelf import Shelf

Row = dict[str, Any]


def steps_row(steps: Iterable[Step]) -> Row:
    """A slot's steps."""
    return {"steps": [asdict(step) for step in steps]}


def steps_from(found: Iterable[Mapping[str, Any]]) -> tuple[Step, ...]:
    return tuple(Step(**step) for step in found)


def round_part(made: Round) -> Row:
    """The columns of a round that are set while its rooms are open."""
    return {"ends": list(made.ends), "repair": asdict(made.repair) if made.repair else None}


def round_facts(row: Mapping[str, Any]) -> Row:
    found = row["repair"]
    moves = tuple(Move(**move) for move in found["moves"]) if found else ()
    return {"ends": tuple(row["ends"]), "repair": Repair(found["number"], moves) if found else None}


def room_part(room: Room) -> Row:
    """The columns of a room that are set while it is open."""
    return {"ends": list(room.ends), "help": asdict(room.help) if room.help else None}


def room_facts(row: Mapping[str, Any]) -> Row:
    return {"ends": tuple(row["ends"]), "help": Help(**row["help"]) if row["help"] else None}


def sitting_changes(old: Event, new: Event) -> Iterator[tuple[tuple[str, ...], Row | None, Row | None]]:
    """(slot and person, old row or None, new row or None) wherever somebody sits otherwise."""
    nobody: Shelf[Sitting] = Shelf()
    for slot in old.rounds.keys() | new.rounds.keys():
        was = old.rounds[slot].sittings if slot in old.rounds else nobody
        now = new.rounds[slot].sittings if slot in new.rounds else nobody
        for person, before, after in now.changes(was):
            yield (slot, person), _sitting(before), _sitting(after)


def _sitting(sitting: Sitting | None) -> Row | None:
    return None if sitting is None else asdict(sitting)


def sittings_from(rows: Iterable[Mapping[str, Any]]) -> dict[str, Shelf[Sitting]]:
    """Slot → person → how they sit."""
    found: dict[str, list[tuple[str, Sitting]]] = {}
    for row in rows:
        facts = {name: row[name] for name in Sitting.__slots__}
        found.setdefault(row["slot"], []).append((row["person"], Sitting(**facts)))
    return {slot: Shelf(pairs) for slot, pairs in found.items()}

"""Taking steps back: what a command changed is written down with it, and put back on demand.

Only the newest step of the clock can be taken back, and it is named by the version it made. So
two moderators who press Undo together take one step back, not two. What somebody else has
changed since is not overwritten: the step is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, is_dataclass, replace
from typing import Any

from facilitator.domain import commands, rounds
from facilitator.domain.agenda import find, with_slot
from facilitator.domain.clock import Clock
from facilitator.domain.commands.entry import Command
from facilitator.domain.event import Event, Screen
from facilitator.domain.inside import Help, Sitting
from facilitator.domain.shelf import Shelf
from facilitator.domain.stamp import Refused, Stamp
from facilitator.domain.steps import LIMIT, MOST, ON_THE_WAY, Change, ClockStep, Part, Steps

WATCHED: dict[Part, tuple[str, ...]] = {
    "event": ("clock", "started_at", "ended_at", "screen", "promised_end"),
    "slot": ("start", "length", "given", "opened_at", "closed_at", "ends_at", "earlier"),
    "round": ("state", "opened_at", "closed_at", "revealed", "ends", "closing", "checked_at", "sittings"),
    "room": ("ends", "help"),
}
"""The values that steps change, by what they belong to."""
EMPTIED = "sittings"
"""What people do themselves: a step that empties it can be taken back, and is no reason to refuse another."""
USUAL: dict[str, Any] = {"state": "drawn", "revealed": False, "ends": (), "closing": False, "sittings": {}}
"""Values of a round that a step made: its seats are kept as a draft, so that nobody is drawn twice."""
MADE: dict[str, Callable[[Any], Any]] = {
    "clock": lambda plain: Clock(**plain), "screen": lambda plain: Screen(**plain),
    "earlier": lambda plain: tuple((opened, closed) for opened, closed in plain), "ends": tuple,
    "help": lambda plain: Help(**plain),
    "sittings": lambda plain: Shelf((who, Sitting(**sitting)) for who, sitting in plain.items()),
}  # fmt: skip
"""Values that are more than plain JSON: field → what makes them of it."""


def recorded(before: Event, after: Event, command: Command, stamp: Stamp) -> Event:
    """The event after a command, with what it takes to take the command back."""
    if not command.undoable or stamp.actor.role == "clock":  # what the clock does, it would do again
        return after
    if isinstance(command, commands.planning.EditSlot) and before.clock is after.clock:
        return after  # a plan's own business: only a length that moved the running clock is a step
    changes = tuple(change for part in WATCHED for change in _changes(part, before, after))
    if not changes:
        return after
    step = ClockStep(seq=after.seq, at=stamp.at, name=command.wire, changes=changes)
    return replace(after, steps=(*after.steps, step)[-MOST:])


def _parts(part: Part, event: Event) -> Mapping[str, Any]:
    if part == "event":
        return {"": event}
    if part == "room":
        return {room.id: room for made in event.rounds.values() for room in made.rooms}
    return {slot.id: slot for slot in event.slots} if part == "slot" else event.rounds


def _changes(part: Part, first: Event, then: Event) -> Iterator[Change]:
    known = _parts(part, first)
    for id, new in _parts(part, then).items():
        old = known.get(id)
        for name in WATCHED[part] if old is not new else ():
            before, after = getattr(old, name, USUAL.get(name)), getattr(new, name)
            if before is after or (name == EMPTIED and after):
                continue
            was, now = _plain(before), _plain(after)
            if was != now:
                yield Change(part, id, name, was, now)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Shelf):
        return {id: _plain(each) for id, each in value.items()}
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else value


def undo(event: Event, command: commands.running.UndoStep, stamp: Stamp) -> Event:
    step = _last(event.steps, command.seq, stamp.at)
    for change in step.changes:
        found = _parts(change.part, event).get(change.id)
        if _plain(getattr(found, change.field, None)) != change.new:
            raise Refused("stale", "Something else was changed since. This cannot be taken back.")
        event = _put_back(event, change)
    event = replace(event, steps=event.steps[:-1])
    present = [person.id for person in event.people.values() if person.present]
    return rounds.seated(event, present, stamp)


def _last(steps: Steps, seq: int, at: int) -> ClockStep:
    """The step that made that version, if it can still be taken back."""
    if not steps or steps[-1].seq != seq:
        raise Refused("gone", "This cannot be taken back any more.")
    if at > steps[-1].at + LIMIT + ON_THE_WAY:
        raise Refused("late", "A step can be taken back for {seconds} seconds.", seconds=LIMIT // 1_000)
    return steps[-1]


def _put_back(event: Event, change: Change) -> Event:
    id, field, value = change.id, change.field, change.old
    if field in MADE and value is not None:
        value = MADE[field](value)
    given: dict[str, Any] = {field: value}
    if change.part == "event":
        return replace(event, **given)
    if change.part == "slot":
        return replace(event, slots=with_slot(event.slots, replace(find(event.slots, id), **given)))
    if change.part == "room":
        return rounds.with_room(event, replace(rounds.room_of(event, id)[1], **given))
    return replace(event, rounds={**event.rounds, id: replace(event.rounds[id], **given)})

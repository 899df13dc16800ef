"""Taking steps back: what a command changed is written down with it, and put back on demand.

Only the newest step of a kind can be taken back, and it is named by the version it made. So
two moderators who press Undo together take one step back, not two. What somebody else has
changed since is not overwritten: for the clock the step is refused, for notes they stay.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields, is_dataclass, replace
from typing import Any

from facilitator.domain import commands, rounds
from facilitator.domain.agenda import with_slot
from facilitator.domain.clock import Clock
from facilitator.domain.commands.entry import CREW, Command
from facilitator.domain.event import Event, Note, Screen
from facilitator.domain.grouping import Cut, Theme
from facilitator.domain.stamp import Refused, Stamp
from facilitator.domain.steps import LIMIT, ON_THE_WAY, Change, Kind, Part, Step, newest, with_step

WATCHED: dict[Part, tuple[str, ...]] = {
    "event": ("clock", "started_at", "ended_at", "screen", "promised_end"),
    "slot": ("given", "opened_at", "closed_at", "ends_at"),
    "round": ("state", "opened_at", "closed_at"),
    "theme": tuple(each.name for each in fields(Theme)),
    "note": ("theme", "pinned", "hidden", "approved_revision", "held_revision"),
}
"""The values that steps change, by what they belong to."""
OF: dict[Kind, tuple[Part, ...]] = {"clock": ("event", "slot", "round"), "desk": ("theme", "note")}
MADE: dict[str, Any] = {"clock": Clock, "screen": Screen, "cut": Cut}
"""Values that are more than plain JSON: field → class."""


def recorded(before: Event, after: Event, command: Command, stamp: Stamp) -> Event:
    """The event after a command, with what it takes to take the command back."""
    kind = command.undo
    if kind is None:
        return after
    changes = tuple(change for part in OF[kind] for change in _changes(part, before, after))
    if not changes:
        return after
    step = Step(seq=after.seq, at=stamp.at, kind=kind, name=command.wire, changes=changes)
    return replace(after, steps=with_step(after.steps, step))


def _parts(part: Part, event: Event) -> Mapping[str, Any]:
    if part == "event":
        return {"": event}
    if part == "slot":
        return {slot.id: slot for slot in event.slots}
    if part == "note":
        return event.notes
    return event.rounds if part == "round" else event.themes


def _pairs(part: Part, before: Event, after: Event) -> Iterator[tuple[str, Any, Any]]:
    if part == "note":
        yield from after.notes.changes(before.notes)
        return
    old, new = _parts(part, before), _parts(part, after)
    yield from ((id, old.get(id), new.get(id)) for id in dict.fromkeys((*old, *new)))


def _changes(part: Part, before: Event, after: Event) -> Iterator[Change]:
    for id, old, new in _pairs(part, before, after):
        if old is new:
            continue
        if part == "theme" and (old is None or new is None):
            yield Change(part, id, "", _plain(old), _plain(new))
            continue
        for name in WATCHED[part]:
            was, now = _plain(getattr(old, name, None)), _plain(getattr(new, name, None))
            if was != now:
                yield Change(part, id, name, was, now)


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(each) for name, each in asdict(value).items()}
    return list(value) if isinstance(value, tuple) else value


def undo(event: Event, command: commands.running.UndoStep, stamp: Stamp) -> Event:
    step = _last(event, command.seq, stamp)
    for change in step.changes:
        if _value(event, change) == change.new:
            event = _put_back(event, change)
        elif change.part != "note":
            raise Refused("stale", "Something else was changed since. This cannot be taken back.")
    event = replace(event, steps=tuple(one for one in event.steps if one.seq != step.seq))
    present = [person.id for person in event.people.values() if person.present]
    return rounds.seated(event, present, stamp)


def _last(event: Event, seq: int, stamp: Stamp) -> Step:
    """The step that made that version, if it can still be taken back by whoever asks."""
    step = next((one for one in event.steps if one.seq == seq), None)
    if step is None or step is not newest(event.steps, step.kind):
        raise Refused("gone", "This cannot be taken back any more.")
    if step.kind == "clock" and stamp.actor.role not in CREW:
        raise Refused("forbidden", "This link may not do that.")
    limit = LIMIT[step.kind]
    if limit is not None and stamp.at > step.at + limit + ON_THE_WAY:
        raise Refused("late", f"A step can be taken back for {limit // 1_000} seconds.")
    return step


def _value(event: Event, change: Change) -> Any:
    """What the change left, as it is now."""
    found = _parts(change.part, event).get(change.id)
    if not change.field:
        return _plain(found)
    return _plain(getattr(found, change.field, None))


def _put_back(event: Event, change: Change) -> Event:
    id, field = change.id, change.field
    if change.part == "theme":
        return _theme_back(event, change)
    value = _made(field, change.old)
    given = {field: value}
    if change.part == "event":
        return replace(event, **given)
    if change.part == "slot":
        slot = next(slot for slot in event.slots if slot.id == id)
        return replace(event, slots=with_slot(event.slots, replace(slot, **given)))
    if change.part == "note":
        note: Note = event.notes[id]
        return replace(event, notes=event.notes.put(id, replace(note, **given)))
    if field == "state" and value is None:
        given = {"state": "drawn"}  # its seats are kept as a draft: nobody is drawn twice
    return replace(event, rounds={**event.rounds, id: replace(event.rounds[id], **given)})


def _theme_back(event: Event, change: Change) -> Event:
    themes = dict(event.themes)
    if not change.field and change.old is None:
        del themes[change.id]
    elif not change.field:
        themes[change.id] = Theme(**{name: _made(name, v) for name, v in change.old.items()})
    else:
        given = {change.field: _made(change.field, change.old)}
        themes[change.id] = replace(themes[change.id], **given)
    return replace(event, themes=themes)


def _made(field: str, value: Any) -> Any:
    """A value as it was before it was made plain."""
    if isinstance(value, dict) and field in MADE:
        return MADE[field](**value)
    return tuple(value) if isinstance(value, list) else value

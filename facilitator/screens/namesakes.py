"""People of one name: who may be asked whether they are somebody who was here before.

Followed from one version of an event to the next, because every note changes its author and nobody's name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from facilitator.domain.event import Event, Person
from facilitator.domain.resuming import may_be, named
from facilitator.domain.shelf import Shelf

People = Shelf[Person]
Index = Shelf[tuple[str, ...]]

MOST = 64  # events that are followed at once
VERSIONS = 2  # of each: a change is looked at from both its sides, person by person
_kept: dict[str, tuple[tuple[People, Index], ...]] = {}


def again(event: Event, person: Person) -> dict[str, Any]:
    """{again: {id, name, organisation}}: the newest of those whom somebody may have been, or nothing."""
    if person.unlisted:
        return {}
    found = [one for one in _of_one_name(event, person) if may_be(person, one)]
    if not found:
        return {}
    before = max(found, key=lambda one: (one.joined_at, one.id))
    return {"again": {"id": before.id, "name": before.name, "organisation": before.organisation}}


def asked(before: Event, after: Event) -> Iterator[str]:
    """People who are asked about somebody, or are no longer, because that one came, went or is called otherwise."""
    for _, old, new in after.people.changes(before.people):
        if _fact(old) != _fact(new):
            yield from (one.id for each in (old, new) if each for one in _of_one_name(after, each))


def _fact(person: Person | None) -> tuple[object, ...]:
    return (person.name, person.organisation, person.present, person.unlisted) if person else ()


def _of_one_name(event: Event, person: Person) -> list[Person]:
    ids = _index(event).get(_key(person), ())
    return [event.people[id] for id in ids if id != person.id]


def _key(person: Person | None) -> str:
    return "\n".join(named(person)) if person else ""


def _index(event: Event) -> Index:
    """Name and organisation → ids."""
    rows = _kept.get(event.id, ())
    for people, index in rows:
        if people is event.people:
            return index
    people, index = rows[-1] if rows else (Shelf[Person](), Shelf[tuple[str, ...]]())
    for id, old, new in event.people.changes(people):
        was, now = _key(old), _key(new)
        if was != now:
            index = _with(_with(index, was, id, False), now, id, True)
    while len(_kept) >= MOST and event.id not in _kept:
        _kept.pop(next(iter(_kept)), None)
    _kept[event.id] = (*rows, (event.people, index))[-VERSIONS:]
    return index


def _with(index: Index, key: str, id: str, on: bool) -> Index:
    if not key:
        return index
    rest = tuple(one for one in index.get(key, ()) if one != id)
    ids = (*rest, id) if on else rest
    return index.put(key, ids) if ids else index.without(key)

"""What changed between two versions of an event, written as the fewest rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Table, and_, bindparam, delete, insert, update

from facilitator.domain.event import Event, Note
from facilitator.store import attendance, groupings, hosting, preparing, rows, tables
from facilitator.store.rows import Row

Change = tuple[tuple[Any, ...], Row | None, Row | None]
"""(key, old row or None, new row or None)"""


def save(connection: Connection, before: Event | None, after: Event) -> None:
    """Brings an event's rows from one version to the next; the version itself is checked elsewhere."""
    for table, keys, changes in _changes(before, after):
        _write(connection, table, after.id, keys, list(changes))


WHOLE: tuple[tuple[Table, str, tuple[str, ...], Callable[[Event], Mapping[Any, Row]]], ...] = (
    (tables.slots, "id", ("slots",), rows.slot_rows),
    (tables.themes, "id", ("themes",), groupings.theme_rows),
    (tables.grouping, "id", ("grouping",), groupings.grouping_rows),
    (tables.wishes, "id", ("wishes",), preparing.wish_rows),
    (tables.messages, "place", ("messages",), rows.message_rows),
    (tables.desk, "id", ("desk", "preview"), hosting.desk_rows),
    (tables.steps, "seq", ("steps",), rows.step_rows),
)
"""(table, its key, fields of the event that it keeps, event → its rows by key); all are compared."""
SHELVES: tuple[tuple[Table, str, Callable[[Any], Row]], ...] = (
    (tables.people, "people", rows.person_row), (tables.notes, "notes", rows.note_row),
    (tables.roster, "roster", preparing.line_row), (tables.dots, "dots", hosting.dots_row),
)  # fmt: skip
"""(table, field of the event, value → row); only what changed on the shelf is looked at."""


def _changes(
    before: Event | None, after: Event
) -> Iterator[tuple[Table, tuple[str, ...], Iterable[Change]]]:
    old = before or Event(id=after.id, series="", title="", code="", timezone="", created_at=0)
    for table, key, names, made in WHOLE:
        if any(getattr(old, name) is not getattr(after, name) for name in names):
            yield table, (key,), _by_key(made(old), made(after))
    for table, name, convert in SHELVES:
        changes = getattr(after, name).changes(getattr(old, name))
        yield table, ("id",), _converted(changes, convert)
    if old.rounds is not after.rounds:
        yield from _round_changes(old, after)


def _round_changes(
    old: Event, new: Event
) -> Iterator[tuple[Table, tuple[str, ...], Iterable[Change]]]:
    def rooms(event: Event) -> dict[str, Row]:
        return {room.id: rows.room_row(room, made.slot)
                for made in event.rounds.values() for room in made.rooms}  # fmt: skip

    yield tables.rounds, ("slot",), _by_key(
        {slot: rows.round_row(made) for slot, made in old.rounds.items()},
        {slot: rows.round_row(made) for slot, made in new.rounds.items()})  # fmt: skip
    yield tables.rooms, ("id",), _by_key(rooms(old), rooms(new))
    yield tables.seats, ("slot", "person"), _seats(old, new)
    yield tables.sittings, ("slot", "person"), attendance.sitting_changes(old, new)


def _seats(old: Event, new: Event) -> Iterator[Change]:
    empty: Any = type(new.people)()
    for slot in old.rounds.keys() | new.rounds.keys():
        was = old.rounds[slot].seats if slot in old.rounds else empty
        now = new.rounds[slot].seats if slot in new.rounds else empty
        for person, before, after in now.changes(was):
            yield (slot, person), _in_room(before), _in_room(after)


def _in_room(room: str | None) -> Row | None:
    return None if room is None else {"room": room}


def _converted(
    changes: Iterable[tuple[str, Any, Any]], convert: Callable[[Any], Row]
) -> Iterator[Change]:
    for id, old, new in changes:
        yield (id,), convert(old) if old else None, convert(new) if new else None


def _by_key(old: Mapping[Any, Row], new: Mapping[Any, Row]) -> Iterator[Change]:
    for id in old.keys() | new.keys():
        if old.get(id) != new.get(id):
            yield (id,), old.get(id), new.get(id)


def _write(
    connection: Connection, table: Table, event: str, keys: tuple[str, ...], changes: list[Change]
) -> None:
    found: dict[str, list[Row]] = {"new": [], "gone": [], "changed": []}
    for key, old, new in changes:
        if old == new:
            continue  # only what is derived from other rows changed
        named = dict(zip(keys, key, strict=True))
        kind = "new" if old is None else "gone" if new is None else "changed"
        found[kind].append({**(new or {}), **named, "event": event})
    where = and_(table.c.event == bindparam("k_event"),
                 *(table.c[name] == bindparam(f"k_{name}") for name in keys))  # fmt: skip
    if found["gone"]:
        connection.execute(delete(table).where(where), [_keyed(row, keys) for row in found["gone"]])
    if found["new"]:
        connection.execute(insert(table), found["new"])
    if found["changed"]:
        names = [name for name in found["changed"][0] if name not in (*keys, "event")]
        values = {name: bindparam(f"v_{name}", type_=table.c[name].type) for name in names}
        connection.execute(
            update(table).where(where).values(values),
            [{**{f"v_{name}": row[name] for name in names}, **_keyed(row, keys)}
             for row in found["changed"]],
        )  # fmt: skip


def _keyed(row: Row, keys: tuple[str, ...]) -> Row:
    return {f"k_{name}": row[name] for name in ("event", *keys)}


def withdrawn(before: Event | None, after: Event) -> list[str]:
    """Ids of notes that were taken back between the two versions: their words are erased."""
    changes = after.notes.changes(before.notes) if before else ()

    def left(note: Note | None) -> bool:
        return note is not None and note.withdrawn

    return [id for id, old, new in changes if left(new) and not left(old)]




def gone(before: Event | None, after: Event) -> Iterator[str]:
    """Ids of people who are another person now: how to reach them is erased."""
    for id, _, person in after.people.changes(before.people) if before else ():
        if person is None:
            yield id

"""Events in and out: one transaction from one version to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError

from facilitator.domain.event import Event
from facilitator.domain.stamp import Actor, Stamp
from facilitator.journal import Entry
from facilitator.store import backups, rows, saving, tables
from facilitator.store.engine import engine_for
from facilitator.store.hooks import Hooks
from facilitator.store.kinds import Conflict
from facilitator.store.schema import upgrade
from facilitator.store.shelves import Shelves

BLANKED = ("text",)
"""Fields of journal entries that hold what a person wrote."""
SHARED = "contact.share"
"""The command whose words are erased when the same person sends it empty."""


class Store(Shelves, Hooks):
    """The database at `url` (sqlite:/// or postgresql+psycopg2://)."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._engine = engine_for(url)

    def close(self) -> None:
        self._engine.dispose()

    def migrate(self) -> None:
        """Brings the schema up to date and gives a new house its epoch."""
        with self._engine.begin() as connection:
            upgrade(connection)
            if not self._epoch(connection):
                self._new_epoch(connection)

    # --- events

    def save(
        self, event_id: str, before: Event | None, after: Event, entries: Sequence[Entry]
    ) -> None:
        """One transaction from one version to the next; Conflict when it is not `before` now."""
        try:
            with self._engine.begin() as connection:
                self._claim(connection, before, after)
                saving.save(connection, before, after)
                connection.execute(insert(tables.journal), [_entry_row(event_id, e) for e in entries])
                for about in (*saving.withdrawn(before, after), *saving.gone(before, after), *_taken_back(entries)):
                    self._blank(connection, event_id, about)
        except IntegrityError as error:
            raise Conflict(str(error.orig)) from error

    def _claim(self, connection: Connection, before: Event | None, after: Event) -> None:
        """The event's own row; its version is the lock."""
        row, table = rows.event_row(after), tables.events
        if before is None:
            connection.execute(insert(table), [row])
            return
        mine = (table.c.id == after.id) & (table.c.seq == before.seq)
        if connection.execute(update(table).where(mine).values(row)).rowcount != 1:
            raise Conflict(f"{after.id} is not at version {before.seq} any more.")

    def _blank(self, connection: Connection, event_id: str, about: str) -> None:
        table = tables.journal
        mine = (table.c.event == event_id) & (table.c.about == about)
        for row in connection.execute(select(table.c.seq, table.c.fields).where(mine)).all():
            fields = {name: "" if name in BLANKED else value for name, value in row.fields.items()}
            one = mine & (table.c.seq == row.seq)
            connection.execute(update(table).where(one).values(fields=fields))

    def load(self, event_id: str) -> Event | None:
        """The event as it was last saved."""
        with self._engine.begin() as connection:
            found = {"events": _rows(connection, tables.events, tables.events.c.id == event_id)}
            if not found["events"]:
                return None
            for table in (tables.slots, tables.people, tables.rounds, tables.rooms, tables.seats, tables.sittings,
                          tables.notes, tables.themes, tables.roster, tables.wishes, tables.messages,
                          tables.desk, tables.dots, tables.grouping, tables.steps):  # fmt: skip
                found[table.name] = _rows(connection, table, table.c.event == event_id)
            return rows.event_from(found)

    def journal(self, event_id: str, after: int = 0) -> Iterator[Entry]:
        """The accepted commands after a version, in order."""
        table = tables.journal
        mine = (table.c.event == event_id) & (table.c.seq > after)
        with self._engine.begin() as connection:
            found = connection.execute(select(table).where(mine).order_by(table.c.seq)).all()
        for row in found:
            stamp = Stamp(row.at, row.seed, Actor(row.role, row.person))
            yield Entry(seq=row.seq, command_id=row.command_id, name=row.name, fields=row.fields,
                        stamp=stamp)  # fmt: skip

    def answers(self, event_id: str) -> dict[str, int]:
        """Command id → the version it made."""
        table = tables.journal
        with self._engine.begin() as connection:
            found = connection.execute(
                select(table.c.command_id, table.c.seq).where(table.c.event == event_id)
            ).all()
        return {row.command_id: row.seq for row in found}

    def by_code(self, code: str) -> str | None:
        """The event with that join code."""
        query = select(tables.events.c.id).where(tables.events.c.code == code)
        return self._one(query)

    def event_ids(self) -> list[str]:
        """All events, oldest first."""
        with self._engine.begin() as connection:
            query = select(tables.events.c.id).order_by(tables.events.c.created_at)
            return list(connection.execute(query).scalars())

    def live_event_ids(self) -> list[str]:
        """Events that have begun and not ended."""
        table = tables.events
        with self._engine.begin() as connection:
            on = table.c.started_at.is_not(None) & table.c.ended_at.is_(None)
            return list(connection.execute(select(table.c.id).where(on)).scalars())

    def backup(self, target: Path) -> None:
        """A checked copy of a SQLite database, also while it is written to."""
        backups.copy(backups.file_of(self.url), target)

    def restore(self, source: Path) -> None:
        """Puts a checked backup in place; phones then ask for their screens anew."""
        self.close()
        backups.put_in_place(source, backups.file_of(self.url))
        self.migrate()
        with self._engine.begin() as connection:
            self._new_epoch(connection)

    def _one(self, query: Any) -> Any:
        with self._engine.begin() as connection:
            return connection.execute(query).scalar()


def _rows(connection: Connection, table: Any, which: Any) -> list[Any]:
    return list(connection.execute(select(table).where(which)).mappings())


def _taken_back(entries: Sequence[Entry]) -> Iterator[str]:
    """People who no longer show how to reach them."""
    for entry in entries:
        if entry.name == SHARED and not entry.fields.get("text") and entry.stamp.actor.person:
            yield entry.stamp.actor.person


def _entry_row(event_id: str, entry: Entry) -> dict[str, Any]:
    stamp = entry.stamp
    about = stamp.actor.person if entry.name == SHARED else entry.fields.get("note_id")
    return {
        "event": event_id, "seq": entry.seq, "command_id": entry.command_id, "at": stamp.at,
        "role": stamp.actor.role, "person": stamp.actor.person, "seed": stamp.seed,
        "name": entry.name, "fields": dict(entry.fields), "about": about,
    }  # fmt: skip

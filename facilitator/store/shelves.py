"""Series, capability links, and the house's own few words."""

from __future__ import annotations

import secrets
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, select, update

from facilitator.store import tables
from facilitator.store.kinds import Link, Series


class Shelves:
    """What is not an event; mixed into the store, which has the engine."""

    _engine: Engine

    def add_series(self, id: str, title: str, created_at: int) -> None:
        with self._engine.begin() as connection:
            row = {"id": id, "title": title, "created_at": created_at}
            connection.execute(insert(tables.series), [row])

    def series(self) -> list[Series]:
        """All series, newest first, with their events in order of creation."""
        events = tables.events
        with self._engine.begin() as connection:
            found = connection.execute(
                select(tables.series).order_by(tables.series.c.created_at.desc())
            ).all()
            pairs = connection.execute(
                select(events.c.series, events.c.id).order_by(events.c.created_at, events.c.id)
            ).all()
        return [
            Series(id=row.id, title=row.title, created_at=row.created_at,
                   event_ids=tuple(id for series, id in pairs if series == row.id))
            for row in found
        ]  # fmt: skip

    def add_template(self, id: str, title: str, plan: dict[str, Any], created_at: int) -> None:
        row = {"id": id, "title": title, "plan": plan, "created_at": created_at}
        with self._engine.begin() as connection:
            connection.execute(insert(tables.templates), [row])

    def templates(self) -> list[tuple[str, dict[str, Any]]]:
        """(id, plan) of the templates that organisers saved, newest first."""
        table = tables.templates
        with self._engine.begin() as connection:
            found = connection.execute(select(table).order_by(table.c.created_at.desc())).all()
        return [(row.id, row.plan) for row in found]

    def add_link(self, link: Link) -> None:
        with self._engine.begin() as connection:
            connection.execute(insert(tables.links), [asdict(link)])

    def link_by_hash(self, hash: str) -> Link | None:
        found = self._links(tables.links.c.hash == hash)
        return found[0] if found else None

    def links_of(self, event_id: str) -> list[Link]:
        """The links to an event, oldest first."""
        return self._links(tables.links.c.event == event_id)

    def revoked_link_ids(self) -> list[str]:
        return [link.id for link in self._links(tables.links.c.revoked_at.is_not(None))]

    def revoke_link(self, id: str, at: int) -> None:
        with self._engine.begin() as connection:
            mine = tables.links.c.id == id
            connection.execute(update(tables.links).where(mine).values(revoked_at=at))

    def _links(self, which: Any) -> list[Link]:
        with self._engine.begin() as connection:
            query = select(tables.links).where(which).order_by(tables.links.c.created_at)
            return [Link(**row) for row in connection.execute(query).mappings()]

    @property
    def epoch(self) -> str:
        """A word that changes only when a backup is restored."""
        with self._engine.begin() as connection:
            return self._epoch(connection)

    def _epoch(self, connection: Connection) -> str:
        house = tables.house
        found = connection.execute(select(house.c.value).where(house.c.name == "epoch"))
        return found.scalar() or ""

    def _new_epoch(self, connection: Connection) -> None:
        connection.execute(delete(tables.house).where(tables.house.c.name == "epoch"))
        row = {"name": "epoch", "value": secrets.token_hex(6)}
        connection.execute(insert(tables.house), [row])

    def writable(self) -> bool:
        """Whether the database takes a write; raises what the database says when it does not."""
        with self._engine.begin() as connection:
            house = tables.house
            connection.execute(delete(house).where(house.c.name == "probe"))
            row = {"name": "probe", "value": secrets.token_hex(4)}
            connection.execute(insert(house), [row])
        return True

"""Webhooks and what they were told."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy import Engine, delete, insert, select, update

from facilitator.store import tables
from facilitator.store.kinds import Delivery, Hook

KEPT = 30  # deliveries of one webhook


class Hooks:
    """Addresses to tell; mixed into the store, which has the engine."""

    _engine: Engine

    def hooks(self) -> list[Hook]:
        """All webhooks, oldest first."""
        with self._engine.begin() as connection:
            found = connection.execute(select(tables.hooks).order_by(tables.hooks.c.created_at))
            return [Hook(**row) for row in found.mappings()]

    def add_hook(self, hook: Hook) -> None:
        with self._engine.begin() as connection:
            connection.execute(insert(tables.hooks), [asdict(hook)])

    def remove_hook(self, id: str) -> None:
        with self._engine.begin() as connection:
            connection.execute(delete(tables.deliveries).where(tables.deliveries.c.hook == id))
            connection.execute(delete(tables.hooks).where(tables.hooks.c.id == id))

    def put_delivery(self, delivery: Delivery) -> None:
        """Writes a delivery down, or what became of it; of its webhook only the last are kept."""
        table, row = tables.deliveries, asdict(delivery)
        with self._engine.begin() as connection:
            known = connection.execute(update(table).where(table.c.id == delivery.id).values(row))
            if known.rowcount:
                return
            connection.execute(insert(table), [row])
            mine = select(table.c.id).where(table.c.hook == delivery.hook)
            old = mine.where(table.c.next_at.is_(None)).order_by(table.c.at.desc()).offset(KEPT)
            gone = list(connection.execute(old).scalars())
            connection.execute(delete(table).where(table.c.id.in_(gone)))

    def deliveries(self, hook: str) -> list[Delivery]:
        """What a webhook was told, newest first."""
        return self._deliveries(tables.deliveries.c.hook == hook)[:KEPT]

    def waiting_deliveries(self) -> list[Delivery]:
        return self._deliveries(tables.deliveries.c.next_at.is_not(None))

    def _deliveries(self, which: Any) -> list[Delivery]:
        table = tables.deliveries
        with self._engine.begin() as connection:
            query = select(table).where(which).order_by(table.c.at.desc(), table.c.id)
            return [Delivery(**row) for row in connection.execute(query).mappings()]

"""What is kept: the only SQLAlchemy in the house.

Calls are plain and may wait for a disk. A store has one connection to SQLite, so callers
take turns (see `keeping`); PostgreSQL has a pool.
"""

from facilitator.store.events import Store
from facilitator.store.kinds import Conflict, Delivery, Hook, Link, Series

__all__ = ["Conflict", "Delivery", "Hook", "Link", "Series", "Store"]

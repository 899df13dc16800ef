"""The schema's history: alembic migrations, applied in the caller's transaction."""

from __future__ import annotations

import logging
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

logging.getLogger("alembic").setLevel(logging.WARNING)
HERE = Path(__file__).parent


def upgrade(connection: Connection) -> None:
    """Brings the schema to its newest version; silent, and nothing when it is there."""
    config = Config()
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")

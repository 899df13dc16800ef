"""Steps of a slot, rooms' clocks, who has arrived, who helps, notes of a table.

Revision 0010, after 0009.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

PARTS = sa.JSON(none_as_null=True)


def _list(name: str) -> sa.Column[object]:
    return sa.Column(name, PARTS, nullable=False, server_default="[]")


def upgrade() -> None:
    op.create_table(
        "sittings",
        sa.Column("event", sa.String(64), nullable=False),
        sa.Column("slot", sa.String(64), nullable=False),
        sa.Column("person", sa.String(64), nullable=False),
        sa.Column("arrived_at", sa.BigInteger, nullable=True),
        sa.Column("manner", sa.String(64), nullable=False),
        sa.Column("duty", sa.String(64), nullable=True),
        sa.Column("away_at", sa.BigInteger, nullable=True),
        sa.Column("moved_from", sa.Integer, nullable=True),
        sa.Column("why", sa.String(64), nullable=True),
        sa.PrimaryKeyConstraint("event", "slot", "person"),
    )
    op.add_column("slots", _list("steps"))
    op.add_column("rounds", _list("ends"))
    op.add_column("rounds", sa.Column("closing", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("rounds", sa.Column("checked_at", sa.BigInteger, nullable=True))
    op.add_column("rounds", sa.Column("repair", PARTS, nullable=True))
    op.add_column("rooms", _list("ends"))
    op.add_column("rooms", sa.Column("help", PARTS, nullable=True))
    op.add_column("rooms", sa.Column("others", sa.Integer, nullable=False, server_default="0"))
    op.add_column("notes", sa.Column("table", sa.Boolean, nullable=False, server_default=sa.false()))


def downgrade() -> None:
    op.drop_column("notes", "table")
    for name in ("others", "help", "ends"):
        op.drop_column("rooms", name)
    for name in ("repair", "checked_at", "closing", "ends"):
        op.drop_column("rounds", name)
    op.drop_column("slots", "steps")
    op.drop_table("sittings")

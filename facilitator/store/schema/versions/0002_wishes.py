"""What is wished of the rooms, and the roster.

Revision 0002, after 0001.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

PARTS = sa.JSON(none_as_null=True)


def upgrade() -> None:
    op.create_table(
        "wishes",
        sa.Column("event", sa.String(64), nullable=False),
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("parts", PARTS, nullable=False),
        sa.PrimaryKeyConstraint("event", "id"),
    )
    op.create_table(
        "roster",
        sa.Column("event", sa.String(64), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("parts", PARTS, nullable=False),
        sa.PrimaryKeyConstraint("event", "id"),
    )


def downgrade() -> None:
    op.drop_table("roster")
    op.drop_table("wishes")

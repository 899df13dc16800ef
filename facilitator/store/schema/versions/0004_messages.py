"""A message at each place with who has shown it, and phrases kept ready.

Revision 0004, after 0003.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

PARTS = sa.JSON(none_as_null=True)


def upgrade() -> None:
    op.create_table(
        "messages",
        sa.Column("event", sa.String(64), nullable=False),
        sa.Column("place", sa.String(16), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("level", sa.String(64), nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("until", sa.BigInteger, nullable=True),
        sa.Column("people", PARTS, nullable=False),
        sa.Column("screens", PARTS, nullable=False),
        sa.PrimaryKeyConstraint("event", "place"),
    )
    op.drop_column("events", "stage_message")
    op.drop_column("events", "phone_message")
    op.add_column("events", sa.Column("phrases", PARTS, nullable=False, server_default="[]"))


def downgrade() -> None:
    op.drop_column("events", "phrases")
    op.add_column("events", sa.Column("phone_message", PARTS, nullable=True))
    op.add_column("events", sa.Column("stage_message", PARTS, nullable=True))
    op.drop_table("messages")

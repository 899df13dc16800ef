"""Locked starts, cues for the crew, the house's network, and templates to plan from.

Revision 0003, after 0002.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

PARTS = sa.JSON(none_as_null=True)


def upgrade() -> None:
    with op.batch_alter_table("slots") as slots:
        slots.add_column(sa.Column("locked", sa.Boolean, nullable=False, server_default=sa.false()))
        slots.add_column(sa.Column("cue", sa.Text, nullable=False, server_default=""))
    with op.batch_alter_table("events") as events:
        events.add_column(sa.Column("wifi", PARTS, nullable=False, server_default="{}"))
    op.create_table(
        "templates",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("plan", PARTS, nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def downgrade() -> None:
    op.drop_table("templates")
    with op.batch_alter_table("events") as events:
        events.drop_column("wifi")
    with op.batch_alter_table("slots") as slots:
        slots.drop_column("cue")
        slots.drop_column("locked")

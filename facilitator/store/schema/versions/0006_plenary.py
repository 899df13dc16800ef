"""Signed and reported notes, private rooms, the host's desk, dots.

Revision 0006, after 0005.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

PARTS = sa.JSON(none_as_null=True)


def upgrade() -> None:
    with op.batch_alter_table("events") as events:
        events.add_column(sa.Column("screen_quote", sa.String(64), nullable=True))
    with op.batch_alter_table("slots") as slots:
        slots.add_column(sa.Column("private", sa.Boolean, nullable=False, server_default=sa.false()))
    with op.batch_alter_table("rounds") as rounds:
        rounds.add_column(sa.Column("revealed", sa.Boolean, nullable=False, server_default=sa.false()))
    with op.batch_alter_table("notes") as notes:
        notes.add_column(sa.Column("signed", sa.String(64), nullable=False, server_default="no"))
        notes.add_column(sa.Column("held_revision", sa.Integer, nullable=True))
        notes.add_column(sa.Column("reporters", PARTS, nullable=False, server_default="[]"))
        notes.add_column(sa.Column("objection", PARTS, nullable=True))
    _tables()


def _tables() -> None:
    op.create_table(
        "desk",
        sa.Column("event", sa.String(64), nullable=False),
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("parts", PARTS, nullable=False),
        sa.PrimaryKeyConstraint("event", "id"),
    )
    op.create_table(
        "dots",
        sa.Column("event", sa.String(64), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("dots", PARTS, nullable=False),
        sa.PrimaryKeyConstraint("event", "id"),
    )


def downgrade() -> None:
    op.drop_table("dots")
    op.drop_table("desk")
    with op.batch_alter_table("notes") as notes:
        for name in ("objection", "reporters", "held_revision", "signed"):
            notes.drop_column(name)
    with op.batch_alter_table("rounds") as rounds:
        rounds.drop_column("revealed")
    with op.batch_alter_table("slots") as slots:
        slots.drop_column("private")
    with op.batch_alter_table("events") as events:
        events.drop_column("screen_quote")

"""Steps that can be taken back; what slots may be cut to, and what they get; the promised end.

Revision 0009, after 0008.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_table(
        "steps",
        sa.Column("event", sa.String(64), nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("changes", sa.JSON(none_as_null=True), nullable=False),
        sa.PrimaryKeyConstraint("event", "seq"),
    )
    op.add_column("events", sa.Column("promised_end", sa.BigInteger))
    op.add_column("events", sa.Column("show_offset", sa.Boolean, nullable=False,
                                      server_default=sa.false()))  # fmt: skip
    for name in ("least", "warn", "danger"):
        op.add_column("slots", sa.Column(name, sa.Integer, nullable=False, server_default="0"))
    op.add_column("slots", sa.Column("given", sa.Integer))
    op.add_column("slots", sa.Column("protected", sa.Boolean, nullable=False,
                                     server_default=sa.false()))  # fmt: skip


def downgrade() -> None:
    with op.batch_alter_table("slots") as slots:
        for name in ("least", "warn", "danger", "given", "protected"):
            slots.drop_column(name)
    with op.batch_alter_table("events") as events:
        events.drop_column("promised_end")
        events.drop_column("show_offset")
    op.drop_table("steps")

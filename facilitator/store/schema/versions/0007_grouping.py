"""What the theming proposes, suggests and doubts; keywords, and titles that are a note's words.

Revision 0007, after 0006.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

PARTS = sa.JSON(none_as_null=True)
LISTS = ("keywords", "phrases", "opposed")


def upgrade() -> None:
    op.create_table(
        "grouping",
        sa.Column("event", sa.String(64), nullable=False),
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("parts", PARTS, nullable=False),
        sa.PrimaryKeyConstraint("event", "id"),
    )
    op.add_column("notes", sa.Column("second", sa.String(64)))
    with op.batch_alter_table("themes") as themes:
        for name in LISTS:
            themes.add_column(sa.Column(name, PARTS, nullable=False, server_default="[]"))
        themes.add_column(sa.Column("cut", PARTS))
        themes.add_column(sa.Column("kept", sa.Boolean, nullable=False, server_default=sa.false()))
        themes.add_column(sa.Column("disputed", sa.Boolean))
    op.alter_column("themes", "approved", new_column_name="shown_as")
    off = sa.Column("approved", sa.Boolean, nullable=False, server_default=sa.false())
    op.add_column("themes", off)
    op.execute("UPDATE themes SET approved = (shown_as <> '')")
    with op.batch_alter_table("themes") as themes:
        themes.drop_column("shown_as")


def downgrade() -> None:
    op.alter_column("themes", "approved", new_column_name="was")
    op.add_column("themes", sa.Column("approved", sa.Text, nullable=False, server_default=""))
    op.execute("UPDATE themes SET approved = title WHERE was")
    with op.batch_alter_table("themes") as themes:
        for name in (*LISTS, "cut", "kept", "disputed", "was"):
            themes.drop_column(name)
    with op.batch_alter_table("notes") as notes:
        notes.drop_column("second")
    op.drop_table("grouping")

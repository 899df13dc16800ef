"""What people say of themselves before and after the rooms; a draw put aside; topics of rooms.

Revision 0005, after 0004.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

PARTS = sa.JSON(none_as_null=True)


def upgrade() -> None:
    with op.batch_alter_table("people") as people:
        people.add_column(
            sa.Column("unlisted", sa.Boolean, nullable=False, server_default=sa.false())
        )
        people.add_column(sa.Column("topics", PARTS, nullable=False, server_default="[]"))
        people.add_column(sa.Column("contact", sa.Text, nullable=False, server_default=""))
    with op.batch_alter_table("rounds") as rounds:
        rounds.add_column(sa.Column("other", PARTS, nullable=True))
    with op.batch_alter_table("rooms") as rooms:
        rooms.add_column(sa.Column("topic", sa.Text, nullable=False, server_default=""))


def downgrade() -> None:
    for table, names in (
        ("rooms", ("topic",)),
        ("rounds", ("other",)),
        ("people", ("contact", "topics", "unlisted")),
    ):
        with op.batch_alter_table(table) as changed:
            for name in names:
                changed.drop_column(name)

"""A slot that runs again keeps when it ran before.

Revision 0013, after 0012.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    with op.batch_alter_table("slots") as slots:
        slots.add_column(sa.Column("earlier", sa.JSON(none_as_null=True), nullable=False, server_default="[]"))


def downgrade() -> None:
    with op.batch_alter_table("slots") as slots:
        slots.drop_column("earlier")

"""Messages to one room: a place may be a room's id.

Revision 0012, after 0010.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0010"


def upgrade() -> None:
    with op.batch_alter_table("messages") as messages:
        messages.alter_column("place", type_=sa.String(80), existing_type=sa.String(16), existing_nullable=False)


def downgrade() -> None:
    op.execute("DELETE FROM messages WHERE place LIKE 'room:%'")
    with op.batch_alter_table("messages") as messages:
        messages.alter_column("place", type_=sa.String(16), existing_type=sa.String(80), existing_nullable=False)

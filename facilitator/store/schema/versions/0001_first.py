"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

ID, PLACE, CODE = sa.String(64), sa.String(80), sa.String(16)
BIG, INT, TEXT, BOOL = sa.BigInteger(), sa.Integer(), sa.Text(), sa.Boolean()
JSON = sa.JSON(none_as_null=True)


def _columns(empty: bool = False, **columns: sa.types.TypeEngine) -> list[sa.Column]:
    return [sa.Column(name, kind, nullable=empty) for name, kind in columns.items()]


def upgrade() -> None:
    op.create_table(
        "events",
        *_columns(
            id=ID,
            series=ID,
            seq=INT,
            title=TEXT,
            code=CODE,
            timezone=ID,
            created_at=BIG,
            about=TEXT,
            host_name=TEXT,
            door_open=BOOL,
            screen_blank=BOOL,
            screen_automatic=BOOL,
        ),
        *_columns(
            empty=True,
            sequel=JSON,
            started_at=BIG,
            ended_at=BIG,
            clock_slot=ID,
            clock_since=BIG,
            clock_ends_at=BIG,
            clock_paused_at=BIG,
            screen_scene=ID,
            screen_spotlight=ID,
            stage_message=JSON,
            phone_message=JSON,
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code"),
    )
    op.create_table(
        "house",
        *_columns(name=ID, value=TEXT),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "journal",
        *_columns(
            event=ID, seq=INT, command_id=ID, at=BIG, role=ID, seed=BIG, name=ID, fields=JSON
        ),
        *_columns(empty=True, person=ID, about=ID),
        sa.PrimaryKeyConstraint("event", "seq"),
        sa.UniqueConstraint("event", "command_id"),
    )
    op.create_table(
        "links",
        *_columns(id=ID, hash=ID, role=ID, created_at=BIG),
        *_columns(empty=True, series=ID, event=ID, revoked_at=BIG),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("hash"),
    )
    op.create_table(
        "notes",
        *_columns(
            event=ID,
            id=ID,
            person=ID,
            room=PLACE,
            slot=ID,
            kind=ID,
            text=TEXT,
            at=BIG,
            order=INT,
            revision=INT,
            late=BOOL,
            quotable=BOOL,
            withdrawn=BOOL,
            hidden=BOOL,
            supporters=JSON,
            pinned=BOOL,
        ),
        *_columns(empty=True, edited_at=BIG, approved_revision=INT, theme=ID),
        sa.PrimaryKeyConstraint("event", "id"),
    )
    op.create_table(
        "people",
        *_columns(
            event=ID,
            id=ID,
            name=TEXT,
            joined_at=BIG,
            organisation=TEXT,
            language=ID,
            mode=ID,
            quotable=BOOL,
            present=BOOL,
        ),
        sa.PrimaryKeyConstraint("event", "id"),
    )
    op.create_table(
        "rooms",
        *_columns(event=ID, id=PLACE, slot=ID, number=INT, name=TEXT, link=TEXT, place=TEXT),
        sa.PrimaryKeyConstraint("event", "id"),
    )
    op.create_table(
        "rounds",
        *_columns(event=ID, slot=ID, state=ID, seed=BIG, drawn_at=BIG, draws=INT, receipt=JSON),
        *_columns(empty=True, opened_at=BIG, closed_at=BIG),
        sa.PrimaryKeyConstraint("event", "slot"),
    )
    op.create_table(
        "seats",
        *_columns(event=ID, slot=ID, person=ID, room=PLACE),
        sa.PrimaryKeyConstraint("event", "slot", "person"),
    )
    op.create_table(
        "series",
        *_columns(id=ID, title=TEXT, created_at=BIG),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "slots",
        *_columns(
            event=ID,
            id=ID,
            position=INT,
            title=TEXT,
            kind=ID,
            start=BIG,
            length=INT,
            speakers=JSON,
            description=TEXT,
            links=JSON,
            question=TEXT,
            room_size=INT,
            auto=BOOL,
        ),
        *_columns(empty=True, opened_at=BIG, closed_at=BIG, ends_at=BIG),
        sa.PrimaryKeyConstraint("event", "id"),
    )
    op.create_table(
        "themes",
        *_columns(
            event=ID,
            id=ID,
            order=INT,
            label=TEXT,
            title=TEXT,
            quotes=JSON,
            approved=TEXT,
            hidden=BOOL,
        ),
        sa.PrimaryKeyConstraint("event", "id"),
    )
    op.create_index("journal_about", "journal", ["event", "about"])

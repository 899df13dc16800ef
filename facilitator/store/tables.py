"""The tables, as a person would want to read them. Times are ms since 1970 (UTC).

`tests/store/test_schema.py` holds these and the migrations to the same schema.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)  # fmt: skip

metadata = MetaData()


def _key(name: str) -> Column[str]:
    return Column(name, String(64), primary_key=True)


def _id(name: str, empty: bool = False) -> Column[str]:
    return Column(name, String(64), nullable=empty)


def _words(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _time(name: str, empty: bool = True) -> Column[int]:
    return Column(name, BigInteger, nullable=empty)


def _yes(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False)


def _number(name: str, empty: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=empty)


def _parts(name: str, empty: bool = False) -> Column[object]:
    return Column(name, JSON(none_as_null=True), nullable=empty)


house = Table("house", metadata, _key("name"), _words("value"))

series = Table(
    "series", metadata, _key("id"), _words("title"), _time("created_at", empty=False),
)  # fmt: skip

events = Table(
    "events", metadata, _key("id"), _id("series"), _number("seq"), _words("title"),
    Column("code", String(16), nullable=False, unique=True), _id("timezone"),
    _time("created_at", empty=False), _words("about"), _words("host_name"),
    _parts("sequel", empty=True), _yes("door_open"), _time("promised_end"), _yes("show_offset"), _time("started_at"), _time("ended_at"),
    _id("clock_slot", empty=True), _time("clock_since"), _time("clock_ends_at"),
    _time("clock_paused_at"), _yes("screen_blank"), _id("screen_scene", empty=True),
    _id("screen_spotlight", empty=True), _yes("screen_automatic"), _id("screen_quote", empty=True),
    _parts("wifi"), _parts("phrases"),
)  # fmt: skip

slots = Table(
    "slots", metadata, _key("event"), _key("id"), _number("position"), _words("title"),
    _id("kind"), _time("start", empty=False), _number("length"), _parts("speakers"),
    _words("description"), _parts("links"), _words("question"), _number("room_size"),
    _parts("steps"),
    _yes("auto"), _yes("locked"), _yes("private"), _words("cue"),
    _number("least"), _yes("protected"), _number("warn"), _number("danger"),
    _number("given", empty=True),
    _time("opened_at"), _time("closed_at"), _time("ends_at"), _parts("earlier"),
)  # fmt: skip

people = Table(
    "people", metadata, _key("event"), _key("id"), _words("name"),
    _time("joined_at", empty=False), _words("organisation"), _id("language"), _id("mode"),
    _yes("quotable"), _yes("present"), _yes("unlisted"), _parts("topics"), _words("contact"),
)  # fmt: skip

rounds = Table(
    "rounds", metadata, _key("event"), _key("slot"), _id("state"),
    Column("seed", BigInteger, nullable=False), _time("drawn_at", empty=False),
    _number("draws"), _parts("receipt"), _parts("other", empty=True), _time("opened_at"),
    _time("closed_at"), _yes("revealed"), _parts("ends"), _yes("closing"), _time("checked_at"),
    _parts("repair", empty=True),
)  # fmt: skip

rooms = Table(
    "rooms", metadata, _key("event"), Column("id", String(80), primary_key=True), _id("slot"),
    _number("number"), _words("name"), _words("link"), _words("place"), _words("topic"),
    _parts("ends"), _parts("help", empty=True), _number("others"),
)  # fmt: skip

seats = Table(
    "seats", metadata, _key("event"), _key("slot"), _key("person"),
    Column("room", String(80), nullable=False),
)  # fmt: skip

sittings = Table(
    "sittings", metadata, _key("event"), _key("slot"), _key("person"), _time("arrived_at"),
    _id("manner"), _id("duty", empty=True), _time("away_at"), _number("moved_from", empty=True),
    _id("why", empty=True),
)  # fmt: skip

wishes = Table(
    "wishes", metadata, _key("event"), Column("id", String(80), primary_key=True), _parts("parts"),
)  # fmt: skip

roster = Table("roster", metadata, _key("event"), _key("id"), _parts("parts"))

messages = Table(
    "messages", metadata, _key("event"), Column("place", String(80), primary_key=True), _id("id"),
    _words("text"), _id("level"), _time("at", empty=False), _time("until"), _parts("people"),
    _parts("screens"),
)  # fmt: skip

notes = Table(
    "notes", metadata, _key("event"), _key("id"), _id("person"),
    Column("room", String(80), nullable=False), _id("slot"), _id("kind"), _words("text"),
    _time("at", empty=False), _number("order"), _number("revision"), _time("edited_at"),
    _yes("late"), _yes("table"), _yes("quotable"), _yes("withdrawn"), _yes("hidden"),
    _number("approved_revision", empty=True), _parts("supporters"), _id("theme", empty=True),
    _yes("pinned"), _id("signed"), _number("held_revision", empty=True), _parts("reporters"),
    _parts("objection", empty=True), _id("second", empty=True),
)  # fmt: skip

themes = Table(
    "themes", metadata, _key("event"), _key("id"), _number("order"), _words("label"),
    _words("title"), _parts("quotes"), _yes("hidden"), _parts("keywords"), _parts("phrases"),
    _parts("opposed"), _parts("cut", empty=True), _yes("kept"),
    Column("disputed", Boolean, nullable=True), _yes("approved"),
)  # fmt: skip

grouping = Table(
    "grouping", metadata, _key("event"), Column("id", String(80), primary_key=True), _parts("parts"),
)  # fmt: skip

desk = Table("desk", metadata, _key("event"), Column("id", String(80), primary_key=True), _parts("parts"))

dots = Table("dots", metadata, _key("event"), _key("id"), _parts("dots"))

steps = Table(
    "steps", metadata, _key("event"), Column("seq", Integer, primary_key=True),
    _time("at", empty=False), _id("name"), _parts("changes"),
)  # fmt: skip

journal = Table(
    "journal", metadata, _key("event"), Column("seq", Integer, primary_key=True),
    _id("command_id"), _time("at", empty=False), _id("role"), _id("person", empty=True),
    Column("seed", BigInteger, nullable=False), _id("name"), _parts("fields"),
    _id("about", empty=True), UniqueConstraint("event", "command_id"),
    Index("journal_about", "event", "about"),
)  # fmt: skip

templates = Table(
    "templates", metadata, _key("id"), _words("title"), _parts("plan"),
    _time("created_at", empty=False),
)  # fmt: skip

hooks = Table("hooks", metadata, _key("id"), _id("event"), _words("url"), _time("created_at", empty=False))

deliveries = Table(
    "deliveries", metadata, _key("id"), _id("hook"), _id("kind"), _words("body"),
    _time("at", empty=False), _number("attempts"), _time("next_at"), _number("status", empty=True),
    _words("why"),
)  # fmt: skip

links = Table(
    "links", metadata, _key("id"), Column("hash", String(64), nullable=False, unique=True),
    _id("role"), _id("series", empty=True), _id("event", empty=True),
    _time("created_at", empty=False), _time("revoked_at"),
)  # fmt: skip

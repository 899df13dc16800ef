"""Instants as people read them, for pages that are printed: always in the event's own zone."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from flask_babel import format_date, format_datetime


def _there(at: int, zone: str) -> datetime:
    return datetime.fromtimestamp(at / 1_000, ZoneInfo(zone))


def hour(at: int | None, zone: str) -> str:
    """The time of day there, such as 9:30; a dash for nothing."""
    if at is None:
        return "–"
    return format_datetime(_there(at, zone), "H:mm", rebase=False)


def day(at: int, zone: str) -> str:
    """The date there, such as Friday, 4 December 2026."""
    return format_date(_there(at, zone).date(), "EEEE, d MMMM y", rebase=False)


def place(zone: str) -> str:
    """A zone as people say it: America/New_York is New York."""
    return zone.rpartition("/")[2].replace("_", " ")

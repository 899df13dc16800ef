"""Local times of an agenda as instants and back; the one place that knows zones and years here."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from facilitator.agenda_text.model import Unreadable


def zone_of(name: str | None) -> tzinfo:
    """The zone of that name; `UTC+03:00` is an offset, nothing is UTC."""
    if not name:
        return UTC
    if name.startswith("UTC") and len(name) > 3:
        hours, minutes = int(name[4:6]), int(name[7:9] or 0)
        offset = timedelta(hours=hours, minutes=minutes)
        return timezone(offset if name[3] == "+" else -offset)
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        raise Unreadable(f"“{name}” is not a time zone we know.") from None


def day_of(text: str | None, today: date | None = None) -> date:
    """A date as agendas have it; without a year the next one, without a date today."""
    today = today or datetime.now(UTC).date()
    if not text:
        return today
    if not text.startswith("--"):
        return date.fromisoformat(text)
    month, day = int(text[2:4]), int(text[5:7])
    for year in range(today.year, today.year + 9):
        try:
            found = date(year, month, day)
        except ValueError:
            continue  # 29 February
        if found >= today:
            return found
    raise Unreadable(f"There is no such date: {text}.")


def span(day: date, start: str, end: str | None, zone: tzinfo) -> tuple[datetime, datetime | None]:
    """The instants of a slot; an end before the start is on the next day."""
    begin = _at(day, start, zone)
    if end is None:
        return begin, None
    return begin, _at(day + timedelta(days=end < start), end, zone)


def _at(day: date, clock: str, zone: tzinfo) -> datetime:
    hour, minute = clock.split(":")[:2]
    return datetime(day.year, day.month, day.day, int(hour), int(minute), tzinfo=zone)


def duration(start: str, end: str | None) -> str:
    """HH:MM between two times of day."""
    if end is None:
        return "00:00"
    minutes = (_minutes(end) - _minutes(start)) % (24 * 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def later(start: str, length: str) -> str | None:
    """The time of day after a duration; None after no time at all."""
    total = _minutes(length)
    end = _minutes(start) + total
    return f"{end // 60 % 24:02d}:{end % 60:02d}" if total else None


def _minutes(clock: str) -> int:
    hour, minute = clock.split(":")[:2]
    return int(hour) * 60 + int(minute)

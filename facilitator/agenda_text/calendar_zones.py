"""When an event of a calendar is: zones by every name that calendar programs give them.

It stands alone because calendars disagree here most: zones as a header, on lines of their own,
by the names of one operating system, or as bare UTC; ends as instants or as durations.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, tzinfo

from facilitator.agenda_text.model import Unreadable
from facilitator.agenda_text.times import zone_of

DESK_NAMES = {
    "Eastern Standard Time": "America/New_York", "Central Standard Time": "America/Chicago",
    "Mountain Standard Time": "America/Denver", "Pacific Standard Time": "America/Los_Angeles",
    "Atlantic Standard Time": "America/Halifax", "E. South America Standard Time": "America/Sao_Paulo",
    "Argentina Standard Time": "America/Argentina/Buenos_Aires", "SA Pacific Standard Time": "America/Bogota",
    "Central Standard Time (Mexico)": "America/Mexico_City", "GMT Standard Time": "Europe/London",
    "Greenwich Standard Time": "Africa/Abidjan", "W. Europe Standard Time": "Europe/Berlin",
    "Romance Standard Time": "Europe/Paris", "Central Europe Standard Time": "Europe/Budapest",
    "Central European Standard Time": "Europe/Warsaw", "E. Europe Standard Time": "Europe/Chisinau",
    "FLE Standard Time": "Europe/Helsinki", "GTB Standard Time": "Europe/Athens",
    "Russian Standard Time": "Europe/Moscow", "Turkey Standard Time": "Europe/Istanbul",
    "Egypt Standard Time": "Africa/Cairo", "E. Africa Standard Time": "Africa/Nairobi",
    "W. Central Africa Standard Time": "Africa/Lagos", "South Africa Standard Time": "Africa/Johannesburg",
    "Arab Standard Time": "Asia/Riyadh", "Arabian Standard Time": "Asia/Dubai",
    "India Standard Time": "Asia/Kolkata", "Pakistan Standard Time": "Asia/Karachi",
    "Bangladesh Standard Time": "Asia/Dhaka", "SE Asia Standard Time": "Asia/Bangkok",
    "China Standard Time": "Asia/Shanghai", "Singapore Standard Time": "Asia/Singapore",
    "Tokyo Standard Time": "Asia/Tokyo", "Korea Standard Time": "Asia/Seoul",
    "AUS Eastern Standard Time": "Australia/Sydney", "New Zealand Standard Time": "Pacific/Auckland",
}  # fmt: skip
"""The names that the calendars of one operating system use, for the zones met most."""


def plain_name(name: str) -> str | None:
    """The zone of that name as the rest of the house knows it, or None."""
    name = name.strip().strip('"')
    name = DESK_NAMES.get(name, name)
    try:
        zone_of(name)
    except (Unreadable, ValueError):
        return None
    return name


def named(text: str, warnings: list[str]) -> str | None:
    """The zone a calendar speaks in."""
    found = re.search(r"^(?:X-WR-TIMEZONE|VTIMEZONE|TZID|X-LIC-LOCATION)[^:\n]*:[ ]*(\S[^\n]*)$", text, re.M)
    found = found or re.search(r";TZID=(\"[^\"]+\"|[^:;\"]+)", text)
    if found is None or found[1].strip() == "none":
        return None
    known = plain_name(found[1])
    if known is None:
        warnings.append(f"The time zone “{found[1].strip()}” is not known; choose the right one.")
    return known


def duration(value: str | None) -> timedelta | None:
    """A length such as PT1H30M."""
    match = re.fullmatch(r"P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", value or "")
    if not match:
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds) or None


class Zones:
    """Instants of a calendar as local times of one zone; a zone nobody knows is said once."""

    def __init__(self, zone: tzinfo, warnings: list[str]) -> None:
        self._zone, self._warnings = zone, warnings

    def when(self, value: str | None, params: str) -> datetime | None:
        match = re.fullmatch(r"(\d{8})T(\d{4})(\d{2})?(Z?)", (value or "").strip())
        if not match:
            return None
        try:
            written = datetime.strptime(match[1] + match[2], "%Y%m%d%H%M")
        except ValueError:
            return None
        source = UTC if match[4] else self._source(params)
        return written.replace(tzinfo=source).astimezone(self._zone)

    def _source(self, params: str) -> tzinfo:
        said = re.search(r"TZID=(\"[^\"]+\"|[^;:\"]+)", params)
        if said is None:
            return self._zone
        known = plain_name(said[1])
        if known is None:
            self._warnings.append(f"The time zone “{said[1]}” is not known; times stand as written.")
            return self._zone
        return zone_of(known)

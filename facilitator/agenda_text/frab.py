"""The conference schedule format of frab and pretalx: JSON in and out, XML in."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, tzinfo
from typing import Any
from xml.etree import ElementTree

from facilitator.agenda_text.kinds import kind_of
from facilitator.agenda_text.model import Agenda, Day, Slot, Speaker, Unreadable, several
from facilitator.agenda_text.times import day_of, duration, later, span, zone_of

NAMESPACE = uuid.UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")  # RFC 4122's own, for addresses
LARGEST_XML = 8 << 20


def read_json(text: str) -> Agenda:
    """The agenda in a schedule.json; Unreadable for another kind of JSON."""
    try:
        found = json.loads(text)
        conference = found["schedule"]["conference"]
        days = conference.get("days") or found["schedule"].get("days") or []
        rooms = bool(days) and "rooms" in days[0]
        made = [_day(day) for day in days] if rooms else list(_flat(found["schedule"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Unreadable("This is not a conference schedule in JSON.") from None
    if not any(day.slots for day in made):
        raise Unreadable("There is no event in this schedule.")
    zone = conference.get("time_zone_name")
    return Agenda(timezone=zone, days=tuple(made), warnings=tuple(_doubts(zone, conference)))


def _doubts(zone: str | None, conference: Mapping[str, Any]) -> Iterator[str]:
    """What is unsure about the times: no zone, or offsets that are not that zone's."""
    if not zone:
        yield "The file names no time zone; choose the right one."
        return
    for day in conference.get("days") or []:
        for events in (day.get("rooms") or {}).values():
            for event in events:
                said = str(event.get("date") or "")
                there = f"{said[:16]}{_offset(said, zone)}"
                if re.search(r"[+-]\d\d:\d\d$", said) and not said.endswith(there[16:]):
                    yield f"The file says {zone}, but its times are at {said[-6:]}; they stand as written."
                    return


def _offset(said: str, zone: str) -> str:
    """+02:00, the offset of a zone at a local time."""
    try:
        there = datetime.fromisoformat(said[:16]).replace(tzinfo=zone_of(zone))
    except ValueError:
        return ""
    return f"{there.isoformat()[-6:]}"


def _day(day: Mapping[str, Any]) -> Day:
    rows = [(room, event) for room, events in day["rooms"].items() for event in events]
    rows.sort(key=lambda row: (str(row[1].get("date") or row[1]["start"]), row[0]))
    date = day.get("date")
    ours = day.get("facilitator") or {}
    slots = tuple(_slot(room, event) for room, event in _in_order(rows))
    return Day(title=ours.get("title", day.get("title")), date=ours.get("date", date), slots=slots)


def _in_order(rows: list[Any]) -> list[Any]:
    return sorted(rows, key=lambda row: row[1].get("facilitator", {}).get("order", 0))


def _slot(room: str, event: Mapping[str, Any]) -> Slot:
    ours = event.get("facilitator") or {}
    exact = tuple(Speaker(*row) for row in ours.get("persons") or ())
    speakers = exact or tuple(_persons(event.get("persons") or []))
    start = str(event["start"])[:5].zfill(5)
    title = str(event["title"])
    return Slot(
        start=start, end=later(start, str(event.get("duration") or "00:00")), title=title,
        kind=ours.get("kind") or kind_of(f"{title} {event.get('type') or ''}", len(speakers)),
        speakers=speakers, room=ours.get("room", room or None),
        description=ours.get("description", _told(event)),
        links=tuple(link["url"] for link in event.get("links") or [] if isinstance(link, dict)),
        end_inferred=bool(ours.get("end_inferred")), id=ours.get("id"),
        settings=ours.get("settings") or {},
    )  # fmt: skip


def _told(event: Mapping[str, Any]) -> str | None:
    """All that is written of an event, each thing once and without markup."""
    parts = (event.get(name) for name in ("subtitle", "abstract", "description"))
    texts = [re.sub(r"<[^<>]*>", "", str(part)).strip() for part in parts if part]
    return "\n\n".join(dict.fromkeys(text for text in texts if text)) or None


def _persons(persons: list[Any]) -> Iterator[Speaker]:
    for person in persons:
        if isinstance(person, dict):
            name = person.get("public_name") or person.get("name") or person.get("full_public_name")
            org = person.get("organization") or None
            if name and not org:
                [found, *_] = several(name.replace(",", "‚"))  # one person, whatever the comma
                name, org = (found.name or name).replace("‚", ","), found.org
            if name or org:
                role = person.get("role")
                yield Speaker(name or None, org, None if str(role).lower() == "speaker" else role)


def _flat(schedule: Mapping[str, Any]) -> Iterator[Day]:
    """The newer form: one list of events with start and end as instants."""
    zone = zone_of(schedule["conference"].get("time_zone_name"))
    by_date: dict[str, list[Slot]] = {}
    for event in sorted(schedule["events"], key=lambda event: str(event["start"])):
        start, end = _instant(event["start"], zone), _instant(event.get("end"), zone)
        if start is None:
            raise ValueError
        names = tuple(_persons(event.get("participants") or event.get("persons") or []))
        room = event.get("room")
        room = room.get("name") if isinstance(room, dict) else room
        title = str(event.get("title") or event.get("name"))
        by_date.setdefault(f"{start:%Y-%m-%d}", []).append(Slot(
            start=f"{start:%H:%M}", end=f"{end:%H:%M}" if end else None, title=title,
            kind=kind_of(title, len(names)), speakers=names, room=room, description=_told(event),
        ))  # fmt: skip
    for date, slots in by_date.items():
        yield Day(title=None, date=date, slots=tuple(slots))


def _instant(said: object, zone: tzinfo) -> datetime | None:
    found = datetime.fromisoformat(str(said)) if said else None
    return found if found is None or found.tzinfo is None else found.astimezone(zone)


def read_xml(text: str) -> Agenda:
    """The agenda in a schedule.xml. Documents with a DOCTYPE are refused: it could name files."""
    if len(text) > LARGEST_XML or re.search(r"<!(?:DOCTYPE|ENTITY)", text, re.I):
        raise Unreadable("This XML is too large or has a DOCTYPE, which is not read.")
    try:
        root = ElementTree.fromstring(text.encode())
    except ElementTree.ParseError as error:
        raise Unreadable(f"This is not XML: {error}.") from None
    days = []
    for day in root.iter("day"):
        seen: dict[tuple[str, str], Slot] = {}
        for room in day.iter("room"):
            for event in room.findall("event"):
                slot = _xml_slot(room.get("name") or "", event)
                if slot:  # what stands in every room is one slot for all
                    seen.setdefault((slot.start, slot.title), slot)
        slots = tuple(sorted(seen.values(), key=lambda slot: slot.start))
        days.append(Day(title=None, date=day.get("date"), slots=slots))
    if not any(day.slots for day in days):
        raise Unreadable("There is no event in this schedule.")
    zone = root.findtext("conference/time_zone_name")
    doubts = () if zone else ("The file names no time zone; choose the right one.",)
    days = [day for day in days if day.slots]
    return Agenda(timezone=zone, days=tuple(days), warnings=doubts)


def _xml_slot(room: str, event: ElementTree.Element) -> Slot | None:
    start, title = event.findtext("start"), (event.findtext("title") or "").strip()
    if not start or not title or not re.fullmatch(r"\d{1,2}:\d{2}", start):
        return None
    people = tuple(one for person in event.iter("person") for one in several(person.text or ""))
    start = start.zfill(5)
    length = event.findtext("duration") or "00:00"
    return Slot(
        start=start, end=later(start, length if re.fullmatch(r"\d+:\d{2}", length) else "00:00"), title=title,
        kind=kind_of(title, len(people)), speakers=people, room=room or None,
        description=_told({child.tag: child.text for child in event}),
        links=tuple(link.get("href") or "" for link in event.iter("link") if link.get("href")),
    )  # fmt: skip


def write_json(agenda: Agenda) -> str:
    """The agenda as schedule.json; what the format has no word for stands under `facilitator`."""
    dates = [day_of(day.date) for day in agenda.days]
    rooms = sorted({slot.room or "Main" for day in agenda.days for slot in day.slots})
    conference = {
        "acronym": "event", "title": agenda.days[0].title or "Event" if agenda.days else "Event",
        "start": f"{min(dates)}" if dates else None, "end": f"{max(dates)}" if dates else None,
        "daysCount": len(agenda.days), "timeslot_duration": "00:05",
        "time_zone_name": agenda.timezone,
        "rooms": [{"name": room, "guid": _guid(room)} for room in rooms],
        "days": [_written(agenda, day, index) for index, day in enumerate(agenda.days)],
    }  # fmt: skip
    made = {"schedule": {"version": "1", "base_url": "", "conference": conference}}
    return json.dumps(made, ensure_ascii=False, indent=1)


def _guid(text: str) -> str:
    return str(uuid.uuid5(NAMESPACE, text))


def _written(agenda: Agenda, day: Day, index: int) -> dict[str, Any]:
    zone, date = zone_of(agenda.timezone), day_of(day.date)
    rooms: dict[str, list[Any]] = {}
    for number, slot in enumerate(day.slots):
        begin, _ = span(date, slot.start, slot.end, zone)
        guid = _guid(slot.id or f"{day.title}|{index}|{number}|{slot.title}")
        rooms.setdefault(slot.room or "Main", []).append({
            "id": index * 1_000 + number + 1, "guid": guid, "date": begin.isoformat(), "start": slot.start,
            "duration": duration(slot.start, slot.end), "room": slot.room or "Main", "slug": guid[:8], "url": "",
            "title": slot.title, "subtitle": "", "track": None, "type": slot.kind, "language": None,
            "abstract": slot.description or "", "description": "", "recording_license": "", "do_not_record": False,
            "persons": [{"id": n, "public_name": s.name or "", "organization": s.org, "role": s.role}
                        for n, s in enumerate(slot.speakers, 1)],
            "links": [{"title": link, "url": link} for link in slot.links], "attachments": [],
            "facilitator": {"kind": slot.kind, "order": number, "room": slot.room, "end_inferred": slot.end_inferred,
                            "description": slot.description, "id": slot.id, "settings": dict(slot.settings),
                            "persons": [[s.name, s.org, s.role] for s in slot.speakers]},
        })  # fmt: skip
    start, end = (
        span(date, "00:00", None, zone)[0],
        span(date + timedelta(days=1), "00:00", None, zone)[0],
    )
    return {"index": index + 1, "date": f"{date}", "day_start": start.isoformat(), "day_end": end.isoformat(),
            "facilitator": {"title": day.title, "date": day.date}, "rooms": rooms}  # fmt: skip

"""The agenda as it was read: days, slots, speakers, and what could not be decided."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


class Unreadable(ValueError):
    """A text or file no agenda can be read from; its message is one sentence for a person."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody on the programme; `name` None where only the organisation is known."""

    name: str | None
    org: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A line of the agenda; `start` and `end` are local times, HH:MM.

    `id` is known of slots that come from one of our own files, and so are `settings`: what only
    we have words for, such as the question for the rooms. `line` is where it was read.
    """

    start: str
    end: str | None
    title: str
    kind: str = "other"
    speakers: tuple[Speaker, ...] = ()
    description: str | None = None
    room: str | None = None
    links: tuple[str, ...] = ()
    end_inferred: bool = False
    id: str | None = None
    settings: Mapping[str, object] = field(default_factory=dict)
    line: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day or part; `date` is YYYY-MM-DD, --MM-DD without a year, or None."""

    title: str | None
    date: str | None
    slots: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """`warnings` name the line they come from; `notices` is text that is no programme."""

    timezone: str | None
    days: tuple[Day, ...]
    warnings: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()

    def as_json(self, lines: bool = False) -> dict[str, Any]:
        """The agenda as plain JSON; with `lines` each slot says in which line it was read."""
        days = [{"title": day.title, "date": day.date,
                 "slots": [{**_slot(s), **({"line": s.line} if lines and s.line else {})}
                           for s in day.slots]}
                for day in self.days]  # fmt: skip
        return {"timezone": self.timezone, "warnings": list(self.warnings), "days": days}


def _slot(slot: Slot) -> dict[str, Any]:
    speakers = [{"name": s.name, "org": s.org, "role": s.role} for s in slot.speakers]
    made = {
        "start": slot.start, "end": slot.end, "title": slot.title, "kind": slot.kind,
        "speakers": speakers, "description": slot.description, "room": slot.room,
        "links": list(slot.links),
    }  # fmt: skip
    more = {"id": slot.id, "settings": dict(slot.settings), "end_inferred": slot.end_inferred}
    return {**made, **{name: value for name, value in more.items() if value}}


def several(names: str) -> list[Speaker]:
    """“Ana Silva (Motriz), Ben Okri” as people; a comma inside one name is no “and”."""
    parts = [part.strip() for part in names.split(",")]
    if any(" " not in part for part in parts):
        parts = [names.strip()]
    return [_with_org(part) for part in parts if part]


def _with_org(name: str) -> Speaker:
    found = re.fullmatch(r"(.+?) \(([^()]+)\)", name)
    return Speaker(found[1], found[2]) if found else Speaker(name)


def from_json(found: Mapping[str, Any]) -> Agenda:
    """The agenda in such JSON; Unreadable when it is another kind of JSON."""
    try:
        if not isinstance(found["days"], Sequence) or isinstance(found["days"], str):
            raise TypeError
        days = tuple(
            Day(title=day.get("title"), date=day.get("date"),
                slots=tuple(_slot_from(slot) for slot in day["slots"]))
            for day in found["days"]
        )  # fmt: skip
        return Agenda(timezone=found.get("timezone"), days=days,
                      warnings=tuple(found.get("warnings") or ()))  # fmt: skip
    except (KeyError, TypeError, AttributeError, ValueError):
        raise Unreadable("This JSON is not an agenda: it needs days with slots.") from None


def _clock(text: object) -> str:
    """A time of day as HH:MM; ValueError for anything else."""
    hour, minute = str(text).split(":")[:2]
    if not (0 <= int(hour) < 24 and 0 <= int(minute) < 60):
        raise ValueError
    return f"{int(hour):02d}:{int(minute):02d}"


def _slot_from(slot: Mapping[str, Any]) -> Slot:
    speakers = tuple(Speaker(s.get("name"), s.get("org"), s.get("role"))
                     for s in slot.get("speakers") or ())  # fmt: skip
    return Slot(
        start=_clock(slot["start"]), end=_clock(slot["end"]) if slot.get("end") else None, title=str(slot["title"]),
        kind=slot.get("kind") or "other", speakers=speakers,
        description=slot.get("description"), room=slot.get("room"),
        links=tuple(slot.get("links") or ()), end_inferred=bool(slot.get("end_inferred")),
        id=slot.get("id"), settings=dict(slot.get("settings") or {}), line=slot.get("line"),
    )  # fmt: skip

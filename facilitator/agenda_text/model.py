"""The agenda as it was read: days, slots, speakers, and what could not be decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
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
    """A line of the agenda; `start` and `end` are local times, HH:MM."""

    start: str
    end: str | None
    title: str
    kind: str = "other"
    speakers: tuple[Speaker, ...] = ()
    description: str | None = None
    room: str | None = None
    links: tuple[str, ...] = ()
    end_inferred: bool = False


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

    def as_json(self) -> dict[str, Any]:
        """The agenda as plain JSON."""
        days = [{"title": day.title, "date": day.date, "slots": [_slot(s) for s in day.slots]}
                for day in self.days]  # fmt: skip
        return {"timezone": self.timezone, "warnings": list(self.warnings), "days": days}


def _slot(slot: Slot) -> dict[str, Any]:
    speakers = [{"name": s.name, "org": s.org, "role": s.role} for s in slot.speakers]
    made = {
        "start": slot.start, "end": slot.end, "title": slot.title, "kind": slot.kind,
        "speakers": speakers, "description": slot.description, "room": slot.room,
        "links": list(slot.links),
    }  # fmt: skip
    return {**made, "end_inferred": True} if slot.end_inferred else made


def from_json(found: Mapping[str, Any]) -> Agenda:
    """The agenda in such JSON; Unreadable when it is another kind of JSON."""
    try:
        days = tuple(
            Day(title=day.get("title"), date=day.get("date"),
                slots=tuple(_slot_from(slot) for slot in day["slots"]))
            for day in found["days"]
        )  # fmt: skip
        return Agenda(timezone=found.get("timezone"), days=days,
                      warnings=tuple(found.get("warnings") or ()))  # fmt: skip
    except (KeyError, TypeError, AttributeError):
        raise Unreadable("This JSON is not an agenda: it needs days with slots.") from None


def _slot_from(slot: Mapping[str, Any]) -> Slot:
    speakers = tuple(Speaker(s.get("name"), s.get("org"), s.get("role"))
                     for s in slot.get("speakers") or ())  # fmt: skip
    return Slot(
        start=str(slot["start"]), end=slot.get("end"), title=str(slot["title"]),
        kind=slot.get("kind") or "other", speakers=speakers,
        description=slot.get("description"), room=slot.get("room"),
        links=tuple(slot.get("links") or ()), end_inferred=bool(slot.get("end_inferred")),
    )  # fmt: skip

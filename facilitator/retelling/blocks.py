"""What the account of an event tells, block by block, without saying how a block looks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from flask_babel import gettext as _
from flask_babel import ngettext

from facilitator.domain.event import Event
from facilitator.report import report


@dataclass(frozen=True, slots=True)
class Heading:
    """A title; level 1 is the account's own."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Quotes:
    """Exact words of participants, each with where they were said."""

    said: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; the first cell of a row names it."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]] = field(default_factory=tuple)


Block = Heading | Paragraph | Quotes | Grid


def told(event: Event) -> list[Block]:
    """The account, from the title to who was here."""
    account = report(event)
    return [
        Heading(account["title"], 1), Paragraph(_when(account)), Paragraph(_figures(account)),
        *_themes(account), *_times(account), *_rooms(account), *_connections(account), *_people(account),
    ]  # fmt: skip


def _at(instant: int | None, zone: str, pattern: str = "%H:%M") -> str:
    if instant is None:
        return ""  # still on
    return datetime.fromtimestamp(instant / 1_000, ZoneInfo(zone)).strftime(pattern)


def _when(account: dict[str, Any]) -> str:
    zone, first, last = account["timezone"], account["agenda"][0], account["agenda"][-1]
    start = account["started_at"] or first["planned_start"]
    end = account["ended_at"] or last["planned_end"]
    when = f"{_at(start, zone, '%Y-%m-%d %H:%M')}–{_at(end, zone)} ({zone})"
    return f"{account['host_name']}. {when}" if account["host_name"] else when


def _figures(account: dict[str, Any]) -> str:
    counts = (
        ngettext("%(num)d person", "%(num)d people", len(account["people"])),
        ngettext("%(num)d organisation", "%(num)d organisations", len(account["organisations"])),
        ngettext("%(num)d room", "%(num)d rooms", sum(r["room_count"] for r in account["rounds"])),
        ngettext("%(num)d note", "%(num)d notes", account["notes"]["written"]),
        ngettext("%(num)d theme", "%(num)d themes", len(account["themes"])),
    )
    return ", ".join(counts)


def _room(number: int) -> str:
    return _("Room %(number)d", number=number)


def _themes(account: dict[str, Any]) -> Iterator[Block]:
    yield Heading(_("What the rooms said"))
    for theme in account["themes"]:
        yield Heading(_("“%(words)s”", words=theme["title"]) if theme["quoted"] else theme["title"], 3)
        rooms = ", ".join(map(_room, theme["rooms"]))
        count = ngettext("%(num)d note", "%(num)d notes", theme["notes"])
        by = _("Named by %(model)s, and taken over by the host.", model=theme["named_by"]) if theme["named_by"] else ""
        yield Paragraph(f"{count}. {rooms} {by}".rstrip())
        yield Quotes([(q["text"], _signed(q, _room(q["room"]))) for q in theme["quotes"]])
    if not account["themes"]:
        yield Paragraph(_("No themes yet."))


def _times(account: dict[str, Any]) -> Iterator[Block]:
    zone = account["timezone"]
    yield Heading(_("Planned and actual"))
    yield Grid(
        (_("Slot"), _("Planned"), _("Actual"), _("Speakers")),
        [
            (slot["title"],
             _span(slot["planned_start"], slot["planned_end"], zone),
             "; ".join([*(_span(span["start"], span["end"], zone) for span in slot["ran_before"]),
                        _span(slot["actual_start"], slot["actual_end"], zone)]),
             "; ".join(_speaker(speaker) for speaker in slot["speakers"]))
            for slot in account["agenda"]
        ],
    )  # fmt: skip


def _span(start: int | None, end: int | None, zone: str) -> str:
    return _("not run") if start is None else f"{_at(start, zone)}–{_at(end, zone)}"


def _speaker(speaker: dict[str, str | None]) -> str:
    return ", ".join(part for part in (speaker["name"], speaker["org"]) if part)


def _rooms(account: dict[str, Any]) -> Iterator[Block]:
    titles = {slot["id"]: slot["title"] for slot in account["agenda"]}
    for made in account["rounds"]:
        yield Heading(titles.get(made["slot"], _("Rooms")))
        for room in made["rooms"]:
            name = _room(room["number"])
            yield Heading(f"{name}: {room['name']}" if room["name"] else name, 3)
            people = ngettext("%(num)d person", "%(num)d people", room["people"])
            yield Paragraph(", ".join((people, *room["organisations"])))
            yield Quotes([(n["text"], _signed(n, n["theme"] or "")) for n in room["notes"]])


def _signed(note: dict[str, Any], where: str) -> str:
    """Where a note belongs, after its author's name if it is signed, and for whom it was written."""
    table = _("for the whole room") if note.get("table") else ""
    return ", ".join(part for part in (note.get("author", ""), where, table) if part)


def _people(account: dict[str, Any]) -> Iterator[Block]:
    yield Heading(_("Who was here"))
    where = {"onsite": _("in the room"), "online": _("online"), "": ""}
    rows = [(p["name"], p["organisation"], where[p["mode"]]) for p in account["people"]]
    yield Grid((_("Name"), _("Organisation"), _("Where")), rows)


def _connections(account: dict[str, Any]) -> Iterator[Block]:
    made = account["connections"]
    if made:
        yield Heading(_("Connections made"))
        rows = [
            (_("People of different organisations who shared a room, in pairs"), str(made["connections"])),
            (_("Of these, for the first time in the series"), str(made["new"])),
            (_("Share of what the rounds made possible"), f"{made['share']} %"),
            (_("Pairs of organisations that met"), f"{made['bridged']} / {made['bridges_possible']}"),
            (_("Everybody met at least, in people"), str(made["fewest_met"])),
            (_("Half of all people met at least, in people"), str(made["median_met"])),
            (_("People who met nobody"), str(made["met_nobody"])),
        ]
        yield Grid((_("Measure"), _("Figure")), rows)

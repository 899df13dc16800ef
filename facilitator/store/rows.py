"""Values of the domain as rows, and rows as values again: the one place where both meet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any

from facilitator.domain.agenda import Link, Slot, Speaker
from facilitator.domain.clock import Clock
from facilitator.domain.event import (
    Draft,
    Event,
    Note,
    Objection,
    Person,
    Room,
    Round,
    Screen,
    Sequel,
    Wifi,
)  # fmt: skip
from facilitator.domain.messages import Message, Phrase
from facilitator.domain.shelf import Shelf
from facilitator.domain.steps import Change, ClockStep
from facilitator.store import attendance, groupings, hosting, preparing

Row = dict[str, Any]


def _plain(value: Any, *without: str) -> Row:
    return {name: getattr(value, name) for name in value.__slots__ if name not in without}


def event_row(event: Event) -> Row:
    """The event's own row."""
    clock, screen = event.clock, event.screen
    return {
        **{name: getattr(event, name) for name in (
            "id", "series", "seq", "title", "code", "timezone", "created_at", "about",
            "host_name", "door_open", "promised_end", "show_offset", "started_at", "ended_at")},
        "sequel": asdict(event.sequel) if event.sequel else None,
        "wifi": asdict(event.wifi),
        "clock_slot": clock.slot if clock else None,
        "clock_since": clock.since if clock else None,
        "clock_ends_at": clock.ends_at if clock else None,
        "clock_paused_at": clock.paused_at if clock else None,
        "screen_blank": screen.blank, "screen_scene": screen.scene,
        "screen_spotlight": screen.spotlight, "screen_automatic": screen.automatic,
        "phrases": [asdict(phrase) for phrase in event.phrases],
        "screen_quote": screen.quote,
    }  # fmt: skip


def slot_rows(event: Event) -> dict[str, Row]:
    return {slot.id: {"position": position, **_plain(slot, "speakers", "links", "steps", "earlier"),
                      **attendance.steps_row(slot.steps),
                      "speakers": [asdict(speaker) for speaker in slot.speakers],
                      "links": [asdict(link) for link in slot.links],
                      "earlier": [list(span) for span in slot.earlier]}
            for position, slot in enumerate(event.slots)}  # fmt: skip


def person_row(person: Person) -> Row:
    return {**_plain(person, "notes"), "topics": list(person.topics)}


def round_row(made: Round) -> Row:
    return {**_plain(made, "rooms", "seats", "sittings"), "receipt": dict(made.receipt),
            **attendance.round_part(made),
            "other": asdict(made.other) if made.other else None}  # fmt: skip


def room_row(room: Room, slot: str) -> Row:
    return {**_plain(room, "notes", "table"), "slot": slot, "place": room.table,
            **attendance.room_part(room)}  # fmt: skip


def note_row(note: Note) -> Row:
    sets = {"supporters": sorted(note.supporters), "reporters": sorted(note.reporters)}
    objection = asdict(note.objection) if note.objection else None
    return {**_plain(note, *sets, "objection"), **sets, "objection": objection}


def step_rows(event: Event) -> dict[int, Row]:
    return {step.seq: {**_plain(step, "seq", "changes"),
                       "changes": [asdict(each) for each in step.changes]}
            for step in event.steps}  # fmt: skip


def steps_from(found: Iterable[Mapping[str, Any]]) -> tuple[ClockStep, ...]:
    ordered = sorted(found, key=lambda row: row["seq"])
    return tuple(ClockStep(**{**_without(row), "changes": tuple(Change(**one) for one in row["changes"])})
                 for row in ordered)  # fmt: skip


def message_rows(event: Event) -> dict[str, Row]:
    return {place: {**_plain(one, "people", "screens"), "people": sorted(one.people),
                    "screens": list(one.screens)}
            for place, one in event.messages.items()}  # fmt: skip


def _message(row: Mapping[str, Any]) -> Message:
    shown = {"people": frozenset(row["people"]), "screens": tuple(row["screens"])}
    return Message(**{**_without(row), **shown})


def _maybe(make: Callable[..., Any], fields: Mapping[str, Any] | None) -> Any:
    return make(**fields) if fields else None


def _without(row: Mapping[str, Any], *names: str) -> Row:
    return {name: value for name, value in row.items() if name not in ("event", *names)}


def _slot(row: Mapping[str, Any]) -> Slot:
    speakers = tuple(Speaker(**speaker) for speaker in row["speakers"])
    links = tuple(Link(**link) for link in row["links"])
    earlier = tuple((opened, closed) for opened, closed in row["earlier"])
    return Slot(**{**_without(row, "position"), "speakers": speakers, "links": links, "earlier": earlier,
                   "steps": attendance.steps_from(row["steps"])})  # fmt: skip


def _person(row: Mapping[str, Any], notes: tuple[str, ...]) -> Person:
    return Person(**{**_without(row), "topics": tuple(row["topics"])}, notes=notes)


def _note(row: Mapping[str, Any]) -> Note:
    sets = {name: frozenset(row[name]) for name in ("supporters", "reporters")}
    return Note(**{**_without(row), **sets, "objection": _maybe(Objection, row["objection"])})


def _ids_by(notes: Iterable[Note], field: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for note in sorted(notes, key=lambda note: note.order):
        found.setdefault(getattr(note, field), []).append(note.id)
    return {key: tuple(ids) for key, ids in found.items()}


def event_from(rows: Mapping[str, list[Mapping[str, Any]]]) -> Event:
    """The event that its rows, by table, make; derived indexes are made anew."""
    own = rows["events"][0]
    notes = Shelf((row["id"], _note(row)) for row in rows["notes"])
    by_person = _ids_by(notes.values(), "person")
    clock = Clock(own["clock_slot"], own["clock_since"], own["clock_ends_at"],
                  own["clock_paused_at"]) if own["clock_slot"] else None  # fmt: skip
    plain = {name: value for name, value in own.items()
             if not name.startswith(("clock_", "screen_"))}  # fmt: skip
    return Event(**{
        **plain, "clock": clock, "notes": notes,
        "slots": tuple(_slot(row) for row in sorted(rows["slots"], key=lambda r: r["position"])),
        "sequel": _maybe(Sequel, own["sequel"]),
        "wifi": Wifi(**own["wifi"]),
        "messages": {row["place"]: _message(row) for row in rows["messages"]},
        "phrases": tuple(Phrase(**phrase) for phrase in own["phrases"]),
        "screen": Screen(own["screen_blank"], own["screen_scene"], own["screen_spotlight"],
                         own["screen_quote"], own["screen_automatic"]),
        **hosting.desk_from(rows["desk"]),
        "dots": Shelf((row["id"], dict(row["dots"])) for row in rows["dots"]),
        "people": Shelf((row["id"], _person(row, by_person.get(row["id"], ())))
                        for row in rows["people"]),
        "roster": preparing.roster_from(rows["roster"]),
        "wishes": preparing.wishes_from(rows["wishes"]),
        "rounds": _rounds(rows, notes),
        "themes": {row["id"]: groupings.theme_from(_without(row)) for row in rows["themes"]},
        "grouping": groupings.grouping_from(rows["grouping"]),
        "steps": steps_from(rows["steps"]),
    })  # fmt: skip


def _rounds(rows: Mapping[str, list[Mapping[str, Any]]], notes: Shelf[Note]) -> dict[str, Round]:
    by_room, rooms, seats = _ids_by(notes.values(), "room"), {}, {}  # type: ignore[var-annotated]
    for row in sorted(rows["rooms"], key=lambda row: row["number"]):
        room = Room(**{**_without(row, "slot", "place"), **attendance.room_facts(row)}, table=row["place"],
                    notes=by_room.get(row["id"], ()))  # fmt: skip
        rooms.setdefault(row["slot"], []).append(room)
    sittings = attendance.sittings_from(rows["sittings"])
    for row in rows["seats"]:
        seats.setdefault(row["slot"], []).append((row["person"], row["room"]))
    return {
        row["slot"]: Round(**{**_without(row), **attendance.round_facts(row), "other": _maybe(Draft, row["other"])},
                           sittings=sittings.get(row["slot"], Shelf()),
                           rooms=tuple(rooms.get(row["slot"], ())),
                           seats=Shelf(seats.get(row["slot"], ())))
        for row in rows["rounds"]
    }  # fmt: skip

"""Making the event and changing its plan, also while it runs."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from facilitator.domain import agenda, commands
from facilitator.domain.agenda import MINUTE, Slot, Slots
from facilitator.domain.event import Event, Wifi
from facilitator.domain.messages import FIRST_PHRASES
from facilitator.domain.stamp import Refused, Stamp


def blank_event(event_id: str) -> Event:
    """What `event.create` is performed on: an event of which only the id is known."""
    return Event(id=event_id, series="", title="", code="", timezone="UTC", created_at=0)


def _slot(plan: commands.planning.SlotPlan) -> Slot:
    return Slot(
        id=plan.id, title=plan.title, kind=plan.kind, start=plan.start,
        length=plan.minutes * MINUTE, speakers=plan.speakers, description=plan.description,
        links=plan.links, question=plan.question, room_size=plan.room_size, auto=plan.auto,
        steps=plan.steps,
        locked=plan.locked, private=plan.private, cue=plan.cue, least=plan.least,
        protected=plan.protected, warn=plan.warn, danger=plan.danger,
    )  # fmt: skip


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Refused("zone", "“{zone}” is not a time zone we know.", zone=name) from None
    return name


def _check(slots: Slots) -> None:
    if not slots:
        raise Refused("empty", "An agenda needs at least one slot.")
    if len({slot.id for slot in slots}) < len(slots):
        raise Refused("taken", "Two slots have the same id.")


def create(event: Event, command: commands.planning.CreateEvent, stamp: Stamp) -> Event:
    if event.seq:
        raise Refused("exists", "This event exists already.")
    slots = tuple(_slot(plan) for plan in command.slots)
    _check(slots)
    return replace(
        event, series=command.series, title=command.title, code=command.code,
        timezone=_known_zone(command.timezone), about=command.about, sequel=command.sequel,
        host_name=command.host_name, created_at=stamp.at, phrases=FIRST_PHRASES,
        slots=tuple(sorted(slots, key=lambda slot: slot.start)),
    )  # fmt: skip


def _network(wifi: Wifi, command: commands.planning.EditEvent) -> Wifi:
    given = {"name": command.wifi_name, "password": command.wifi_password, "shown": command.wifi_shown}
    return replace(wifi, **{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]


def edit(event: Event, command: commands.planning.EditEvent, stamp: Stamp) -> Event:
    zone = _known_zone(command.timezone) if command.timezone is not None else event.timezone
    return replace(
        event,
        title=event.title if command.title is None else command.title,
        about=event.about if command.about is None else command.about,
        host_name=event.host_name if command.host_name is None else command.host_name,
        sequel=event.sequel if command.sequel is None else command.sequel,
        wifi=_network(event.wifi, command),
        show_offset=event.show_offset if command.show_offset is None else command.show_offset,
        timezone=zone,
    )


def open_door(event: Event, command: commands.planning.OpenDoor, stamp: Stamp) -> Event:
    return replace(event, door_open=True)


def close_door(event: Event, command: commands.planning.CloseDoor, stamp: Stamp) -> Event:
    return replace(event, door_open=False)


def _not_before_now(event: Event, slots: Slots, put: str) -> Event:
    """Refuse an agenda in which the slot that was put somewhere stands before what is on, or ran."""
    ran = [place for place, slot in enumerate(slots) if slot.opened_at is not None]
    now = agenda.position(slots, event.clock.slot) if event.clock else max(ran, default=-1)
    if agenda.position(slots, put) < now:
        raise Refused("ran", "What already ran stays before what is to come.")
    return replace(event, slots=slots)


def add_slot(event: Event, command: commands.planning.AddSlot, stamp: Stamp) -> Event:
    return _not_before_now(event, agenda.added(event.slots, _slot(command.slot), command.before), command.slot.id)


def edit_slot(event: Event, command: commands.planning.EditSlot, stamp: Stamp) -> Event:
    old = agenda.find(event.slots, command.slot)
    names = (
        "title", "kind", "start", "speakers", "description", "links", "question", "room_size", "steps",
        "auto", "locked", "private", "least", "protected", "warn",
        "danger", "cue",
    )  # fmt: skip
    given = {name: getattr(command, name) for name in names}
    new = replace(old, **{name: value for name, value in given.items() if value is not None})
    if command.minutes is not None:
        new = replace(new, length=command.minutes * MINUTE, given=None)
    if old.opened_at is not None and (new.start, new.kind) != (old.start, old.kind):
        raise Refused("ran", "This slot already ran or is running; its plan stays on the record.")
    event = replace(event, slots=agenda.edited(event.slots, new))
    if event.clock is None or event.clock.slot != new.id:
        return event
    return replace(event, clock=event.clock.nudged(new.lasts - old.lasts, stamp.at))


def _without(event: Event, gone: Set[str]) -> Event:
    """The event without the rooms and wishes of slots that go; refused when a room holds notes."""
    if any(note.slot in gone for note in event.notes.values()):
        raise Refused("ran", "Notes were written in this slot's rooms. It stays on the record.")
    rounds = {slot: made for slot, made in event.rounds.items() if slot not in gone}
    plans = {slot: plan for slot, plan in event.wishes.plans.items() if slot not in gone}
    return replace(event, rounds=rounds, wishes=replace(event.wishes, plans=plans))


def remove_slot(event: Event, command: commands.planning.RemoveSlot, stamp: Stamp) -> Event:
    slots = agenda.removed(event.slots, command.slot)
    return replace(_without(event, {command.slot}), slots=slots)


def move_slot(event: Event, command: commands.planning.MoveSlot, stamp: Stamp) -> Event:
    return _not_before_now(event, agenda.moved(event.slots, command.slot, command.before), command.slot)


def replace_agenda(event: Event, command: commands.planning.ReplaceAgenda, stamp: Stamp) -> Event:
    ran = tuple(slot for slot in event.slots if slot.opened_at is not None)
    known = {slot.id for slot in ran}
    coming = sorted((_slot(p) for p in command.slots if p.id not in known), key=lambda s: s.start)
    slots = ran + tuple(coming)
    _check(slots)
    gone = {slot.id for slot in event.slots} - {slot.id for slot in slots}
    return replace(_without(event, gone), slots=slots)

"""The hall: what everybody may know. Title, agenda, clock, whether rooms are open."""

from __future__ import annotations

from typing import Any

from facilitator.domain.agenda import Link, Slot, Slots, Speaker
from facilitator.domain.clock import Clock
from facilitator.domain.event import Event, Round, Sequel
from facilitator.domain.messages import Message
from facilitator.domain.room_steps import Step
from facilitator.domain.slip import promised
from facilitator.screens import acquainted, poll
from facilitator.screens.memory import remembered


def view(event: Event) -> dict[str, Any]:
    """{event, status, slots, door, clock?, rooms?, topics?, message?, dots?, reader?, sequel?}"""
    made: dict[str, Any] = {
        "event": _event(event.id, event.title, event.code, event.timezone, event.about,
                        event.host_name),
        "status": event.status,
        "door": "open" if event.door_open else "closed",
        "slots": _slots(event.slots),
        "promised_end": promised(event),
        "show_offset": event.show_offset,
    }  # fmt: skip
    if event.ended_at is not None:
        made["ended_at"] = event.ended_at
    if event.clock:
        made["clock"] = clock(event.clock)
    if event.open_round:
        made["rooms"] = _open(event.open_round)
    if "phones" in event.messages:
        made["message"] = message(event.messages["phones"])
    if topics := acquainted.asked(event):
        made["topics"] = topics
    if dots := poll.asked(event):
        made["dots"] = dots
    if event.grouping.reader:
        made["reader"] = event.grouping.reader
    if event.sequel:
        made["sequel"] = _sequel(event.sequel)
    return made


@remembered(64)
def _event(
    id: str, title: str, code: str, timezone: str, about: str, host_name: str
) -> dict[str, str]:
    return {"id": id, "title": title, "code": code, "timezone": timezone, "about": about,
            "host_name": host_name}  # fmt: skip


def _open(made: Round) -> dict[str, Any]:
    """{slot, count, ends, closing}: `ends` of the steps, the rooms' own with the last."""
    return {"slot": made.slot, "count": len(made.rooms), "ends": list(made.ends), "closing": made.closing}


@remembered(64)
def clock(clock: Clock) -> dict[str, Any]:
    """{slot, since, ends_at, paused_at?}, times in ms (UTC)."""
    made: dict[str, Any] = {"slot": clock.slot, "since": clock.since, "ends_at": clock.ends_at}
    return made if clock.paused_at is None else {**made, "paused_at": clock.paused_at}


@remembered(64)
def message(message: Message) -> dict[str, Any]:
    """{id, text, level, at, until?}"""
    made: dict[str, Any] = {"id": message.id, "text": message.text, "level": message.level,
                            "at": message.at}  # fmt: skip
    return made if message.until is None else {**made, "until": message.until}


@remembered(64)
def _sequel(sequel: Sequel) -> dict[str, Any]:
    return {"title": sequel.title, "start": sequel.start, "about": sequel.about}


@remembered(64)
def _slots(slots: Slots) -> dict[str, Any]:
    return {slot.id: _slot(slot, order) for order, slot in enumerate(slots)}


@remembered(1_024)
def _slot(slot: Slot, order: int) -> dict[str, Any]:
    made: dict[str, Any] = {
        "order": order, "title": slot.title, "kind": slot.kind, "start": slot.start,
        "length": slot.length, "voice": slot.voice, "auto": slot.auto,
        "locked": slot.locked, "private": slot.private, "protected": slot.protected,
        "least": slot.least, "warn": slot.warn, "danger": slot.danger,
        "thresholds": list(slot.thresholds),
        "speakers": [_speaker(speaker) for speaker in slot.speakers],
        "description": slot.description, "question": slot.question, "room_size": slot.room_size,
        "steps": [_step(step) for step in slot.steps],
        "links": [_link(link) for link in slot.links],
    }  # fmt: skip
    times = {"given": slot.given, "opened_at": slot.opened_at, "closed_at": slot.closed_at}
    return {**made, **{name: at for name, at in times.items() if at is not None}}


def _step(step: Step) -> dict[str, Any]:
    return {"title": step.title, "minutes": step.minutes, "prompt": step.prompt, "asks": step.asks}


def _speaker(speaker: Speaker) -> dict[str, str]:
    known = {"name": speaker.name, "org": speaker.org, "role": speaker.role}
    return {name: value for name, value in known.items() if value}


def _link(link: Link) -> dict[str, str]:
    return {"title": link.title, "url": link.url}

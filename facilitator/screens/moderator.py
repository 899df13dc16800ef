"""The moderator's panel: who is here, who sits where, how the rooms are doing."""

from __future__ import annotations

from typing import Any

from facilitator.domain.agenda import Slots
from facilitator.domain.event import Event, Note, Person, Room, Round, Screen, Wifi
from facilitator.domain.messages import Message, Phrase
from facilitator.domain.notes import shared
from facilitator.domain.plenary import scene
from facilitator.domain.roster import Line
from facilitator.domain.shelf import Shelf
from facilitator.domain.steps import ClockStep
from facilitator.domain.wishes import RoomPlan, Tie
from facilitator.screens import inside
from facilitator.screens.hall import message
from facilitator.screens.memory import followed, remembered

PULSE = 60_000  # ms a bar of a room's pulse stands for


def view(event: Event) -> dict[str, Any]:
    """{people, roster, plans, ties, rounds, screen, scene, cues, wifi, messages, phrases, undo?}"""
    made: dict[str, Any] = {
        "people": _people(event.id, event.people),
        "roster": _roster(event.id, event.roster),
        "plans": {slot: _plan(plan) for slot, plan in event.wishes.plans.items()},
        "ties": _ties(event.wishes.ties),
        "rounds": {made.slot: _round(event, made) for made in event.rounds.values()},
        "screen": screen(event.screen),
        "scene": scene(event),
        "cues": cues(event.slots),
        "wifi": wifi(event.wifi),
        "messages": {place: _message(one) for place, one in event.messages.items()},
        "phrases": _phrases(event.phrases),
    }
    return {**made, "undo": undo(event.steps[-1])} if event.steps else made


@remembered(64)
def undo(step: ClockStep) -> dict[str, Any]:
    """{seq, name, at}: the step that can be taken back, for a while."""
    return {"seq": step.seq, "name": step.name, "at": step.at}


@followed(64)
def _people(id: str, person: Person) -> dict[str, Any]:
    return {"name": person.name, "organisation": person.organisation, "mode": person.mode,
            "language": person.language, "present": person.present,
            "joined_at": person.joined_at, "topics": list(person.topics)}  # fmt: skip


@followed(64)
def _roster(id: str, line: Line) -> dict[str, Any]:
    """A line of the roster; `person` is who claimed it."""
    made: dict[str, Any] = {"name": line.name, "capabilities": list(line.capabilities)}
    words = {name: getattr(line, name) for name in
             ("organisation", "role", "mode", "group", "interprets", "person")}  # fmt: skip
    lists = {name: list(getattr(line, name)) for name in
             ("languages", "topics", "together", "apart")}  # fmt: skip
    return {**made, **{name: value for name, value in {**words, **lists}.items() if value}}


@remembered(64)
def _plan(plan: RoomPlan) -> dict[str, Any]:
    """Rooms 0: by size; pins are person → room number."""
    return {"format": plan.format, "rooms": plan.rooms or 0, "facilitator": plan.facilitator,
            "language": plan.language, "mixed": plan.mixed, "topics": list(plan.topics), "ask": plan.ask, "scan": plan.scan,
            "pins": dict(plan.pins)}  # fmt: skip


@remembered(64)
def _ties(ties: tuple[Tie, ...]) -> dict[str, Any]:
    """Person → other → together or apart, both ways."""
    made: dict[str, Any] = {}
    for tie in ties:
        made.setdefault(tie.one, {})[tie.other] = tie.bond
        made.setdefault(tie.other, {})[tie.one] = tie.bond
    return made


@remembered(64)
def cues(slots: Slots) -> dict[str, str]:
    """Slot → what the crew wrote to itself."""
    return {slot.id: slot.cue for slot in slots if slot.cue}


@remembered(64)
def wifi(wifi: Wifi) -> dict[str, Any]:
    """{name, password, shown}"""
    return {"name": wifi.name, "password": wifi.password, "shown": wifi.shown}


@remembered(64)
def _message(one: Message) -> dict[str, Any]:
    """As everybody sees it, with how many phones and which screens have shown it."""
    return {**message(one), "people": len(one.people), "screens": list(one.screens)}


@remembered(64)
def _phrases(phrases: tuple[Phrase, ...]) -> dict[str, Any]:
    return {phrase.id: {"order": order, "place": phrase.place, "text": phrase.text,
                        "level": phrase.level} for order, phrase in enumerate(phrases)}  # fmt: skip


@remembered(64)
def screen(screen: Screen) -> dict[str, Any]:
    """{blank, automatic, scene?, spotlight?, quote?}: what the host does to the big screen."""
    made: dict[str, Any] = {"blank": screen.blank, "automatic": screen.automatic}
    chosen = {"scene": screen.scene, "spotlight": screen.spotlight, "quote": screen.quote}
    return {**made, **{name: value for name, value in chosen.items() if value is not None}}


def _round(event: Event, made: Round) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "state": made.state, "seed": str(made.seed), "draws": made.draws,
        "receipt": dict(made.receipt), "seats": made.seats,
        "sittings": inside.sittings(event.id + made.slot, made.sittings),
        "rooms": {room.id: _room(event, made, room) for room in made.rooms},
    }  # fmt: skip
    if made.other:
        shown["other"] = made.other.draws
    if made.opened_at is not None and not shared(event, made):
        shown["private"] = True  # notes are for their authors alone until somebody reveals them
    if made.repair:
        shown["repair"] = inside.repair(made.repair)
    times = {"opened_at": made.opened_at, "closed_at": made.closed_at, "checked_at": made.checked_at}
    return {**shown, **{name: at for name, at in times.items() if at is not None}}


def _room(event: Event, made: Round, room: Room) -> dict[str, Any]:
    notes = _counted(event.id + room.id, event.notes, room)
    pulse = _pulse(notes, made.opened_at) if made.opened_at is not None else {}
    shown = {"number": room.number, "name": room.name, "link": room.link, "table": room.table,
             "notes": len(notes), "pulse": pulse, "others": room.others, "more": bool(room.ends),
             **inside.clock(event, made, room)}  # fmt: skip
    shown |= {"topic": room.topic} if room.topic not in ("", room.name) else {}
    return {**shown, "help": inside.help(room.help)} if room.help else shown


def _counted(row: str, notes: Shelf[Note], room: Room) -> tuple[int, ...]:
    found = (notes[id] for id in room.notes)
    return tuple(note.at for note in found if not note.withdrawn)


def _pulse(instants: tuple[int, ...], opened_at: int) -> dict[str, int]:
    """Minute since the rooms opened (as text) → notes in it."""
    counts: dict[str, int] = {}
    for at in instants:
        minute = str(max(0, at - opened_at) // PULSE)
        counts[minute] = counts.get(minute, 0) + 1
    return counts

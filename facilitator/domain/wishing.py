"""Changing what is wished of the rooms; rooms that are already open stay as they are."""

from __future__ import annotations

from dataclasses import replace

from facilitator.domain import commands
from facilitator.domain.agenda import find
from facilitator.domain.drawing import judged
from facilitator.domain.event import Event
from facilitator.domain.stamp import Refused, Stamp
from facilitator.domain.wishes import RoomPlan, Wishes, tied


def _judged_anew(event: Event, wishes: Wishes) -> Event:
    """The event with these wishes, and drafts whose receipts know them."""
    event = replace(event, wishes=wishes)
    drafts = {slot: judged(event, made) for slot, made in event.rounds.items()
              if made.state == "drawn"}  # fmt: skip
    return replace(event, rounds={**event.rounds, **drafts}) if drafts else event


def _planned(event: Event, slot_id: str, plan: RoomPlan) -> Event:
    return _judged_anew(event, event.wishes.with_plan(slot_id, plan))


def plan(event: Event, command: commands.wishes.PlanRound, stamp: Stamp) -> Event:
    slot = find(event.slots, command.slot)
    if slot.kind != "breakout":
        raise Refused("kind", "Only a breakout slot has rooms.")
    names = ("format", "facilitator", "language", "mixed")
    given = {name: getattr(command, name) for name in names}
    told = {name: value for name, value in given.items() if value is not None}
    new = replace(event.wishes.plan(slot.id), **told)
    if command.rooms is not None:
        new = replace(new, rooms=command.rooms or None)
    if command.topics is not None:
        new = replace(new, topics=tuple(topic for topic in command.topics if topic))
    return _planned(event, slot.id, new)


def pin(event: Event, command: commands.wishes.PinSeat, stamp: Stamp) -> Event:
    made = event.rounds.get(command.slot)
    if made is None or made.state != "drawn":
        raise Refused("state", "People can be fixed to a room once rooms are drawn, until they open.")
    number = {room.id: room.number for room in made.rooms}
    plan = event.wishes.plan(command.slot)
    others = {who: at for who, at in plan.pins.items() if who not in command.people}
    held = {who: number[made.seats[who]] for who in command.people if who in made.seats}
    pins = {**others, **held} if command.on else others
    return _planned(event, command.slot, replace(plan, pins=pins))


def tie(event: Event, command: commands.wishes.TiePerson, stamp: Stamp) -> Event:
    if command.person == command.other:
        raise Refused("same", "Choose two different people.")
    if not {command.person, command.other} <= event.people.keys():
        raise Refused("unknown", "There is no such person.")
    bond = None if command.bond == "none" else command.bond
    ties = tied(event.wishes.ties, command.person, command.other, bond)
    return _judged_anew(event, replace(event.wishes, ties=ties))


def recall(event: Event, command: commands.wishes.RecallPast, stamp: Stamp) -> Event:
    return _judged_anew(event, replace(event.wishes, past=command.groups))

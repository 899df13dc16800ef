"""Changing what is wished of the rooms; rooms that are already open stay as they are."""

from __future__ import annotations

from dataclasses import replace

from facilitator.domain import commands
from facilitator.domain.agenda import MINUTE, added, edited, find, position
from facilitator.domain.drawing import judged
from facilitator.domain.event import Event
from facilitator.domain.people import own
from facilitator.domain.stamp import Refused, Stamp
from facilitator.domain.wishes import RoomPlan, tied


def judged_anew(event: Event) -> Event:
    """The event with drafts whose receipts know all that is wished and known now."""
    drafts = {slot: judged(event, made) for slot, made in event.rounds.items()
              if made.state == "drawn"}  # fmt: skip
    return replace(event, rounds={**event.rounds, **drafts}) if drafts else event


def _planned(event: Event, slot_id: str, plan: RoomPlan) -> Event:
    return judged_anew(replace(event, wishes=event.wishes.with_plan(slot_id, plan)))


def plan(event: Event, command: commands.wishes.PlanRound, stamp: Stamp) -> Event:
    slot = find(event.slots, command.slot)
    if slot.kind != "breakout":
        raise Refused("kind", "Only a breakout slot has rooms.")
    names = ("format", "facilitator", "language", "mixed", "ask", "scan")
    given = {name: getattr(command, name) for name in names}
    told = {name: value for name, value in given.items() if value is not None}
    new = replace(event.wishes.plan(slot.id), **told)
    if command.rooms is not None:
        new = replace(new, rooms=command.rooms or None)
    if command.topics is not None:
        new = replace(new, topics=tuple(topic for topic in command.topics if topic))
    return _planned(event, slot.id, new)


def choose(event: Event, command: commands.wishes.ChooseTopic, stamp: Stamp) -> Event:
    person, plan = own(event, stamp), event.wishes.plan(command.slot)
    made = event.rounds.get(command.slot)
    if not plan.ask or (made and made.state != "drawn"):
        raise Refused("closed", "Topics are not asked for any more.")
    chosen = tuple(dict.fromkeys(topic for topic in command.topics if topic in plan.topics))
    person = replace(person, topics=chosen)
    return judged_anew(replace(event, people=event.people.put(person.id, person)))


def split(event: Event, command: commands.wishes.SplitSlot, stamp: Stamp) -> Event:
    slot, parts = find(event.slots, command.slot), command.parts
    made = event.rounds.get(slot.id)
    if slot.kind != "breakout":
        raise Refused("kind", "Only a breakout slot has rooms.")
    if slot.opened_at is not None or (made and made.state != "drawn"):
        raise Refused("ran", "This slot already ran or is running; its rounds stay as they are.")
    if len(parts) < 2 or parts[0].id != slot.id or len({part.id for part in parts}) < len(parts):
        raise Refused("field", "Give at least two rounds, the first of them this slot's own.")
    plan, slots = event.wishes.plan(slot.id), event.slots
    first, *more = (replace(slot, id=part.id, title=part.title, length=part.minutes * MINUTE,
                            room_size=part.room_size) for part in parts)  # fmt: skip
    after = next(iter(slots[position(slots, slot.id) + 1 :]), None)
    slots = edited(slots, first)
    for each in more:
        slots = added(slots, each, after.id if after else None)
    plans = {part.id: replace(plan, format=part.format, rooms=None, pins={}) for part in parts}
    rounds = {id: one for id, one in event.rounds.items() if id != slot.id}
    wishes = replace(event.wishes, plans={**event.wishes.plans, **plans})
    return replace(event, slots=slots, rounds=rounds, wishes=wishes)


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
    return judged_anew(replace(event, wishes=replace(event.wishes, ties=ties)))


def recall(event: Event, command: commands.wishes.RecallPast, stamp: Stamp) -> Event:
    return judged_anew(replace(event, wishes=replace(event.wishes, past=command.groups)))

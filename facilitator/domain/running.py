"""Running the agenda: which slot is on, and the one door between two slots.

Every step names the slot it leaves. Two moderators who press Next together therefore move
one slot, not two: the second one finds the slot already left and is refused kindly.
"""

from __future__ import annotations

from dataclasses import replace

from facilitator.domain import commands, rounds
from facilitator.domain.agenda import MINUTE, Slot, find, latest, position, with_slot
from facilitator.domain.clock import Clock
from facilitator.domain.event import Event
from facilitator.domain.stamp import Refused, Stamp


def _expect_at(event: Event, slot_id: str | None) -> None:
    now = event.clock.slot if event.clock else None
    if now != slot_id:
        title = find(event.slots, now).title if now else "nothing"
        raise Refused("stale", "Somebody was quicker: “{title}” is on now.", title=title)


def running(event: Event, slot_id: str) -> Clock:
    _expect_at(event, slot_id)
    if event.clock is None:
        raise Refused("idle", "No slot is running.")
    return event.clock


def _left(event: Event, at: int) -> Event:
    """The event with its running slot, if any, closed at `at`."""
    if event.clock is None:
        return event
    clock = event.clock.resumed(at)
    slot = replace(find(event.slots, clock.slot), closed_at=at, ends_at=clock.ends_at)
    slots = with_slot(event.slots, slot)
    return rounds.closed(replace(event, slots=slots, clock=None), slot.id, at)


def _entered(event: Event, slot: Slot, clock: Clock, stamp: Stamp) -> Event:
    """The event with that slot running on that clock; its rooms open if it has any."""
    earlier = slot.earlier
    if slot.opened_at is not None and slot.closed_at is not None and slot.opened_at != clock.since:
        earlier = (*earlier, (slot.opened_at, slot.closed_at))
    slot = replace(slot, opened_at=clock.since, closed_at=None, ends_at=None, earlier=earlier)
    started = stamp.at if event.started_at is None else event.started_at
    event = replace(
        event, slots=with_slot(event.slots, slot), clock=clock, started_at=started, ended_at=None,
        screen=replace(event.screen, scene=None, spotlight=None),
    )  # fmt: skip
    return rounds.opened(event, slot, stamp) if slot.kind == "breakout" else event


def _fresh(slot: Slot, at: int) -> Clock:
    return Clock(slot.id, at, at + slot.lasts)


def advance(event: Event, command: commands.running.AdvanceSlot, stamp: Stamp) -> Event:
    _expect_at(event, command.from_slot)
    if event.status == "ended":
        raise Refused("ended", "The event has ended. Go back to reopen its last slot.")
    following = 0 if command.from_slot is None else position(event.slots, command.from_slot) + 1
    event = _left(event, stamp.at)
    if following == len(event.slots):
        return replace(event, ended_at=stamp.at)
    slot = event.slots[following]
    return _entered(event, slot, _fresh(slot, stamp.at), stamp)


def _undone(event: Event) -> Event:
    """The event as if its running slot had not been opened; its rooms keep their seats."""
    if event.clock is None:
        return event
    slot = find(event.slots, event.clock.slot)
    opened, closed = slot.earlier[-1] if slot.earlier else (None, None)
    slots = with_slot(event.slots, replace(slot, opened_at=opened, closed_at=closed, earlier=slot.earlier[:-1]))
    return rounds.shut(replace(event, slots=slots, clock=None), slot.id)


def go_back(event: Event, command: commands.running.ReturnSlot, stamp: Stamp) -> Event:
    _expect_at(event, command.from_slot)
    if event.status == "before":
        raise Refused("first", "The event has not started.")
    leaving = len(event.slots) if event.clock is None else position(event.slots, event.clock.slot)
    ran = [slot for slot in event.slots[:leaving] if slot.opened_at is not None]
    if not ran:
        raise Refused("first", "This is the first slot that ran.")
    began = event.clock.since if event.clock else stamp.at
    event = _undone(event)
    clock = _restored(ran[-1]) if latest(event.slots) == ran[-1] else _fresh(ran[-1], began)
    if ran[-1].auto:  # it would go on again at once
        clock = replace(clock, ends_at=max(clock.ends_at, stamp.at + MINUTE))
    return _entered(event, ran[-1], clock, stamp)


def _restored(slot: Slot) -> Clock:
    """The clock that a slot had when it was left."""
    since = slot.opened_at or 0
    return Clock(slot.id, since, since + slot.lasts if slot.ends_at is None else slot.ends_at)


def jump(event: Event, command: commands.running.JumpSlot, stamp: Stamp) -> Event:
    _expect_at(event, command.from_slot)
    if command.to_slot == command.from_slot:
        raise Refused("stale", "That slot is already on.")
    event = _left(event, stamp.at)
    slot = find(event.slots, command.to_slot)
    return _entered(event, slot, _fresh(slot, stamp.at), stamp)


def pause(event: Event, command: commands.running.PauseClock, stamp: Stamp) -> Event:
    clock = running(event, command.slot)
    if clock.paused_at is not None:
        raise Refused("paused", "The clock is already paused.")
    return replace(event, clock=clock.paused(stamp.at))


def resume(event: Event, command: commands.running.ResumeClock, stamp: Stamp) -> Event:
    clock = running(event, command.slot)
    if clock.paused_at is None:
        raise Refused("running", "The clock is running.")
    return replace(event, clock=clock.resumed(stamp.at))

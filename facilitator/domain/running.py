"""Running the agenda: which slot is on, and the one door between two slots.

Every step names the slot it leaves. Two moderators who press Next together therefore move
one slot, not two: the second one finds the slot already left and is refused kindly.
"""

from __future__ import annotations

from dataclasses import replace

from facilitator.domain import commands, rounds
from facilitator.domain.agenda import MINUTE, Slot, find, position, with_slot
from facilitator.domain.clock import Clock
from facilitator.domain.event import Event
from facilitator.domain.slip import fitted
from facilitator.domain.stamp import Refused, Stamp

LONGEST = 24 * 3_600_000  # ms a slot may be given


def _expect_at(event: Event, slot_id: str | None) -> None:
    now = event.clock.slot if event.clock else None
    if now != slot_id:
        title = find(event.slots, now).title if now else "nothing"
        raise Refused("stale", f"Somebody was quicker: “{title}” is on now.")


def _running(event: Event, slot_id: str) -> Clock:
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
    slot = replace(slot, opened_at=clock.since, closed_at=None, ends_at=None)
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
    slot = replace(find(event.slots, event.clock.slot), opened_at=None, closed_at=None)
    slots = with_slot(event.slots, slot)
    return rounds.shut(replace(event, slots=slots, clock=None), slot.id)


def go_back(event: Event, command: commands.running.ReturnSlot, stamp: Stamp) -> Event:
    _expect_at(event, command.from_slot)
    if event.status == "before":
        raise Refused("first", "The event has not started.")
    leaving = len(event.slots) if event.clock is None else position(event.slots, event.clock.slot)
    ran = [slot for slot in event.slots[:leaving] if slot.opened_at is not None]
    if not ran:
        raise Refused("first", "This is the first slot that ran.")
    slot, event = ran[-1], _undone(event)
    since = slot.opened_at if slot.opened_at is not None else stamp.at
    ends_at = slot.ends_at if slot.ends_at is not None else since + slot.lasts
    if slot.auto:  # it would go on again at once
        ends_at = max(ends_at, stamp.at + MINUTE)
    return _entered(event, slot, Clock(slot.id, since, ends_at), stamp)


def jump(event: Event, command: commands.running.JumpSlot, stamp: Stamp) -> Event:
    _expect_at(event, command.from_slot)
    if command.to_slot == command.from_slot:
        raise Refused("stale", "That slot is already on.")
    event = _left(event, stamp.at)
    slot = find(event.slots, command.to_slot)
    return _entered(event, slot, _fresh(slot, stamp.at), stamp)


def pause(event: Event, command: commands.running.PauseClock, stamp: Stamp) -> Event:
    clock = _running(event, command.slot)
    if clock.paused_at is not None:
        raise Refused("paused", "The clock is already paused.")
    return replace(event, clock=clock.paused(stamp.at))


def resume(event: Event, command: commands.running.ResumeClock, stamp: Stamp) -> Event:
    clock = _running(event, command.slot)
    if clock.paused_at is None:
        raise Refused("running", "The clock is running.")
    return replace(event, clock=clock.resumed(stamp.at))


def nudge(event: Event, command: commands.running.NudgeClock, stamp: Stamp) -> Event:
    clock = _running(event, command.slot)
    return replace(event, clock=clock.nudged(command.seconds * 1_000, stamp.at))


def backdate(event: Event, command: commands.running.BackdateClock, stamp: Stamp) -> Event:
    clock = _running(event, command.slot)
    at = position(event.slots, clock.slot)
    ran = event.slots[at - 1] if at else None
    since = stamp.at - command.seconds * 1_000
    if ran and ran.opened_at is not None and ran.closed_at is not None:
        since = max(since, ran.opened_at)  # a slot cannot begin before the one that it follows
        if ran.closed_at == clock.since:
            event = replace(event, slots=with_slot(event.slots, replace(ran, closed_at=since)))
    slot = replace(find(event.slots, clock.slot), opened_at=since)
    moved = replace(clock, since=since, ends_at=clock.ends_at + since - clock.since)
    started = since if event.started_at == clock.since else event.started_at
    return replace(event, clock=moved, slots=with_slot(event.slots, slot), started_at=started)


def end_at(event: Event, command: commands.running.EndClock, stamp: Stamp) -> Event:
    clock = _running(event, command.slot)
    now = stamp.at if clock.paused_at is None else clock.paused_at
    if command.ends_at < now:
        raise Refused("field", "The end must be a time that is still to come.")
    return replace(event, clock=replace(clock, ends_at=command.ends_at))


def promise(event: Event, command: commands.running.PromiseEvent, stamp: Stamp) -> Event:
    first = event.started_at if event.started_at is not None else event.slots[0].start
    if command.ends_at is not None and command.ends_at <= first:
        raise Refused("field", "The promised end must come after the beginning.")
    return replace(event, promised_end=command.ends_at)


def fit(event: Event, command: commands.running.FitAgenda, stamp: Stamp) -> Event:
    clock = _running(event, command.from_slot)
    coming = {slot.id: slot for slot in event.slots[position(event.slots, clock.slot) + 1 :]}
    for id, seconds in command.lengths.items():
        slot = coming.get(id)
        if slot is None:
            raise Refused("stale", "The agenda has changed. Please look at the ways out again.")
        if slot.protected and seconds * 1_000 != slot.lasts:
            raise Refused("protected", f"“{slot.title}” is protected; its length stays.")
        if not slot.shortest <= seconds * 1_000 <= LONGEST:
            raise Refused("field", f"“{slot.title}” cannot be shorter than its minimum.")
    lengths = {id: seconds * 1_000 for id, seconds in command.lengths.items()}
    return replace(event, slots=fitted(event.slots, lengths))

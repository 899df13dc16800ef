"""The times of the running slot and of the event, set by hand.

A slot can be told to have begun earlier, because somebody forgot to press Start; but never
before the moment in which the slot that ran before it began.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from facilitator.domain import commands
from facilitator.domain.agenda import Slots, find, latest, position, with_slot
from facilitator.domain.event import Event
from facilitator.domain.running import running
from facilitator.domain.slip import fitted, shortened
from facilitator.domain.stamp import Refused, Stamp

LONGEST = 24 * 3_600_000  # ms a slot may be given


def nudge(event: Event, command: commands.running.NudgeClock, stamp: Stamp) -> Event:
    clock = running(event, command.slot)
    return replace(event, clock=clock.nudged(command.seconds * 1_000, stamp.at))


def _hour(event: Event, at: int) -> str:
    """The time of day at the event, to the second."""
    return f"{datetime.fromtimestamp(at // 1_000, ZoneInfo(event.timezone)):%H:%M:%S}"


def backdate(event: Event, command: commands.running.BackdateClock, stamp: Stamp) -> Event:
    clock = running(event, command.slot)
    since = stamp.at - command.seconds * 1_000
    if clock.paused_at is not None and since > clock.paused_at:
        raise Refused("field", "Its clock stands still since {hour}; it began before that.", hour=_hour(event, clock.paused_at))
    ran = latest(event.slots)
    if ran is not None and ran.closed_at == clock.since and ran.opened_at is not None:
        if since < ran.opened_at:
            raise Refused("early", "It began at {hour} at the earliest: that is when “{title}” began.",
                          hour=_hour(event, ran.opened_at), title=ran.title)  # fmt: skip
        event = replace(event, slots=with_slot(event.slots, replace(ran, closed_at=since)))
    elif ran is not None and ran.closed_at is not None and since < ran.closed_at:
        raise Refused("early", "It began at {hour} at the earliest: that is when “{title}” ended.",
                      hour=_hour(event, ran.closed_at), title=ran.title)  # fmt: skip
    moved = replace(clock, since=since, ends_at=clock.ends_at + since - clock.since)
    slots = with_slot(event.slots, replace(find(event.slots, clock.slot), opened_at=since))
    return replace(event, clock=moved, slots=slots, started_at=_started(event, slots, clock.since))


def _started(event: Event, slots: Slots, since: int) -> int:
    """When the event began, once the slot that began at `since` has another beginning."""
    first = min(slot.opened_at for slot in slots if slot.opened_at is not None)
    return first if event.started_at in (None, since) else min(event.started_at or first, first)


def end_at(event: Event, command: commands.running.EndClock, stamp: Stamp) -> Event:
    clock = running(event, command.slot)
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
    clock = running(event, command.from_slot)
    lengths = {id: seconds * 1_000 for id, seconds in command.lengths.items()}
    rest = {slot.id: slot for slot in event.slots[position(event.slots, clock.slot) :]}
    for id, length in lengths.items():
        slot = rest.get(id)
        if slot is None:
            raise Refused("stale", "The agenda has changed. Please look at the ways out again.")
        if slot.protected and length != slot.lasts:
            raise Refused("protected", "“{title}” is protected; its length stays.", title=slot.title)
        if not slot.shortest <= length <= LONGEST:
            raise Refused("field", "“{title}” cannot be shorter than its minimum.", title=slot.title)
    clock = shortened(event.slots, clock, lengths, stamp.at)
    return replace(event, slots=fitted(event.slots, lengths), clock=clock)

"""Whatever is done to the clock, in whatever order: planned, actual and expected times agree.

Also across midnight and through changes of summer time, which an event in instants does not see.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from facilitator.domain.agenda import find
from facilitator.domain.clock import expected
from facilitator.domain.event import Event
from facilitator.domain.perform import perform
from facilitator.domain.plan import blank_event
from facilitator.domain.slip import promised, ways
from facilitator.domain.stamp import Actor, Refused, Stamp
from facilitator.protocol import read
from tests.builders import CLOCK, EVENT, MINUTE, MODERATOR, ORGANISER, PLAN, START

HOUR = 60 * MINUTE
BEGINNINGS = (  # (zone, ms): an ordinary morning, before midnight, before the clocks change
    ("America/New_York", START),
    ("Africa/Nairobi", 1_796_418_000_000 - 40 * MINUTE),  # midnight of 5 December 2026
    ("Europe/Berlin", 1_792_890_000_000 - 45 * MINUTE),  # 25 October 2026, back
    ("America/New_York", 1_793_512_800_000 - 45 * MINUTE),  # 1 November 2026, back
    ("America/New_York", 1_805_007_600_000 - 45 * MINUTE),  # 14 March 2027, forth
    ("Europe/Berlin", 1_806_195_600_000 - 45 * MINUTE),  # 28 March 2027, forth
)
IDS = ("talk", "panel", "rooms", "plenary", "close", "extra")
VERBS = ("advance", "auto", "return", "jump", "pause", "resume", "nudge", "backdate", "end", "promise", "fit", "undo",
         "edit", "add", "remove", "move", "close", "open", "extend", "step")  # fmt: skip


def planned(zone: str, start: int) -> Event:
    slots = [{**slot, "start": slot["start"] - START + start} for slot in PLAN["slots"]]  # type: ignore[attr-defined]
    plan = {**PLAN, "timezone": zone, "slots": slots}
    return perform(blank_event(EVENT), read("event.create", plan), Stamp(start, 1, ORGANISER))


@dataclass
class Desk:
    """Somebody who presses everything, and somebody who counts along."""

    event: Event
    at: int
    again: bool = False  # a slot ran a second time, or after the end: then there may be time between slots
    behind: bool = False  # the plan was changed before something that ran, whose plan stays
    pressed: list[str] = field(default_factory=list)

    def press(self, verb: str, later: int, number: int, slot: str) -> None:
        self.at += later
        name, fields = self.fields(verb, number, slot)
        before, actor = self.event, CLOCK if verb == "auto" else MODERATOR
        try:
            after = self.done(name, fields, actor)
        except Refused:
            return
        self.pressed.append(f"{verb} {later} {number} {slot}")
        was = find(before.slots, after.clock.slot).opened_at if after.clock else None
        if after.clock and before.clock != after.clock and was is not None and name in ("slot.advance", "slot.jump", "slot.return"):
            self.again |= after.clock.since != was
        self.again |= before.status == "ended" and name == "slot.jump"
        self.behind |= name.startswith("slot.") and verb in ("edit", "add", "remove", "move") and any(
            slot.opened_at is not None for slot in before.slots[1:])
        self.event = after
        getattr(self, verb, lambda *_: None)(before, after)
        self.agree()
        self.comes_back(before, actor)

    def done(self, name: str, fields: dict[str, Any], actor: Actor) -> Event:
        return perform(self.event, read(name, fields), Stamp(self.at, self.at, actor))

    def fields(self, verb: str, number: int, slot: str) -> tuple[str, dict[str, Any]]:
        clock = self.event.clock
        on = clock.slot if clock else None
        here = {"slot": on or "talk"}
        return {
            "advance": ("slot.advance", {"from_slot": on}), "auto": ("slot.advance", {"from_slot": on}),
            "return": ("slot.return", {"from_slot": on}),
            "jump": ("slot.jump", {"from_slot": on, "to_slot": slot}),
            "pause": ("clock.pause", here), "resume": ("clock.resume", here),
            "nudge": ("clock.nudge", {**here, "seconds": number}),
            "backdate": ("clock.backdate", {**here, "seconds": abs(number)}),
            "end": ("clock.end", {**here, "ends_at": self.at + number * 1_000}),
            "promise": ("event.promise", {"ends_at": None if number < 0 else self.at + number * 1_000}),
            "fit": ("agenda.fit", {"from_slot": on or "talk", "lengths": self.lengths(number)}),
            "undo": ("step.undo", {"seq": self.event.steps[-1].seq if self.event.steps else 1}),
            "edit": ("slot.edit", {"slot": slot, "minutes": 1 + abs(number) // 60}),
            "add": ("slot.add", {"slot": {"id": "extra", "title": "Extra", "kind": "talk", "start": self.at, "minutes": 7}, "before": slot}),
            "remove": ("slot.remove", {"slot": slot}),
            "move": ("slot.move", {"slot": "plenary", "before": slot}),
            "close": ("round.close", {"slot": "rooms", "seconds": abs(number) % 600}),
            "open": ("round.open", {"slot": "rooms", "seconds": abs(number)}),
            "extend": ("room.extend", {"room": f"rooms.{1 + number % 3}", "seconds": number}),
            "step": ("step.advance", {"slot": "rooms", "from_step": number % 4}),
        }[verb]  # fmt: skip

    def lengths(self, number: int) -> dict[str, int]:
        found = ways(self.event, self.at)
        return {id: ms // 1_000 for id, ms in found[number % len(found)].lengths.items()} if found else {"close": abs(number)}

    # What each step does to the clock, beyond what holds after all of them.

    def advance(self, before: Event, after: Event) -> None:
        if before.clock:
            assert find(after.slots, before.clock.slot).closed_at == self.at
        if after.clock:
            slot = find(after.slots, after.clock.slot)
            assert (after.clock.since, after.clock.ends_at - after.clock.since) == (self.at, slot.lasts)

    auto = jump = advance

    def pause(self, before: Event, after: Event) -> None:
        assert before.clock
        assert after.clock == replace(before.clock, paused_at=self.at)
        assert {after.clock.left(self.at + by) for by in (0, MINUTE, HOUR)} == {before.clock.left(self.at)}

    def resume(self, before: Event, after: Event) -> None:
        assert before.clock
        assert before.clock.paused_at is not None
        assert after.clock
        assert after.clock.ends_at - before.clock.ends_at == self.at - before.clock.paused_at
        assert after.clock.left(self.at) == before.clock.left(self.at)

    def backdate(self, before: Event, after: Event) -> None:
        assert before.clock
        assert after.clock
        assert after.clock.ends_at - after.clock.since == before.clock.ends_at - before.clock.since
        assert after.clock.since <= self.at

    def edit(self, before: Event, after: Event) -> None:
        if before.clock and after.clock:
            old, new = (find(event.slots, before.clock.slot).lasts for event in (before, after))
            assert after.clock == before.clock.nudged(new - old, self.at)

    # What holds after every step.

    def agree(self) -> None:
        event, at = self.event, self.at
        ran = sorted((s for s in event.slots if s.opened_at is not None), key=lambda s: (s.opened_at, s.closed_at is None, s.closed_at))
        assert [s.id for s in ran if s.closed_at is None] == ([event.clock.slot] if event.clock else [])
        for slot in ran:
            assert slot.opened_at <= (at if slot.closed_at is None else slot.closed_at) <= at
        for one, other in pairwise(ran):  # what ran lies end to end
            assert one.closed_at is not None
            assert one.closed_at == other.opened_at or (self.again and one.closed_at < other.opened_at)
        if event.clock:
            assert event.clock.since == find(event.slots, event.clock.slot).opened_at
            assert event.ended_at is None
            assert event.started_at is not None
            assert event.started_at <= event.clock.since
        coming = [s for s in event.slots if s.opened_at is None]
        for one, other in pairwise(coming):
            assert self.behind or one.planned_end <= other.start
        self.expectations()

    def expectations(self) -> None:
        event, at = self.event, self.at
        times = expected(event.slots, event.clock, at)
        if event.ended_at is not None:
            ran = {s.id: (s.opened_at, s.closed_at) for s in event.slots if s.opened_at is not None}
            assert {id: (times[id].start, times[id].end) for id in ran} == ran
            return
        on = next((n for n, s in enumerate(event.slots) if event.clock and s.id == event.clock.slot), 0)
        rest = event.slots[on:]
        for one, other in pairwise(rest):
            assert times[one.id].end <= times[other.id].start
        for slot in rest[1:] if event.clock else rest:
            assert times[slot.id].end - times[slot.id].start == slot.lasts
        if event.clock:
            assert times[event.clock.slot].start == event.clock.since
            assert times[event.clock.slot].end - at == max(event.clock.left(at), 0)
            for way in ways(event, at):
                assert way.kept == (way.ends_at <= promised(event))

    def comes_back(self, before: Event, actor: Actor) -> None:
        """The step taken back a second later leaves all times as they were."""
        step = self.event.steps[-1] if self.event.steps else None
        if step is None or step.seq != self.event.seq or actor is CLOCK:
            return
        undone = perform(self.event, read("step.undo", {"seq": step.seq}), Stamp(self.at + 1_000, 1, MODERATOR))
        for name in ("clock", "slots", "started_at", "ended_at", "promised_end", "screen"):
            assert getattr(undone, name) == getattr(before, name), name
        states = [{id: (made.state, made.opened_at, made.ends, made.closing, made.revealed, [room.ends for room in made.rooms])
                   for id, made in event.rounds.items()} for event in (undone, before)]
        assert all(states[0][id] == told for id, told in states[1].items())


presses = some.lists(
    some.tuples(some.sampled_from(VERBS), some.sampled_from((0, 1, 4_000, 61_500, 7 * MINUTE, 50 * MINUTE)) | some.integers(0, 2 * HOUR),
                some.integers(-3_600, 3_600), some.sampled_from(IDS)),
    min_size=10, max_size=30)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(some.sampled_from(BEGINNINGS), presses)
def test_times_agree_whatever_is_pressed(beginning: tuple[str, int], presses: list[tuple[str, int, int, str]]) -> None:
    zone, start = beginning
    desk = Desk(planned(zone, start), start - 5 * MINUTE)
    desk.agree()
    for press in presses:
        desk.press(*press)

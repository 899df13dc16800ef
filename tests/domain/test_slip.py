"""The slip doctor: ways out that respect what was promised to slots and to people."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some

from facilitator.domain.agenda import MINUTE, Slot
from facilitator.domain.clock import Clock, expected
from facilitator.domain.event import Event
from facilitator.domain.plan import blank_event
from facilitator.domain.slip import Way, fitted, promised, shortened, ways
from tests.builders import MODERATOR, START, do, event_after


def running(*slots: Slot, over: int) -> tuple[Event, int]:
    """An event in its first slot, `over` minutes after that slot's end; and now."""
    at = slots[0].planned_end + over * MINUTE
    clock = Clock(slots[0].id, START, slots[0].planned_end)
    first = replace(slots[0], opened_at=START)
    return replace(blank_event("e1"), slots=(first, *slots[1:]), clock=clock, started_at=START), at


def slots(*lengths: int, kinds: str = "") -> list[Slot]:
    """Slots one after the other, lengths in minutes; a B in `kinds` makes a breakout."""
    made, start = [], START
    for number, length in enumerate(lengths):
        kind = "breakout" if kinds[number : number + 1] == "B" else "talk"
        made.append(Slot(id=f"s{number}", title=f"Slot {number}", kind=kind, start=start,  # type: ignore[arg-type]
                         length=length * MINUTE))  # fmt: skip
        start += length * MINUTE
    return made


def cuts(way: Way, event: Event) -> dict[str, int]:
    """Slot → minutes taken off."""
    return {s.id: (s.lasts - way.lengths[s.id]) // MINUTE for s in event.slots if s.id in way.lengths}


def test_three_ways_out_of_seven_minutes() -> None:
    event, at = running(*slots(30, 30, 20, 10, kinds=" B"), over=7)
    first, second, third = ways(event, at)
    assert (first.name, second.name, third.name) == ("follow", "rooms", "late")
    assert cuts(first, event) == {"s2": 5, "s3": 2}
    assert first.kept
    assert first.ends_at == promised(event)
    assert cuts(second, event) == {"s1": 7}
    assert third.lengths == {}
    assert third.ends_at == promised(event) + 7 * MINUTE


def test_a_protected_breakout_keeps_its_length_in_every_way() -> None:
    talk, rooms, plenary, close = slots(30, 30, 20, 10, kinds=" B")
    event, at = running(talk, replace(rooms, protected=True), plenary, close, over=7)
    found = ways(event, at)
    assert [way.name for way in found] == ["follow", "half", "late"]
    assert all("s1" not in way.lengths for way in found)


def test_a_breakout_that_is_on_gives_what_it_can_spare_and_its_last_minute_stays() -> None:
    rooms, plenary = slots(30, 10, kinds="B ")
    event, at = running(rooms, replace(plenary, protected=True), over=-20)
    event = replace(event, promised_end=promised(event) - 12 * MINUTE)
    first, second = ways(event, at)
    assert (first.name, cuts(first, event), first.kept) == ("rooms", {"s0": 12}, True)
    assert second.name == "late"
    event, at = running(rooms, replace(plenary, protected=True), over=-5)
    event = replace(event, promised_end=promised(event) - 12 * MINUTE)
    first, _ = ways(event, at)
    assert (cuts(first, event), first.kept) == ({"s0": 4}, False)


def test_a_long_slot_that_is_on_is_shortened_only_where_that_is_allowed() -> None:
    panel, rooms = slots(40, 30, kinds=" B")
    for over, more, cut in ((-30, {}, 9), (-30, {"protected": True}, None), (-30, {"least": 38}, 2)):
        event, at = running(replace(panel, **more), replace(rooms, protected=True), over=over)  # type: ignore[arg-type]
        event = replace(event, promised_end=promised(event) - 9 * MINUTE)
        assert [cuts(way, event) for way in ways(event, at)[:-1]] == ([{"s0": cut}] if cut else [])
    event, at = running(*slots(15, 30, kinds=" B"), over=-14)
    event = replace(event, promised_end=promised(event) - 9 * MINUTE)
    assert all("s0" not in way.lengths for way in ways(event, at))


def test_shortening_what_is_on_moves_its_deadline() -> None:
    event = event_after("room.edit")
    assert event.clock
    after = do(event, MODERATOR, "agenda.fit", from_slot="panel", lengths={"panel": 1_500})
    assert after.clock
    assert after.clock.ends_at == event.clock.ends_at - 5 * MINUTE


def test_an_event_in_time_needs_no_way_out() -> None:
    event, at = running(*slots(30, 30), over=0)
    assert ways(event, at) == []
    assert ways(replace(event, clock=None), at) == []


def test_a_promise_kept_later_needs_no_way_out_either() -> None:
    event, at = running(*slots(30, 30), over=7)
    assert ways(replace(event, promised_end=promised(event) + 10 * MINUTE), at) == []


lengths = some.lists(some.integers(1, 90), min_size=2, max_size=9)
events = some.builds(
    lambda minutes, kinds, rules, over: running(
        *(replace(slot, protected=keep, least=least)
          for slot, (keep, least) in zip(slots(*minutes, kinds=kinds), rules, strict=False)),
        over=over),
    lengths, some.text(alphabet=" B", min_size=9, max_size=9),
    some.lists(some.tuples(some.booleans(), some.integers(0, 90)),
               min_size=9, max_size=9),
    some.integers(1, 60))  # fmt: skip
sooner = some.builds(
    lambda made, before, by: (
        replace(made[0], promised_end=promised(made[0]) - by * MINUTE), max(START, made[0].slots[0].planned_end - before * MINUTE)),
    events, some.integers(0, 60), some.integers(1, 40))
"""Events whose first slot is still on in its own time, and which must end before they were planned to."""


@given(events | sooner)
def test_no_way_breaks_a_rule_and_each_says_when_it_ends(made: tuple[Event, int]) -> None:
    event, at = made
    assert event.clock
    found = ways(event, at)
    assert 1 <= len(found) <= 3
    assert len({tuple(sorted(way.lengths.items())) for way in found}) == len(found)
    for way in found:
        for slot in event.slots:
            now = way.lengths.get(slot.id, slot.lasts)
            assert slot.shortest <= now <= slot.lasts
            assert not (slot.protected and slot.id in way.lengths)
        after = fitted(event.slots, way.lengths)
        clock = shortened(event.slots, event.clock, way.lengths, at)
        assert expected(after, clock, at)[after[-1].id].end == way.ends_at
        assert clock.ends_at == event.clock.ends_at or clock.left(at) >= MINUTE
        assert way.kept == (way.ends_at <= promised(event))


@given(events)
def test_the_promised_end_is_kept_whenever_it_can_be(made: tuple[Event, int]) -> None:
    event, at = made
    late = max(way.ends_at for way in ways(event, at)) - promised(event)
    spare = sum(slot.lasts - slot.shortest for slot in event.slots[1:])
    assert any(way.kept for way in ways(event, at)) == (spare >= late)


@given(events | sooner)
def test_what_is_offered_can_be_taken(made: tuple[Event, int]) -> None:
    event, at = made
    for way in ways(event, at):
        after = do(replace(event, seq=1), MODERATOR, "agenda.fit", from_slot="s0", at=(at - START) // MINUTE,
                   lengths={id: length // 1_000 for id, length in way.lengths.items()})  # fmt: skip
        assert [slot.lasts for slot in after.slots] == [
            way.lengths.get(slot.id, slot.lasts) for slot in event.slots]


def test_the_plan_stays_on_the_record() -> None:
    event = event_after("room.edit")
    after = do(event, MODERATOR, "agenda.fit", from_slot="panel", lengths={"plenary": 900})
    plenary = next(slot for slot in after.slots if slot.id == "plenary")
    assert (plenary.length, plenary.lasts) == (20 * MINUTE, 15 * MINUTE)
    assert plenary.start == next(slot for slot in event.slots if slot.id == "plenary").start

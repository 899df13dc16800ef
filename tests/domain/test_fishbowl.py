"""A fishbowl while it is on: its circles are one hall, and a chair in the middle is taken by scanning its code."""

from __future__ import annotations

import pytest

from facilitator.domain.event import Event, Round
from facilitator.domain.inside import CHECK_IN
from facilitator.domain.stamp import Refused
from tests.builders import CLOCK, DOOR, MODERATOR, do, person
from tests.domain.test_drawing import drawn, gathering, rooms

TAKEN = "All chairs of the inner circle are taken. When somebody leaves one, scan again. Your seat stays in the outer circle."


def begun(event: Event) -> Event:
    return do(event, MODERATOR, "slot.advance", from_slot=None)


@pytest.fixture
def bowl() -> Event:
    """Sixteen people in the hall and online, five of them in the middle."""
    return begun(drawn(gathering(16, 1), format="fishbowl"))


def live(event: Event) -> Round:
    assert event.open_round
    return event.open_round


def circle(event: Event, number: int) -> list[str]:
    return sorted(rooms(event, "b0")[number - 1])


def scans(event: Event, who: str, table: int) -> Event:
    return do(event, person(who), "seat.choose", at=1, table=table)


def refused(event: Event, who: str, table: int) -> str:
    with pytest.raises(Refused) as told:
        scans(event, who, table)
    return told.value.why


def test_whoever_wants_to_speak_takes_a_chair_that_is_free(bowl: Event) -> None:
    one, other = circle(bowl, 2)[:2]
    full = scans(bowl, one, 1)
    assert one in circle(full, 1)
    assert len(circle(full, 1)) == 6
    assert refused(full, other, 1) == TAKEN


def test_the_outer_circle_takes_everybody_and_leaves_a_chair_free(bowl: Event) -> None:
    full = scans(bowl, circle(bowl, 2)[0], 1)
    event = scans(full, circle(full, 1)[0], 2)
    speaker = circle(event, 2)[-1]
    assert speaker in circle(scans(event, speaker, 1), 1)


def test_a_chair_taken_without_a_phone_is_taken(bowl: Event) -> None:
    event = do(bowl, MODERATOR, "room.count", room="b0.1", others=1)
    assert refused(event, circle(event, 2)[0], 1) == TAKEN


def test_who_was_fixed_to_a_circle_stays_in_it() -> None:
    event = drawn(gathering(16, 1), format="fishbowl")
    one = circle(event, 1)[0]
    event = begun(do(event, MODERATOR, "seat.move", slot="b0", person=one, room="b0.2"))
    assert refused(event, one, 1) == "The moderator has planned who sits in which circle. Your seat stays in the outer circle."


def test_where_scanning_is_off_nobody_is_told_of_tables(bowl: Event) -> None:
    event = do(bowl, MODERATOR, "round.plan", slot="b0", scan=False)
    assert "table" not in refused(event, circle(event, 2)[0], 1)


def test_who_comes_late_listens_first_and_may_scan_a_chair_at_the_door(bowl: Event) -> None:
    late = do(bowl, DOOR, "person.join", person="late", name="Late")
    assert "late" in circle(late, 2)
    brave = do(bowl, DOOR, "person.join", person="brave", name="Brave", table=1)
    assert "brave" in circle(brave, 1)


def test_nobody_is_moved_because_few_sit_in_the_middle(bowl: Event) -> None:
    event = bowl
    for who in [*circle(bowl, 1)[:1], *circle(bowl, 2)]:
        event = do(event, person(who), "seat.arrive", room=live(event).seats[who])
    event = do(event, CLOCK, "round.check", slot="b0", at=CHECK_IN)
    assert live(event).checked_at is not None
    assert live(event).repair is None

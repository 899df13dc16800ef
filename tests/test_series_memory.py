"""Day 2 knows who shared rooms on Day 1, and does not put them together where avoidable."""

from __future__ import annotations

import secrets
from itertools import combinations

from facilitator.conductor import Conductor
from facilitator.domain.drawing import members
from facilitator.domain.event import Event
from facilitator.domain.stamp import Actor, Role
from facilitator.protocol import read
from facilitator.series_memory import SeriesMemory
from tests.builders import START, slot
from tests.memory import Memory

DAY = 1_440  # minutes


class House:
    """Two days of a series behind one conductor."""

    def __init__(self) -> None:
        self.told: list[SeriesMemory] = []
        seed = iter(range(100_000)).__next__
        self.conductor = Conductor(
            Memory(), lambda *news: [memory.notice(*news) for memory in self.told] and None,
            lambda: START, seed,
        )  # fmt: skip
        self.later: list[tuple[object, ...]] = []
        self.told.append(SeriesMemory(self.conductor, self, lambda *call: self.later.append(call)))
        for day in (1, 2):
            plan = {"series": "r1", "title": f"Day {day}", "code": f"DAY{day}", "timezone": "UTC",
                    "slots": [slot("b", "breakout", day * DAY, 20, room_size=4),
                              slot("end", "closing", day * DAY + 20, 10)]}  # fmt: skip
            self.do(f"day{day}", "organiser", "event.create", **plan)

    def events_of(self, series: str) -> list[str]:
        return ["day2", "day1"]

    def do(self, event: str, role: Role, name: str, /, **fields: object) -> None:
        answer = self.conductor.submit(event, read(name, fields), Actor(role), secrets.token_hex(4))
        assert answer["ok"], answer
        while self.later:
            call, *args = self.later.pop()
            call(*args)  # type: ignore[operator]

    def play(self, day: str) -> set[tuple[str, str]]:
        """Everybody joins, sits in rooms and leaves them; pairs of names who shared one."""
        for n in range(24):
            self.do(day, "door", "person.join", person=f"{day}-{n}", name=f"Person {n}",
                    organisation=f"o{n % 5}")  # fmt: skip
        self.do(day, "moderator", "slot.advance", from_slot=None)
        self.do(day, "moderator", "slot.advance", from_slot="b")
        event = self.conductor.event(day)
        assert isinstance(event, Event)
        named = [sorted(event.people[id].name for id in room)
                 for room in members(event.rounds["b"].seats).values()]  # fmt: skip
        return {pair for room in named for pair in combinations(room, 2)}


def test_day_two_seats_nobody_with_whom_they_sat_on_day_one() -> None:
    house = House()
    assert not house.play("day1") & house.play("day2")


def test_the_first_day_hears_nothing_of_the_second() -> None:
    house = House()
    house.play("day1")
    house.play("day2")
    events = [house.conductor.event(day) for day in ("day1", "day2")]
    assert [len(event.wishes.past) for event in events if event] == [0, 6]


def test_what_is_remembered_holds_no_name() -> None:
    house = House()
    house.play("day1")
    event = house.conductor.event("day2")
    assert event
    assert "erson" not in str(event.wishes.past)


def test_day_two_may_expect_the_themes_of_day_one() -> None:
    house = House()
    house.play("day1")
    house.do("day1", "host", "theme.add", theme="t1", title="Who pays for the coordinator?", keywords=["grants"])
    house.do("day1", "host", "theme.add", theme="t2", title="Nobody spoke of this")
    house.do("day1", "host", "theme.hide", theme="t2")
    first, second = (house.conductor.event(day) for day in ("day1", "day2"))
    assert first
    assert second
    assert not first.grouping.expected
    assert second.grouping.source == "Day 1"
    assert [(each.title, each.keywords) for each in second.grouping.expected] == [
        ("Who pays for the coordinator?", ("grants",))
    ]
    house.do("day2", "host", "themes.carry")
    carried = house.conductor.event("day2")
    assert carried
    assert [theme.title for theme in carried.themes.values()] == ["Who pays for the coordinator?"]


def test_one_notes_words_are_never_carried() -> None:
    house = House()
    house.play("day1")
    event = house.conductor.event("day1")
    assert event
    who, room = next(iter(event.rounds["b"].seats.items()))
    house.do("day1", "moderator", "slot.return", from_slot="end")
    answer = house.conductor.submit("day1", read("note.write", {"note_id": "n1", "room": room, "kind": "insight", "text": "My own words"}), Actor("participant", who), "c1")
    assert answer["ok"], answer
    cut = {"note": "n1", "revision": 1, "start": 0, "end": 12}
    house.do("day1", "theming", "notes.group", groups=[{"theme": "t1", "cut": cut, "phrases": ["own words", "ours"], "notes": ["n1"]}])
    house.do("day1", "host", "theme.approve", theme="t1", quotes={"n1": 1})
    second = house.conductor.event("day2")
    assert second
    assert [each.title for each in second.grouping.expected] == ["own words · ours"]

"""Connections made: counted beside what was possible, over an event and over the days of a series."""

from __future__ import annotations

from itertools import combinations

from facilitator.connections import as_csv, figures, marks_before, met, met_nobody, picture
from facilitator.domain.event import Event
from facilitator.domain.roster import mark
from tests.builders import MODERATOR, SERIES, do
from tests.domain.test_drawing import gathering, rooms, run


def ended(event: Event, slot: str = "b0") -> Event:
    return do(event, MODERATOR, "slot.advance", from_slot=slot)


def day(seed: int = 1, people: int = 12) -> Event:
    return ended(run(gathering(people), "b0", seed, mixed=True))


def test_pairs_of_different_organisations_are_connections() -> None:
    event = day()
    org = {id: one.organisation for id, one in event.people.items()}
    pairs = [pair for room in rooms(event, "b0") for pair in combinations(room, 2)]
    made = figures(met([event]))
    assert made["connections"] == sum(org[a] != org[b] for a, b in pairs) == made["new"]
    assert made["connections"] <= made["possible"] <= len(pairs)
    assert (made["fewest_met"], made["median_met"], made["rounds"], made["people"]) == (3, 3, 1, 12)


def test_nothing_is_counted_while_rooms_are_open_or_where_there_were_none() -> None:
    assert figures(met([gathering(4)])) == {}
    assert figures(met([run(gathering(4), "b0", mixed=True)])) == {}


def test_who_met_on_an_earlier_day_is_no_new_connection() -> None:
    first = day()
    groups = [[mark(first.people[id].name, first.people[id].organisation) for id in room]
              for room in rooms(first, "b0")]  # fmt: skip
    second = do(gathering(12), SERIES, "past.recall", groups=groups)
    assert marks_before(second) == frozenset(met([first]).pairs)
    assert figures(met([first]), marks_before(second))["new"] == 0
    assert figures(met([day(people=13)]), marks_before(second))["new"] > 0


def test_a_person_of_two_days_is_one_person() -> None:
    made = figures(met([day(1), day(2)]))
    assert made["people"] == 12
    assert made["rounds"] == 2


def test_whoever_met_nobody_is_named() -> None:
    event = gathering(3)
    event = run(event, "b0", mixed=True, rooms=2)
    made = figures(met([ended(event)]))
    alone = [event.people[next(iter(room))].name for room in rooms(event, "b0") if len(room) == 1]
    assert (made["fewest_met"], made["met_nobody"], met_nobody(met([ended(event)]))) == (0, len(alone), alone)
    assert figures(met([day()]))["met_nobody"] == 0


def test_whoever_gave_no_organisation_connects_with_everybody() -> None:
    event = gathering(0)
    for n in range(4):
        event = do(event, "door", "person.join", person=f"p{n}", name=f"P{n}")
    made = figures(met([ended(run(event, "b0", mixed=True))]))
    assert made["connections"] == made["possible"] == 6
    assert made["bridges_possible"] == 0


def test_the_picture_and_the_table_say_the_same() -> None:
    drawing = picture(met([day()]))
    assert sum(line["n"] for line in drawing["lines"]) == sum(
        cell["n"] for row in drawing["rows"] for cell in row) == figures(met([day()]))["connections"]
    assert len(drawing["nodes"]) == 7
    assert drawing["left_out"] == 0


def test_the_table_names_each_pair_once_and_runs_no_formula() -> None:
    event = do(gathering(3), "door", "person.join", person="x", name="=SUM(A1)")
    event = ended(run(event, "b0", mixed=True))
    lines = as_csv(event).strip().splitlines()
    assert len(lines) == 1 + len(met([event]).pairs)
    assert sum("'=SUM(A1)" in line for line in lines) == 3

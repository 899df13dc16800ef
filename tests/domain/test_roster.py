"""The roster: people expected, recognised by name, asked where a name is not clear, appointed."""

from __future__ import annotations

import pytest

from facilitator.domain import roster
from facilitator.domain.event import Event
from facilitator.domain.stamp import Refused
from facilitator.screens import view
from tests.builders import DOOR, MODERATOR, do, event_after, person
from tests.domain.test_drawing import drawn, gathering


def expecting(*lines: dict[str, object]) -> Event:
    return do(gathering(0), MODERATOR, "roster.import", lines=list(lines))


def joined(event: Event, id: str, name: str, organisation: str = "", **more: object) -> Event:
    return do(event, DOOR, "person.join", person=id, name=name, organisation=organisation, **more)


def line_of(event: Event, id: str) -> roster.Line | None:
    return roster.by_person(event.roster).get(id)


def asked(event: Event, id: str) -> list[str]:
    return sorted(one["organisation"] for one in view(event, f"person:{id}")["expected"].values())


def test_whoever_joins_under_a_lines_name_claims_it_and_gets_its_organisation() -> None:
    event = joined(expecting({"name": "Amina Wekesa", "organisation": "Motriz"}), "p1", "amina  wekesa")
    assert line_of(event, "p1") is not None
    assert event.people["p1"].organisation == "Motriz"
    assert view(event, "person:p1")["expected"] == {}


def test_people_who_are_in_already_are_recognised_by_an_import() -> None:
    event = joined(gathering(0), "p1", "Amina Wekesa", "Motriz")
    event = do(event, MODERATOR, "roster.import", lines=[{"name": "Amina Wekesa", "topics": ["Money"]}])
    line = line_of(event, "p1")
    assert line is not None
    assert line.topics == ("Money",)


def test_two_of_a_name_are_asked_which_they_are() -> None:
    event = expecting({"name": "Ana Paz", "organisation": "A"}, {"name": "Ana Paz", "organisation": "B"})
    event = joined(event, "p1", "Ana Paz")
    assert asked(event, "p1") == ["A", "B"]
    [mine] = [id for id, line in event.roster.items() if line.organisation == "B"]
    event = do(event, person("p1"), "person.claim", line=mine)
    assert event.people["p1"].organisation == "B"
    with pytest.raises(Refused, match="know who you are"):
        do(event, person("p1"), "person.claim", line=mine)


@pytest.mark.parametrize("name", ["Amina W.", "Amína Wekesa", "Wekesa Amina", "Amina Wekessa", "Amina"])
def test_a_name_that_resembles_a_line_is_asked_about_it(name: str) -> None:
    event = joined(expecting({"name": "Amina Wekesa", "organisation": "Motriz"}), "p1", name)
    assert asked(event, "p1") == ["Motriz"]


@pytest.mark.parametrize("name", ["John Wekesa", "Motriz", "A", "Aminata", "W Amin"])
def test_nobody_is_told_of_people_who_are_not_them(name: str) -> None:
    event = joined(expecting({"name": "Amina Wekesa", "organisation": "Motriz"}), "p1", name)
    assert asked(event, "p1") == []
    [line] = event.roster
    with pytest.raises(Refused):
        do(event, person("p1"), "person.claim", line=line)


def test_what_is_asked_shows_initials_and_nothing_else_of_a_line() -> None:
    event = expecting({"name": "Amina Wekesa", "organisation": "Motriz", "role": "Head", "group": "G9",
                       "topics": ["Money"], "together": ["Bo Li"]})  # fmt: skip
    [one] = view(joined(event, "p1", "Amina"), "person:p1")["expected"].values()
    assert one == {"name": "Amina W.", "organisation": "Motriz"}


def test_a_name_that_fits_many_is_told_none_of_them() -> None:
    event = expecting(*({"name": f"Ana {word}"} for word in ("Paz", "Ruiz", "Silva", "Costa")))
    assert asked(joined(event, "p1", "Ana"), "p1") == []


def test_who_is_none_of_them_is_new_and_not_asked_again() -> None:
    event = expecting({"name": "Ana Paz", "organisation": "A"}, {"name": "Ana Paz", "organisation": "B"})
    event = do(joined(event, "p1", "Ana Paz"), person("p1"), "person.claim", line=None)
    assert asked(event, "p1") == []
    assert line_of(event, "p1") is None


def test_an_import_is_all_or_nothing_and_a_second_one_brings_lines_up_to_date() -> None:
    with pytest.raises(Refused, match="“ana paz, a” is on the list twice"):
        expecting({"name": "Ana Paz", "organisation": "A"}, {"name": "ana paz", "organisation": "a"})
    event = joined(expecting({"name": "Ana Paz", "organisation": "A"}), "p1", "Ana Paz", "A")
    event = do(event, MODERATOR, "roster.import", lines=[
        {"name": "Ana Paz", "organisation": "A", "capabilities": ["facilitator"]}])  # fmt: skip
    line = line_of(event, "p1")
    assert line is not None
    assert line.capabilities == ("facilitator",)
    assert len(event.roster) == 1


def test_somebody_who_just_joined_can_be_appointed_and_every_room_gets_its_lead() -> None:
    event = gathering(12)
    for id in ("p01", "p04", "p10"):  # online, as most are
        event = do(event, MODERATOR, "person.appoint", person=id, capabilities=["facilitator"])
    event = drawn(event, mixed=True, rooms=3)
    assert len({event.rounds["b0"].seats[id] for id in ("p01", "p04", "p10")}) == 3


def test_an_interpreter_sits_with_the_person_they_interpret_for() -> None:
    event = do(gathering(), MODERATOR, "person.appoint", person="p01", capabilities=["interpreter"],
               interprets="p02")  # fmt: skip
    for seed in range(5):
        seats = drawn(event, seed=seed, mixed=True).rounds["b0"].seats
        assert seats["p01"] == seats["p02"]
    with pytest.raises(Refused, match="Nobody interprets for themselves"):
        do(event, MODERATOR, "person.appoint", person="p01", capabilities=["interpreter"], interprets="p01")


def test_appointing_changes_the_receipt_of_a_draft_at_once() -> None:
    event = do(gathering(8), MODERATOR, "person.appoint", person="p01", capabilities=["facilitator"])
    event = drawn(event, mixed=True, rooms=2)
    assert "rooms_without_facilitator" in str(event.rounds["b0"].receipt)
    other = next(id for id in event.people if event.rounds["b0"].seats[id] != event.rounds["b0"].seats["p01"])
    event = do(event, MODERATOR, "person.appoint", person=other, capabilities=["facilitator"])
    assert "Each room has a facilitator." in event.rounds["b0"].receipt["met"]  # type: ignore[operator]


def test_a_line_taken_off_leaves_its_person_in_the_event() -> None:
    event = joined(expecting({"name": "Ana Paz"}), "p1", "Ana Paz")
    event = do(event, MODERATOR, "roster.remove", lines=list(event.roster))
    assert "p1" in event.people
    assert not event.roster


@pytest.mark.parametrize(("said", "holds"), [({}, "onsite"), ({"mode": "online"}, "online")])
def test_where_somebody_is_comes_from_the_roster_unless_they_said_it(said: dict[str, object], holds: str) -> None:
    event = joined(expecting({"name": "Cara Stone", "mode": "onsite"}), "p1", "Cara Stone", **said)
    assert event.people["p1"].mode == holds
    event = joined(expecting({"name": "Cara Stone", "mode": "onsite"}), "p1", "Cara S.", **said)
    [line] = event.roster
    assert do(event, person("p1"), "person.claim", line=line).people["p1"].mode == holds


def test_a_roster_that_says_later_where_somebody_is_fills_what_was_open() -> None:
    event = joined(expecting({"name": "Cara Stone"}), "p1", "Cara Stone")
    assert event.people["p1"].mode == ""
    event = do(event, MODERATOR, "roster.import", lines=[{"name": "Cara Stone", "mode": "online"}])
    assert event.people["p1"].mode == "online"


def test_whoever_scans_the_code_of_a_table_is_in_the_room() -> None:
    assert joined(gathering(0), "p1", "Cara Stone", table=2).people["p1"].mode == "onsite"


def test_the_rosters_spelling_of_a_name_holds_where_only_case_and_spaces_differ() -> None:
    event = joined(expecting({"name": "Ana Lima"}), "p1", "ana  LIMA")
    assert event.people["p1"].name == "Ana Lima"
    event = joined(expecting({"name": "Dan West"}), "p1", "Dann West")
    [line] = event.roster
    assert do(event, person("p1"), "person.claim", line=line).people["p1"].name == "Dann West"


def test_a_name_that_stands_on_the_wall_is_not_spelled_anew() -> None:
    event = event_after("screen.automate")
    name = event.people["p3"].name
    event = do(event, MODERATOR, "roster.import", lines=[{"name": name.upper() if name.upper() != name else name.lower()}])
    assert line_of(event, "p3") is not None
    assert event.people["p3"].name == name


def test_the_topics_the_roster_knows_are_told_to_their_person_and_choosing_begins_anew() -> None:
    event = do(expecting({"name": "Ana Lima", "topics": ["Trust"]}), MODERATOR, "round.plan", slot="b0", topics=["Trust", "Money"], ask=True)
    event = joined(event, "p1", "Ana Lima")
    assert view(event, "person:p1")["wished"] == ["Trust"]
    event = do(event, person("p1"), "topic.choose", slot="b0", topics=["Money"])
    assert view(event, "person:p1")["person"]["topics"] == ["Money"]
    assert "wished" not in view(joined(event, "p2", "Bo Li"), "person:p2")


def test_what_is_known_of_somebody_can_be_put_right_by_hand() -> None:
    """On the person, on their line, or on the line of somebody still expected; what is not told stays."""
    event = joined(expecting({"name": "Amina", "organisation": "Motriz", "group": "Red", "topics": ["Money"]}), "p1", "Amina")
    event = do(event, MODERATOR, "person.correct", who="p1", organisation="HundrED", mode="online", languages=["sw", "en"], group="Blue")
    line = line_of(event, "p1")
    assert (event.people["p1"].organisation, event.people["p1"].mode, event.people["p1"].language) == ("HundrED", "online", "sw")
    assert line is not None
    assert (line.group, line.topics, line.languages) == ("Blue", ("Money",), ("sw", "en"))
    [other] = (id for id in do(event, MODERATOR, "roster.import", lines=[{"name": "Ben"}]).roster if id != line.id)
    event = do(event, MODERATOR, "roster.import", lines=[{"name": "Ben"}])
    event = do(event, MODERATOR, "person.correct", who=other, topics=["Trust"])
    assert event.roster[other].topics == ("Trust",)
    with pytest.raises(Refused, match="no such person"):
        do(event, MODERATOR, "person.correct", who="p9", group="Red")


def test_whoever_is_on_no_list_gets_a_line_only_for_what_it_alone_can_hold() -> None:
    event = do(joined(gathering(0), "p1", "Zed"), MODERATOR, "person.correct", who="p1", mode="onsite", languages=["fr"])
    assert line_of(event, "p1") is None
    event = do(event, MODERATOR, "person.correct", who="p1", group="Blue")
    assert line_of(event, "p1") is not None

"""Coming in: by code, without an account, once."""

from __future__ import annotations

from facilitator.app import House
from tests.builders import EVENT
from tests.web.conftest import Visitor


def join(visitor: Visitor, **more: object) -> object:
    return visitor.browser.post("/api/join", json={"code": "ABCD2345", "name": "Wanjiku", **more})


def test_whoever_joins_gets_a_ticket_and_a_place(house: House, visitor: Visitor) -> None:
    answer = join(visitor, organisation="TaRL Africa", language="sw", mode="onsite")
    made = answer.get_json()
    assert made["event"] == EVENT
    person = house.parts.event(EVENT).people[made["person"]]
    assert (person.name, person.organisation, person.language) == ("Wanjiku", "TaRL Africa", "sw")


def test_coming_back_keeps_the_same_person(house: House, visitor: Visitor) -> None:
    first, again = join(visitor).get_json(), join(visitor).get_json()
    assert first["person"] == again["person"]
    assert visitor.browser.get("/j/ABCD2345").location.endswith(f"/e/{EVENT}")


def test_a_code_may_be_typed_as_people_type(house: House, visitor: Visitor) -> None:
    assert join(visitor, code=" abcd-2345 ").status_code == 200


def test_a_wrong_code_gets_a_kind_answer(visitor: Visitor) -> None:
    answer = join(visitor, code="NOTHERE1")
    assert answer.status_code == 404
    assert "code" in answer.get_json()["why"]
    assert visitor.browser.get("/j/NOTHERE1", follow_redirects=True).status_code == 404


def test_a_closed_door_says_so_and_lets_nobody_in(house: House, visitor: Visitor) -> None:
    house.submit(EVENT, _closed(), "moderator")
    before = len(house.parts.event(EVENT).people)
    answer = join(visitor)
    assert (answer.status_code, answer.get_json()["code"]) == (400, "closed")
    assert len(house.parts.event(EVENT).people) == before


def test_a_name_is_needed_and_nothing_unknown_is_taken(house: House, visitor: Visitor) -> None:
    assert join(visitor, name=" ").get_json()["code"] == "field"
    assert join(visitor, admin=True).get_json()["code"] == "field"
    assert visitor.browser.post("/api/join", data="{").status_code == 400


def _closed() -> object:
    from facilitator.protocol import read

    return read("door.close", {})

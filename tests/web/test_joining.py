"""Coming in: by code, without an account, once."""

from __future__ import annotations

import re

import pytest

from facilitator.app import House
from facilitator.protocol import read
from tests.builders import EVENT, MODERATOR
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


def test_nothing_is_chosen_for_somebody_who_does_not_say_where_they_are(house: House, visitor: Visitor) -> None:
    assert not re.search(r'name="mode" value="\w+" checked', visitor.browser.get("/j/ABCD2345").text)
    visitor.browser.post("/j/ABCD2345", data={"name": "Wanjiku"})
    event = house.parts.event(EVENT)
    assert [one.mode for one in event.people.values() if one.name == "Wanjiku"] == [""]
    other = join(Visitor(house)).get_json()["person"]
    assert house.parts.event(EVENT).people[other].mode == ""


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
    return read("door.close", {})


def test_the_code_on_a_table_is_kept_on_the_way_to_the_phone(house: House, visitor: Visitor) -> None:
    page = visitor.browser.get("/j/ABCD2345?table=2")
    assert "table 2" in page.text
    assert 'action="/j/ABCD2345?table=2"' in page.text
    assert re.search(r'value="onsite" checked', page.text)
    answer = visitor.browser.post("/j/ABCD2345?table=2", data={"name": ""})
    assert 'action="/j/ABCD2345?table=2"' in answer.text
    answer = visitor.browser.post("/j/ABCD2345?table=2", data={"name": "Wanjiku"})
    assert answer.location.endswith(f"/e/{EVENT}?table=2")
    assert '"table": 2' in visitor.browser.get(answer.location).text
    assert visitor.browser.get("/j/ABCD2345?table=2").location.endswith(f"/e/{EVENT}?table=2")
    stranger = house.web.test_client().get(f"/e/{EVENT}?table=2")
    assert stranger.location.endswith("/j/ABCD2345?table=2")


@pytest.mark.parametrize("table", ["0", "401", "-1", "two", "1.5", "²", "99999999999", '"><b>'])
def test_what_is_no_table_is_as_if_it_were_not_there(visitor: Visitor, table: str) -> None:
    page = visitor.browser.get("/j/ABCD2345", query_string={"table": table})
    assert page.status_code == 200
    assert 'action="/j/ABCD2345"' in page.text
    assert 'checked>In the room' not in page.text


def test_each_table_sheet_has_a_code_of_its_own(visitor: Visitor) -> None:
    visitor.may("moderator")
    page = visitor.browser.get(f"/events/{EVENT}/print/tables").text
    drawings = re.findall(r'aria-label="QR code of table \d+"><path d="(.*?)"', page)
    assert len(drawings) == len(set(drawings)) == page.count("table-sheet") > 1
    assert "Scan to sit here" in page


def test_a_table_sheet_says_so_when_scanning_only_tells(house: House, visitor: Visitor) -> None:
    plan = read("round.plan", {"slot": "rooms", "scan": False})
    assert house.conductor.submit(EVENT, plan, MODERATOR, "no-scanning")["ok"]
    page = visitor.may("moderator").browser.get(f"/events/{EVENT}/print/tables").text
    assert "which table is yours" in page
    assert "Scan to sit here" not in page

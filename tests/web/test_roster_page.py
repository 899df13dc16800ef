"""A roster comes in by the people page: looked at first, then all of it or nothing."""

from __future__ import annotations

from facilitator.app import House
from tests.builders import EVENT
from tests.web.conftest import Visitor

ADDRESS = f"/events/{EVENT}/roster"


def names(house: House) -> set[str]:
    event = house.parts.event(EVENT)
    assert event is not None
    return {line.name for line in event.roster.values()}


def test_a_roster_is_shown_before_it_is_imported(house: House, visitor: Visitor) -> None:
    browser, before = visitor.may("moderator").browser, names(house)
    looked = browser.post(ADDRESS, json={"text": "Zola Mbeki (UNICEF)"}).get_json()
    assert looked["lines"] == [{"line": 1, "name": "Zola Mbeki", "organisation": "UNICEF", "capabilities": []}]
    assert names(house) == before
    assert browser.post(ADDRESS, json={"text": "Zola Mbeki (UNICEF)", "save": True}).get_json()["ok"]
    assert names(house) == before | {"Zola Mbeki"}


def test_nothing_is_imported_while_one_line_is_wrong(house: House, visitor: Visitor) -> None:
    browser, before = visitor.may("moderator").browser, names(house)
    answer = browser.post(ADDRESS, json={"text": "name,mode\nZola,moon\nBo,online", "save": True})
    assert answer.status_code == 400
    assert names(house) == before


def test_an_empty_text_is_answered_kindly(visitor: Visitor) -> None:
    answer = visitor.may("organiser").browser.post(ADDRESS, json={"text": " \n"})
    assert answer.get_json()["why"] == "There is no name in it yet."

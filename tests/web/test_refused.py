"""Pages for what fails: said in our own words, with the way on."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from facilitator.app import House
from tests.builders import EVENT


def seen(house: House, path: str) -> tuple[int, str, str]:
    """Status, heading and what else is said."""
    answer = house.web.test_client().get(path)
    page = answer.get_data(as_text=True)
    heading = re.search(r"<h1>(.*?)</h1>", page)
    said = re.search(r"<main.*?</main>", page, re.S)
    assert heading
    assert said
    return answer.status_code, heading[1], " ".join(re.sub("<[^>]*>", " ", said[0]).split())


@pytest.mark.parametrize(("path", "status", "heading", "says"), [
    ("/nowhere", 404, "There is nothing here", "This address leads nowhere. Please compare it with the one you were given."),
    ("/events/nope/control", 404, "There is nothing here", "There is no such event on this server."),
    (f"/events/{EVENT}/control", 403, "This needs a link", "Ask the organiser of the event for it."),
    ("/l/nothing", 403, "This needs a link", "This link does not work any more."),
])  # fmt: skip
def test_what_is_not_there_is_said_with_the_way_on(house: House, path: str, status: int, heading: str, says: str) -> None:
    code, title, said = seen(house, path)
    assert (code, title) == (status, heading)
    assert says in said
    assert said.endswith("Join an event with its code")
    assert "Try again" not in said


def test_too_many_attempts_can_be_tried_again(house: House) -> None:
    for _ in range(61):
        code, title, said = seen(house, "/s/AAAAAAAA")
    assert (code, title) == (429, "One moment, please")
    assert "Please wait a minute. Try again" in said


def test_a_fault_of_ours_says_what_is_kept_and_nothing_of_its_cause(house: House) -> None:
    def broken(_: str) -> Any:
        raise RuntimeError("the secret is k9f3kd02")

    house.web.extensions["parts"] = replace(house.parts, event=broken)
    code, title, said = seen(house, f"/events/{EVENT}/screen")
    assert (code, title) == (500, "This did not work")
    assert said.startswith("Something went wrong on the server. What was saved before is kept. Try again")
    assert "secret" not in said

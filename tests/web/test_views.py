"""The views by link: each opens with its own right, hears what it needs, and tells nothing else."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from facilitator.app import House
from facilitator.connections import Met
from facilitator.domain.stamp import Role
from facilitator.protocol import read
from tests.builders import EVENT, MODERATOR
from tests.web.conftest import Visitor

CUE = "Bring the second microphone"


@pytest.fixture
def cued(house: House) -> House:
    step = {"slot": "close", "cue": CUE}
    assert house.conductor.submit(EVENT, read("slot.edit", step), MODERATOR, "cue-00001")["ok"]
    return house


@pytest.mark.parametrize(("role", "page", "asked"), [
    ("moderator", "remote", ""), ("screen", "overlay", "?corner=top-right&size=large"),
    ("stage", "stage", "?name=Left&mirror"), ("crew", "crew", ""),
])  # fmt: skip
def test_one_address_leads_to_a_page_with_its_parameters(
    house: House, role: Role, page: str, asked: str
) -> None:
    word = house.parts.access.issue(role, EVENT)
    answer = house.web.test_client().get(f"/l/{word}/{page}{asked}")
    assert answer.headers["Location"] == f"/events/{EVENT}/{page}{asked}"


def test_a_link_leads_to_no_page_that_is_not_one(house: House) -> None:
    word = house.parts.access.issue("moderator", EVENT)
    client = house.web.test_client()
    assert client.get(f"/l/{word}/export.json").status_code == 404
    assert client.get(f"/l/{word}/nothing").status_code == 404


def _data(page: Any) -> Any:
    found = re.search(r'id="page">(.*?)</script>', page.text, re.S)
    assert found
    return json.loads(found[1])


def test_slim_pages_carry_only_the_screens_they_show(visitor: Visitor) -> None:
    visitor.may("moderator")
    for page, channels in (("remote", {"hall", "moderator"}), ("crew", {"hall", "crew"}),
                           ("overlay", {"hall", "plenary"})):  # fmt: skip
        data = _data(visitor.browser.get(f"/events/{EVENT}/{page}"))
        assert set(data["snapshots"]) == set(data["channels"]) == channels


def test_the_crew_reads_its_cues_and_nobody_in_public_does(cued: House, visitor: Visitor) -> None:
    assert CUE in visitor.may("crew").browser.get(f"/events/{EVENT}/crew").text
    public = cued.web.test_client()
    assert CUE not in public.get("/s/ABCD2345").text
    assert CUE not in public.get("/s/ABCD2345/agenda.ics").text


def test_the_public_schedule_needs_the_code_alone_and_grants_no_command(house: House) -> None:
    page = house.web.test_client().get("/s/abcd-2345")
    assert page.status_code == 200
    data = _data(page)
    assert data["role"] == "public"
    assert set(data["snapshots"]) == {"hall"}
    assert '"@type"' in page.text
    assert house.web.test_client().get("/s/ZZZZ9999").status_code == 404


def test_calendar_entries_keep_their_ids_and_follow_the_clock(house: House) -> None:
    def entries() -> list[tuple[str, str]]:
        text = house.web.test_client().get("/s/ABCD2345/agenda.ics").text
        return re.findall(r"UID:(\S+).*?DTEND:(\S+)", text, re.S)

    before = entries()
    nudge = read("clock.nudge", {"slot": "close", "seconds": 1_800})
    assert house.conductor.submit(EVENT, nudge, MODERATOR, "nudge-001")["ok"]
    after = entries()
    assert [uid for uid, _ in before] == [uid for uid, _ in after]
    assert before[:-1] == after[:-1]
    assert before[-1] < after[-1]


@pytest.mark.parametrize("asked", ["corner=middle&size=huge&ground=<b>&show=secrets,title", ""])
def test_the_overlay_takes_only_what_it_knows(visitor: Visitor, asked: str) -> None:
    data = _data(visitor.may("screen").browser.get(f"/events/{EVENT}/overlay?{asked}"))
    assert data["look"] == {"corner": "bottom-left", "size": "medium", "ground": "plate"}
    assert data["parts"] == (["title"] if asked else ["title", "state"])
    assert data["role"] == "screen"


@pytest.mark.parametrize(("role", "named"), [("moderator", True), ("report", False)])
def test_the_report_says_how_many_met_nobody_and_names_them_to_the_crew_alone(
    house: House, monkeypatch: pytest.MonkeyPatch, role: Role, named: bool
) -> None:
    lonely = Met([[["a"], ["b", "c"]]], {"a": "Ana Canary", "b": "Ben", "c": "Cleo"}, {"a": "", "b": "", "c": ""})
    for place in ("facilitator.web.organiser.met", "facilitator.connections.met"):
        monkeypatch.setattr(place, lambda events: lonely)
    client = house.web.test_client()
    client.get(f"/l/{house.parts.access.issue(role, EVENT)}")
    page = " ".join(client.get(f"/events/{EVENT}/report").get_data(as_text=True).split())
    assert "Met nobody</dt><dd>1 person" in page
    assert "Half of all people met at least</dt><dd>1 person" in page
    assert ("Ana Canary" in page) == named

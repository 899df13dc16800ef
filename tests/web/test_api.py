"""The wire over HTTP: the same commands, the same answers, a word instead of a cookie."""

from __future__ import annotations

from typing import Any

import pytest

from facilitator.access import Grant
from facilitator.app import House
from facilitator.domain.commands import MENU
from facilitator.domain.stamp import Role
from facilitator.web.openapi import OUTSIDE, description
from tests.builders import EVENT, STORY

HOME = f"/api/events/{EVENT}"


class Box:
    """A button box that holds one link's word."""

    def __init__(self, house: House, role: Role, event: str = EVENT) -> None:
        self.client = house.web.test_client()
        self.word = house.parts.access.issue(role, "" if role == "organiser" else event)

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.word}"}

    def press(self, name: str, /, **fields: Any) -> Any:
        return self.client.post(f"{HOME}/commands/{name}", json=fields, headers=self.headers)

    def look(self, path: str) -> Any:
        return self.client.get(HOME + path, headers=self.headers)


@pytest.fixture
def box(house: House) -> Box:
    return Box(house, "moderator")


def test_a_command_is_carried_out_and_answered_as_on_the_wire(house: House, box: Box) -> None:
    answer = box.press("clock.nudge", slot="@now", seconds=60)
    assert answer.status_code == 200
    event = house.conductor.event(EVENT)
    assert event is not None
    assert answer.json.keys() == {"ok", "seq", "at"}
    assert answer.json["seq"] == event.seq


def test_a_repeated_command_id_counts_once(box: Box) -> None:
    ask = {"slot": "@now", "seconds": 60, "command_id": "button-01"}
    first, again = box.press("clock.nudge", **ask), box.press("clock.nudge", **ask)
    assert first.json["seq"] == again.json["seq"]
    assert box.press("clock.nudge", slot="@now", seconds=60).json["seq"] == first.json["seq"] + 1


@pytest.mark.parametrize(("name", "fields", "status", "code"), [
    ("slot.advance", {"from_slot": "talk"}, 409, "stale"),
    ("slot.advance", {"slot": "talk"}, 400, "field"),
    ("slot.advance", {"command_id": "short"}, 400, "field"),
    ("slot.fly", {}, 404, "unknown"),
    ("note.write", {"note_id": "n9", "room": "rooms.1", "kind": "insight", "text": "x"}, 403, "forbidden"),
])  # fmt: skip
def test_a_refusal_has_its_status_and_a_sentence(
    box: Box, name: str, fields: dict[str, Any], status: int, code: str
) -> None:
    answer = box.press(name, **fields)
    assert (answer.status_code, answer.json["code"], answer.json["ok"]) == (status, code, False)
    assert answer.json["why"].endswith((".", "?"))


def test_what_is_no_object_is_refused(box: Box) -> None:
    answer = box.client.post(f"{HOME}/commands/door.open", data="[1]", headers=box.headers)
    assert answer.json["code"] == "field"


def test_a_word_opens_its_own_event_alone(house: House) -> None:
    for other in (Box(house, "moderator", "e2"), Box(house, "report")):
        assert other.press("door.close").status_code == 403
    stranger = Box(house, "moderator")
    stranger.word = "nothing"
    assert stranger.press("door.close").json["code"] == "forbidden"
    assert Box(house, "organiser").press("door.close").status_code == 200


def test_a_revoked_word_opens_nothing(house: House, box: Box) -> None:
    [link] = house.parts.access.links_of(EVENT)
    house.parts.access.revoke(link.id)
    assert box.press("door.close").status_code == 403


def test_cookies_count_for_nothing(house: House) -> None:
    box = Box(house, "moderator")
    box.client.get(f"/l/{box.word}")
    box.word = ""
    assert box.press("door.close").status_code == 403


def test_a_participant_acts_with_their_ticket(house: House) -> None:
    box = Box(house, "report")
    box.word = house.parts.access.ticket(Grant("participant", EVENT, "p1"))
    assert box.press("person.edit", name="Amina N.").status_code == 200
    assert set(box.look("/screens").json["snapshots"]) == {"hall", "person:p1", "room:rooms.1"}


def test_a_link_sees_its_own_screens_and_no_other(house: House) -> None:
    stage = Box(house, "stage")
    assert set(stage.look("/screens").json["snapshots"]) == {"hall", "stage"}
    assert stage.look("/screens/hall").json["view"]["status"] == "running"
    assert stage.look("/screens/host").status_code == 403


def test_whoever_asks_too_often_is_told_how_long_to_wait(box: Box) -> None:
    answers = [box.press("slot.advance", from_slot="talk") for _ in range(45)]
    assert answers[35].status_code == 409
    late = answers[-1]
    assert late.status_code == 429
    assert 0 < late.json["retry_after"] <= 4
    assert late.headers["Retry-After"].isdigit()


def test_every_command_from_outside_is_described_with_its_fields_and_limits() -> None:
    paths = description("http://localhost")["paths"]
    for entry in MENU:
        path = paths.get(f"/api/events/{{event}}/commands/{entry.wire}")
        assert (path is not None) == bool(entry.roles & OUTSIDE), entry.wire
    send = paths["/api/events/{event}/commands/message.send"]["post"]
    body = send["requestBody"]["content"]["application/json"]["schema"]
    assert body["required"] == ["message_id", "place", "text"]
    assert body["properties"]["text"] == {"type": "string", "minLength": 1, "maxLength": 280}
    assert body["properties"]["level"] == {"enum": ["calm", "important", "urgent"], "default": "calm"}
    assert body["properties"]["place"]["description"] == "A place is stage, phones, screens, leads or room:<id>."
    assert body["additionalProperties"] is False
    assert send["x-roles"] == ["moderator", "organiser"]


def test_the_description_holds_for_everything_in_the_story(house: House) -> None:
    """What the description requires is what was given, and nothing else may be given."""
    paths = house.web.test_client().get("/api/openapi.json").json["paths"]
    for step in STORY:
        path = paths.get(f"/api/events/{{event}}/commands/{step.name}")
        if path is not None:
            body = path["post"]["requestBody"]["content"]["application/json"]["schema"]
            assert set(body["required"]) <= step.fields.keys() <= body["properties"].keys(), step


def test_people_can_read_it_too(house: House) -> None:
    page = house.web.test_client().get("/api/").text
    assert "clock.nudge" in page
    assert "whole number, -3600 to 3600" in page
    assert "<script" not in page

"""What the moderator's pages say of rooms: before they open, while people come in, when something is missing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.stories.cast import Stage, stage
from tests.stories.crowd import Crowd, Watched, crowd

PASTE = """(field, text) => { const data = new DataTransfer(); data.setData("text", text);
    field.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})); }"""

pytestmark = pytest.mark.timeout(240)


class Rooms:
    """A moderator at the rooms page of an event's first breakout, and people with phones."""

    def __init__(self, play: Stage, event: dict[str, Any], people: Crowd) -> None:
        self.play, self.event, self.people = play, event, people
        self.page = play.page((1440, 900), zone="America/New_York")
        self.page.goto(event["links"]["moderator"])
        slots = self.screen("hall")["slots"]
        self.slot = min((id for id in slots if slots[id]["kind"] == "breakout"), key=lambda id: int(slots[id]["order"]))

    def look(self, page: str = "rooms") -> Any:
        self.page.goto(f"{self.play.server.home}/events/{self.event['id']}/{page}")
        return self.page

    def tell(self, command: str, **fields: Any) -> None:
        self.play.tell(self.event, command, **fields)

    def screen(self, channel: str) -> Any:
        return self.play.screens(self.event)[channel]

    def come(self, *names: str, **answers: str) -> None:
        self.people.join(list(names), **answers)

    def draw(self, rooms: int, **plan: Any) -> None:
        self.tell("round.plan", slot=self.slot, rooms=rooms, **plan)
        self.tell("round.draw", slot=self.slot)

    def room(self, number: int) -> str:
        return f"{self.slot}.{number}"

    def put(self, number: int, *names: str) -> None:
        ids = {one["name"]: id for id, one in self.screen("moderator")["people"].items()}
        for name in names:
            if self.screen("moderator")["rounds"][self.slot]["seats"].get(ids[name]) != self.room(number):
                self.tell("seat.move", slot=self.slot, person=ids[name], room=self.room(number))

    def open(self) -> None:
        self.tell("slot.jump", from_slot=None, to_slot=self.slot)
        self.people.until(lambda: all(phone.room for phone in self.people.phones))

    def arrive(self, *names: str) -> None:
        for phone in self.people.phones:
            if phone.name in names:
                assert self.people.ask(phone, "seat.arrive", room=phone.room)["ok"]

    def phone(self, name: str) -> Watched:
        return next(phone for phone in self.people.phones if phone.name == name)


@contextmanager
def rooms(browser: Any, folder: Path) -> Iterator[Rooms]:
    with stage(browser, folder) as play:
        event = play.server.demo()["events"][0]
        with crowd(play.server.home, event["code"]) as people:
            yield Rooms(play, event, people)


def test_a_pasted_list_gives_each_room_its_own_line(browser: Any, tmp_path: Path) -> None:
    with rooms(browser, tmp_path) as desk:
        desk.come(*(f"Guest {n}" for n in range(6)))
        desk.draw(rooms=3)
        page = desk.look()
        page.get_by_role("button", name="Names and links").click()
        links = "https://zoom.example/1\n\n  meet.example/3 \n\n"
        page.get_by_label("Video link of room 1").evaluate(PASTE, links)
        page.get_by_role("button", name="Save").click()
        page.get_by_role("dialog").wait_for(state="detached")
        made = desk.screen("moderator")["rounds"][desk.slot]["rooms"]
        assert [made[desk.room(n)]["link"] for n in (1, 2, 3)] == ["https://zoom.example/1", "", "https://meet.example/3"]


def test_a_value_that_cannot_be_is_refused_in_words(browser: Any, tmp_path: Path) -> None:
    with rooms(browser, tmp_path) as desk:
        desk.come(*(f"Guest {n}" for n in range(6)))
        desk.draw(rooms=2)
        page = desk.look()
        page.get_by_role("spinbutton", name="Rooms").fill("2.7")
        page.get_by_role("spinbutton", name="Rooms").press("Enter")
        page.get_by_text("The number of rooms must be a whole number.").wait_for()
        page.get_by_role("button", name="Names and links").click()
        for link in ("javascript:alert(1)", "not a link"):
            page.get_by_label("Video link of room 2").fill(link)
            page.get_by_role("button", name="Save").click()
            page.get_by_text("Room 2: A link begins with https://, like https://meet.jit.si/room-2.").wait_for()
        desk.play.accessible(page, "a link that is none")

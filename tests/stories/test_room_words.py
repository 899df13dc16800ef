"""What a phone says in a room: how to get there, who does what for whom, and what its way means for me."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.stories.cast import Stage, stage

SMALL = ((320, 568), (844, 390))  # a small phone, and one that lies on its side
NAMES = ("Ana Lima", "Omar Said", "Noor Haddad", "Hugo Diaz")

pytestmark = pytest.mark.timeout(240)


def test_a_phone_says_in_words_where_to_go_and_what_to_do(browser: Any, tmp_path: Path) -> None:
    with stage(browser, tmp_path) as play:
        Words(play).run()


class Words:
    """One in the hall, three online, one of whom interprets for another; a room, a fishbowl and a café."""

    def __init__(self, play: Stage) -> None:
        self.play = play
        self.event = play.server.demo()["events"][0]
        slots = play.screens(self.event)["hall"]["slots"]
        self.slot = next(id for id, one in slots.items() if one["kind"] == "breakout")
        start, after = slots[self.slot]["start"], min(
            (one for one in slots.values() if one["order"] > slots[self.slot]["order"]), key=lambda one: one["order"])
        before = next(id for id, one in slots.items() if one is after)
        for id in ("bowl", "cafe1", "cafe2"):
            self.tell("slot.add", before=before, slot={
                "id": id, "title": id.title(), "kind": "breakout", "start": start, "minutes": 10, "room_size": 2})  # fmt: skip
        self.ana, self.omar, self.noor, self.hugo = self.phones = [play.phone(self.event["links"]["join"], name, "") for name in NAMES]
        people = play.screens(self.event)["moderator"]["people"]
        self.ids = {one["name"]: id for id, one in people.items()}

    def tell(self, command: str, **fields: Any) -> None:
        self.play.tell(self.event, command, **fields)

    def go(self, slot: str) -> None:
        clock = self.play.screens(self.event)["hall"].get("clock", {})
        self.tell("slot.jump", from_slot=clock.get("slot"), to_slot=slot)

    def run(self) -> None:
        self.rounds_are_counted_not_called_tables()
        self.they_say_where_they_are()
        self.the_way_to_a_room()
        self.small_screens()
        self.parts_in_the_room()
        self.a_room_that_closed()
        self.the_circles_of_a_fishbowl()
        self.hosts_of_a_cafe()

    def rounds_are_counted_not_called_tables(self) -> None:
        desk = self.play.page((1440, 900))
        desk.goto(self.event["links"]["moderator"])
        desk.goto(f"{self.play.server.home}/events/{self.event['id']}/rooms?slot={self.slot}")
        desk.get_by_role("button", name="Several rounds").click()
        desk.get_by_role("radio", name="World Café").check()
        desk.get_by_role("button", name="One more round").click()
        titles = [desk.get_by_label(f"Title of round {n}").input_value() for n in (1, 2, 3, 4)]
        assert [title.rpartition(", ")[2] for title in titles] == ["round 1", "round 2", "round 3", "round 4"]

    def they_say_where_they_are(self) -> None:
        self.play.accessible(self.ana, "where are you")
        self.ana.get_by_role("button", name="I am in the room").click()
        for phone in self.phones[1:]:
            phone.get_by_role("button", name="I am online").click()
        for phone in self.phones:
            phone.get_by_role("heading", name="Where are you?").wait_for(state="detached")
        self.tell("person.appoint", person=self.ids["Ana Lima"], capabilities=["facilitator"])
        self.tell("person.appoint", person=self.ids["Noor Haddad"], capabilities=["interpreter"], interprets=self.ids["Hugo Diaz"])

    def the_way_to_a_room(self) -> None:
        self.tell("round.plan", slot=self.slot, mixed=True, rooms=1)
        self.go(self.slot)
        self.ana.get_by_text("Look for table 1, or for a sign of room 1.").wait_for()
        self.omar.get_by_text("The link to this room comes here as soon as it is known.").wait_for()
        self.play.accessible(self.omar, "a room whose link is not known")
        self.tell("slot.edit", slot=self.slot, links=[{"title": "The call", "url": "https://example.org/call"}])
        assert self.omar.get_by_role("link", name="The call").get_attribute("href") == "https://example.org/call"
        self.tell("room.edit", room=f"{self.slot}.1", link="https://example.org/1")
        self.omar.get_by_role("link", name="Open video").wait_for()
        assert self.omar.get_by_role("link", name="The call").count() == 0
        self.hugo.get_by_text("interprets for you").wait_for()
        self.omar.get_by_text("interprets for Hugo Diaz").wait_for()

    def small_screens(self) -> None:
        """The way and the button are in view; once inside, so are some lines of what was written."""
        page = self.ana
        self.tell("room.edit", room=f"{self.slot}.1", link="")
        page.get_by_text("Look for table 1").wait_for()
        for width, height in SMALL:
            page.set_viewport_size({"width": width, "height": height})
            box = page.get_by_role("button", name="I am here").bounding_box()
            assert box["y"] + box["height"] <= height, (width, height)
        for phone in self.phones:
            phone.get_by_role("button", name="I am here").click()
        for width, height in SMALL:
            page.set_viewport_size({"width": width, "height": height})
            page.get_by_role("region", name="My notes").wait_for()
            free = page.locator(".composer").bounding_box()["y"] - page.locator("main").bounding_box()["y"]
            assert free >= 75, (width, height, free)
        page.get_by_label("Your note").focus()
        page.get_by_role("radio", name="Question").wait_for()
        page.set_viewport_size({"width": 390, "height": 844})

    def parts_in_the_room(self) -> None:
        self.noor.get_by_text("You interpret for Hugo Diaz.").wait_for()
        self.hugo.get_by_text("Noor Haddad interprets for you.").wait_for()
        part = self.ana.get_by_role("region", name="My part")
        part.get_by_text("Open the talk").wait_for()
        part.get_by_role("button", name="Only read and write").click()
        part.get_by_text("ask somebody else to open the talk").wait_for()
        assert part.get_by_text("nobody expects you to talk").count() == 0
        part.get_by_role("button", name="Step out").click()
        self.ana.get_by_role("region", name="Stepped out").wait_for()
        self.play.accessible(self.ana, "stepped out")
        self.ana.get_by_role("button", name="I am back").click()

    def a_room_that_closed(self) -> None:
        self.tell("message.send", message_id="m1", place="leads", text="Please report in one sentence")
        said = self.ana.get_by_role("region", name="From the moderator, to those who lead rooms")
        said.wait_for()
        self.tell("round.close", slot=self.slot, seconds=0)
        self.ana.get_by_text("Please come back to the hall.").wait_for()
        said.wait_for(state="detached")
        self.omar.get_by_text("Please come back to the call where everybody meets.").wait_for()
        assert self.omar.get_by_text("not here yet").count() == 0
        self.omar.get_by_label("Your note").fill("One more thing")
        self.omar.get_by_role("button", name="Send note").click()
        self.omar.get_by_text("Late, after the room had closed").wait_for()

    def the_circles_of_a_fishbowl(self) -> None:
        self.tell("round.plan", slot="bowl", format="fishbowl")
        self.tell("round.draw", slot="bowl")
        for name in NAMES:
            circle = 1 if name in ("Noor Haddad", "Hugo Diaz") else 2
            self.tell("seat.move", slot="bowl", person=self.ids[name], room=f"bowl.{circle}")
        self.tell("seat.pin", slot="bowl", people=list(self.ids.values()), on=False)
        self.tell("room.edit", room="bowl.1", name="Baobab")
        self.go("bowl")
        self.hugo.get_by_text("You sit in the inner circle and may speak").wait_for()
        self.hugo.get_by_text("Inner circle, with 1 other").wait_for()
        self.ana.get_by_text("Scan the code of the inner circle").wait_for()
        assert self.ana.get_by_role("button", name="Take a chair").count() == 0
        self.omar.get_by_role("button", name="Take a chair in the inner circle").click()
        self.omar.get_by_text("You sit in the inner circle and may speak").wait_for()
        self.ana.goto(f"{self.event['links']['join']}?table=1")
        self.told = self.ana.get_by_role("region", name="The table you scanned")
        self.told.get_by_text("You sit in the inner circle now.").wait_for()
        assert self.ana.get_by_text("table 1").count() == 0
        self.play.accessible(self.ana, "the inner circle")

    def hosts_of_a_cafe(self) -> None:
        for slot in ("cafe1", "cafe2"):
            self.tell("round.plan", slot=slot, format="cafe", mixed=True, rooms=2)
        self.go("cafe1")
        for phone in self.phones:
            phone.get_by_role("button", name="I am here").click()
        assert self.told.count() == 0
        self.go("cafe2")
        for phone in self.phones:
            phone.get_by_role("button", name="I am here").wait_for()
        stay = [phone for phone in self.phones if phone.get_by_text("You stay at this table as its host").count()]
        assert len(stay) == 2
        for phone in self.phones:
            phone.get_by_role("button", name="I am here").click()
        for phone in stay:
            phone.get_by_text("You host this table.").wait_for()
        assert sum(phone.get_by_text("hosts this table").count() for phone in self.phones if phone not in stay) == 2

"""Before and after the rooms, over two days: expected people, wishes, who met whom."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest

from tests.stories.cast import Stage, stage

ROSTER = """name,organisation,role,topics,facilitator
Zawadi Otieno,TaRL Africa,Head of learning,Trust,yes
Karan Gupta,HundrED,,Money,{wrong}
Mei Tanaka,Schools2030,,Trust,yes
Helen Park,Youth Impact,,Money,
Helen Park,HundrED,,Money,
"""
NAMES = (("Zawadi Otieno", ""), ("karan gupta", "HundrED"), ("Mei T.", ""), ("Helen Park", ""),
         ("Samira Gul", "TaRL Africa"), ("Chiara Conti", "HundrED"))  # fmt: skip
CALLED = ("Zawadi Otieno", "Karan Gupta", *(name for name, _ in NAMES[2:]))  # as the roster spells it
CONTACT = "samira@example.org"

pytestmark = pytest.mark.timeout(300)


def test_a_roster_two_days_and_who_met_whom(browser: Any, tmp_path: Path) -> None:
    with stage(browser, tmp_path) as play:
        Days(play).run()


class Days:
    """A moderator and six phones on both days of the demo series."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.home = stage, stage.server.home
        self.events = stage.server.demo()["events"]
        self.desk = stage.page((1440, 900), zone="America/New_York")
        for event in self.events:
            self.desk.goto(event["links"]["moderator"])
        self.first, self.second = self.events

    def run(self) -> None:
        self.paste_a_roster()
        self.people_claim_their_lines()
        self.the_moderator_appoints()
        self.topics_are_chosen_on_phones()
        self.draw_pin_and_draw_again()
        self.rooms_and_contacts()
        self.the_report()
        self.a_second_day()

    def goto(self, event: dict[str, Any], page: str) -> Any:
        self.desk.goto(f"{self.home}/events/{event['id']}/{page}")
        return self.desk

    def ask(self, event: dict[str, Any], name: str, **fields: Any) -> None:
        """A command as the moderator's own script would send it."""
        word = event["links"]["moderator"].rpartition("/")[2]
        request = Request(
            f"{self.home}/api/events/{event['id']}/commands/{name}", json.dumps(fields).encode(),
            {"Authorization": f"Bearer {word}", "Content-Type": "application/json"},
        )  # fmt: skip
        with urlopen(request) as answer:
            assert json.load(answer)["ok"]

    def screen(self, event: dict[str, Any], channel: str) -> Any:
        word = event["links"]["moderator"].rpartition("/")[2]
        request = Request(f"{self.home}/api/events/{event['id']}/screens/{channel}",
                          headers={"Authorization": f"Bearer {word}"})  # fmt: skip
        with urlopen(request) as answer:
            return json.load(answer)["view"]

    def breakout(self, event: dict[str, Any]) -> str:
        slots = self.screen(event, "hall")["slots"]
        return next(id for id, slot in slots.items() if slot["kind"] == "breakout")

    def paste_a_roster(self) -> None:
        """One line is wrong: it is shown, and nothing is imported until it is right."""
        page = self.goto(self.first, "people")
        page.get_by_role("button", name="Import a roster").click()
        page.get_by_role("textbox", name="The roster").fill(ROSTER.format(wrong="perhaps"))
        page.get_by_role("button", name="Check it").click()
        page.get_by_text("Line 3: “perhaps” under facilitator is neither yes nor no.").wait_for()
        assert page.get_by_role("button", name="Import 5 people").count() == 0
        self.stage.accessible(page, "a roster with a wrong line")
        page.get_by_role("button", name="Back to the text").click()
        page.get_by_role("textbox", name="The roster").fill(ROSTER.format(wrong=""))
        page.get_by_role("button", name="Check it").click()
        page.get_by_role("button", name="Import 5 people").click()
        page.get_by_role("row", name="Mei Tanaka").get_by_text("expected").wait_for()
        self.stage.accessible(page, "people")

    def people_claim_their_lines(self) -> None:
        self.phones = [self.stage.phone(self.first["links"]["join"], *who) for who in NAMES]
        mei, helen = self.phones[2], self.phones[3]
        self.stage.accessible(mei, "is this you")
        mei.get_by_role("button", name="Yes, I am Mei T., Schools2030").click()
        mei.get_by_text("You are on the organisers’ list as Mei T., Schools2030; others see you as Mei T.").wait_for()
        helen.get_by_role("button", name="Yes, I am Helen P., HundrED").wait_for()
        helen.get_by_role("button", name="Yes, I am Helen P., Youth Impact").click()
        helen.get_by_role("heading", name="Is this you?").wait_for(state="detached")
        assert self.phones[4].get_by_text("Is this you?").count() == 0
        row = self.desk.get_by_role("row", name="Mei T.")
        row.get_by_text("here").wait_for()

    def the_moderator_appoints(self) -> None:
        row = self.desk.get_by_role("row", name="Samira Gul")
        row.get_by_role("button", name="Lead").click()
        row.locator("[aria-pressed=true]").wait_for()
        row.get_by_role("button", name="Edit Samira Gul").click()
        sheet = self.desk.get_by_role("dialog")
        sheet.get_by_label("Add somebody to keep apart").select_option(label="Chiara Conti, HundrED")
        sheet.get_by_role("button", name="Take back: Chiara Conti").wait_for()
        self.stage.accessible(self.desk, "wishes for a person")
        sheet.get_by_role("button", name="Done").click()

    def topics_are_chosen_on_phones(self) -> None:
        page = self.goto(self.first, "rooms")
        page.get_by_label("Who meets whom").select_option("topics")
        page.get_by_label("Topics, one a line").fill("Trust\nMoney")
        page.get_by_label("Topics, one a line").blur()
        page.get_by_role("checkbox", name="Ask on the phones").click()
        listed = self.phones[0]
        listed.get_by_text("The organisers wrote this down for you.").wait_for()
        listed.get_by_role("button", name="Trust, choice 1").wait_for()
        page.get_by_text("2 people have not chosen.").wait_for()
        choosing = self.phones[5].get_by_role("button", name="Trust")
        choosing.click()
        self.phones[5].get_by_role("button", name="Trust, choice 1").wait_for()
        self.stage.accessible(self.phones[5], "topics")
        page.locator(".wanted li", has_text="Trust").get_by_text("3", exact=True).wait_for()
        page.get_by_label("Who meets whom").select_option("pairs")
        page.get_by_role("checkbox", name="Ask on the phones").click()
        self.phones[5].get_by_text("What do you want to talk about?").wait_for(state="detached")

    def draw_pin_and_draw_again(self) -> None:
        page = self.desk
        page.get_by_role("button", name="Draw the rooms").click()
        page.get_by_text("Nobody sees this yet").wait_for()
        self.stage.accessible(page, "drawn rooms")
        page.keyboard.press("?")
        page.get_by_role("dialog").get_by_text("Several rounds").wait_for()
        self.stage.accessible(page, "keys of the rooms")
        page.keyboard.press("Escape")
        page.get_by_role("dialog").wait_for(state="detached")
        karan = page.locator("button.seat", has_text="Karan Gupta")
        karan.focus()
        page.keyboard.press("p")
        karan.locator("svg").wait_for()
        helen = page.locator("button.seat", has_text="Helen Park")
        helen.press("Enter")
        self.stage.accessible(page, "what can be done with a person")
        here = self.room_of("Helen Park")
        there = next(n for n in ("1", "2", "3") if n not in (here, self.room_of("Karan Gupta")))
        page.keyboard.press(there)
        page.keyboard.press("Enter")
        self.wait_for_room("Helen Park", there)
        page.get_by_text("Rooms are of equal size").wait_for()
        pinned = {name: self.room_of(name) for name in ("Karan Gupta", "Helen Park")}
        for draw in (2, 3):
            page.get_by_role("button", name="Draw again").click()
            page.get_by_role("heading", name=f"Draw {draw}").wait_for()
            assert {name: self.room_of(name) for name in pinned} == pinned
        assert self.room_of("Samira Gul") != self.room_of("Chiara Conti")
        assert all(phone.get_by_role("button", name="I am here").count() == 0 for phone in self.phones)

    def seat(self, name: str) -> Any:
        return self.desk.locator(".seat-room", has=self.desk.locator("button.seat", has_text=name))

    def room_of(self, name: str) -> str:
        return str(self.seat(name).locator(".no").inner_text())

    def wait_for_room(self, name: str, number: str) -> None:
        self.seat(name).locator(".no", has_text=number).wait_for()

    def rooms_and_contacts(self) -> None:
        slot = self.breakout(self.first)
        self.ask(self.first, "slot.jump", from_slot=None, to_slot=slot)
        for phone in self.phones:
            phone.get_by_role("button", name="I am here").wait_for()
        self.ask(self.first, "slot.advance", from_slot=slot)
        samira = self.phones[4]
        samira.get_by_role("heading", name="People you have met").wait_for()
        self.stage.accessible(samira, "people I have met")
        samira.get_by_label("How they can reach you").fill(CONTACT)
        samira.get_by_role("button", name="Share it with them").click()
        samira.get_by_role("button", name="Take it back").wait_for()
        met = self.screen_of_seats(self.first)
        for phone, name in zip(self.phones, CALLED, strict=True):
            if name in met["Samira Gul"]:
                phone.get_by_role("link", name=CONTACT).wait_for()
            elif name != "Samira Gul":
                assert phone.get_by_text(CONTACT).count() == 0
        samira.get_by_role("button", name="Take it back").click()
        for phone in self.phones:
            phone.get_by_text(CONTACT).wait_for(state="detached")

    def screen_of_seats(self, event: dict[str, Any]) -> dict[str, set[str]]:
        """Name → names of those who shared a room, in the event's rounds so far."""
        view = self.screen(event, "moderator")
        names = {id: one["name"] for id, one in view["people"].items()}
        met: dict[str, set[str]] = {name: set() for name in names.values()}
        for made in view["rounds"].values():
            for one, other in combinations(made["seats"], 2):
                if made["seats"][one] == made["seats"][other]:
                    met[names[one]].add(names[other])
                    met[names[other]].add(names[one])
        return met

    def the_report(self) -> None:
        page = self.goto(self.first, "report")
        page.get_by_role("heading", name="Connections made").wait_for()
        page.get_by_role("img", name="Which organisations met").wait_for()
        assert page.get_by_role("table", name="Connections between each two organisations").count() == 1
        self.stage.accessible(page, "report with connections")
        kept = page.request.get(f"{self.home}/events/{self.first['id']}/export.met.csv").text()
        assert "Samira Gul" in kept

    def a_second_day(self) -> None:
        """The same people come again, and nobody sits with whom they sat on the first day."""
        before = self.screen_of_seats(self.first)
        self.ask(self.first, "slot.jump", from_slot=self.running(self.first), to_slot=self.last(self.first))
        self.ask(self.first, "slot.advance", from_slot=self.last(self.first))
        for phone, name in zip(self.phones, CALLED, strict=True):
            organisation = self.organisation(name)
            phone.goto(self.second["links"]["join"])
            phone.get_by_label("Your name").fill(name)
            phone.get_by_label("Organisation").fill(organisation)
            phone.get_by_role("button", name="Join").click()
            phone.get_by_text("You are in").wait_for()
        page = self.goto(self.second, "rooms")
        page.get_by_label("Who meets whom").select_option("pairs")
        page.get_by_role("button", name="Draw the rooms").click()
        page.get_by_text("Nobody meets the same person again.").wait_for()
        after = self.screen_of_seats(self.second)
        assert all(after[name] and not after[name] & before[name] for name in before)
        slot = self.breakout(self.second)
        self.ask(self.second, "slot.jump", from_slot=None, to_slot=slot)
        self.ask(self.second, "slot.advance", from_slot=slot)
        page = self.goto(self.second, "report")
        page.get_by_text("With the day before").wait_for()
        page.get_by_text("everybody met at least 2 people").wait_for()

    def organisation(self, name: str) -> str:
        people = self.screen(self.first, "moderator")["people"].values()
        return str(next(one["organisation"] for one in people if one["name"] == name))

    def running(self, event: dict[str, Any]) -> str:
        return str(self.screen(event, "hall")["clock"]["slot"])

    def last(self, event: dict[str, Any]) -> str:
        slots = self.screen(event, "hall")["slots"]
        return str(max(slots, key=lambda id: slots[id]["order"]))

"""What the moderator's pages say of rooms: before they open, while people come in, when something is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.stories.cast import Stage, stage
from tests.stories.crowd import Crowd, Watched, crowd
from tests.stories.test_waiting import Slow

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


def test_rooms_that_would_fail_are_seen_before_they_open(browser: Any, tmp_path: Path) -> None:
    """One person alone, online people without a link; names stay visible beside a long table and a topic."""
    with rooms(browser, tmp_path) as desk:
        desk.come("Ana", "Ben", "Cleo", mode="onsite")
        desk.come("Dana", "Eva", mode="online")
        desk.draw(rooms=3, mixed=True, topics=["Trust", "Money", "Time"])
        desk.put(1, "Ana")
        desk.put(2, "Ben", "Cleo")
        desk.put(3, "Dana", "Eva")
        desk.tell("room.edit", room=desk.room(1), name="Baobab", table="Table 1, by the window, left of the coffee")
        page = desk.look()
        needs = page.get_by_role("region", name="Rooms that need somebody")
        needs.get_by_text("Look at 2 rooms before they open").wait_for()
        needs.get_by_text("One person alone").wait_for()
        needs.get_by_text("No link: 2 people online").wait_for()
        name = page.locator(".seat-room").first.locator("h3")
        assert name.inner_text() == f"Baobab, {desk.screen('moderator')['rounds'][desk.slot]['rooms'][desk.room(1)]['topic']}"
        assert name.evaluate("name => name.clientWidth") > 80
        desk.play.accessible(page, "rooms that need a look")
        desk.tell("room.edit", room=desk.room(3), link="meet.example/3")
        needs.get_by_text("No link: 2 people online").wait_for(state="detached")


def test_here_is_who_said_so_and_nobody_sits_alone_unseen(browser: Any, tmp_path: Path) -> None:
    """A room of one is flagged, the proposal stands on both pages, and it says how many are told."""
    long = "Nia " + "Abcdefgh" * 9
    with rooms(browser, tmp_path) as desk:
        desk.come("Ana", "Ben", "Cleo", "Dana", "Eva", "Finn", "Gita", "Hugo", long, mode="onsite")
        desk.draw(rooms=3)
        desk.put(1, "Ana", "Ben", "Cleo", "Dana")
        desk.put(2, "Eva", "Finn", "Gita", "Hugo")
        desk.put(3, long)
        desk.tell("slot.edit", slot=desk.slot, steps=[{"title": "Names", "minutes": 4}, {"title": "Discuss", "minutes": 8}])
        desk.open()
        page = desk.look("control")
        cards = page.locator(".room-grid .room")
        cards.nth(2).get_by_text("One person alone").wait_for()  # nobody else will come
        desk.arrive("Ana", "Ben", "Eva", "Finn", "Gita")
        cards.nth(0).get_by_text("2 of 4 here").wait_for()
        cards.nth(0).get_by_text("2 on their way").wait_for()
        page.get_by_text("5 of 9 here, 4 on their way").wait_for()
        desk.arrive(long)
        desk.people.ask(desk.phone("Finn"), "seat.take", room=desk.room(2), manner="out")
        desk.people.ask(desk.phone("Gita"), "seat.take", room=desk.room(2), manner="quiet")
        cards.nth(1).get_by_text("1 of 4 here").wait_for()
        cards.nth(1).get_by_text("1 on the way, 1 quiet, 1 stepped out").wait_for()
        desk.tell("round.check", slot=desk.slot)
        strip = page.locator(".repair.notice")
        strip.get_by_text(re.compile("alone in room 3")).wait_for()
        assert strip.evaluate("strip => [...strip.querySelectorAll('li')].every((line) => line.scrollWidth <= line.clientWidth + 1 && line.getBoundingClientRect().right < strip.querySelector('button').getBoundingClientRect().left)")
        words, told = strip.inner_text(), strip.get_by_role("button")
        desk.play.accessible(page, "rooms at a glance")
        page = desk.look()
        assert page.locator(".repair.notice").inner_text() == words
        assert page.get_by_text("No room needs you now").count() == 0
        desk.play.accessible(page, "a proposal on the rooms page")
        before = desk.screen("moderator")["rounds"][desk.slot]["seats"]
        told = page.locator(".repair.notice").get_by_role("button")
        wanted = int(re.findall(r"\d+", told.inner_text())[0])
        told.click()
        page.locator(".repair.notice").wait_for(state="detached")
        after = desk.screen("moderator")["rounds"][desk.slot]["seats"]
        assert sum(after[id] != before[id] for id in before) == wanted


def test_a_room_that_is_at_another_step_says_so(browser: Any, tmp_path: Path) -> None:
    with rooms(browser, tmp_path) as desk:
        desk.come("Ana", "Ben", "Cleo", "Dana", mode="onsite")
        desk.draw(rooms=2)
        desk.tell("slot.edit", slot=desk.slot, steps=[{"title": "Names", "minutes": 4}, {"title": "Discuss", "minutes": 8}])
        desk.open()
        page = desk.look("control")
        card = page.locator(".room-grid .room").first
        card.get_by_text("2 on their way").wait_for()
        assert card.get_by_text("Names").count() == 0
        desk.tell("room.extend", room=desk.room(1), seconds=600)
        desk.tell("clock.nudge", slot=desk.slot, seconds=-10 * 60)  # the others go on to the second step
        card.get_by_text(re.compile("^Names, until ")).wait_for()
        assert page.locator(".room-grid .room").nth(1).get_by_text("Discuss").count() == 0


def test_what_a_hand_does_to_rooms_is_asked_before_or_can_be_taken_back(browser: Any, tmp_path: Path) -> None:
    """Several rounds ask before a draw is lost; a move in open rooms has an Undo."""
    with rooms(browser, tmp_path) as desk:
        desk.tell("roster.import", lines=[{"name": "Ana", "capabilities": ["facilitator"]}, {"name": "Zed", "capabilities": ["facilitator"]}])
        desk.come("Ana", "Ben", "Cleo", "Dana", mode="onsite")
        desk.come("Eva", "Finn", mode="online")
        page = desk.look()
        page.get_by_text("1 person who is here can lead").wait_for()
        desk.draw(rooms=2, mixed=True)
        page.get_by_role("button", name="Draw again").click()
        page.get_by_role("heading", name="Draw 2").wait_for()
        tops = page.locator(".hall > header > :is(h2, input, button)").evaluate_all("all => all.map((each) => each.getBoundingClientRect()).map((box) => (box.top + box.bottom) / 2)")
        assert max(tops) - min(tops) < 20, tops
        page.get_by_role("button", name="Several rounds…").click()
        page.get_by_role("button", name="Make 2 rounds").click()
        page.get_by_text("are thrown away").wait_for()
        assert desk.slot in desk.screen("moderator")["rounds"]
        desk.play.accessible(page, "several rounds instead of a draw")
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Move sheet").click()
        sheet = page.get_by_role("dialog")
        sheet.get_by_text("2 people to move").wait_for()
        sheet.get_by_text("4 people in the hall go to tables").wait_for()
        desk.play.accessible(page, "who goes to a video room")
        page.keyboard.press("Escape")
        desk.open()
        page.get_by_text("It tells of the rooms as they opened").wait_for()
        before = dict(desk.screen("moderator")["rounds"][desk.slot]["seats"])
        page.locator("button.seat", has_text=re.compile("Ana.*Lead")).press("Enter")
        page.get_by_role("menuitem", name="To ").first.click()
        undo = page.get_by_role("button", name="Undo")
        undo.wait_for()
        assert desk.screen("moderator")["rounds"][desk.slot]["seats"] != before
        desk.play.accessible(page, "a move that can be taken back")
        undo.click()
        undo.wait_for(state="detached")
        assert desk.screen("moderator")["rounds"][desk.slot]["seats"] == before


def test_a_wrong_line_of_the_roster_is_put_right_by_hand(browser: Any, tmp_path: Path) -> None:
    with rooms(browser, tmp_path) as desk:
        desk.tell("roster.import", lines=[{"name": "Ana", "organisation": "Motriz", "mode": "onsite", "group": "Red"}])
        desk.come("Ana", mode="onsite")
        page = desk.look("people")
        page.get_by_role("button", name="Edit Ana").click()
        sheet = page.get_by_role("dialog")
        sheet.get_by_label("Where").select_option("online")
        sheet.get_by_label("Group").fill("Blue")
        sheet.get_by_label("Languages").fill("english please")
        sheet.get_by_role("button", name="Save").click()
        sheet.get_by_text("A language is given by its code, like en or pt-BR.").wait_for()
        sheet.get_by_label("Languages").fill("en, sw")
        sheet.get_by_label("Topics").fill("Trust, Money")
        sheet.get_by_role("button", name="Save").click()
        sheet.get_by_text("Saved.").wait_for()
        desk.play.accessible(page, "a person put right")
        page.keyboard.press("Escape")
        row = page.get_by_role("row", name=re.compile("Ana"))
        for words in ("online", "Swahili", "Trust, Money", "Blue"):
            row.get_by_text(words).wait_for()


def test_the_second_who_goes_to_a_room_hears_who_goes_already(browser: Any, tmp_path: Path) -> None:
    with rooms(browser, tmp_path) as desk:
        desk.come("Ana", "Ben", mode="onsite")
        desk.draw(rooms=1)
        desk.open()
        line = Slow(desk.page)
        page = desk.look("control")
        phone = desk.phone("Ben")
        assert desk.people.ask(phone, "help.call", room=phone.room)["ok"]
        page.get_by_text("Nobody goes yet").wait_for()
        page.get_by_label("Your name, as rooms see it").fill("Sipho")
        line.held = []  # what the others do is not seen yet
        desk.tell("help.answer", room=phone.room, by="Noor", from_owner="")
        page.get_by_role("button", name="I go").click()
        desk.play.agree(page, lambda: line.answers() > 0, "the press is answered")
        line.release()
        page.get_by_text("Noor is on the way already.").wait_for()
        desk.play.accessible(page, "somebody else goes")
        help = desk.screen("moderator")["rounds"][desk.slot]["rooms"][phone.room]["help"]
        assert help["owner"] == "Noor"

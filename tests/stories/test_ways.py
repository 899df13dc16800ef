"""Rooms that facilitators know by name, played: 1-2-4-All, World Café, and rooms by topic."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from tests.stories.cast import Stage, stage
from tests.stories.crowd import Crowd, crowd

TOPICS = ("Trust", "Money", "Time")

pytestmark = pytest.mark.timeout(240)


def test_pairs_become_fours_and_people_sit_with_a_topic_they_chose(browser: Any, tmp_path: Path) -> None:
    with stage(browser, tmp_path) as play:
        first, second = play.server.demo()["events"]
        with crowd(play.server.home, first["code"]) as people:
            Fours(play, first, people).run()
        with crowd(play.server.home, second["code"]) as people:
            ByTopic(play, second, people).run()


def test_hosts_stay_at_their_tables_and_travellers_never_meet_twice(browser: Any, tmp_path: Path) -> None:
    with stage(browser, tmp_path) as play:
        event = play.server.demo()["events"][0]
        with crowd(play.server.home, event["code"]) as people:
            Cafe(play, event, people).run()


def focused(page: Any) -> str:
    return str(page.evaluate("document.activeElement.innerText"))


class Rounds:
    """A moderator at the rooms page, and people with phones, one of them seen."""

    def __init__(self, play: Stage, event: dict[str, Any], people: Crowd) -> None:
        self.play, self.event, self.people = play, event, people
        self.desk = play.page((1440, 900), zone="America/New_York")
        self.desk.goto(event["links"]["moderator"])
        self.desk.goto(f"{play.server.home}/events/{event['id']}/rooms")

    def come(self, count: int) -> None:
        """As many people, of seven organisations."""
        for number in range(2, count + 1):
            self.people.join([f"Guest {number}"], organisation=f"Organisation {number % 7}")
        self.phone = self.play.phone(self.event["links"]["join"], "Wanjiku Kamau", "HundrED")

    def breakouts(self) -> list[str]:
        slots = self.play.screens(self.event)["hall"]["slots"]
        return [id for id in sorted(slots, key=lambda id: int(slots[id]["order"])) if slots[id]["kind"] == "breakout"]

    def several(self, name: str, button: str) -> None:
        """The rounds that the sheet makes of the breakout."""
        self.desk.get_by_role("button", name="Several rounds…").click()
        sheet = self.desk.get_by_role("dialog")
        sheet.get_by_label(name).check()
        self.play.accessible(self.desk, name)
        sheet.get_by_role("button", name=button).click()
        sheet.wait_for(state="detached")

    def opened(self, slot: str) -> list[set[str]]:
        """Who sits together once a round's rooms are open, each phone with its room; in order of the rooms."""
        view = self.play.screens(self.event)
        now = view["hall"].get("clock", {}).get("slot")
        self.play.tell(self.event, "slot.jump", from_slot=now, to_slot=slot)
        self.phone.get_by_role("button", name="I am here").wait_for()
        self.people.until(lambda: all(phone.room.startswith(f"{slot}.") for phone in self.people.phones))
        made = self.play.screens(self.event)["moderator"]["rounds"][slot]
        seats = made["seats"]
        return [{id for id in seats if seats[id] == room} for room in sorted(made["rooms"])]

    def drawn(self) -> None:
        self.desk.get_by_role("button", name="Draw the rooms").click()
        self.desk.get_by_text("Nobody sees this yet").wait_for()


class Fours(Rounds):
    """Ten people: pairs, then two pairs make a four; the pair that is left over joins others."""

    def run(self) -> None:
        self.come(10)
        self.several("1-2-4-All", "Make 2 rounds")
        pairs_slot, fours_slot = self.breakouts()
        self.drawn()
        pairs = self.opened(pairs_slot)
        assert [len(pair) for pair in pairs] == [2] * 5
        fours = self.opened(fours_slot)
        assert sorted(len(four) for four in fours) == [5, 5]
        kept = [pair for pair in pairs if any(pair <= four for four in fours)]
        assert len(kept) >= 4, (pairs, fours)


class ByTopic(Rounds):
    """Twelve people say on their phones what they want to talk about."""

    def run(self) -> None:
        self.come(12)
        page, [slot] = self.desk, self.breakouts()
        page.get_by_label("Who meets whom").select_option(label="By topic")
        page.get_by_label("Topics, one a line").fill("\n".join(TOPICS))
        page.get_by_label("Topics, one a line").blur()
        page.get_by_label("Ask on the phones").click()
        page.get_by_role("button", name="Smaller rooms").click()
        for topic in ("Time", "Trust"):
            self.phone.get_by_role("button", name=topic, exact=True).click()
            self.phone.get_by_role("button", name=f"{topic}, choice").wait_for()
        self.play.accessible(self.phone, "choosing topics")
        for number, phone in enumerate(self.people.phones):
            wanted = [TOPICS[number % 3], TOPICS[(number + 1) % 3]]
            assert self.people.ask(phone, "topic.choose", slot=slot, topics=wanted)["ok"]
        page.get_by_text("Everybody has chosen.").wait_for()
        self.drawn()
        self.play.accessible(page, "rooms by topic")
        self.opened(slot)
        view = self.play.screens(self.event)["moderator"]
        rooms = view["rounds"][slot]["rooms"]
        for id, room in view["rounds"][slot]["seats"].items():
            assert rooms[room]["name"] in view["people"][id]["topics"], (id, rooms[room])
        assert self.phone.locator(".arrive h1").inner_text().endswith(("Time", "Trust"))
        self.they_are_keyed_in_elsewhere(slot)

    def they_are_keyed_in_elsewhere(self, slot: str) -> None:
        """Whoever moves people in a video system ticks them off; who is moved again has to be keyed in again."""
        page = self.desk
        page.get_by_role("button", name="Move sheet").click()
        sheet = page.get_by_role("dialog")
        sheet.get_by_text("12 people to move").wait_for()
        sheet.get_by_label("Wanjiku Kamau is in room").click()
        sheet.get_by_text("11 people to move").wait_for()
        self.play.accessible(page, "move sheet")
        with page.expect_download() as table:
            sheet.get_by_role("button", name="Save as a table (CSV)").click()
        assert "Wanjiku Kamau" in Path(table.value.path()).read_text("utf-8")
        page.keyboard.press("Escape")
        sheet.wait_for(state="detached")
        seat = page.locator("button.seat", has_text="Wanjiku Kamau")
        seat.press("Enter")
        page.get_by_role("menuitem", name="To ").first.wait_for()
        for key in ("ArrowDown", "Enter"):  # past the swap, to the best of the other rooms
            page.keyboard.press(key)
        self.phone.get_by_text("A moderator moved you here").wait_for()
        self.play.agree(page, lambda: "Wanjiku Kamau" in focused(page), "the keyboard stays with who was moved")
        page.get_by_role("button", name="Move sheet").click()
        sheet.get_by_text("12 people to move").wait_for()


class Cafe(Rounds):
    """Sixteen people at four tables, three times."""

    def run(self) -> None:
        self.come(16)
        self.several("World Café", "Make 3 rounds")
        self.drawn()
        rounds = [self.opened(slot) for slot in self.breakouts()]
        assert [[len(table) for table in tables] for tables in rounds] == [[4] * 4] * 3
        hosts = [set.intersection(*(tables[at] for tables in rounds)) for at in range(4)]
        assert [len(host) for host in hosts] == [1] * 4
        met: set[tuple[str, str]] = set()
        for tables in rounds:
            pairs = {pair for table in tables for pair in combinations(sorted(table), 2)}
            assert not met & pairs
            met |= pairs

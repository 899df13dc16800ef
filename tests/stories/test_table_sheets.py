"""The code printed for a table, seen by a camera: it lets people in, seats them there, or says why not."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from tests.stories.cast import Stage, stage
from tests.stories.crowd import Crowd, crowd

PHONE = {"device_scale_factor": 2}
SCANNED = "The table you scanned"
FRIENDS = [f"Guest {number}" for number in range(1, 8)]  # with Wanjiku eight, four at each of two tables

pytestmark = pytest.mark.timeout(240)


def test_whoever_scans_a_table_sheet_sits_at_that_table(browser: Any, tmp_path: Path) -> None:
    with stage(browser, tmp_path) as play:
        event = play.server.demo()["events"][0]
        with crowd(play.server.home, event["code"]) as people:
            Hall(play, event, people).run()


def read(sheet: Any) -> str:
    """What a camera makes of the code on a printed sheet."""
    import zxingcpp
    from PIL import Image

    [found] = zxingcpp.read_barcodes(Image.open(BytesIO(sheet.screenshot())))
    return str(found.text)


def told(page: Any, words: str) -> None:
    page.get_by_role("region", name=SCANNED).get_by_text(words).wait_for()


class Hall:
    """Two tables of four, seven people who sit at them, and three phones that are seen."""

    def __init__(self, play: Stage, event: dict[str, Any], people: Crowd) -> None:
        self.play, self.event, self.people = play, event, people
        self.desk = play.page((1440, 900), zone="America/New_York")
        self.desk.goto(event["links"]["moderator"])
        slots = play.screens(event)["hall"]["slots"]
        self.slot = next(id for id, one in slots.items() if one["kind"] == "breakout")
        play.tell(event, "slot.edit", slot=self.slot, room_size=4)

    def run(self) -> None:
        self.sheets_are_printed()
        self.before_the_tables_open_the_code_lets_people_in()
        self.one_who_has_a_seat_moves()
        self.a_newcomer_sits_down()
        self.a_full_table_is_refused_kindly()
        self.the_moderator_sees_who_scanned_and_stops_it()

    def sheets_are_printed(self) -> None:
        page = self.desk
        page.goto(f"{self.play.server.home}/events/{self.event['id']}/print/tables?tables=2")
        self.codes = [read(sheet) for sheet in page.locator(".table-sheet").all()]
        join = f"{self.play.server.home}/j/{self.event['code']}"
        assert self.codes == [f"{join}?table=1", f"{join}?table=2"]
        self.play.accessible(page, "table sheets")

    def joins(self, name: str, table: int) -> Any:
        """Somebody new who scans that table's code and says their name."""
        page = self.play.page((390, 844), **PHONE)
        page.goto(self.codes[table - 1])
        page.get_by_text(f"You scanned the code of table {table}.").wait_for()
        assert page.get_by_label("In the room").is_checked()
        page.get_by_label("Your name").fill(name)
        page.get_by_role("button", name="Join").click()
        return page

    def seats(self) -> dict[str, int]:
        view = self.play.screens(self.event)["moderator"]
        made = view["rounds"][self.slot]
        return {view["people"][id]["name"]: made["rooms"][room]["number"] for id, room in made["seats"].items()}

    def plan(self) -> dict[str, Any]:
        return dict(self.play.screens(self.event)["moderator"]["plans"].get(self.slot, {}))

    def before_the_tables_open_the_code_lets_people_in(self) -> None:
        self.wanjiku = self.joins("Wanjiku Kamau", 1)
        self.wanjiku.get_by_text("You are in").wait_for()
        told(self.wanjiku, "The tables are not open now.")
        self.play.accessible(self.wanjiku, "a table scanned before the tables open")
        self.people.join(FRIENDS, mode="onsite")
        self.play.tell(self.event, "slot.jump", from_slot=None, to_slot=self.slot)
        self.wanjiku.get_by_role("button", name="I am here").wait_for()
        assert self.wanjiku.get_by_role("region", name=SCANNED).count() == 0  # it is not true any more
        met = self.wanjiku.locator(".with li").first
        covered = "e => !e.contains(document.elementFromPoint(e.getBoundingClientRect().x + 40, e.getBoundingClientRect().bottom - 6))"
        assert not met.evaluate(covered)  # whom one will meet is seen without scrolling

    def one_who_has_a_seat_moves(self) -> None:
        page, self.old = self.wanjiku, self.seats()["Wanjiku Kamau"]
        self.table = 3 - self.old
        page.goto(self.codes[self.table - 1])
        told(page, f"You sit at table {self.table} now.")
        page.locator(".room-head .number", has_text=str(self.table)).wait_for()
        assert self.seats()["Wanjiku Kamau"] == self.table
        assert "table=" not in page.url
        self.play.accessible(page, "a seat by scanning")
        page.get_by_role("button", name="Got it").click()
        page.reload()
        page.locator(".room-head .number", has_text=str(self.table)).wait_for()
        assert page.get_by_role("region", name=SCANNED).count() == 0

    def a_newcomer_sits_down(self) -> None:
        page = self.joins("Luis Ortega", self.table)
        told(page, f"You sit at table {self.table} now.")
        page.locator(".room-head .number", has_text=str(self.table)).wait_for()
        assert page.get_by_role("button", name="I am here").count() == 0  # who scans the table is there

    def a_full_table_is_refused_kindly(self) -> None:
        self.play.tell(self.event, "room.count", room=f"{self.slot}.{self.table}", others=2)
        page = self.joins("Mei Tanaka", self.table)
        told(page, f"Table {self.table} is full. Your seat stays at table {self.old}.")
        page.locator(".arrive .number", has_text=str(self.old)).wait_for()
        assert self.seats()["Mei Tanaka"] == self.old
        assert not any(phone.homeless for phone in self.people.phones)
        self.play.accessible(page, "a table that is full")

    def the_moderator_sees_who_scanned_and_stops_it(self) -> None:
        page = self.desk
        page.goto(f"{self.play.server.home}/events/{self.event['id']}/rooms?slot={self.slot}")
        page.locator("button.seat", has_text="Luis Ortega").get_by_text("scanned").wait_for()
        page.get_by_label("Scanning seats people").click()
        self.play.agree(page, lambda: self.plan().get("scan") is False, "scanning is off")
        self.play.accessible(page, "rooms with people who scanned")
        self.wanjiku.goto(self.codes[self.old - 1])
        told(self.wanjiku, f"This is table {self.old}. Your seat stays at table {self.table}.")

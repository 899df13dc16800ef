"""The panel runs seven minutes over: a way out is tried, taken on every screen, and taken back."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.stories.cast import Stage, stage

MINUTE = 60  # seconds

pytestmark = pytest.mark.timeout(240)


def test_a_late_panel_costs_what_the_moderator_chooses(browser: Any, tmp_path: Path) -> None:
    with stage(browser, tmp_path) as play:
        event = play.server.demo()["events"][0]
        Late(play, event).run()


class Late:
    """A moderator, a phone in Nairobi, and the public schedule."""

    def __init__(self, stage: Stage, event: dict[str, Any]) -> None:
        self.stage, self.event = stage, event
        self.control = stage.page((1440, 900), zone="America/New_York")
        self.control.goto(event["links"]["moderator"])
        self.phone = stage.phone(event["links"]["join"], "Wanjiku Kamau", "TaRL Africa")
        self.schedule = stage.page((390, 844))
        self.schedule.goto(f"{stage.server.home}/s/{event['code']}")

    def run(self) -> None:
        self.stage.tell(self.event, "slot.edit", slot=self.slots()[3], protected=True)
        for place, ago in enumerate((67, 52, 37), 1):  # a slot cannot have begun before the one that it follows
            self.control.wait_for_timeout(1_600)  # a second press within a moment is held for a slip
            self.control.locator("button.go").click()
            self.control.locator(f".rundown li:nth-child({place})[aria-current]").wait_for()
            self.stage.tell(self.event, "clock.backdate", slot="@now", seconds=ago * MINUTE - 25)
        self.control.get_by_role("heading", name="7 minutes behind: three ways out").wait_for()
        self.stage.accessible(self.control, "ways out")
        self.nothing_begins_before_what_ran_before_it()
        self.lateness_is_the_crews_until_they_tell_it()
        before = self.settled()
        self.take_the_second()
        self.everybody_follows(before)
        self.take_it_back(before)
        self.the_remote_does_the_same(before)

    def nothing_begins_before_what_ran_before_it(self) -> None:
        self.control.keyboard.press("t")
        sheet = self.control.get_by_role("dialog")
        sheet.get_by_label("This slot began earlier").fill("60")
        sheet.get_by_role("button", name="Set").first.click()
        sheet.get_by_text("that is when “How did SALEX help").wait_for()
        self.stage.accessible(self.control, "times with a refusal")
        self.control.keyboard.press("Escape")
        sheet.wait_for(state="detached")

    def lateness_is_the_crews_until_they_tell_it(self) -> None:
        public = (self.phone, self.schedule)
        assert not any(page.get_by_text("The event runs").count() for page in public)
        self.stage.tell(self.event, "event.edit", show_offset=True)
        for page in public:
            page.get_by_text("The event runs 7 min late").wait_for()
        self.stage.tell(self.event, "event.edit", show_offset=False)
        for page in public:
            page.get_by_text("The event runs").wait_for(state="detached")

    def slots(self) -> list[str]:
        made = self.control.evaluate("JSON.parse(document.getElementById('page').textContent)")
        slots = made["snapshots"]["hall"]["slots"]
        return sorted(slots, key=lambda id: int(slots[id]["order"]))

    def expected(self) -> list[list[str]]:
        """The expected starts of all slots: on the panel, on the phone, on the schedule."""
        times = ((self.control, ".rundown time"), (self.phone, "ol time"), (self.schedule, "main ol time"))
        return [[str(each).split("\n")[0] for each in page.locator(path).all_inner_texts()] for page, path in times]

    def settled(self) -> list[int]:
        """How far the coming slots are apart, in minutes, once panel, phone and schedule agree."""
        self.stage.agree(self.phone, lambda: len({*map(gaps, self.expected())}) == 1, "every page tells the same times")
        return list(gaps(self.expected()[0]))

    def take_the_second(self) -> None:
        first, second, third = self.control.locator(".slip .plan").all()
        assert "Rooms keep 30" in first.inner_text()
        assert "Rooms keep 30" in second.inner_text()
        assert "Nothing is cut" in third.inner_text()
        second.click()  # the mouse stays there: what appears under it later is not looked at

    def everybody_follows(self, before: list[int]) -> None:
        self.control.locator(".takeback", has_text="Lengths changed on every screen").wait_for()
        rooms = self.control.locator(".rundown li").nth(3)
        assert "30 min" in rooms.inner_text()
        assert "planned" not in rooms.locator(".len").inner_text()
        self.stage.agree(self.phone, lambda: self.settled() != before, "every page has the new times")
        assert self.settled()[0] == before[0]  # the plenary begins when it would have begun

    def take_it_back(self, before: list[int]) -> None:
        self.control.keyboard.press("z")
        self.control.get_by_role("heading", name="7 minutes behind: three ways out").wait_for()
        self.stage.agree(self.phone, lambda: self.settled() == before, "every page is back where it was")

    def the_remote_does_the_same(self, before: list[int]) -> None:
        """With one thumb, on a phone: the first of the ways is taken and taken back."""
        remote = self.stage.page((390, 844), zone="America/New_York")
        remote.goto(self.event["links"]["moderator"] + "/remote")
        remote.get_by_role("heading", name="7 minutes behind: three ways out").wait_for()
        self.stage.accessible(remote, "ways out on the remote")
        remote.locator(".slip .plan").first.click()
        undo = remote.get_by_role("button", name="Undo")
        undo.wait_for()
        self.stage.agree(self.phone, lambda: self.settled() != before, "every page has the times of the remote's way")
        undo.click()
        remote.get_by_role("heading", name="7 minutes behind: three ways out").wait_for()
        self.stage.agree(self.phone, lambda: self.settled() == before, "every page is back where it was")


def gaps(starts: list[str]) -> tuple[int, ...]:
    """Minutes between the starts (hh:mm) of the slots still to come: they stay when a minute passes."""
    minutes = [int(start[-5:-3]) * 60 + int(start[-2:]) for start in starts[3:]]
    return tuple((after - before) % 1440 for before, after in pairwise(minutes))

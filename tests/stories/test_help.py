"""A room calls for help: every moderator sees it, one goes, the room sees who comes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.stories.cast import stage

pytestmark = pytest.mark.timeout(240)


def test_a_room_that_calls_gets_an_owner_whom_all_moderators_see(browser: Any, tmp_path: Path) -> None:
    with stage(browser, tmp_path) as play:
        links = play.server.demo()["events"][0]["links"]
        first, second = (play.page((1440, 900), zone="America/New_York") for _ in range(2))
        for control in (first, second):
            control.goto(links["moderator"])
        phones = [play.phone(links["join"], name, "HundrED") for name in ("Wanjiku Kamau", "Luis Ortega", "Mei Tanaka")]
        for title in ("Introduction", "How did SALEX", "Power of partnership", "Breakout"):
            first.wait_for_timeout(1_600)  # a second press within a moment is held for a slip
            first.locator("button.go").click()
            first.locator("#slot", has_text=title).wait_for()
        for phone in phones:
            phone.get_by_role("button", name="I am here").click()
        phones[0].get_by_role("button", name="Help").click()
        phones[1].get_by_text("Help is called").first.wait_for()
        second.get_by_text("Nobody goes yet").wait_for()
        play.accessible(second, "a room that calls for help")
        first.get_by_label("Your name, as rooms see it").fill("Noor")
        first.get_by_role("button", name="I go").click()
        second.get_by_text("Noor is on the way").wait_for()
        phones[0].get_by_text("Noor is on the way").first.wait_for()
        play.accessible(phones[0], "help on the phone")
        first.get_by_role("button", name="I am there").click()
        phones[1].get_by_text("Noor is with you").first.wait_for()
        second.get_by_role("button", name="Done").click()
        phones[0].get_by_role("button", name="Help").wait_for()
        first.get_by_role("button", name="Close in a minute").click()
        phones[2].get_by_text("until your room closes").wait_for()
        first.get_by_role("button", name="Keep the rooms open").click()
        phones[2].get_by_text("until your room closes").wait_for(state="detached")

"""One person on two phones: they are asked, their seat comes along, and a moderator can say the rest."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.stories.cast import stage
from tests.stories.crowd import crowd

pytestmark = pytest.mark.timeout(240)


def join(page: Any, link: str, name: str, organisation: str) -> None:
    page.goto(link)
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Organisation").fill(organisation)
    page.get_by_label("Online").check()
    page.get_by_role("button", name="Join").click()


def test_whoever_comes_back_on_another_phone_sits_where_they_sat(browser: Any, tmp_path: Path) -> None:
    with stage(browser, tmp_path) as play:
        event, later = play.server.demo()["events"]
        slots = play.screens(event)["hall"]["slots"]
        slot = next(id for id, one in slots.items() if one["kind"] == "breakout")
        desk, first, second = play.page((1440, 900)), play.page((390, 844)), play.page((390, 844))
        desk.goto(event["links"]["moderator"])
        with crowd(play.server.home, event["code"]) as people:
            people.join([f"Guest {n}" for n in range(7)], mode="online")
            join(first, event["links"]["join"], "Ana Lima", "Motriz")
            first.get_by_text("You are in").wait_for()
            ana = next(id for id, one in play.screens(event)["moderator"]["people"].items() if one["name"] == "Ana Lima")
            play.tell(event, "person.appoint", person=ana, capabilities=["facilitator"])
            play.tell(event, "slot.jump", from_slot=None, to_slot=slot)
            first.get_by_role("button", name="I am here").click()
            number = first.locator(".room-head .number").inner_text()
            first.get_by_label("Your note").fill("My own words")
            first.get_by_role("button", name="Send note").click()
            first.get_by_text("Saved").wait_for()
            first.context.close()
            play.contexts.remove(play.contexts[1])
            join(second, event["links"]["join"], "ana  lima", "Motriz")
            second.get_by_role("button", name="I am here").wait_for()
            # A phone counts as here for a while after it was last heard of.
            second.get_by_role("heading", name="Is this you?").wait_for(timeout=70_000)
            play.accessible(second, "is this you, from another phone")
            second.get_by_role("button", name="Yes, I was here before").click()
            second.get_by_text("Welcome back").wait_for()
            assert second.locator(".room-head .number").inner_text() == number
            second.get_by_text("You lead this room.").wait_for()
            assert second.get_by_role("region", name="My notes").get_by_text("My own words").count() == 0

            desk.goto(f"{play.server.home}/events/{event['id']}/people")
            here = desk.get_by_role("row", name="ana lima").filter(has=desk.locator(".chip.time"))
            here.get_by_role("button", name="Edit").click()
            desk.get_by_role("button", name="Ana Lima is the same person").wait_for()
            play.accessible(desk, "the same person")
            desk.get_by_role("button", name="Ana Lima is the same person").click()
            second.get_by_role("region", name="My notes").get_by_text("My own words").wait_for()
            play.agree(desk, lambda: desk.get_by_role("row", name="ana lima").count() == 1, "one entry is left")
            assert not any(phone.homeless for phone in people.phones)

        second.goto(later["links"]["join"])
        assert second.get_by_label("Your name").input_value() == "ana lima"
        assert second.get_by_label("Organisation").input_value() == "Motriz"
        second.get_by_text("Filled in from the last time on this phone.").wait_for()
        play.accessible(second, "a form that was filled in")

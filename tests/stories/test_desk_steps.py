"""Two hosts at their desks: what they do last can be taken back, and what they are told is so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.stories.cast import Stage, stage
from tests.stories.crowd import Crowd, crowd

pytestmark = pytest.mark.timeout(180)


def test_what_a_host_did_last_is_taken_back_and_named(browser: Any, tmp_path: Path) -> None:
    with stage(browser, tmp_path) as play:
        event = play.server.demo()["events"][0]
        with crowd(play.server.home, event["code"]) as people:
            Desks(play, people, event).run()


class Desks:
    """Two desks, four phones and three themes."""

    def __init__(self, play: Stage, people: Crowd, event: dict[str, Any]) -> None:
        self.play, self.people, self.event = play, people, event
        people.join(["Ana", "Ben", "Cleo", "Dee"], organisation="HundrED")
        self.slots = {slot["kind"]: id for id, slot in play.screens(event)["hall"]["slots"].items()}
        self.desk, self.other = play.page((1440, 900)), play.page((1440, 900))

    def tell(self, command: str, **fields: Any) -> None:
        self.play.tell(self.event, command, **fields)

    def run(self) -> None:
        self.notes_stand_in_three_themes()
        self.two_name_one_theme()
        self.the_key_takes_back_what_was_done_last()
        self.a_theme_set_aside_takes_its_notes_along()
        self.what_comes_up_unread_is_counted()
        self.a_rehearsed_line_is_on_and_fits_into_what_is_left()

    def notes_stand_in_three_themes(self) -> None:
        self.tell("round.draw", slot=self.slots["breakout"], rooms=2)
        self.tell("slot.jump", from_slot=None, to_slot=self.slots["breakout"])
        self.tell("themes.freeze", on=True)
        self.people.until(lambda: all(phone.room for phone in self.people.phones))
        for number, phone in enumerate(self.people.phones * 2):
            self.people.write(phone, f"Thought {number} about money for translation", "insight")
        self.play.agree(self.desk, lambda: len(self.play.screens(self.event)["host"]["notes"]) == 8, "eight notes")
        ids = sorted(self.play.screens(self.event)["host"]["notes"])
        for page in (self.desk, self.other):
            page.goto(self.event["links"]["host"])
        for theme, title, notes in (("ta", "Trust", ids[:3]), ("tb", "Money", ids[3:6]), ("tc", "Beside it", ids[6:])):
            self.tell("theme.add", theme=theme, title=title, notes=notes)
        self.tell("theme.approve", theme="ta", quotes={ids[0]: 1})

    def card(self, page: Any, title: str) -> Any:
        return page.locator("article.theme", has=page.get_by_role("heading", name=title, exact=True))

    def two_name_one_theme(self) -> None:
        for page in (self.desk, self.other):
            self.card(page, "Money").get_by_role("button", name="Rename").click()
        self.desk.get_by_label("Theme name").fill("Hours A")
        self.desk.get_by_label("Theme name").press("Enter")
        self.card(self.desk, "Hours A").wait_for()
        field = self.other.get_by_label("Theme name")
        field.fill("Hours B")
        field.press("Enter")
        self.other.locator(".refused", has_text="Somebody called it “Hours A” meanwhile").wait_for()
        assert field.input_value() == "Hours B"
        field.press("Enter")
        self.card(self.desk, "Hours B").wait_for()

    def the_key_takes_back_what_was_done_last(self) -> None:
        self.desk.get_by_role("button", name="To read").click()
        self.desk.locator("body").focus()
        for key in "ja":
            self.desk.keyboard.press(key)
        self.desk.get_by_role("button", name="Undo the approval").wait_for()
        self.desk.keyboard.press("z")
        said = self.desk.locator(".steering [role=status]")
        said.get_by_text("Taken back: the approval, “Thought").wait_for()
        for name in ("Show the screen again", "Blank the screen"):
            self.desk.keyboard.press("b")
            self.desk.get_by_role("button", name=name).wait_for()
        self.desk.keyboard.press("z")
        said.get_by_text("What you did last has no undo. Z once more takes back the new name").wait_for()
        assert self.card(self.desk, "Hours B").count() == 1
        self.desk.keyboard.press("z")
        self.card(self.desk, "Hours A").wait_for()

    def a_theme_set_aside_takes_its_notes_along(self) -> None:
        self.card(self.desk, "Beside it").get_by_role("button", name="Set the theme aside").click()
        self.desk.get_by_label("Other notes").select_option("aside")
        self.desk.get_by_text("Theme, set aside with its 2 notes").wait_for()
        assert self.desk.locator(".queue .incoming", has_text="set aside with “Beside it”").count() == 2
        self.desk.get_by_label("Readiness").get_by_text("6 of 6").wait_for()
        self.play.accessible(self.desk, "notes of a theme set aside")

    def what_comes_up_unread_is_counted(self) -> None:
        self.desk.get_by_role("button", name="Show themes without reading").click()
        self.desk.get_by_text("At once come up: 1 theme and 5 quotes that nobody approved.").wait_for()
        self.desk.get_by_label("I know, and I want it.").check()
        self.desk.get_by_role("button", name="Show everything unread").click()
        strip = self.desk.get_by_text("Automatic is on.")
        strip.wait_for()
        box = strip.bounding_box()
        assert box is not None
        assert box["y"] < 100
        self.play.accessible(self.desk, "desk while nothing is read")
        self.desk.get_by_role("button", name="Ask for approval again").click()
        strip.wait_for(state="detached")

    def a_rehearsed_line_is_on_and_fits_into_what_is_left(self) -> None:
        self.tell("slot.jump", from_slot=self.slots["breakout"], to_slot=self.slots["plenary"])
        self.tell("clock.nudge", slot=self.slots["plenary"], seconds=-900)
        self.desk.get_by_text("Begin, and the lines share what is left.").wait_for()
        self.desk.get_by_role("button", name="Rehearse").click()
        self.desk.get_by_role("button", name="Begin").click()
        self.desk.locator(".stepping").get_by_role("button", name="Next:").click()
        self.desk.get_by_role("button", name="Take it live").click()
        self.desk.get_by_role("button", name="Rehearse").wait_for()  # the rehearsal is over
        self.desk.locator("li.line.lit", has_text="Trust").wait_for()
        run = self.play.screens(self.event)["host"]["run"]
        assert run["line"] == "ta"
        assert sum(line["seconds"] for line in run["lines"].values()) <= 300

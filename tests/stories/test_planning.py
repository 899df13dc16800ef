"""Planning as an organiser does it: from a template to paper, by mouse, by keys and by file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.stories.cast import Stage, stage

PASTED = """Friday 4 December 2026, 9:30 - 10:30 (Nairobi time)
9:30-9:45 Welcome (Zawadi Otieno, TaRL Africa)
9:45-10:15 Breakout discussions
10:15-10:30 Close
The doors close at 10:45.
"""
QUESTION = "What would you do differently?"
CUE = "Sophie walks with the hand microphone."

pytestmark = pytest.mark.timeout(300)


def test_an_event_is_planned_from_a_template_to_the_poster(browser: Any, tmp_path: Path) -> None:
    with stage(browser, tmp_path) as play:
        Planning(play, tmp_path).run()


class Planning:
    """One organiser at a desk, and a moderator who looks on from another one."""

    def __init__(self, stage: Stage, folder: Path) -> None:
        self.stage, self.folder, self.home = stage, folder, stage.server.home

    def run(self) -> None:
        self.page = self.stage.page((1440, 900), zone="Africa/Nairobi")
        self.page.goto(self.stage.server.demo()["organiser"])
        self.a_text_is_marked_where_it_was_read()
        self.an_event_is_made_from_a_template()
        self.slots_are_dragged_and_moved_by_keys()
        self.a_locked_start_stays()
        self.fields_are_kept_while_others_change_the_plan()
        self.rooms_get_steps()
        self.a_changed_calendar_is_shown_before_it_comes_in()
        self.the_event_is_saved_as_a_template_and_duplicated()
        self.it_is_printed()
        self.the_plan_is_edited_while_it_runs()

    def a_text_is_marked_where_it_was_read(self) -> None:
        page = self.page
        page.goto(f"{self.home}/organiser/new")
        page.get_by_role("textbox", name="Announcement").fill(PASTED)
        page.get_by_role("button", name="Read it").click()
        page.get_by_text("1 event, 3 slots").wait_for()
        said = page.locator(".layer mark.who").all_inner_texts()
        assert said == ["Zawadi Otieno", "TaRL Africa"]
        assert page.locator(".layer mark.voice").all_inner_texts() == ["9:45-10:15"]
        page.get_by_role("button", name="Show the line").click()
        page.wait_for_function("() => getSelection().toString() === 'The doors close at 10:45.'")
        self.stage.accessible(page, "a marked text")

    def an_event_is_made_from_a_template(self) -> None:
        page = self.page
        page.goto(f"{self.home}/organiser/new")
        page.get_by_text("Or begin from a template").click()
        page.get_by_role("button", name="Panel, breakouts, plenary").click()
        page.get_by_text("Give this event its date.").wait_for()
        page.get_by_label("Date").fill("2026-12-04")
        page.get_by_label("Title", exact=True).fill("Winter exchange")
        page.get_by_label("Name of the series").fill("Exchanges")
        self.stage.accessible(page, "a template")
        page.get_by_role("button", name="Create the event").click()
        card = page.locator("section.card", has=page.get_by_role("heading", name="Exchanges"))
        card.get_by_role("link", name="Plan").click()
        page.get_by_text("7 slots").wait_for()
        self.plan = page.url

    def titles(self, page: Any = None) -> list[str]:
        fields = (page or self.page).get_by_role("textbox", name="Title of slot")
        return [field.input_value() for field in fields.all()]

    def until(self, what: str) -> None:
        """Waits until the starts and titles on the page hold that."""
        self.page.wait_for_function(
            "(what) => [...document.querySelectorAll('.slot .line')].map((line) =>"
            " `${line.querySelector('.start').value} ${line.querySelector('.name').value}`).join('|').includes(what)",
            arg=what,
        )  # fmt: skip

    def slot(self, title: str) -> Any:
        return self.page.locator("li.slot", has=self.page.get_by_label(f"Minutes of {title}", exact=True))

    def slots_are_dragged_and_moved_by_keys(self) -> None:
        page = self.page
        self.until("10:25 Short break|10:30 Plenary")
        grip, onto = self.slot("Short break").locator(".handle").bounding_box(), self.slot("Panel").bounding_box()
        page.mouse.move(grip["x"] + 8, grip["y"] + 8)
        page.mouse.down()
        page.mouse.move(grip["x"] + 8, onto["y"] + 30, steps=6)
        page.mouse.move(grip["x"] + 8, onto["y"] + 4, steps=3)
        page.mouse.up()
        self.until("09:25 Short break|09:30 Panel|10:00 Breakout discussions|10:30 Plenary")
        handle = page.get_by_role("button", name="Place of “Panel”: use the arrow keys")
        handle.press("ArrowUp")
        self.until("09:25 Panel|09:55 Short break|10:00 Breakout")
        page.get_by_text("“Panel” is now slot 3 of 7.").wait_for(state="attached")
        handle.press("ArrowDown")
        self.until("09:25 Short break|09:30 Panel")
        assert page.evaluate("() => document.activeElement.textContent").strip().startswith("Place of “Panel”")
        page.keyboard.press("?")
        page.get_by_role("dialog").get_by_text("On a slot’s handle: put it elsewhere").wait_for()
        page.keyboard.press("Escape")
        handle.focus()
        page.keyboard.press("J")
        assert page.evaluate("() => document.activeElement.ariaLabel") == "More of Breakout discussions"
        page.keyboard.press("K")
        assert page.evaluate("() => document.activeElement.ariaLabel") == "More of Panel"
        page.keyboard.press("A")
        page.locator("li.slot").nth(7).get_by_label("Title of slot 8").wait_for()
        page.get_by_label("More of New slot").click()
        page.get_by_role("button", name="Remove").click()
        page.wait_for_function("() => document.querySelectorAll('li.slot').length === 7")

    def a_locked_start_stays(self) -> None:
        page, plenary = self.page, "Plenary: what the rooms said"
        page.get_by_role("button", name=f"Lock the start of {plenary}").click()
        page.get_by_role("button", name=f"The start of {plenary} is locked").wait_for()
        page.get_by_label("Minutes of Panel").fill("40")
        page.get_by_label("Minutes of Panel").press("Enter")
        self.until("10:10 Breakout discussions|10:30 Plenary")
        self.slot(plenary).get_by_text("It begins 10 minutes before the slot above it ends.").wait_for()
        assert self.slot(plenary).locator(".handle").is_disabled()
        self.stage.accessible(page, "a plan with an overlap")
        page.get_by_label("Minutes of Panel").fill("30")
        page.get_by_label("Minutes of Panel").press("Enter")
        self.until("10:00 Breakout discussions|10:30 Plenary")

    def fields_are_kept_while_others_change_the_plan(self) -> None:
        page, other = self.page, self.stage.page((1440, 900))
        other.goto(self.stage.server.demo()["organiser"])
        other.goto(self.plan)
        other.get_by_text("7 slots").wait_for()
        other.get_by_role("textbox", name="Title of slot 1").fill("Welcome, and why")
        page.get_by_role("button", name="More of Panel").click()
        page.get_by_role("button", name="Add a speaker").click()
        page.get_by_label("Name", exact=True).fill("Ana Silva")
        page.get_by_label("Organisation", exact=True).fill("Motriz")
        page.get_by_label("Protect it").check()
        page.get_by_label("Wrap up from").fill("2.5")
        page.get_by_label("For the crew alone").fill(CUE)
        page.get_by_label("For the crew alone").press("Tab")
        other.get_by_text("Ana Silva, Motriz. Protected").wait_for()
        assert page.get_by_label("Wrap up from").input_value() == "2.5"
        assert other.get_by_role("textbox", name="Title of slot 1").input_value() == "Welcome, and why"
        other.get_by_role("textbox", name="Title of slot 1").press("Enter")
        self.until("09:00 Welcome, and why")
        self.stage.accessible(page, "a slot with all its fields")
        page.get_by_role("button", name="Close", exact=True).click()

    def rooms_get_steps(self) -> None:
        """Steps are begun from the usual ones, moved by keys, and weighed against the slot."""
        page = self.page
        page.get_by_role("button", name="More of Breakout discussions").click()
        page.get_by_label("Who meets whom").select_option("pairs")
        self.stage.agree(page, lambda: page.get_by_label("People in a room").input_value() == "2", "pairs are rooms of two")
        page.get_by_label("Who meets whom").select_option("cafe")
        self.stage.agree(page, lambda: page.get_by_label("People in a room").input_value() == "6", "tables are larger")
        page.get_by_role("button", name="Four usual steps").click()
        page.get_by_text("30 minutes together, as long as the slot.").wait_for()
        page.get_by_role("button", name="Discuss earlier").press("Enter")
        first = page.get_by_label("Name of step 1")
        first.and_(page.locator("input")).wait_for()
        self.stage.agree(page, lambda: first.input_value() == "Discuss", "the step is first now")
        page.get_by_role("button", name="Discuss later").press("Enter")
        self.stage.agree(page, lambda: first.input_value() == "A round of names", "and second again")
        page.get_by_label("Minutes of Discuss").fill("10")
        page.get_by_label("Minutes of Discuss").press("Enter")
        page.get_by_text("The steps take 24 minutes together, the slot has 30 minutes.").wait_for()
        self.stage.accessible(page, "the steps of a breakout")
        page.get_by_label("Minutes of Discuss").fill("16")
        page.get_by_label("Minutes of Discuss").press("Enter")
        page.get_by_text("30 minutes together, as long as the slot.").wait_for()
        page.get_by_role("button", name="Close", exact=True).click()
        self.slot("Breakout discussions").get_by_text("World Café").wait_for()
        self.slot("Breakout discussions").get_by_text("4 steps").wait_for()

    def a_changed_calendar_is_shown_before_it_comes_in(self) -> None:
        page = self.page
        with page.expect_download() as download:
            page.get_by_role("link", name="Calendar (iCalendar)").click()
        path = self.folder / "changed.ics"
        text = Path(download.value.path()).read_text("utf-8")
        assert "Ana Silva" in text
        path.write_text(text.replace("SUMMARY:Short break", "SUMMARY:Tea").replace(
            "DTEND:20261204T080000Z", "DTEND:20261204T081000Z"), "utf-8")  # fmt: skip
        for answer in ("Leave it", "Bring all of it in"):
            page.get_by_label("Bring in a changed file").set_input_files(path)
            dialog = page.get_by_role("dialog")
            dialog.get_by_text("The file changes").wait_for()
            assert dialog.locator("li.changed").count() >= 1
            assert "Short break" in self.titles()
            self.stage.accessible(page, "what a file would change")
            dialog.get_by_role("button", name=answer).click()
            dialog.wait_for(state="detached")
        self.until("Tea")
        page.get_by_text("Ana Silva, Motriz").wait_for()
        bad = self.folder / "bad.json"
        bad.write_text('{"schedule": {}}', "utf-8")
        page.get_by_label("Bring in a changed file").set_input_files(bad)
        page.get_by_text("This is not a conference schedule in JSON.").wait_for()

    def the_event_is_saved_as_a_template_and_duplicated(self) -> None:
        page = self.page
        page.get_by_text("Save this plan as a template").click()
        page.get_by_label("Name of the template").fill("Our exchange")
        page.get_by_role("button", name="Save", exact=True).click()
        page.get_by_text("Saved. It is offered for new events.").wait_for()
        page.get_by_role("link", name="Duplicate this event").click()
        page.get_by_role("heading", name="A copy of “Winter exchange”").wait_for()
        page.get_by_text("Joins “Exchanges”").wait_for()
        page.get_by_text("Or begin from a template").click()
        page.get_by_role("button", name="Our exchange").wait_for()
        page.get_by_label("Date").fill("2026-12-11")
        self.slot("Breakout discussions").get_by_text("4 steps").wait_for()
        assert "Tea" in self.titles()
        page.get_by_role("button", name="Create the event").click()
        card = page.locator("section.card", has=page.get_by_role("heading", name="Exchanges"))
        card.locator("article").nth(1).wait_for()
        assert card.locator("article").count() == 2
        page.goto(self.plan)
        made = page.evaluate("JSON.parse(document.getElementById('page').textContent)")
        assert made["snapshots"]["hall"]["sequel"]["title"]  # the first one says that there is a next one

    def it_is_printed(self) -> None:
        page = self.page
        page.goto(self.plan)
        page.get_by_label("Network").fill("Library; guests")
        page.get_by_label("Password").fill("open sesame")
        page.get_by_label("Password").press("Tab")
        page.get_by_label("Show it on the poster").check()
        for name, seen in (("Join poster", "Point your camera"), ("Table sheets", "Scan to sit here"), ("Run sheet", CUE)):
            page.goto(self.plan)
            page.get_by_role("link", name=name).click()
            page.get_by_text(seen).first.wait_for()
            page.get_by_text("Library; guests").first.wait_for()
            self.stage.accessible(page, name)
            assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
        wall = self.stage.page((1920, 1080))
        wall.goto(self.stage.server.demo()["organiser"])
        wall.goto(self.plan.replace("/plan", "/screen"))
        wall.get_by_role("img", name="QR code of the Wi-Fi").wait_for()
        assert "open sesame" in wall.inner_text("main")
        code = wall.request.get(self.plan.replace("/plan", "/wifi.svg"))
        assert code.headers["content-type"].startswith("image/svg+xml")

    def the_plan_is_edited_while_it_runs(self) -> None:
        page, other = self.page, self.stage.page((1440, 900))
        other.goto(self.stage.server.demo()["organiser"])
        other.goto(self.plan.replace("/plan", "/control"))
        other.locator(".go").first.click()
        page.goto(self.plan)
        page.get_by_text("The event is running.").wait_for()
        first = self.slot("Welcome, and why")
        assert first.locator(".start").is_disabled()
        assert first.locator(".handle").is_disabled()
        page.get_by_label("Minutes of Setting the scene").fill("25")
        page.get_by_label("Minutes of Setting the scene").press("Enter")
        self.until("09:10 Setting the scene|09:35")
        other.get_by_text("25 min").first.wait_for()

"""Part 1 as it will be played tonight: from the pasted announcement to the report."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from facilitator.tasks.demo import ANNOUNCEMENT
from tests.stories.cast import Stage, picture, stage

QUESTION = "What keeps a collaboration alive after the project that started it has ended?"
NAMES = ("Zawadi Otieno", "Karan Gupta", "Mei Tanaka", "Helen Park", "Samira Gul", "Chiara Conti",
         "Grace Banda", "Amadou Diallo", "Ingrid Solberg", "Luis Ortega", "Fatima Zahra")  # fmt: skip
ORGANISATIONS = ("TaRL Africa", "HundrED", "Schools2030", "Youth Impact")
NOTES = (
    "When our counterpart left, the partnership left with her.",
    "Someone has to be paid to hold the thread between meetings.",
    "Trust takes time and small promises that are kept.",
    "Funders asked us to collaborate and then scored us against each other.",
    "Native English speakers dominate every discussion.",
    "Translate first, then share: half our teachers never read the brief.",
    "No funding after the project means no network.",
    "Being open about failures builds trust between partners.",
    "Pay the coordinator for two more years, not the conference.",
    "Who convenes us when the grant is over?",
    "Rotate the meeting hour so it is not always midnight in Asia.",
)
SECRET = "This note was never approved and must not be seen"

pytestmark = pytest.mark.timeout(420)


def test_the_whole_of_part_one(browser: Any, tmp_path: Path) -> None:
    with stage(browser, tmp_path) as play:
        Play(play).run()


class Play:
    """The crew and twelve phones."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.home = stage, stage.server.home

    def run(self) -> None:
        self.plan()
        self.open_the_doors()
        self.talk_and_panel()
        self.rooms()
        self.restart_in_mid_breakout()
        self.late_and_offline()
        self.themes()
        self.plenary()
        self.close_and_report()

    def plan(self) -> None:
        """The organiser pastes the announcement, corrects nothing, creates, makes links."""
        page = self.organiser = self.stage.page((1440, 900), zone="America/New_York")
        page.goto(self.stage.server.demo()["organiser"])
        assert "/l/" not in page.url
        page.get_by_role("link", name="New series").click()
        page.get_by_role("textbox", name="Announcement").fill(ANNOUNCEMENT.read_text("utf-8"))
        page.get_by_role("button", name="Read it").click()
        page.get_by_text("2 events, 12 slots").wait_for()
        page.get_by_text("The text gives no year").wait_for()
        self.stage.accessible(page, "new series")
        page.get_by_label("Name of the series").fill("Tonight")
        page.get_by_role("button", name="Create 2 events").click()
        page.get_by_role("heading", name="Tonight").wait_for()
        self.stage.accessible(page, "overview")
        card = page.locator("section.card", has=page.get_by_role("heading", name="Tonight"))
        event = card.locator("article").first
        self.code = event.get_by_role("link").filter(has_text=self._code_pattern()).inner_text()
        self.links = {role: self._link(event, role) for role in ("moderator", "host", "screen", "stage", "report")}
        event.get_by_role("link", name="Plan").click()
        page.get_by_role("button", name="Write it").click()
        page.get_by_label("Question for the rooms").fill(QUESTION)
        page.get_by_label("Question for the rooms").press("Tab")
        page.get_by_text("No question for the rooms yet").wait_for(state="hidden")
        self.stage.accessible(page, "plan")

    def _code_pattern(self) -> Any:
        import re

        return re.compile(r"^[A-Z2-9]{8}$")

    def _link(self, event: Any, role: str) -> str:
        event.get_by_label("A link for").select_option(role)
        event.get_by_role("button", name="Make a link").click()
        field = self.organiser.get_by_role("dialog").get_by_role("textbox", name="Link")
        link = str(field.input_value())
        self.organiser.get_by_role("button", name="Close").click()
        return link

    def open_the_doors(self) -> None:
        self.control = self._crew("moderator", (1440, 900))
        self.desk = self._crew("host", (1440, 900))
        self.screen = self._crew("screen", (1920, 1080))
        self.speaker = self._crew("stage", (1920, 1080))
        self.screen.get_by_text("Join on your phone").wait_for()
        join = f"{self.home}/j/{self.code}"
        wrong = self.stage.page((390, 844))
        wrong.goto(f"{self.home}/j/?code=WRONG")
        self.stage.faults = [f for f in self.stage.faults if "404" not in f]
        wrong.get_by_text("We do not know this code").wait_for()
        self.stage.accessible(wrong, "wrong code")
        self.phones = [self.stage.phone(join, name, ORGANISATIONS[n % 4]) for n, name in enumerate(NAMES)]
        self.screen.get_by_text(str(len(NAMES)), exact=True).wait_for()
        for name in ("control", "desk", "screen", "speaker"):
            self.stage.accessible(getattr(self, name), f"{name} before the start")
        self.stage.accessible(self.phones[0], "lobby")

    def _crew(self, role: str, size: tuple[int, int]) -> Any:
        page = self.stage.page(size, zone="America/New_York")
        page.goto(self.links[role])
        assert "/l/" not in page.url
        page.get_by_role("main").first.wait_for()
        return page

    def go_on(self, title: str) -> None:
        """Presses Next, says yes where it asks, and waits until every screen shows the slot."""
        self.control.wait_for_timeout(1_500)  # a second press within a moment is held for a slip
        self.control.locator("button.go").click()
        yes = self.control.get_by_role("dialog").get_by_role("button", name="Close the rooms")
        if title.startswith("Closing plenary"):
            yes.click()
        self.control.locator("#slot", has_text=title).wait_for()
        self.speaker.get_by_text(title).first.wait_for()

    def talk_and_panel(self) -> None:
        self.go_on("Introduction and welcoming remarks")
        self.phones[3].get_by_text("Introduction and welcoming remarks").first.wait_for()
        self.go_on("How did SALEX help build connections")
        self.go_on("Power of partnership panel")
        self.screen.get_by_text("Power of partnership panel").first.wait_for()
        for name in ("control", "screen", "speaker"):
            self.stage.accessible(getattr(self, name), f"{name} in the panel")

    def rooms(self) -> None:
        rooms = self.stage.page((1440, 900), zone="America/New_York")
        rooms.goto(self.links["moderator"])
        rooms.goto(self.control.url.replace("/control", "/rooms"))
        rooms.get_by_role("button", name="Draw").first.click()
        rooms.get_by_text("Nobody sees this yet").wait_for()
        self.stage.accessible(rooms, "rooms")
        assert self.phones[0].get_by_role("button", name="I am here").count() == 0
        self.go_on("Breakout discussions")
        self.phones[0].get_by_role("button", name="I am here").wait_for()
        self.stage.accessible(self.phones[0], "finding the room")
        for number, phone in enumerate(self.phones):
            phone.get_by_text(QUESTION).wait_for()
            if number % 2:
                phone.get_by_role("button", name="I am here").click()
                phone.locator(".room-head").wait_for()
            self.write(phone, NOTES[number])
            phone.get_by_text("left in your room").wait_for()
        self.stage.accessible(self.phones[1], "room")
        self.write(self.phones[1], SECRET)
        self.numbers = [phone.locator(".room-head .number").inner_text() for phone in self.phones]
        self.screen.get_by_text("Left in your room").wait_for()
        self.stage.accessible(self.screen, "screen with rooms")
        self.stage.accessible(self.control, "control with rooms")
        picture(self.phones[0], "phone")

    def write(self, phone: Any, text: str) -> None:
        field = phone.get_by_label("Your note")
        field.focus()  # of whom has not arrived, the field is below the people, and comes into view
        place = "[scrollY, document.documentElement.scrollHeight]"
        before, height = phone.evaluate(place)
        field.press_sequentially(text)
        after, now = phone.evaluate(place)
        assert after - before in (0, now - height), "the page moves only by what came above, others who arrive"
        phone.get_by_role("button", name="Send note").click()
        note = phone.locator(".mine article", has_text=text)
        note.get_by_text("Saved").wait_for()

    def restart_in_mid_breakout(self) -> None:
        left = self.seconds_left(self.phones[0])
        self.stage.server.kill()
        self.phones[2].get_by_label("Your note").fill("Written while the server was away")
        self.phones[2].get_by_role("button", name="Send note").click()
        self.phones[2].get_by_text("Waiting, kept on this phone").wait_for()
        self.stage.server.start()
        note = self.phones[2].locator(".mine article", has_text="Written while the server was away")
        note.get_by_text("Saved").wait_for(timeout=30_000)
        for phone, number in zip(self.phones, self.numbers, strict=True):
            assert phone.locator(".room-head .number").inner_text() == number
        assert left - 60 < self.seconds_left(self.phones[0]) < left

    def seconds_left(self, phone: Any) -> int:
        minutes, seconds = phone.locator(".step [role=timer]").inner_text().split(":")
        return int(minutes) * 60 + int(seconds)

    def late_and_offline(self) -> None:
        late = self.stage.page((390, 844))
        late.goto(f"{self.home}/j/{self.code}")
        late.get_by_label("Your name").fill("Thandi Nkosi")
        late.get_by_role("button", name="Join").click()
        late.get_by_role("button", name="I am here").click()
        late.get_by_text("left in your room").wait_for()
        self.phones.append(late)
        away = self.phones[4]
        away.context.set_offline(True)
        away.get_by_label("Your note").fill("Written in a lift")
        away.get_by_role("button", name="Send note").click()
        away.get_by_text("Waiting, kept on this phone").wait_for()
        away.context.set_offline(False)
        away.locator(".mine article", has_text="Written in a lift").get_by_text("Saved").wait_for(timeout=30_000)
        mine = away.locator(".mine").first.get_by_text("Written in a lift")
        assert mine.count() == 1
        away.reload()
        away.get_by_text("left in your room").wait_for()
        assert away.locator(".mine").first.get_by_text("Written in a lift").count() == 1
        supporter = next(p for p, n in zip(self.phones[1:], self.numbers[1:], strict=False) if n == self.numbers[0])
        note = supporter.locator("article", has_text=NOTES[0])
        note.get_by_role("button", name="I share this").click()
        mine = self.phones[0].locator(".mine article", has_text=NOTES[0])
        mine.get_by_text("1 shares this").wait_for()

    def themes(self) -> None:
        """The host renames and merges; a later grouping must leave both as they are."""
        self.desk.locator("article.theme").nth(1).wait_for(timeout=60_000)
        first = self.desk.locator("article.theme").first
        first.get_by_role("button", name="Rename").click()
        self.desk.get_by_label("Theme name").fill("Somebody holds the thread")
        self.desk.get_by_label("Theme name").press("Enter")
        kept = self.desk.get_by_role("article", name="Somebody holds the thread")
        kept.wait_for()
        names = self.desk.locator("article.theme h3").all_inner_texts()
        other = next(name for name in names if name != "Somebody holds the thread")
        card = self.desk.locator("article.theme", has=self.desk.get_by_role("heading", name=other, exact=True))
        card.get_by_role("button", name="Merge").click()
        self.desk.get_by_role("dialog").get_by_role("button", name="Somebody holds the thread").click()
        card.wait_for(state="detached")
        self.stage.accessible(self.desk, "desk")
        count = kept.locator(".facts span").last.inner_text()
        for number, phone in enumerate(self.phones[:6]):
            self.write(phone, f"One more thought about evidence in schools, number {number}")
        self.desk.wait_for_timeout(4_000)
        assert kept.locator(".facts span").last.inner_text() >= count
        assert self.desk.get_by_role("heading", name=other, exact=True).count() == 0

    def plenary(self) -> None:
        self.go_on("Closing plenary")
        self.screen.get_by_role("main").wait_for()
        assert "Somebody holds the thread" not in self.screen.content()
        kept = self.desk.get_by_role("article", name="Somebody holds the thread")
        quote = kept.locator("blockquote span[dir=auto]").first.inner_text()
        kept.get_by_role("button", name="Approve").click()
        self.screen.get_by_text("Somebody holds the thread").wait_for()
        self.screen.get_by_text(quote).first.wait_for()
        self.stage.accessible(self.screen, "theme wall")
        kept.get_by_role("button", name="Show", exact=True).click()
        self.screen.locator("main.spot").wait_for()
        self.stage.accessible(self.screen, "spotlight")
        self.desk.get_by_role("button", name="Blank the screen").click()
        self.screen.locator("main.dark").wait_for(state="attached")
        assert self.screen.locator("body").inner_text().strip() == ""
        self.desk.get_by_role("button", name="Show the screen again").click()
        self.screen.get_by_text("Somebody holds the thread").wait_for()
        assert SECRET not in self.screen.content()
        self.stage.accessible(self.phones[0], "plenary on the phone")

    def close_and_report(self) -> None:
        self.go_on("Close out")
        self.screen.get_by_text("Part 2. What’s next").first.wait_for()
        self.phones[0].get_by_text("Next time: Part 2").wait_for()
        self.control.wait_for_timeout(1_500)
        self.control.locator("button.go").click()
        self.control.get_by_role("dialog").get_by_role("button", name="End the event").click()
        self.phones[0].get_by_text("Thank you for taking part").wait_for()
        report = self._crew("report", (1200, 1600))
        report.get_by_role("heading", name="Somebody holds the thread").wait_for()
        for text in (*NOTES, "Written in a lift", "Written while the server was away"):
            assert report.get_by_text(text).count() >= 1, text
        self.stage.accessible(report, "report")

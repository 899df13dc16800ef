"""A server that is slow to answer: whoever waits is told so, beside what was pressed, and nothing is covered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.stories.cast import stage

pytestmark = pytest.mark.timeout(120)

CUT = "e => e.scrollHeight > e.clientHeight + 1 || e.getBoundingClientRect().height < e.querySelector('span').getBoundingClientRect().height"


ANSWER = "43"  # how an acknowledgement begins
SOON = 6_000  # ms; a page that waits for an answer gives up later than that, and would then hear a press


class Slow:
    """A connection on which what comes can be held back for a while, or only answers."""

    def __init__(self, page: Any, answers_alone: bool = False) -> None:
        self.held: list[Any] | None = None
        self.asked = ""  # all that went up
        self.page, self.answers_alone = page, answers_alone
        page.route_web_socket("**/socket.io/**", self._joined)

    def _joined(self, socket: Any) -> None:
        self.socket, server = socket, socket.connect_to_server()
        server.on_message(self._came)
        socket.on_message(lambda words: self._asks(server, words))

    def _asks(self, server: Any, words: Any) -> None:
        self.asked += str(words)
        server.send(words)

    def _came(self, words: Any) -> None:
        if self.held is None or (self.answers_alone and not str(words).startswith(ANSWER)):
            self.socket.send(words)
        else:
            self.held.append(words)

    def release(self) -> None:
        held, self.held = self.held or [], None
        for words in held:
            self.socket.send(words)

    def release_one(self) -> None:
        """Lets everything through up to the first answer."""
        while not (words := self.held.pop(0)).startswith(ANSWER):
            self.socket.send(words)
        self.socket.send(words)

    def answers(self) -> int:
        return sum(words.startswith(ANSWER) for words in self.held or [])


def test_whoever_draws_on_a_slow_server_is_told_that_it_is_on_its_way(browser: Any, tmp_path: Path) -> None:
    with stage(browser, tmp_path) as play:
        event = play.server.demo()["events"][0]
        home = play.server.home
        for name in ("Zawadi", "Karan", "Mei", "Helen"):
            play.phone(f"{home}/j/{event['code']}", name, "TaRL Africa")
        page = play.page((1440, 900), zone="America/New_York")
        page.goto(event["links"]["moderator"])
        slow = Slow(page)
        page.goto(f"{home}/events/{event['id']}/rooms")
        page.get_by_text("4 people here").wait_for()
        slow.held = []
        page.get_by_role("button", name="Draw").click()
        said = page.locator(".rules .said", has_text="On its way.").first
        said.wait_for()
        assert not said.evaluate(CUT)
        slow.release()
        page.get_by_text("Nobody sees this yet").wait_for()
        said.wait_for(state="hidden")


def test_what_was_ticked_stays_ticked_while_the_answer_to_something_else_comes(browser: Any, tmp_path: Path) -> None:
    with stage(browser, tmp_path) as play:
        demo = play.server.demo()
        page = play.page((1440, 900))
        slow = Slow(page)
        page.goto(demo["organiser"])
        page.goto(f"{play.server.home}/events/{demo['events'][0]['id']}/plan")
        page.get_by_role("button", name="More of").first.click()
        slow.held = []
        page.get_by_role("textbox", name="What it is about").fill("Why we are here")
        tick = page.get_by_label("Protect it")
        tick.check()
        page.get_by_label("Go on to the next slot by itself").check()
        while slow.answers() < 3:
            page.wait_for_timeout(20)
        slow.release_one()
        page.wait_for_timeout(100)  # what came is drawn
        assert tick.is_checked()
        assert page.get_by_label("Go on to the next slot by itself").is_checked()
        slow.release()
        page.get_by_role("button", name="Close", exact=True).click()
        page.get_by_text("Protected. Goes on by itself").wait_for()


def test_a_step_that_is_seen_before_its_answer_can_be_followed_by_the_next(browser: Any, tmp_path: Path) -> None:
    with stage(browser, tmp_path) as play:
        event = play.server.demo()["events"][0]
        play.tell(event, "slot.advance", from_slot=None)
        for title in ("Trust", "Money"):
            play.tell(event, "theme.add", theme=f"t-{title}", title=title)
            play.tell(event, "theme.approve", theme=f"t-{title}", title=title, quotes={})
        page = play.page((1440, 900))
        slow = Slow(page, answers_alone=True)
        page.goto(event["links"]["host"])
        sheet = page.get_by_role("region", name="Run sheet")
        following = sheet.get_by_role("button", name="Next: ")
        page.get_by_text("Live, saved").wait_for()
        page.set_default_timeout(SOON)
        slow.held = []
        page.keyboard.press(".")
        page.locator("li.line.lit", has_text="Opening").wait_for()
        following.click()
        page.locator("li.line.lit", has_text="Trust").wait_for()
        sheet.get_by_role("button", name="Line before").click()
        page.locator("li.line.lit", has_text="Opening").wait_for()
        assert slow.answers() >= 3  # the steps, and perhaps the time, wait for theirs
        slow.release()
        counts_once_before_it_is_seen(slow, "run.step", following, page.locator("li.line.lit", has_text="Trust"))


def counts_once_before_it_is_seen(slow: Slow, command: str, button: Any, seen: Any) -> None:
    slow.page.locator("[aria-busy=true]").wait_for(state="detached")
    slow.answers_alone, slow.held = False, []
    before = slow.asked.count(command)
    button.dblclick()
    button.press("Enter")
    slow.release()
    seen.wait_for()
    assert slow.asked.count(command) == before + 1


SWITCHES = (("moderator", "Pause", "Go on", "clock."), ("moderator", "Close the door", "Open the door", "door."),
            ("moderator", "Blank it", "Show it again", "screen.blank"), ("host", "Freeze", "Frozen", "themes.freeze"))  # fmt: skip


def test_a_switch_is_heard_again_as_soon_as_its_effect_is_seen(browser: Any, tmp_path: Path) -> None:
    with stage(browser, tmp_path) as play:
        event = play.server.demo()["events"][0]
        play.tell(event, "slot.advance", from_slot=None)
        page = play.page((1440, 900))
        slow = Slow(page)
        for role, name, back, command in SWITCHES:
            page.goto(event["links"][role])
            page.get_by_text("Live, saved").wait_for()
            is_heard_again(slow, *(page.get_by_role("button", name=each) for each in (name, back)), command)


def is_heard_again(slow: Slow, switch: Any, back: Any, command: str) -> None:
    slow.answers_alone, slow.held = True, []
    for button in (switch, back, switch):
        button.click(timeout=SOON)
    back.wait_for()
    assert slow.answers() >= 3
    slow.release()
    counts_once_before_it_is_seen(slow, command, back, switch)

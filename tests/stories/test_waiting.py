"""A server that is slow to answer: whoever waits is told so, beside what was pressed, and nothing is covered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.stories.cast import stage

pytestmark = pytest.mark.timeout(120)

CUT = "e => e.scrollHeight > e.clientHeight + 1 || e.getBoundingClientRect().height < e.querySelector('span').getBoundingClientRect().height"


class Slow:
    """A connection whose answers can be held back for a while."""

    def __init__(self, page: Any) -> None:
        self.held: list[Any] | None = None
        page.route_web_socket("**/socket.io/**", self._joined)

    def _joined(self, socket: Any) -> None:
        self.socket, server = socket, socket.connect_to_server()
        server.on_message(lambda words: socket.send(words) if self.held is None else self.held.append(words))

    def release(self) -> None:
        held, self.held = self.held or [], None
        for words in held:
            self.socket.send(words)

    def release_one(self) -> None:
        """Lets everything through up to the first answer: it begins with 43 (an acknowledgement)."""
        while not (words := self.held.pop(0)).startswith("43"):
            self.socket.send(words)
        self.socket.send(words)

    def answers(self) -> int:
        return sum(words.startswith("43") for words in self.held or [])


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

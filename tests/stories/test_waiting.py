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

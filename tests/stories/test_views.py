"""Every view by its own link, with several people at once: one event, followed everywhere."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest

from tests.stories.cast import Stage, stage

pytestmark = pytest.mark.timeout(300)

HELD = 1_600  # ms in which a control holds still after a slot has changed


class Listening(BaseHTTPRequestHandler):
    """Somebody else's server, which keeps what it is told."""

    heard: ClassVar[list[tuple[bytes, str]]] = []
    news = threading.Condition()

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with self.news:
            self.heard.append((body, self.headers["Facilitator-Signature"]))
            self.news.notify_all()
        self.send_response(204)
        self.end_headers()

    def log_message(self, *given: Any) -> None: ...


@contextmanager
def elsewhere() -> Iterator[str]:
    """The address of a server that listens."""
    Listening.heard = []
    server = HTTPServer(("127.0.0.1", 0), Listening)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/hook"
    server.shutdown()
    server.server_close()
    thread.join(5)


def test_every_view_follows_the_event(browser: Any, tmp_path: Path) -> None:
    allowed = {"FACILITATOR_PRIVATE_WEBHOOKS": "yes"}
    with elsewhere() as hook, stage(browser, tmp_path, allowed) as play:
        Play(play, hook).run()


class Play:
    def __init__(self, stage: Stage, hook: str) -> None:
        self.stage, self.home, self.hook = stage, stage.server.home, hook
        demo = stage.server.demo()
        self.organiser_link, [self.event, _] = demo["organiser"], demo["events"]
        self.links = self.event["links"]
        self.titles = ("Introduction and welcoming remarks", "How did SALEX help", "Power of partnership panel",
                       "Breakout discussions")  # fmt: skip

    def run(self) -> None:
        self.open_everything()
        self.the_remote_starts_and_the_schedule_follows()
        self.an_urgent_message_is_seen_to_arrive()
        self.a_webhook_arrives_signed()
        self.a_script_advances()
        self.a_clicker_waits_until_it_is_armed()
        self.screens_list_their_keys()
        self.without_a_network_everything_stays()

    def open_everything(self) -> None:
        page, zone = self.stage.page, "America/New_York"
        self.remote = page((390, 844), zone)
        self.remote.goto(self.links["moderator"] + "/remote")
        self.control = page((1440, 900), zone)
        self.control.goto(self.links["moderator"])
        self.speaker = page((1920, 1080), zone)
        self.speaker.goto(self.links["stage"] + "/stage?name=Left wing")
        self.schedule = page((390, 844), "Africa/Nairobi")
        self.schedule.goto(f"{self.home}/s/{self.event['code']}")
        self.overlay = page((1920, 1080), zone)
        self.overlay.goto(self.links["screen"] + "/overlay?corner=top-right&show=title,state,next")
        self.crew = page((1024, 768), zone)
        self.crew.goto(self.links["crew"])
        self.phone = self.stage.phone(self.links["join"], "Zawadi Otieno", "TaRL Africa")
        self.add_webhook()

    def add_webhook(self) -> None:
        self.organiser = self.stage.page((1440, 900))
        self.organiser.goto(self.organiser_link)
        self.organiser.goto(f"{self.home}/events/{self.event['id']}/webhooks")
        self.organiser.get_by_label("Address to tell").fill(self.hook)
        self.organiser.get_by_role("button", name="Add").click()
        self.organiser.get_by_role("button", name="Send a test").click()
        self.organiser.get_by_text("204").wait_for()
        self.organiser.get_by_text("Secret and signature").click()
        self.secret = self.organiser.locator("details code").inner_text()
        self.stage.accessible(self.organiser, "webhooks")

    def everywhere(self, title: str) -> None:
        """Waits until every view shows that slot as the one that is on."""
        self.remote.locator("#slot", has_text=title).wait_for()
        self.control.locator("#slot", has_text=title).wait_for()
        self.speaker.locator("h1", has_text=title).wait_for()
        self.overlay.locator("h1", has_text=title).wait_for()
        self.crew.locator(".cue.on", has_text=title).wait_for()
        self.schedule.locator("li.now-is", has_text=title).wait_for()

    def the_remote_starts_and_the_schedule_follows(self) -> None:
        self.schedule.get_by_text("17:30").first.wait_for()  # 9:30 in New York
        self.schedule.get_by_text("09:30").first.wait_for()
        self.remote.get_by_role("button", name="Start").click()
        self.everywhere(self.titles[0])
        self.schedule.get_by_text("New York").first.click()
        clear = self.overlay.evaluate("[document.documentElement, document.body].map((e) => getComputedStyle(e).backgroundColor)")
        assert clear == ["rgba(0, 0, 0, 0)"] * 2
        self.overlay.locator(".next", has_text=re.compile(r"^Next: .+, \d{1,2}:\d\d")).wait_for()
        self.remote.get_by_role("button", name="Pause").click()
        for page, word in ((self.speaker, "Paused"), (self.overlay, "Paused"), (self.schedule, "Paused"), (self.crew, "Paused")):
            page.get_by_text(word, exact=True).first.wait_for()
        self.remote.get_by_role("button", name="Go on").click()
        self.speaker.get_by_text("On time", exact=True).wait_for()
        for name in ("remote", "speaker", "schedule", "overlay", "crew"):
            self.stage.accessible(getattr(self, name), name)

    def an_urgent_message_is_seen_to_arrive(self) -> None:
        tell = self.control.locator(".cast")
        tell.get_by_text("Stage", exact=True).click()
        tell.get_by_role("button", name="Please stop here. Thank you.").click()
        tell.get_by_role("button", name="Send to the stage").click()
        self.speaker.locator(".message[data-level=urgent]", has_text="Please stop here").wait_for()
        tell.get_by_text("shown on Left wing").wait_for()
        tell.get_by_text("Phones", exact=True).click()
        self.control.locator("#tell").fill("Please come back to the hall")
        tell.get_by_role("button", name="Send to all phones").click()
        self.phone.locator(".said", has_text="Please come back to the hall").wait_for()
        tell.get_by_text("shown on 1 of 1 phone").wait_for()
        self.remote.get_by_role("button", name="Take it back").first.click()
        self.phone.locator(".said", has_text="Please come back to the hall").wait_for(state="detached")

    def a_webhook_arrives_signed(self) -> None:
        with Listening.news:
            assert Listening.news.wait_for(lambda: len(Listening.heard) >= 2, 15)
        kinds = [json.loads(body)["kind"] for body, _ in Listening.heard]
        assert kinds == ["test", "slot.start"]
        for body, header in Listening.heard:
            at, _, signature = header.removeprefix("t=").partition(",v1=")
            good = hmac.new(self.secret.encode(), f"{at}.".encode() + body, hashlib.sha256)
            assert signature == good.hexdigest()

    def a_script_advances(self) -> None:
        word = self.links["moderator"].rpartition("/")[2]
        address = f"{self.home}/api/events/{self.event['id']}/commands/slot.advance"
        body = json.dumps({"from_slot": "@now", "command_id": "button-0001"}).encode()
        headers = {"Authorization": f"Bearer {word}", "Content-Type": "application/json"}
        for _ in range(2):  # the same press twice is one step
            request = urllib.request.Request(address, body, headers)
            with urllib.request.urlopen(request, timeout=10) as answer:
                assert json.load(answer)["ok"]
        self.everywhere(self.titles[1])

    def a_clicker_waits_until_it_is_armed(self) -> None:
        self.control.locator("#slot").click()  # nothing that takes text has the focus
        self.control.wait_for_timeout(HELD)
        self.control.keyboard.press("PageDown")
        self.control.keyboard.press("ArrowRight")
        self.control.get_by_role("switch", name="Arm the clicker").click()
        self.control.get_by_text("The clicker is armed").wait_for()
        assert self.titles[1] in self.control.locator("#slot").inner_text()
        self.control.keyboard.press("PageDown")
        self.everywhere(self.titles[2])
        self.stage.accessible(self.control, "control with an armed clicker")
        self.control.wait_for_timeout(HELD)
        self.control.keyboard.press("PageUp")
        self.everywhere(self.titles[1])

    def screens_list_their_keys(self) -> None:
        wall = self.stage.page((1920, 1080))
        wall.goto(self.links["screen"])
        lines = {self.speaker: "Dark or light", self.crew: "To the slot that is on", wall: "Full screen, or back",
                 self.control: "Arm the clicker, or let it rest"}  # fmt: skip
        for screen, line in lines.items():
            sheet = screen.get_by_role("dialog", name="Keys")
            for _ in range(2):  # what opened it closes it
                screen.keyboard.press("?")
                sheet.get_by_text(line).wait_for()
                screen.keyboard.press("?")
                sheet.wait_for(state="detached")
            screen.keyboard.press("?")
            sheet.wait_for()
        self.stage.accessible(self.crew, "the keys of the run sheet")
        self.keys_rest_for_good(self.crew)
        self.escaped(self.control)
        self.control.keyboard.press("B")
        wall.get_by_role("dialog").wait_for(state="detached")  # a blank screen is blank
        self.control.keyboard.press("B")
        wall.get_by_text(self.titles[1]).first.wait_for()
        wall.context.close()

    def keys_rest_for_good(self, page: Any) -> None:
        """Nothing but the sheet turns them on again, so it comes all the same."""
        for on in (True, False):
            self.escaped(page)
            page.keyboard.press("?")
            page.get_by_label("Keys are on").set_checked(not on)
        self.escaped(page)

    def escaped(self, page: Any) -> None:
        page.keyboard.press("Escape")
        page.locator("dialog").wait_for(state="detached")  # closed, it is in the page for a moment

    def without_a_network_everything_stays(self) -> None:
        pages = (self.remote, self.schedule, self.overlay, self.crew)
        for page in pages:
            page.context.set_offline(True)
        self.remote.get_by_text("Reconnecting").first.wait_for()
        for page in pages[1:]:
            page.get_by_text("No network").first.wait_for()
        assert self.titles[1] in self.schedule.locator("li.now-is").inner_text()
        for page in pages:
            page.context.set_offline(False)
        self.remote.get_by_text("Live, saved").wait_for(timeout=30_000)

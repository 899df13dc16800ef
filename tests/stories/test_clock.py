"""The clock with several at it: a desk run by keys alone, another desk that is a moment late, a stage
and a phone that asked to be told; and the same rule for expected times in browsers as on the server."""

from __future__ import annotations

import random
import time
from pathlib import Path
from typing import Any

import pytest
import requests

from facilitator.domain.clock import expected
from facilitator.screens import hall
from tests.domain.test_clock_laws import BEGINNINGS, IDS, VERBS, Desk, planned
from tests.stories.cast import Stage, stage

pytestmark = pytest.mark.timeout(240)

TITLES = ("Introduction and welcoming remarks", "How did SALEX help", "Power of partnership panel",
          "Breakout discussions", "Closing plenary", "Close out")  # fmt: skip
SAME_TIMES = """async (cases) => {
  const { expected } = await import(new URL("../shared/clock.js", document.querySelector("script[type=module]").src));
  return cases.map(({ hall, at }) => Object.fromEntries(Object.entries(expected(hall.slots, hall.clock, at))
    .map(([id, { start, end }]) => [id, [start, end]])));
}"""
# A device that stood still for a minute is set right by the first thing it hears.
STOOD_STILL = """async () => {
  const clock = await import(new URL("../shared/clock.js", document.querySelector("script[type=module]").src) + "?alone");
  const from = (ms) => Date.now() + ms;
  clock.hint(from(-20_000));
  const began = performance.now();
  clock.learn(from(0), began, performance.now());
  const late = clock.hint(from(-30_000)); // it moves nothing
  const before = clock.now() - from(0);
  const stood = clock.hint(from(60_000));
  const woken = clock.now() - from(60_000);
  clock.learn(from(60_050), began - 100, performance.now());
  return [before, woken, clock.now() - from(60_050)].map((ms) => Math.abs(ms) < 5_000).concat(!late, stood);
}"""
# A time of day typed in is the nearest one, also on days on which clocks change.
SAME_HOURS = """async (nights) => {
  const { hours, instant } = await import(new URL("hours.js", document.querySelector("script[type=module]").src));
  const wrong = [];
  for (const [zone, change] of nights)
    for (let near = change - 13 * 3_600_000; near < change + 13 * 3_600_000; near += 47 * 60_000)
      for (let meant = near - 11 * 3_600_000; meant < near + 11 * 3_600_000; meant += 53 * 60_000) {
        const text = hours(meant, zone);
        const found = instant(text, zone, near);
        if (hours(found, zone) !== text || Math.abs(found - near) > Math.abs(meant - near) + 3_600_000) wrong.push([zone, text, near, found]);
      }
  return wrong;
}"""
STUBS = """() => {
  window.heard = 0;
  window.shaken = [];
  const part = () => ({ frequency: {}, gain: { setValueAtTime() {}, exponentialRampToValueAtTime() {} }, connect: (to) => to, start() { window.heard += 1; }, stop() {} });
  window.AudioContext = class { currentTime = 0; resume() {} createOscillator() { return part(); } createGain() { return part(); } };
  Object.defineProperty(navigator, "maxTouchPoints", { value: 5 });
  navigator.vibrate = (how) => window.shaken.push(how);
}"""


def test_the_clock_is_one_for_all(browser: Any, tmp_path: Path) -> None:
    with stage(browser, tmp_path) as play:
        Hall(play).run()


class Hall:
    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.event = stage.server.demo()["events"][0]
        links, zone = self.event["links"], "America/New_York"
        self.desk = stage.page((1440, 900), zone)
        self.desk.goto(links["moderator"])
        self.late = stage.page((390, 844), zone)
        self.held: list[Any] = []
        self.holding = False
        self.late.route_web_socket("**/socket.io/**", self._between)
        self.late.goto(links["moderator"] + "/remote")
        self.speaker = stage.page((1920, 1080), zone)
        self.speaker.goto(links["stage"])
        self.phone = stage.phone(links["join"], "Wanjiku Kamau", "TaRL Africa")

    def run(self) -> None:
        self.browsers_count_as_the_server_does()
        self.go_on(0)
        self.every_screen_of_the_crew_sounds_for_whoever_asked()
        self.two_desks_press_next_and_one_slot_goes_by()
        self.times_are_set_by_keys_and_taken_back()
        self.words_are_sent_by_keys()
        self.go_on(2)
        self.go_on(3)
        self.a_phone_shakes_when_its_room_closes()
        self.go_on(4, asks=True)
        self.go_on(5)
        self.next()
        self.desk.get_by_role("button", name="End the event").wait_for()
        self.press("Enter")
        self.desk.locator("#slot", has_text="The event has ended").wait_for()

    def _between(self, socket: Any) -> None:
        """What the server tells the second desk, held back for a while."""
        server = socket.connect_to_server()
        self.late_socket = socket
        server.on_message(lambda news: self.held.append(news) if self.holding else socket.send(news))

    def press(self, key: str) -> None:
        """The desk is touched by nothing but its keys."""
        self.desk.keyboard.press(key)

    def next(self) -> None:
        """Presses Next as soon as it does not hold still any more."""
        self.desk.locator("button.go[aria-disabled=false]").wait_for()
        self.press("n")

    def go_on(self, place: int, asks: bool = False) -> None:
        self.next()
        if asks:
            self.desk.get_by_role("button", name="Close the rooms").wait_for()
            self.press("Enter")
        self.everywhere(place)

    def everywhere(self, place: int) -> None:
        for page, where in ((self.desk, "#slot"), (self.late, "#slot"), (self.speaker, "h1")):
            page.locator(where, has_text=TITLES[place]).wait_for()

    def do(self, command: str, **fields: Any) -> None:
        word = self.event["links"]["moderator"].rpartition("/")[2]
        address = f"{self.stage.server.home}/api/events/{self.event['id']}/commands/{command}"
        answer = requests.post(address, json=fields, timeout=10, headers={"Authorization": f"Bearer {word}"})
        assert answer.json()["ok"], answer.text

    def browsers_count_as_the_server_does(self) -> None:
        cases, wanted = [], []
        for number in range(60):
            luck = random.Random(number)
            desk = Desk(planned(*luck.choice(BEGINNINGS)), 0)
            desk.at = desk.event.slots[0].start
            for _ in range(12):
                desk.press(luck.choice(VERBS), luck.randrange(1_200_000), luck.randint(-3_600, 3_600), luck.choice(IDS))
            times = expected(desk.event.slots, desk.event.clock, desk.at)
            cases.append({"hall": hall.view(desk.event), "at": desk.at})
            wanted.append({id: [span.start, span.end] for id, span in times.items()})
        assert self.desk.evaluate(SAME_TIMES, cases) == wanted
        nights = [[zone, start + 45 * 60_000] for zone, start in BEGINNINGS[2:]]
        assert self.desk.evaluate(SAME_HOURS, nights) == []
        assert self.desk.evaluate(STOOD_STILL) == [True] * 5

    def every_screen_of_the_crew_sounds_for_whoever_asked(self) -> None:
        self.speaker.keyboard.press("?")
        self.desk.keyboard.press("t")
        self.late.get_by_role("button", name="Times…").click()
        screens = (self.speaker, self.desk, self.late)
        for screen in screens:
            screen.evaluate(STUBS)
            screen.get_by_label("This device sounds when time runs out").check()
            screen.wait_for_function("() => window.heard === 1")  # so that one knows how it sounds
            screen.keyboard.press("Escape")
        self.ends_in(900)  # and less at once: no change of the clock goes by unseen
        self.speaker.locator("main[data-state=on-time]").wait_for()
        self.ends_in(58)
        self.speaker.locator("main[data-state=danger]").wait_for()
        for screen in screens:
            screen.wait_for_function("() => window.heard === 3")

    def ends_in(self, seconds: int) -> None:
        self.do("clock.end", slot="@now", ends_at=int(time.time() * 1_000) + seconds * 1_000)

    def two_desks_press_next_and_one_slot_goes_by(self) -> None:
        self.late.locator("button.go[aria-disabled=false]").wait_for()
        self.holding = True
        self.next()
        self.desk.locator("#slot", has_text=TITLES[1]).wait_for()
        self.late.get_by_role("button", name="Next").click()  # it still shows the slot before
        self.late.locator("button.go[aria-busy=true]").wait_for()
        self.holding = False
        for news in self.held:
            self.late_socket.send(news)
        self.late.get_by_text("Somebody was quicker: “How did SALEX help").wait_for()
        self.everywhere(1)

    def times_are_set_by_keys_and_taken_back(self) -> None:
        self.press("t")
        sheet = self.desk.get_by_role("dialog")
        sheet.wait_for()
        for key in ("Tab", "Tab", "0", "Enter"):  # past the minutes, into the seconds: just now
            self.press(key)
        sheet.wait_for(state="detached")
        self.desk.locator(".takeback", has_text="Beginning changed.").wait_for()
        self.press("z")
        self.desk.locator("#voice", has_text="Taken back.").wait_for(state="attached")
        for key, word in (("p", "Paused."), ("p", "Goes on."), ("+", "Time changed.")):
            self.press(key)
            self.desk.locator(".takeback", has_text=word).wait_for()

    def words_are_sent_by_keys(self) -> None:
        self.press("m")
        self.desk.keyboard.type("Welcome to all of you")
        self.press("Control+Enter")
        self.phone.locator(".said", has_text="Welcome to all of you").wait_for()
        self.press("Tab")  # out of the field, where letters are letters

    def a_phone_shakes_when_its_room_closes(self) -> None:
        self.phone.get_by_role("button", name="I am here").click()
        self.phone.evaluate(STUBS)
        self.phone.get_by_text("My details").click()
        self.phone.get_by_label("This device vibrates when time runs out").check()
        self.phone.wait_for_function("() => window.shaken.length === 1")
        self.ends_in(58)
        self.phone.wait_for_function("() => window.shaken.length === 2")

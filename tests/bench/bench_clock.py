"""How exactly screens show the time, on devices whose clocks are wrong, over slow networks.

Each screen notes the instant at which its number changes; the deadline says when it should have.
`facilitator bench clock` prints the figures; nothing of it is asserted in the suite.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from playwright.sync_api import sync_playwright

from tests.conftest import BROWSERS, FLAGS
from tests.delaying import delaying
from tests.served import Served

LEARNING, WATCHING = 15_000, 10_000  # ms: screens come to know the time, then they are looked at
WRONG = 3_600_000  # ms by which a device's clock is wrong

# The device's clock is wrong; the machine's own stays known, to measure by.
DEVICE = """(() => {
  const [real, mono, by] = [Date.now, performance.now.bind(performance), %d];
  const origin = performance.timeOrigin;
  window.truth = () => origin + mono();
  Date.now = () => real() + by;
  performance.now = () => mono() + by;
})()"""
WATCH = """() => {
  const number = document.querySelector("[role=timer]");
  window.seen = [];
  new MutationObserver(() => window.seen.push([number.textContent, window.truth()]))
    .observe(number, { subtree: true, childList: true, characterData: true });
}"""


@dataclass
class Screen:
    """A page on a device whose clock is `wrong` (ms), behind a network (seconds up, down)."""

    name: str
    wrong: int
    up: float
    down: float
    page: Any = None
    errors: dict[str, float] = field(default_factory=dict)  # number shown → ms too late


def screens() -> list[Screen]:
    networks = {"near": (0.0, 0.0), "400+400 ms": (0.4, 0.4), "800+800 ms": (0.8, 0.8), "700+100 ms": (0.7, 0.1)}
    return [Screen(f"{network}, {sign}1 h", wrong, *ways)
            for network, ways in networks.items() for sign, wrong in (("+", WRONG), ("−", -WRONG))]  # fmt: skip


def measured(folder: Path) -> list[Screen]:
    """All screens with what each was wrong by, over some seconds."""
    server, found = Served(folder), screens()
    server.start()
    with ExitStack() as open_things, sync_playwright() as playwright:
        open_things.callback(server.stop)
        event = server.demo()["events"][0]
        browser = playwright.chromium.launch(executable_path=_chromium(), args=list(FLAGS))
        ports = {ways: open_things.enter_context(delaying(server.port, *ways)) for ways in {(s.up, s.down) for s in found}}
        for screen in found:
            context = browser.new_context(viewport={"width": 640, "height": 360})
            context.add_init_script(DEVICE % screen.wrong)
            screen.page = context.new_page()
            home = server.home.replace(str(server.port), str(ports[screen.up, screen.down]))
            screen.page.goto(f"{home}/s/{event['code']}", timeout=60_000)
        ends_at = _begun(browser, event["links"]["moderator"])
        for screen in found:
            screen.page.locator("[role=timer]").wait_for(timeout=60_000)
        found[0].page.wait_for_timeout(LEARNING)
        for screen in found:
            screen.page.evaluate(WATCH)
        found[0].page.wait_for_timeout(WATCHING)
        for screen in found:
            _read(screen, ends_at)
        browser.close()
    return found


def _chromium() -> str | None:
    import shutil

    return next(filter(None, map(shutil.which, BROWSERS)), None)


def _begun(browser: Any, link: str) -> int:
    """The deadline (ms, UTC) of the first slot, once it runs."""
    page = browser.new_page()
    page.goto(link)
    page.locator("button.go").click()
    page.locator(".rundown [aria-current]").wait_for()
    page.reload()
    made = page.evaluate("JSON.parse(document.getElementById('page').textContent)")
    return int(made["snapshots"]["hall"]["clock"]["ends_at"])


def _read(screen: Screen, ends_at: int) -> None:
    for text, at in screen.page.evaluate("window.seen"):
        *hours, minutes, seconds = map(int, text.split(":"))
        left = sum(hours) * 3_600 + minutes * 60 + seconds
        screen.errors[text] = at - (ends_at - left * 1_000)


def main(arguments: list[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        found = measured(Path(folder))
    print(f"{'network (up+down), clock':<24}{'median':>9}{'worst':>9}   ms too late, against the truth")
    for screen in found:
        errors = list(screen.errors.values())
        print(f"{screen.name:<24}{statistics.median(errors):>9.1f}{max(errors, key=abs):>9.1f}")
    for label, chosen in (("alike both ways", [s for s in found if s.up == s.down]), ("all", found)):
        shared = set.intersection(*(set(s.errors) for s in chosen))
        apart = [max(s.errors[text] for s in chosen) - min(s.errors[text] for s in chosen) for text in shared]
        print(f"between any two screens, networks {label}: median {statistics.median(apart):.1f} ms, worst {max(apart):.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Every page in every state of an event: it fits, it is accessible, and nothing complains."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from facilitator.access import Grant
from tests.kept_story import MOMENTS, cookie, kept_in
from tests.served import Served
from tests.stories.cast import RULES, Stage
from tests.web.test_routes import OPEN_TO, POSTED

WIDTHS = {320: 640, 390: 844, 1440: 900, 1920: 1080}  # CSS pixels: width → height
SIDEWAYS = """() => {
  const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const wide = over > 0 ? [...document.querySelectorAll("body *")].filter((each) =>
    each.getBoundingClientRect().right > document.documentElement.clientWidth + 1) : [];
  return over > 0 ? `${over}px: ${wide.slice(0, 3).map((each) => each.outerHTML.slice(0, 90))}` : "";
}"""

FIRST = next(iter(MOMENTS))
STEADY = ("/organiser", "/j/")  # these and paper are looked at once: they do not follow the event
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}  # all that the dark differs in

pytestmark = pytest.mark.timeout(540)


@pytest.fixture(scope="module")
def play(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder: Path = tmp_path_factory.mktemp("pages")
    server = Served(folder)
    access = kept_in(folder, server.home)
    server.start()
    made = Stage(browser, server)
    made.access = access  # type: ignore[attr-defined]
    yield made
    made.close()
    server.stop()


def addresses(event: str) -> list[str]:
    """Every page there is, for that event."""
    code = f"{event.upper():2<8}"
    values = {"<event_id>": event, "<code>": code, "<word>": "nothing"}
    found: list[str] = []
    for rule in sorted(OPEN_TO.keys() - POSTED):
        for name, value in values.items():
            rule = rule.replace(name, value)
        steady = rule.startswith(STEADY) or "/print/" in rule or rule.endswith(("/webhooks", "/new"))
        if steady and event != FIRST:
            continue
        if "<" not in rule and not rule.startswith(("/api", "/metrics", "/healthz", "/readyz", "/l/")):
            found.append(rule)
    return found


def let_in(play: Any, page: Any, *grants: Grant) -> None:
    cookies = [cookie(play.access, grant) for grant in grants]
    page.context.add_cookies([
        {"name": name, "value": value, "url": play.server.home} for name, value in cookies])  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("event", MOMENTS)
def test_every_page_fits_and_is_accessible(play: Any, event: str, scheme: str) -> None:
    page = play.page((1440, 900), color_scheme=scheme)
    let_in(play, page, Grant("organiser"), Grant("participant", event, "p1"))
    for address in addresses(event):
        answer = page.request.get(play.server.home + address, max_redirects=0)
        if answer.status != 200 or not answer.headers["content-type"].startswith("text/html"):
            continue
        page.goto(play.server.home + address)
        page.wait_for_load_state("load")  # scripts are modules: they have drawn by then
        for width, height in WIDTHS.items() if scheme == "light" else ():
            page.set_viewport_size({"width": width, "height": height})
            if sideways := page.evaluate(SIDEWAYS):
                play.faults.append(f"{address} at {width} px goes sideways by {sideways}")
        page.set_viewport_size({"width": 1440, "height": 900})
        page.evaluate("scrollTo(0, document.body.scrollHeight)")  # what sticks to the foot hides nothing there
        play.accessible(page, f"{address} ({scheme})", COLOURS if scheme == "dark" else RULES)
    page.context.close()
    found, play.faults = play.faults, []
    assert not found, "\n".join(found)


"""Who plays in a story: browsers that complain about every error, phones, and the crew."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import requests

from tests.served import Served

PICTURES = Path(__file__).resolve().parents[1] / "pictures"
# A browser says on its console that a server is away; that is the story, not a fault.
EXPECTED = ("ERR_CONNECTION_REFUSED", "ERR_INTERNET_DISCONNECTED", "ERR_CONNECTION_RESET",
            "ERR_EMPTY_RESPONSE", "WebSocket is closed", "WebSocket connection to")  # fmt: skip
RULES = {"runOnly": {"type": "tag", "values": [
    "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}  # fmt: skip

# Colours are judged when what fades in has faded in; what never ends (a pulse) is not waited for.
SETTLED = """Promise.race([new Promise((on) => setTimeout(on, 2000)),
    Promise.allSettled(document.getAnimations().map((each) => each.finished))]).then(() => null)"""


class Stage:
    """Opens pages and keeps what went wrong on any of them."""

    def __init__(self, browser: Any, server: Served) -> None:
        self.browser, self.server = browser, server
        self.faults: list[str] = []
        self.contexts: list[Any] = []

    def page(self, size: tuple[int, int], zone: str = "Africa/Nairobi", **more: Any) -> Any:
        """A page in a browser of its own, with no cookies."""
        view = {"width": size[0], "height": size[1]}
        context = self.browser.new_context(viewport=view, timezone_id=zone, **more)
        self.contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda message: self._said(message))
        page.on("pageerror", lambda error: self.faults.append(f"error: {error.stack}"))
        page.on("request", lambda request: self._asked(request.url))
        return page

    def _said(self, message: Any) -> None:
        if message.type in ("error", "warning") and not any(e in message.text for e in EXPECTED):
            self.faults.append(f"console: {message.text}")

    def _asked(self, address: str) -> None:
        if not address.startswith((self.server.home, "data:", "blob:")):
            self.faults.append(f"another host: {address}")

    def phone(self, join: str, name: str, organisation: str) -> Any:
        """Somebody who joins as people do: by the page, with a name."""
        page = self.page((390, 844), device_scale_factor=2)
        page.goto(join)
        page.get_by_label("Your name").fill(name)
        page.get_by_label("Organisation").fill(organisation)
        page.get_by_role("button", name="Join").click()
        page.get_by_text("You are in").wait_for()
        return page

    def tell(self, event: Mapping[str, Any], command: str, **fields: Any) -> None:
        """A moderator's command by the HTTP API, as a button box would send it; it must be taken."""
        answer = requests.post(f"{self._api(event)}/commands/{command}", json=fields, timeout=10, headers=_word(event))
        assert answer.json()["ok"], answer.text

    def screens(self, event: Mapping[str, Any]) -> dict[str, Any]:
        """What a moderator's page shows now, by channel."""
        answer = requests.get(f"{self._api(event)}/screens", timeout=10, headers=_word(event))
        return dict(answer.json()["snapshots"])

    def _api(self, event: Mapping[str, Any]) -> str:
        return f"{self.server.home}/api/events/{event['id']}"

    def agree(self, page: Any, check: Callable[[], bool], what: str) -> None:
        """Waits until `check` holds: pages that hear of a change follow each in its own time."""
        for _ in range(150):
            if check():
                return
            page.wait_for_timeout(100)
        raise AssertionError(what)

    def accessible(self, page: Any, what: str, rules: Mapping[str, Any] = RULES) -> None:
        """Notes every violation that axe finds on the page as it is now."""
        from axe_playwright_python.sync_playwright import Axe

        page.evaluate(SETTLED)
        for found in Axe().run(page, options=rules).response["violations"]:
            where = [node["target"] for node in found["nodes"]][:3]
            self.faults.append(f"axe on {what}: {found['id']} {json.dumps(where)}")

    def keep_pictures(self, folder: Path) -> None:
        """What every page shows now, for whoever looks into a failure."""
        for number, context in enumerate(self.contexts):
            for page in context.pages:
                page.screenshot(path=folder / f"page-{number}.png")

    def close(self) -> None:
        for context in self.contexts:
            context.close()


def _word(event: Mapping[str, Any]) -> dict[str, str]:
    return {"Authorization": f"Bearer {event['links']['moderator'].rpartition('/')[2]}"}


@contextmanager
def stage(
    browser: Any, folder: Path, settings: Mapping[str, str] | None = None
) -> Iterator[Stage]:
    """A stage on a server of its own; at the end nothing may have gone wrong."""
    server = Served(folder)
    server.environment.update(settings or {})
    server.start()
    made = Stage(browser, server)
    try:
        yield made
        assert not made.faults, "\n".join(made.faults)
    except BaseException:
        made.keep_pictures(folder)
        raise
    finally:
        try:
            made.close()
        finally:
            server.stop()


def picture(page: Any, name: str) -> None:
    """A picture for README.md, taken only where there is none or a new one is wanted."""
    import os

    path = PICTURES / f"{name}.png"
    if os.environ.get("FACILITATOR_TEST_PICTURES"):
        path.parent.mkdir(exist_ok=True)
        page.screenshot(path=path)

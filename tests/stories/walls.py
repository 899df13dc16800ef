"""A big screen in a real browser that shows what a test hands it, in a real typeface: what is measured
there depends on nothing but the view. The notes are those of a real gathering."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.stories.cast import Stage

NOTES = Path(__file__).resolve().parents[1] / "bench" / "themes" / "salex_part1_120.jsonl"
SIZES = {"4:3": (1024, 768), "16:9": (1920, 1080), "32:9": (2560, 720)}
ROOMS = 8
SCENES = {"ThemeWall": "theme-wall", "Spotlight": "spotlight", "WordView": "word-view"}

DRAWN = """async ([scene, file, hall, plenary]) => {
    const at = (end) => import([...document.querySelectorAll("link")].find((link) => link.href.endsWith(end)).href);
    const { html, render } = await at("/shared/view.js");
    const { [scene]: Scene } = await at(`/plenary/${file}.js`);
    document.getElementById("app").style.display = "none";
    document.getElementById("drawn")?.remove();
    const place = Object.assign(document.createElement("div"), { id: "drawn" });
    document.body.prepend(place);
    render(html`<${Scene} hall=${hall} plenary=${plenary} link=${{ state: "live" }} />`, place);
    await document.fonts.ready;
    const frame = () => new Promise(requestAnimationFrame);
    for (let n = 0; n < 24; n += 1) await frame();
    await Promise.allSettled(document.getAnimations().map((each) => each.finished));
}"""


def salex() -> list[dict[str, Any]]:
    return [json.loads(line) for line in NOTES.read_text("utf-8").splitlines()]


def theme(order: int, title: str, rooms: int, people: int, *quotes: str, **more: Any) -> dict[str, Any]:
    """A theme as the big screen has it."""
    said = [{"text": text, "room": 1 + number % ROOMS} for number, text in enumerate(quotes)]
    return {"title": title, "order": order, "count": people, "quoted": False, "people": people,
            "rooms": [f"r{n}" for n in range(1, rooms + 1)], "quotes": said, **more}  # fmt: skip


class Wall:
    """The big screen of the demo event, on which scenes are drawn."""

    def __init__(self, play: Stage, size: tuple[int, int] = SIZES["16:9"], **more: Any) -> None:
        self.event = play.server.demo()["events"][0]
        self.hall = play.screens(self.event)["hall"]
        self.page = play.page(size, **more)
        self.page.goto(self.event["links"]["screen"])
        self.page.get_by_text("Join on your phone").wait_for()

    def show(self, scene: str, themes: list[dict[str, Any]] | None = None, **plenary: Any) -> Any:
        rooms = {f"r{n}": {"number": n, "name": "", "table": "", "notes": 9} for n in range(1, ROOMS + 1)}
        view: Mapping[str, Any] = {"scene": "themes", "joined": 40, "notes": 120, "rooms": rooms,
                "themes": {f"t{number}": one for number, one in enumerate(themes or [], 1)}, **plenary}  # fmt: skip
        self.page.evaluate(DRAWN, [scene, SCENES[scene], self.hall, view])
        return self.page

    def at(self, size: str) -> None:
        width, height = SIZES[size]
        self.page.set_viewport_size({"width": width, "height": height})

    def cut(self) -> list[str]:
        """What does not fit into its place."""
        return list(self.page.evaluate("""[...document.querySelectorAll("#drawn .words, #drawn .floor, #drawn .theme-name, #drawn .lanes, #drawn .terms, #drawn .asked, #drawn .tile")]
            .filter((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1)
            .map((one) => `${one.className}: ${one.innerText.slice(0, 80)}`)"""))

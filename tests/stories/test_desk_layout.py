"""The host's desk in a real browser: what is on it stays in its row, and long names stay in their place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.stories.cast import Stage, stage
from tests.stories.crowd import crowd
from tests.stories.walls import salex

pytestmark = pytest.mark.timeout(180)

LONG = ("A very long name that a host typed in a hurry because the rooms said many different things about how the "
        "work is paid for and who keeps calling people when the grant has ended and nobody has a budget line for it")  # fmt: skip
ROWS = """(where) => new Set([...document.querySelectorAll(`${where} > *`)].map((one) => Math.round(one.getBoundingClientRect().top))).size"""
HIDDEN = """() => {
    const box = document.querySelector(".on-air .preview").getBoundingClientRect();
    return [...document.querySelectorAll(".on-air .preview i")].filter((tile) => {
        const at = tile.getBoundingClientRect(), words = document.createRange();
        words.selectNodeContents(tile.querySelector("bdi"));
        const first = words.getClientRects()[0];
        return at.height < 8 || at.bottom > box.bottom + 1 || at.right > box.right + 1 || first.top < at.top - 1 || first.bottom > at.bottom + 1;
    }).map((tile) => tile.innerText);
}"""


def themes(play: Stage, event: dict[str, Any]) -> None:
    """Eight rooms, four themes that are approved, one of them with a very long name."""

    def tell(command: str, **fields: Any) -> None:
        play.tell(event, command, **fields)

    with crowd(play.server.home, event["code"]) as people:
        people.join([f"Guest {n}" for n in range(8)], organisation="HundrED")
        slots = {slot["kind"]: id for id, slot in play.screens(event)["hall"]["slots"].items()}
        tell("themes.freeze", on=True)
        tell("round.draw", slot=slots["breakout"], rooms=4)
        tell("slot.jump", from_slot=None, to_slot=slots["breakout"])
        people.until(lambda: all(phone.room for phone in people.phones))
        for number, row in enumerate(salex()[:40]):
            people.write(people.phones[number % 8], row["text"], row["kind"])
        people.until(lambda: len(play.screens(event)["host"]["notes"]) == 40)
        notes = sorted(play.screens(event)["host"]["notes"])
        for number, title in enumerate(("Trust takes time", LONG, "Money", "Languages")):
            mine = notes[number * 8 : number * 8 + 8]
            tell("theme.add", theme=f"t{number}", title=title, notes=mine)
            tell("theme.approve", theme=f"t{number}", title=title, quotes={mine[0]: 1})
        other = next(id for id in notes if id not in people.phones[0].views[f"person:{people.phones[0].person}"]["notes"]
                     and id in people.phones[0].views[f"room:{people.phones[0].room}"]["notes"])  # fmt: skip
        assert people.ask(people.phones[0], "note.report", note_id=other, on=True)["ok"]
        tell("slot.jump", from_slot=slots["breakout"], to_slot=slots["plenary"])


def test_the_desk_keeps_its_rows_and_its_picture_of_the_screen_long_names(browser: Any, tmp_path: Path) -> None:
    with stage(browser, tmp_path) as play:
        event = play.server.demo()["events"][0]
        themes(play, event)
        desk = play.page((1440, 900))
        desk.goto(event["links"]["host"])
        desk.get_by_role("button", name="Asked 1").wait_for()
        desk.locator(".on-air .preview i").nth(3).wait_for()
        for size in ((1440, 900), (1024, 768)):
            desk.set_viewport_size({"width": size[0], "height": size[1]})
            for row in (".which", ".ready"):
                play.agree(desk, lambda row=row: desk.evaluate(ROWS, row) == 1, f"{row} at {size[0]} is one row")
            assert desk.evaluate(HIDDEN) == []
        desk.get_by_role("button", name="Words to look at twice").click()
        sign = "getComputedStyle(document.querySelector('.sheet summary'), '::before')"
        assert desk.evaluate(f"{sign}.borderBlockEndStyle") == "solid"
        closed = desk.evaluate(f"{sign}.transform")
        desk.locator(".sheet summary").first.click()
        assert desk.evaluate(f"{sign}.transform") != closed
        play.accessible(desk, "words to look at twice")

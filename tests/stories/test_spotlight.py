"""Long quotes on the spotlight, in a real browser: as wide as the screen, readable, and told to the end."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.stories.cast import Stage, stage
from tests.stories.walls import SIZES, Wall, salex, theme

pytestmark = pytest.mark.timeout(180)

LAID = """(() => {
    const words = document.querySelector("#drawn .light blockquote"), range = document.createRange();
    range.selectNodeContents(words);
    const size = parseFloat(getComputedStyle(words).fontSize), box = range.getBoundingClientRect(), by = document.querySelector("#drawn .by").getBoundingClientRect();
    return { text: words.innerText, size, wide: box.width / innerWidth,
             over: box.bottom > by.top + size / 6 || box.top < 0, part: document.querySelector("#drawn .foot .door").innerText };
})()"""
LEAST = {"4:3": 31, "16:9": 44, "32:9": 29}  # pixels
NO_SPACES = "協力は信頼から始まる" * 60


def long(letters: int) -> str:
    text = " ".join(row["text"] for row in salex())
    return text[:letters].strip()


def winding(play: Stage, size: tuple[int, int]) -> Wall:
    """A wall whose clock the test winds on; no server tells it that this is not the time."""
    wall = Wall(play, size)
    wall.page.context.set_offline(True)
    wall.page.clock.install()
    return wall


def told(wall: Wall, text: str) -> list[dict[str, Any]]:
    """Every portion of a quote, in turn."""
    page = wall.show("Spotlight", [theme(1, "Trust takes time", 6, 15, text)], spotlight="t1",
                     quote={"text": text, "room": 2})  # fmt: skip
    found = [page.evaluate(LAID)]
    parts = re.search(r"Part 1 of (\d+)", found[0]["part"])
    while len(found) < (int(parts[1]) if parts else 1):
        assert wall.cut() == []
        page.clock.run_for(10_000)
        page.wait_for_timeout(60)
        now = page.evaluate(LAID)
        if now["text"] != found[-1]["text"]:
            found.append(now)
    assert wall.cut() == []
    return found


@pytest.mark.parametrize("size", SIZES)
def test_a_long_quote_is_told_whole_and_can_be_read(browser: Any, tmp_path: Path, size: str) -> None:
    with stage(browser, tmp_path) as play:
        wall = winding(play, SIZES[size])
        for letters in (400, 800, 1_500, 2_000):
            parts = told(wall, long(letters))
            whole = " ".join(part["text"].strip("“”… ") for part in parts)
            assert whole.split() == long(letters).split()
            for part in parts:
                assert not part["over"], part
                assert part["size"] >= LEAST[size], part
                assert part["wide"] > 0.8, part
            assert (" …" in parts[0]["text"]) is (len(parts) > 1)
            assert len(parts) <= 3
            assert parts[0]["text"].startswith("“")


def test_a_script_without_spaces_is_told_whole_too(browser: Any, tmp_path: Path) -> None:
    with stage(browser, tmp_path) as play:
        wall = winding(play, SIZES["16:9"])
        parts = told(wall, NO_SPACES)
        assert "".join(part["text"].strip("“”… ") for part in parts) == NO_SPACES
        assert not any(part["over"] for part in parts)

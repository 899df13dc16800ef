"""Titles on the wall, in a real typeface: a word is broken only where it could not be read otherwise."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.stories.cast import stage

pytestmark = pytest.mark.timeout(120)

LAID = """async ([title, size]) => {
    const { fit } = await import([...document.querySelectorAll("link")].find((link) => link.href.endsWith("/fit.js")).href);
    const tile = Object.assign(document.createElement("div"), { className: "tile" });
    tile.style.cssText = "position: fixed; inset: 0 auto auto 0; inline-size: 440px; block-size: 800px";
    tile.style.setProperty("--title", `${size}rem`);
    const [box, head] = [document.createElement("div"), document.createElement("h2")];
    box.className = "words";
    head.textContent = title;
    box.append(head); tile.append(box); document.querySelector(".wall").append(tile);
    await document.fonts.ready;
    fit(box);
    const lines = (word) => {
        const range = document.createRange(), at = title.indexOf(word);
        range.setStart(head.firstChild, at); range.setEnd(head.firstChild, at + word.length);
        return new Set([...range.getClientRects()].map((one) => Math.round(one.top))).size;
    };
    const found = { broken: title.split(" ").filter((word) => lines(word) > 1), fit: Number(box.style.getPropertyValue("--fit")),
        cut: box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1 };
    tile.remove();
    return found;
}"""
ENDLESS = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"


def test_words_of_a_title_stay_whole_unless_one_is_longer_than_can_be_read(browser: Any, tmp_path: Path) -> None:
    with stage(browser, tmp_path) as play:
        page = play.page((1920, 1080))
        page.goto(play.server.demo()["events"][0]["links"]["screen"])
        page.get_by_text("Join on your phone").wait_for()
        found = page.evaluate(LAID, ["Money for translation is always cut first", 5.5])
        assert (found["broken"], found["cut"]) == ([], False)
        assert 0.6 <= found["fit"] < 1
        found = page.evaluate(LAID, [f"Nobody needs the {ENDLESS}", 5.5])
        assert (found["broken"], found["cut"]) == ([ENDLESS], False)

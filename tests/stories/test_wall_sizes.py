"""The theme wall in a real browser: how large a theme stands there is how widely it is spread."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.stories.cast import stage
from tests.stories.walls import SIZES, Wall, theme

pytestmark = pytest.mark.timeout(120)

# In a host's own order, with a long title on one of the widest.
THEMES = (
    ("Money after the project", 7, 20, "no funding after the project = no network"),
    ("Smaller rooms", 8, 24, "How do you bring school leaders in without adding a 9th meeting to their week"),
    ("Trust takes time", 6, 15, "consistency, showing up every time"),
    ("we share failure only when the boss isn't here", 8, 24, "We lost a partner when they found out from a newsletter that we had changed the tool."),
    ("Languages and hours", 7, 20, "Time zones. calls are at 6am for me"),
    ("fix the next date before leaving the current meeting", 6, 13, "Face to face once a year, online the rest of the time"),
    ("Split off by hand", 5, 9, "ask funders to pay for the collaboration itself not just the outputs of it"),
    ("Evidence in schools", 2, 3, "a common pot, even 5k"),
)
TILES = """[...document.querySelectorAll("#drawn .tile")].map((one) => {
    const { width, height } = one.getBoundingClientRect();
    const size = (name) => parseFloat(getComputedStyle(one.querySelector(name)).fontSize);
    return { title: one.querySelector("h2").innerText.replace(/[“”]/g, ""), area: width * height, head: size("h2"), quote: size("blockquote") };
})"""


def row(many: int) -> list[dict[str, Any]]:
    return [theme(order, *given) for order, given in enumerate(THEMES[:many], 1)]


def judged(tiles: list[dict[str, Any]], many: int) -> None:
    spread = {title: (rooms, people) for title, rooms, people, _ in THEMES}
    titles, seen = [title for title, *_ in THEMES[:many]], [tile["title"] for tile in tiles]
    first = titles.index(seen[0])  # what would be too small to read stands on a second page
    assert seen == titles[first:first + len(seen)], "the host's order"
    assert len(seen) >= min(many, 4) - 1
    for one in tiles:
        for other in tiles:
            wide, less = spread[one["title"]], spread[other["title"]]
            if wide == less:
                assert one["area"] == pytest.approx(other["area"], rel=0.02), (one, other)
                assert one["head"] == pytest.approx(other["head"], rel=0.02), (one, other)
            if wide > less:
                assert one["area"] > other["area"], (one, other)
                assert one["head"] >= other["head"] - 0.01, (one, other)


@pytest.mark.parametrize("size", SIZES)
def test_a_theme_is_as_large_as_it_is_widely_spread(browser: Any, tmp_path: Path, size: str) -> None:
    with stage(browser, tmp_path) as play:
        wall = Wall(play, SIZES[size])
        for many in range(4, 9):
            page = wall.show("ThemeWall", row(many))
            tiles = page.evaluate(TILES)
            judged(tiles, many)
            assert wall.cut() == []
            least = 32 if size == "16:9" else 21
            assert min(tile["quote"] for tile in tiles) >= least - 0.1
            assert min(tile["head"] for tile in tiles) >= 1.1 * least
            assert page.get_by_text("The larger the card").count() == 1


VOTE = {"open": True, "dots": 3, "most": 2, "question": "Which of these should go on to the second day?",
        "voters": 17, "shown": True, "themes": {f"t{n}": 5 * n for n in range(1, 9)}}  # fmt: skip


@pytest.mark.parametrize("size", SIZES)
def test_a_vote_stands_over_the_same_page(browser: Any, tmp_path: Path, size: str) -> None:
    with stage(browser, tmp_path) as play:
        wall = Wall(play, SIZES[size])
        for many in (5, 6, 7):
            page = wall.show("ThemeWall", row(many))
            before = page.locator("#drawn .foot .door").inner_text()
            page = wall.show("ThemeWall", row(many), dots=VOTE)
            page.get_by_role("heading", name=VOTE["question"]).wait_for()
            page.get_by_text("17 people have voted").wait_for()
            foot = page.locator("#drawn .foot .door").inner_text()
            assert ("Page" in before) is ("Page" in foot), foot
            assert "Vote on your phone" in foot
            assert wall.cut() == []
        page = wall.show("ThemeWall", row(5), dots={**VOTE, "question": "Why? " * 55, "open": True})
        assert wall.cut() == []
        page = wall.show("ThemeWall", row(5), dots={**VOTE, "open": False, "themes": {"t1": 0, "t2": 3}})
        assert page.locator("#drawn .dots").all_inner_texts() == ["0 dots", "3 dots"]
        page.get_by_role("heading", name="What the rooms said").wait_for()


def test_a_title_in_a_notes_own_words_is_a_quote_with_its_room_and_no_theme_is_an_empty_plate(
    browser: Any, tmp_path: Path
) -> None:
    with stage(browser, tmp_path) as play:
        wall = Wall(play)
        spoken = theme(1, "we share failure only when the boss isn't here", 6, 15, "Tell people bad news early",
                       quoted=True, voice={"room": 3, "table": True})  # fmt: skip
        page = wall.show("ThemeWall", [spoken, theme(2, "Languages", 7, 20)])
        page.get_by_role("heading", name=f"“{spoken['title']}”").wait_for()
        page.get_by_text("Room 3, for the whole room").wait_for()
        assert page.get_by_text("20 notes", exact=True).count() == 1
        page = wall.show("Spotlight", [{**spoken, "quotes": []}], spotlight="t1")
        page.get_by_role("heading", name=f"“{spoken['title']}”").wait_for()
        page.get_by_text("Room 3, for the whole room").wait_for()
        page.get_by_text("6 of 8 rooms spoke of this theme").wait_for()
        assert page.locator("#drawn h1").count() == 1

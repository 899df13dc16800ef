"""The pair that makes the themes: a first proposal, and a host's hand that spreads at once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.stories.cast import Stage, stage
from tests.stories.crowd import Crowd, crowd

CORPUS = Path(__file__).resolve().parents[1] / "bench" / "themes" / "salex_part1_120.jsonl"
NAMES = ("Trust takes time", "Money after the project", "Languages", "Who holds the thread",
         "Evidence in schools")  # fmt: skip
PHONES = 24

pytestmark = pytest.mark.timeout(300)


def test_a_host_regroups_by_names_takes_it_back_and_freezes(browser: Any, tmp_path: Path) -> None:
    with stage(browser, tmp_path) as play:
        event = play.server.demo()["events"][0]
        with crowd(play.server.home, event["code"]) as people:
            people.join([f"Person {number}" for number in range(PHONES)], organisation="Network")
            play_it(play, event, people)


def play_it(play: Stage, event: dict[str, Any], people: Crowd) -> None:
    control, desk = (play.page((1440, 900)) for _ in range(2))
    control.goto(event["links"]["moderator"])
    desk.goto(event["links"]["host"])
    open_rooms(control)
    write(people)
    desk.get_by_text("120 of 120").or_(desk.get_by_text("of 120")).first.wait_for(timeout=60_000)
    name_themes(desk)
    moved = place_by_hand(desk)
    regroup_and_undo(play, desk)
    freeze(desk, people)
    assert theme_of(desk, moved) == NAMES[1]


def open_rooms(control: Any) -> None:
    for title in ("Introduction", "How did SALEX", "Power of partnership", "Breakout"):
        control.wait_for_timeout(1_600)  # a second press within a moment is held for a slip
        control.locator("button.go").click()
        control.locator("#slot", has_text=title).wait_for()


def write(people: Crowd) -> None:
    people.until(lambda: all(phone.room for phone in people.phones))
    for number, line in enumerate(CORPUS.read_text("utf-8").splitlines()):
        say(people, number % PHONES, json.loads(line)["text"])


def say(people: Crowd, number: int, text: str) -> None:
    phone = people.phones[number]
    note = {"note_id": f"n{phone.luck.getrandbits(60)}", "room": phone.room, "kind": "insight", "text": text}
    assert people.ask(phone, "note.write", **note)["ok"]


def name_themes(desk: Any) -> None:
    desk.locator("article.theme").nth(len(NAMES) - 1).wait_for(timeout=60_000)
    regroup = desk.get_by_role("button", name="Regroup by my names")
    assert regroup.get_attribute("aria-disabled") == "true"
    for number, name in enumerate(NAMES):
        card = desk.locator("article.theme").nth(number)
        card.get_by_role("button", name="Rename").click()
        desk.get_by_label("Theme name").fill(name)
        desk.get_by_label("Theme name").press("Enter")
        desk.get_by_role("article", name=name).wait_for()
    card.get_by_role("button", name="Open all notes").click()
    desk.get_by_label("Words that belong to it").fill("school, teachers, evidence")
    desk.get_by_role("button", name="Keep the words").click()
    desk.get_by_role("button", name="Undo the keywords").wait_for(state="attached")
    desk.get_by_role("dialog").get_by_role("button", name="Close").click()


def place_by_hand(desk: Any) -> str:
    """One note of the first theme goes into the second; its words are returned."""
    quote = desk.get_by_role("article", name=NAMES[0]).locator("blockquote [dir=auto]").first
    words = str(quote.inner_text())
    desk.get_by_role("article", name=NAMES[0]).get_by_role("button", name="Open all notes").click()
    line = desk.get_by_role("dialog").locator(".incoming", has_text=words).first
    line.locator("select").select_option(label=NAMES[1])
    line.wait_for(state="detached")
    desk.get_by_role("dialog").get_by_role("button", name="Close").click()
    return words


def counts(desk: Any) -> list[str]:
    return [str(each) for each in desk.locator("article.theme .facts span").all_inner_texts()]


def theme_of(desk: Any, words: str) -> str:
    desk.get_by_label("Other notes").select_option("all")
    desk.get_by_label("Search notes").fill(words)
    found = desk.locator(".queue .incoming", has_text=words).first.locator("select")
    return str(found.evaluate("each => each.selectedOptions[0].textContent"))


def regroup_and_undo(play: Stage, desk: Any) -> None:
    desk.get_by_role("button", name="Freeze").click()  # so that only the host moves notes now
    desk.get_by_role("button", name="Frozen").wait_for()
    before = counts(desk)
    desk.get_by_role("button", name="Regroup by my names").click()
    box = desk.locator(".steer-box")
    box.get_by_text("notes would move").wait_for(timeout=60_000)
    play.accessible(desk, "a proposal on the desk")
    assert counts(desk) == before, "nothing moves before the host has said so"
    box.get_by_role("button", name="Regroup", exact=True).click()
    desk.get_by_role("button", name="Undo the regrouping").wait_for()
    assert counts(desk) != before
    desk.get_by_role("button", name="Undo the regrouping").click()
    desk.get_by_role("button", name="Undo the regrouping").wait_for(state="detached")
    assert counts(desk) == before
    desk.get_by_role("button", name="Regroup by my names").click()
    box.get_by_role("button", name="Regroup", exact=True).click(timeout=60_000)
    desk.get_by_role("button", name="Undo the regrouping").wait_for()


def freeze(desk: Any, people: Crowd) -> None:
    before = counts(desk)
    say(people, 0, "Trust grows slowly between schools, and money alone does not buy it.")
    desk.locator(".queue .incoming", has_text="Trust grows slowly").wait_for()
    desk.wait_for_timeout(4_000)
    assert counts(desk) == before

"""The pair that makes the themes: a first proposal, and a host's hand that spreads at once."""

from __future__ import annotations

import json
import secrets
from pathlib import Path
from typing import Any

import pytest
import requests
import socketio

from tests.stories.cast import Stage, stage

CORPUS = Path(__file__).resolve().parents[1] / "bench" / "themes" / "salex_part1_120.jsonl"
NAMES = ("Trust takes time", "Money after the project", "Languages", "Who holds the thread",
         "Evidence in schools")  # fmt: skip
PHONES = 24

pytestmark = pytest.mark.timeout(300)


def test_a_host_regroups_by_names_takes_it_back_and_freezes(browser: Any, tmp_path: Path) -> None:
    with stage(browser, tmp_path) as play:
        event = play.server.demo()["events"][0]
        crowd = [Phone(play.server.home, event["code"], n) for n in range(PHONES)]
        control, desk = (play.page((1440, 900)) for _ in range(2))
        control.goto(event["links"]["moderator"])
        desk.goto(event["links"]["host"])
        open_rooms(control)
        write(crowd)
        desk.get_by_text("120 of 120").or_(desk.get_by_text("of 120")).first.wait_for(timeout=60_000)
        name_themes(desk)
        moved = place_by_hand(desk)
        regroup_and_undo(play, desk)
        freeze(desk, crowd[0])
        assert theme_of(desk, moved) == NAMES[1]
        for phone in crowd:
            phone.wire.disconnect()


class Phone:
    """A phone without a screen: joins over HTTP, writes over a real socket."""

    def __init__(self, home: str, code: str, number: int) -> None:
        who = {"code": code, "name": f"Person {number}", "organisation": f"Org {number % 5}"}
        self.me = requests.post(f"{home}/api/join", json=who, timeout=20).json()
        self.wire = socketio.Client()
        self.wire.connect(home, auth={"ticket": self.me["ticket"]}, transports=["websocket"])

    def say(self, text: str) -> None:
        seen = self.wire.call("join", {})["snapshots"]
        room = next(iter(seen[f"person:{self.me['person']}"]["seats"].values()))
        note = {"note_id": "n" + secrets.token_hex(8), "room": room, "kind": "insight", "text": text}
        answer = self.wire.call("note.write", {"command_id": secrets.token_hex(8), **note})
        assert answer["ok"], answer


def open_rooms(control: Any) -> None:
    for title in ("Introduction", "How did SALEX", "Power of partnership", "Breakout"):
        control.wait_for_timeout(1_600)  # a second press within a moment is held for a slip
        control.locator("button.go").click()
        control.locator("#slot", has_text=title).wait_for()


def write(crowd: list[Phone]) -> None:
    lines = CORPUS.read_text("utf-8").splitlines()
    for number, line in enumerate(lines):
        crowd[number % PHONES].say(json.loads(line)["text"])


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


def freeze(desk: Any, phone: Phone) -> None:
    before = counts(desk)
    phone.say("Trust grows slowly between schools, and money alone does not buy it.")
    desk.locator(".queue .incoming", has_text="Trust grows slowly").wait_for()
    desk.wait_for_timeout(4_000)
    assert counts(desk) == before

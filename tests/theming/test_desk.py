"""The server's side: what is asked, in which turn, and what happens when the process dies."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from facilitator.theming import desk
from facilitator.theming.desk import ThemingDesk

ECHO = "import sys,json\nfor l in sys.stdin: print(json.dumps(json.loads(l)), flush=True)"
DIES_ONCE = f"""import os,sys,json
if not os.path.exists(sys.argv[1]): open(sys.argv[1], 'w').close(); sys.stdin.readline(); sys.exit(1)
{ECHO}"""
Made = Callable[..., ThemingDesk]


@pytest.fixture
def answers() -> list[tuple[str, Any]]:
    return []


@pytest.fixture
def made(answers: list[tuple[str, Any]], monkeypatch: pytest.MonkeyPatch) -> Iterator[Made]:
    """Makes desks whose work is done when `works` is called; closed afterwards."""
    monkeypatch.setattr(desk, "CALM", 0)
    monkeypatch.setattr(desk, "PAUSES", (0.0,))
    desks: list[ThemingDesk] = []

    def make(*command: str) -> ThemingDesk:
        desks.append(ThemingDesk(
            lambda event, answer: answers.append((event, answer)), lambda work: works.append(work),
            [sys.executable, "-c", *(command or (ECHO,))],
        ))  # fmt: skip
        return desks[-1]

    works.clear()
    yield make
    for each in desks:
        each.close()


works: list[Callable[[], None]] = []


def test_an_answer_goes_to_who_asked(made: Made, answers: list[tuple[str, Any]]) -> None:
    mine: list[Any] = []
    asked = made()
    asked.ask("e1", lambda: {"event": "e1"})
    asked.ask("e1", lambda: {"event": "e1", "mode": "names"}, lambda _, a: mine.append(a), soon=True)
    works.pop()()
    assert [event for event, _ in answers] == ["e1"]
    assert [answer["mode"] for answer in mine] == ["names"]


def test_of_an_event_only_the_latest_wish_is_asked(
    made: Made, answers: list[tuple[str, Any]]
) -> None:
    asked = made()
    for wish in range(5):
        asked.ask("e1", lambda wish=wish: {"event": "e1", "wish": wish})
    works.pop()()
    assert [answer["wish"] for _, answer in answers] == [4]
    assert not works


@pytest.mark.parametrize("build", [lambda: {"event": "e1"}, lambda: {}["e1"]])
def test_who_waits_hears_that_nothing_comes_of_it(made: Made, answers: list[tuple[str, Any]], build: Any) -> None:
    failed: list[str] = []
    asked = made("import sys\nfor l in sys.stdin: print('{\"error\": \"no room\"}', flush=True)")
    asked.ask("e1", build, fail=failed.append, soon=True)
    works.pop()()
    assert (failed, answers) == (["e1"], [])


def test_what_a_person_waits_for_goes_first(made: Made, answers: list[tuple[str, Any]]) -> None:
    asked = made()
    asked.ask("e1", lambda: {"event": "e1"})
    asked.ask("e2", lambda: {"event": "e2"}, soon=True)
    works.pop()()
    assert [event for event, _ in answers] == ["e2", "e1"]


def test_a_process_that_dies_is_asked_again(
    made: Made, answers: list[tuple[str, Any]], tmp_path: Any
) -> None:
    asked = made(DIES_ONCE, str(tmp_path / "died"))
    asked.ask("e1", lambda: {"event": "e1"})
    works.pop()()
    assert [event for event, _ in answers] == ["e1"]


def test_an_event_that_is_gone_is_not_asked(made: Made, answers: list[tuple[str, Any]]) -> None:
    asked = made()
    asked.ask("e1", lambda: None)
    works.pop()()
    assert answers == []


GOODBYES = """
import subprocess
import sys
from facilitator import green
green.patch()
from facilitator.theming.desk import ThemingDesk
ended = []
for turn in range(100):
    desk = ThemingDesk(print, lambda work: green.spawn(lambda: ended.append(work())), ["sh", "-c", "cat >&2"])
    desk.ask("e1", lambda: {"event": "e1"})
    while desk._process is None:
        green.sleep(0.001)
    green.sleep(0.005)
    desk.close()
green.sleep(0.5)
print(len(ended))
"""


def test_a_goodbye_in_the_middle_of_a_question_ends_the_wait() -> None:
    # The answer never comes. On eventlet two of a hundred threads once waited for ever, and the server with them.
    done = subprocess.run([sys.executable, "-c", GOODBYES], capture_output=True, text=True, timeout=50)
    assert done.stdout.split() == ["100"], done.stderr

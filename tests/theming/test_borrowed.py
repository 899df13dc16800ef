"""Vectors that a model outside lent: what is wanted, when they are read, and when they go."""

from __future__ import annotations

import sqlite3
from base64 import b64encode
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from facilitator.theming.borrowed import LEAST
from facilitator.theming.lent import Lent
from facilitator.theming.worker import Worker
from tests.theming.notes import NAMES, TEXTS, named, of_all, request

Vectors = Callable[[Sequence[str]], np.ndarray[Any, Any]]
SUBJECTS = list(NAMES)
VAGUE = {"money": "Who pays", "schools": "Where children learn", "zones": "When and how we talk", "trust": "Being open"}
NOISE = np.random.RandomState(1)


def knowing(texts: Sequence[str]) -> np.ndarray[Any, Any]:
    """A model that knows what each note and name is about."""
    about = {**{text: id.split("-")[0] for id, text in TEXTS.items()}, **{words: name for names in (NAMES, VAGUE) for name, words in names.items()}}
    rows = NOISE.standard_normal((len(texts), 40)) / 6
    for row, text in zip(rows, texts, strict=True):
        if text in about:
            row[SUBJECTS.index(about[text])] += 2
    return rows


def random(texts: Sequence[str]) -> np.ndarray[Any, Any]:
    return NOISE.standard_normal((len(texts), 40))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "vectors.db"


@pytest.fixture
def worker(path: Path) -> Worker:
    return Worker(None, Lent(path))


def asked(rows: dict[str, str] | None = None, notes: Sequence[str] = tuple(TEXTS), **more: Any) -> dict[str, Any]:
    form = {"space": "there small-vectors", "notes": list(notes), "rows": rows or {}}
    return request(**{"mode": "names", "themes": named(*NAMES), "lent": form, **more})


def lent(answer: dict[str, Any], make: Vectors) -> dict[str, str]:
    """Rows for all that an answer wants."""
    wanted = answer["lent"]["wanted"]
    texts = [*wanted["phrases"], *(TEXTS[id] for id in wanted["notes"])]
    rows = make(texts) if texts else ()
    return {text: b64encode((row / np.linalg.norm(row)).astype("<f2").tobytes()).decode()
            for text, row in zip(texts, rows, strict=True)}  # fmt: skip


def filled(worker: Worker, make: Vectors, **more: Any) -> dict[str, Any]:
    """The answer once everything wanted came."""
    answer = worker.answer(asked(**more))
    while rows := lent(answer, make):
        answer = worker.answer(asked(rows, **more))
    return answer


def places(answer: dict[str, Any]) -> dict[str, str]:
    return {note: theme["theme"] for theme in answer["themes"] for note in theme["notes"]}


def kept(path: Path) -> int:
    file = sqlite3.connect(path)
    (count,) = file.execute("SELECT count(*) FROM lent").fetchone()
    file.close()
    return int(count)


NOTHING = {"notes": [], "phrases": []}


def test_what_is_missing_is_wanted_and_nothing_waits_for_it(worker: Worker) -> None:
    first = worker.answer(asked())
    assert sorted(first["lent"]["wanted"]["notes"]) == sorted(TEXTS)
    assert set(NAMES.values()) <= set(first["lent"]["wanted"]["phrases"])
    assert not first["lent"]["read"]
    assert places(first) == places(Worker().answer(asked()))


def test_rows_that_fit_are_read_beside_our_own(worker: Worker) -> None:
    vague = [{"id": id, "title": title, "locked": True} for id, title in VAGUE.items()]
    alone, both = worker.answer(asked(themes=vague)), filled(worker, knowing, themes=vague)
    assert both["lent"] == {"wanted": NOTHING, "read": True, "unfit": False}
    right = [sum(id.startswith(theme) for id, theme in places(each).items()) for each in (alone, both)]
    assert right[0] < right[1] >= 0.9 * len(TEXTS)


@pytest.mark.parametrize("scrambled", [False, True])
def test_rows_that_do_not_fit_are_left_aside_and_it_is_said(worker: Worker, scrambled: bool) -> None:
    alone = worker.answer(asked())
    found = filled(worker, (lambda texts: NOISE.permutation(knowing(texts))) if scrambled else random)
    assert found["lent"] == {"wanted": NOTHING, "read": False, "unfit": True}
    assert places(found) == places(alone)


def test_without_names_everything_goes_by_our_own(worker: Worker) -> None:
    filled(worker, knowing)
    for mode in ("live", "anew"):
        with_rows, without = (each.answer(asked(mode=mode)) for each in (worker, Worker()))
        for one in (with_rows, without):
            del one["milliseconds"], one["lent"]
        assert with_rows == without


def test_a_new_name_is_wanted_before_rows_are_read_again(worker: Worker) -> None:
    filled(worker, knowing)
    more = worker.answer(asked(themes=named(*NAMES, "Sleep")))["lent"]
    assert more == {"wanted": {"notes": [], "phrases": ["Sleep"]}, "read": False, "unfit": False}


def test_only_notes_that_may_leave_are_wanted(worker: Worker) -> None:
    some = list(TEXTS)[:LEAST]
    assert sorted(worker.answer(asked(notes=[*some, "gone"]))["lent"]["wanted"]["notes"]) == sorted(some)
    assert worker.answer(asked(notes=some[1:]))["lent"]["wanted"] == NOTHING  # too few to tell anything


def test_rows_outlive_the_process(worker: Worker, path: Path) -> None:
    filled(worker, knowing)
    assert Worker(None, Lent(path)).answer(asked())["lent"] == {"wanted": NOTHING, "read": True, "unfit": False}
    assert path.stat().st_mode & 0o077 == 0
    assert not any(text.encode() in path.read_bytes() for text in (*TEXTS.values(), *NAMES.values()))


def test_a_row_goes_with_its_note_and_with_its_consent(worker: Worker, path: Path) -> None:
    filled(worker, knowing)
    count = kept(path)
    fewer = {id: note for id, note in of_all().items() if id != "money-0"}
    worker.answer(asked() | {"notes": fewer})
    assert kept(path) == count - 1
    worker.answer(asked(notes=[id for id in fewer if id != "money-1"]) | {"notes": fewer})
    assert kept(path) == count - 2
    worker.answer(request(mode="live", themes=named(*NAMES)))  # no model may read any more
    assert kept(path) == 0


def test_rows_of_another_model_or_width_are_not_mixed(worker: Worker, path: Path) -> None:
    filled(worker, knowing)
    count = kept(path)
    wide = {"Money and grants": b64encode(np.ones(50, "<f2").tobytes()).decode()}
    assert len(worker.answer(asked(wide))["lent"]["wanted"]["notes"]) == len(TEXTS)
    assert kept(path) == 1
    filled(worker, knowing)
    assert kept(path) == count
    other = asked()
    other["lent"]["space"] = "there large-vectors"
    assert len(worker.answer(other)["lent"]["wanted"]["notes"]) == len(TEXTS)
    assert kept(path) == 0


def test_without_its_store_nothing_is_wanted(path: Path) -> None:
    path.write_bytes(b"this is no database, and never was one" * 50)
    answer = Worker(None, Lent(path)).answer(asked())
    assert answer["lent"] == {"wanted": NOTHING, "read": False, "unfit": False}
    assert places(answer)

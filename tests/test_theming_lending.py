"""Rows from a model outside on their way: fetched beside, used the next time, gone when not allowed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from facilitator import theming_lending
from facilitator.domain.event import Event
from facilitator.outside.asking import Asker
from facilitator.outside.lending import Lender
from facilitator.outside.model import Model
from facilitator.theming.encoder import encode
from facilitator.theming.lent import Lent
from facilitator.theming.worker import Worker
from facilitator.theming_answers import request_for
from facilitator.theming_lending import UNFIT, Lending
from tests.builders import HOST, MODERATOR, THEMING, do, event_after, person
from tests.outside.fake_model import FakeModel, embedded, raw, serving, status
from tests.theming.notes import NAMES, TEXTS

Later = tuple[Callable[..., None], tuple[Any, ...]]


class Desk:
    """The event, the theming and the way between, step by step; what runs beside waits in `later`."""

    def __init__(self, fake: FakeModel, folder: Path) -> None:
        model = Model(fake.url, "small-model", vectors="small-vectors")
        self.event = do(event_after("notes.group"), MODERATOR, "model.allow", at=60, reader=model.reader)
        self.path, self.fake, self.later, self.asked = folder / "vectors.db", fake, list[Later](), 0
        for id, text in TEXTS.items():
            self.do(person("p1"), "note.write", at=61, note_id=id, room="rooms.1", kind="insight", text=text)
        for id, title in NAMES.items():
            self.do(HOST, "theme.add", theme=f"t-{id}", title=title)
        self.worker = Worker(None, Lent(self.path))
        lender = Lender(model, Asker(model, limits=(1.0, 1.0, 2.0)))
        self.lending = Lending(lender, lambda _: self.event, self._again, self._tell)

    def do(self, who: Any, name: str, **fields: Any) -> None:
        self.event = do(self.event, who, name, **fields)

    def _again(self, event_id: str) -> None:
        self.asked += 1

    def _tell(self, event_id: str, why: str) -> None:
        self.do(THEMING, "model.unread", why=why)

    def answer(self, mode: str = "names") -> dict[str, Any]:
        answer = self.worker.answer({"id": 1, **request_for(self.event, mode), **self.lending.form(self.event)})
        self.lending.heard(self.event, answer)
        return answer

    def let_run(self) -> None:
        while self.later:
            call, given = self.later.pop(0)
            call(*given)

    def until_calm(self) -> dict[str, Any]:
        """Everything that is wanted is fetched, as a live server would do it."""
        before = -1
        while before != self.asked:
            before = self.asked
            self.answer("live")
            self.let_run()
        return self.answer()

    @property
    def rows(self) -> int:
        file = sqlite3.connect(self.path)
        (count,) = file.execute("SELECT count(*) FROM lent").fetchone()
        file.close()
        return int(count)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    def made(fake: FakeModel) -> Desk:
        desk = Desk(fake, tmp_path)
        monkeypatch.setattr(theming_lending.green, "spawn", lambda call, *given: desk.later.append((call, given)))
        return desk

    return made


def like_ours(text: str) -> list[float]:
    return [float(value) for value in encode([text])[0]]


def of_chance(text: str) -> list[float]:
    return [float(hash((text, at)) % 1_000 - 500) for at in range(40)]


def test_a_regrouping_goes_on_without_rows_and_the_next_one_reads_them(desk: Any) -> None:
    with serving(embedded(like_ours)) as fake:
        at = desk(fake)
        first = at.answer()
        assert first["themes"]  # nobody was asked yet
        assert not first["lent"]["read"]
        assert not fake.asked
        last = at.until_calm()
        assert last["lent"] == {"wanted": {"notes": [], "phrases": []}, "read": True, "unfit": False}
        assert at.event.grouping.unread == ""
        sent = [text for _, _, body in fake.asked for text in body["input"]]
        assert len(sent) == len(set(sent))  # nothing twice
        assert set(TEXTS.values()) <= set(sent)


def test_one_fetch_of_an_event_is_under_way_at_a_time(desk: Any) -> None:
    with serving(embedded(like_ours)) as fake:
        at = desk(fake)
        for _ in range(3):
            at.answer()
        assert len(at.later) == 1


@pytest.mark.parametrize(("answer", "says"), [
    (status(401), "does not take the key"), (status(404), "answered with an error"), (raw(b"{}"), "no vectors"),
])  # fmt: skip
def test_a_failure_is_one_sentence_and_goes_when_it_works_again(desk: Any, answer: Any, says: str) -> None:
    with serving(answer, embedded(like_ours)) as fake:
        at = desk(fake)
        assert not at.until_calm()["lent"]["read"]
        assert says in at.event.grouping.unread
        assert at.event.grouping.unread.endswith("Notes are grouped without its vectors.")
        assert at.until_calm()["lent"]["read"]
        assert at.event.grouping.unread == ""


def test_vectors_that_do_not_fit_are_said_to(desk: Any) -> None:
    with serving(embedded(of_chance)) as fake:
        at = desk(fake)
        assert at.until_calm()["lent"]["unfit"]
        assert at.event.grouping.unread == UNFIT


def test_rows_go_with_consent_and_when_no_model_may_read(desk: Any) -> None:
    with serving(embedded(like_ours)) as fake:
        at = desk(fake)
        at.until_calm()
        count = at.rows
        at.do(person("p1"), "note.consent", note_id="money-0", on=False)
        at.do(person("p1"), "note.withdraw", note_id="money-1")
        at.answer("live")
        assert at.rows == count - 2
        at.do(HOST, "model.allow", reader="")
        assert "lent" not in at.answer("live")
        assert at.rows == 0
        at.let_run()
        assert at.event.grouping.unread == ""


def test_what_comes_too_late_is_not_kept(desk: Any) -> None:
    with serving(embedded(like_ours)) as fake:
        at = desk(fake)
        at.answer("live")
        at.let_run()
        at.do(HOST, "model.allow", reader="")
        at.answer("live")
        assert at.rows == 0


def test_what_was_read_stands_in_the_proposal_until_it_is_taken() -> None:
    event: Event = event_after("themes.propose")
    assert event.grouping.proposal is not None
    assert event.grouping.proposal.read_by == "small-vectors"

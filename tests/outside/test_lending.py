"""Vectors from a model outside: what leaves for them, and which answers are of use."""

from __future__ import annotations

import json
from base64 import b64decode
from struct import unpack
from typing import Any

import pytest

from facilitator.domain.event import Event
from facilitator.outside.asking import Asker, NoAnswer
from facilitator.outside.lending import AT_ONCE, MOST, Lender
from facilitator.outside.model import Model
from facilitator.settings import Settings
from facilitator.tasks.doctor import LOOKS
from tests.builders import HOST, MODERATOR, do, event_after, person
from tests.outside.fake_model import Answer, by_path, chat, embedded, raw, serving, silent, status

SAID = (
    "Who pays for the coordinator when the grant is over?",
    "Write to amina@example.org or +254 712 345 678, says @amina. Amina knows",
    "Budgets are planned without the people who spend them",
)


@pytest.fixture
def event() -> Event:
    """A model is allowed to read what is written from now on, and some of it is."""
    event = do(event_after("notes.group"), MODERATOR, "model.allow", at=60, reader="small-model, small-vectors (127.0.0.1)")
    for number, words in enumerate(SAID):
        event = do(event, person("p1"), "note.write", at=61, note_id=f"m{number}", room="rooms.1", kind="insight", text=words)
    return event


def lender(url: str, vectors: str = "small-vectors") -> Lender:
    model = Model(url, "small-model", "a-key-nobody-sees", vectors)
    return Lender(model, Asker(model, limits=(1.0, 0.4, 1.0)))


def letters(text: str) -> list[float]:
    """A vector that tells texts apart."""
    return [1.0 + text.count(letter) for letter in "abcdefghij"]


def wanted(event: Event, *phrases: str) -> dict[str, list[str]]:
    return {"notes": list(event.notes), "phrases": list(phrases)}


def lent(event: Event, *answers: Answer, phrases: tuple[str, ...] = ()) -> tuple[dict[str, str], list[dict[str, Any]]]:
    """(rows, bodies that were sent)"""
    with serving(*answers) as fake:
        rows: dict[str, str] = {}
        for some in lender(fake.url).run(lambda: event, wanted(event, *phrases)):
            rows |= some
        assert all(path == "/v1/embeddings" for path, _, _ in fake.asked)
        return rows, [body for _, _, body in fake.asked]


def test_each_text_gets_its_own_row_of_length_one(event: Event) -> None:
    rows, (body,) = lent(event, embedded(letters), phrases=("Money",))
    assert body["model"] == "small-vectors"
    assert set(rows) == {"Money", *SAID}
    row = unpack("<10e", b64decode(rows["Money"]))
    assert sum(value * value for value in row) == pytest.approx(1, abs=0.01)
    assert row[4] == pytest.approx(2 * row[0], abs=0.01)  # one e, no a


def test_only_what_may_be_told_leaves_and_masked(event: Event) -> None:
    event = do(event, person("p1"), "note.consent", note_id="m0", on=False)
    event = do(event, person("p1"), "note.withdraw", note_id="m2")
    rows, bodies = lent(event, embedded(letters), phrases=("Amina and the money",))
    assert list(rows) == ["Amina and the money", SAID[1]]
    sent = json.dumps(bodies, ensure_ascii=False)
    for secret in ("amina", "Amina", "example.org", "712", "rooms.1", "m1", "p1", "Who pays", "Canary"):
        assert secret not in sent, secret


def test_consent_taken_back_meanwhile_holds_before_the_next_call(event: Event) -> None:
    later = do(event, person("p1"), "note.withdraw", note_id="m2")
    now = [event, later]
    phrases = tuple(f"Name {n}" for n in range(AT_ONCE - 1))  # the first call takes one note besides
    with serving(embedded(letters)) as fake:
        for _ in lender(fake.url).run(lambda: now.pop(0), {"notes": ["m0", "m2", "m1"], "phrases": phrases}):
            pass
        assert [len(body["input"]) for _, _, body in fake.asked] == [AT_ONCE, 1]
        assert SAID[2] not in json.dumps([body for _, _, body in fake.asked])


def test_nothing_leaves_for_a_model_that_is_not_set_up_or_not_allowed(event: Event) -> None:
    with serving(embedded(letters)) as fake:
        off = do(event, HOST, "model.allow", reader="")
        other = do(event, HOST, "model.allow", reader="small-model (127.0.0.1)")  # told of the names alone
        for one, here in ((lender(fake.url), off), (lender(fake.url), other), (lender(fake.url, ""), event), (Lender(None), event)):
            assert one.form(here) is None
            assert list(one.run(lambda here=here: here, wanted(here, "Money"))) == []
        assert not fake.asked


def test_a_run_is_bounded(event: Event) -> None:
    rows, bodies = lent(event, embedded(letters), phrases=tuple(f"Name {n}" for n in range(3 * MOST)))
    assert len(rows) == MOST
    assert {len(body["input"]) for body in bodies} == {AT_ONCE}


def data(*rows: Any) -> Answer:
    return raw(json.dumps({"data": [{"index": at, "embedding": row} for at, row in enumerate(rows)]}).encode())


FINE = [1.0] * 10
WRONG = {
    "too few": data(FINE, FINE), "too many": data(*[FINE] * 4), "of two widths": data(FINE, FINE, FINE[1:]),
    "narrow": data(*[[1.0]] * 3), "wide": data(*[[1.0] * 9_000] * 3), "not a number": data(FINE, FINE, [*FINE[1:], float("nan")]),
    "endless": data(FINE, FINE, [*FINE[1:], float("inf")]), "huge": data(FINE, FINE, [*FINE[1:], 10**400]),
    "zero": data(FINE, FINE, [0.0] * 10), "words": data(FINE, FINE, ["x"] * 10), "text": data(FINE, FINE, "0123456789"),
    "nothing": data(), "no list": raw(b'{"data": 3}'), "no object": raw(b"[3]"), "no JSON": raw(b"<html>"), "deep": raw(b"[" * 100_000),
    "one place twice": raw(json.dumps({"data": [{"index": 0, "embedding": FINE}] * 3}).encode()),
    "odd places": raw(json.dumps({"data": [{"index": "a", "embedding": FINE}] * 3}).encode()),
}  # fmt: skip


@pytest.mark.parametrize("answer", WRONG.values(), ids=WRONG)
def test_an_answer_that_is_not_what_was_asked_for_is_not_used(event: Event, answer: Answer) -> None:
    with pytest.raises(NoAnswer) as failed:
        lent(event, answer)
    assert failed.value.kind == "useless"


def test_the_width_stays_what_it_was(event: Event) -> None:
    with serving(embedded(letters), embedded(lambda text: letters(text)[1:])) as fake:
        one = lender(fake.url)
        list(one.run(lambda: event, wanted(event)))
        with pytest.raises(NoAnswer):
            list(one.run(lambda: event, wanted(event)))


@pytest.mark.parametrize(("answer", "kind"), [(silent(3), "slow"), (status(401), "key"), (status(503, Retry_After="0"), "busy"), (status(404), "odd")])
def test_a_server_that_fails_is_said_to(event: Event, answer: Answer, kind: str) -> None:
    with pytest.raises(NoAnswer) as failed:
        lent(event, answer)
    assert failed.value.kind == kind


def test_a_server_that_knows_no_format_is_asked_without(event: Event) -> None:
    rows, bodies = lent(event, status(400), embedded(letters))
    assert len(rows) == len(SAID)
    assert "encoding_format" not in bodies[1]


def test_the_doctor_asks_for_a_vector_too() -> None:
    with serving(by_path(completions=chat("yes"), embeddings=embedded(letters))) as fake:
        there = Settings(model_url=fake.url, model_name="small-model", model_vectors="small-vectors")
        assert LOOKS["Model outside"](there) == (True, "small-model, small-vectors (127.0.0.1) answers")
    with serving(by_path(completions=chat("yes"), embeddings=status(404))) as fake:
        there = Settings(model_url=fake.url, model_name="small-model", model_vectors="small-vectors")
        assert not LOOKS["Model outside"](there)[0]

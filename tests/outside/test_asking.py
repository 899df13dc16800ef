"""The call to a model's server, with everything that can go wrong on the way."""

from __future__ import annotations

import logging
import socket
from contextlib import closing
from typing import Any

import pytest

from facilitator.outside.asking import Asker, NoAnswer
from facilitator.outside.model import Model
from facilitator.settings import Settings, Unsafe
from facilitator.tasks.doctor import LOOKS
from tests.outside.fake_model import Answer, chat, drip, raw, serving, silent, status

BODIES: tuple[dict[str, Any], dict[str, Any]] = ({"model": "small-model", "response_format": {}}, {"model": "small-model"})
SOON = (1.0, 0.4, 1.0)  # seconds: to connect, for one call, for everything


def asker(url: str, **more: Any) -> Asker:
    return Asker(Model(url, "small-model", "a-key-nobody-sees"), limits=SOON, **more)


def why(*answers: Answer) -> tuple[str, int]:
    """How asking fails, and how often it was tried."""
    with serving(*answers) as fake:
        with pytest.raises(NoAnswer) as failed:
            asker(fake.url).ask(BODIES)
        return failed.value.kind, len(fake.asked)


def test_the_words_of_the_answer_come_back() -> None:
    with serving(chat("Hello")) as fake:
        assert asker(fake.url).ask(BODIES) == "Hello"
        path, headers, body = fake.asked[0]
    assert path == "/v1/chat/completions"
    assert headers["Authorization"] == "Bearer a-key-nobody-sees"
    assert body == BODIES[0]


def test_a_server_that_is_busy_or_broken_is_asked_once_more() -> None:
    with serving(status(429, Retry_After="0"), chat("Hello")) as fake:
        assert asker(fake.url).ask(BODIES) == "Hello"
    with serving(status(500, Retry_After="0"), chat("Hello")) as fake:
        assert asker(fake.url).ask(BODIES) == "Hello"
    assert why(status(429, Retry_After="0")) == ("busy", 2)
    assert why(status(503, Retry_After="0.1")) == ("busy", 2)
    assert why(status(500, Retry_After="0")) == ("failed", 2)


def test_a_server_that_asks_for_too_much_patience_is_left() -> None:
    assert why(status(429, Retry_After="3600")) == ("busy", 1)


def test_a_server_that_knows_no_schema_is_asked_without() -> None:
    with serving(status(400), chat("Hello")) as fake:
        assert asker(fake.url).ask(BODIES) == "Hello"
        assert "response_format" not in fake.asked[1][2]
    assert why(status(422)) == ("odd", 2)


def test_what_another_try_would_not_mend_is_not_tried() -> None:
    assert why(status(401)) == ("key", 1)
    assert why(status(404)) == ("odd", 1)
    assert why(status(302, Location="http://127.0.0.1:1/")) == ("odd", 1)


def test_silence_and_dripping_end_in_time() -> None:
    assert why(silent(5)) == ("slow", 1)
    assert why(drip(5)) == ("slow", 1)


def test_answers_that_make_no_sense_are_said_to_be_unreadable() -> None:
    for body in (b"<html>", b"{}", b"[]", b'{"choices": []}', b'{"choices": [{"message": {"content": 3}}]}',
                 b"[" * 100_000, b" " * (2 << 20)):  # fmt: skip
        assert why(raw(body)) == ("unreadable", 1)


def test_nobody_there_is_said_so() -> None:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with pytest.raises(NoAnswer) as failed:
        asker(f"http://127.0.0.1:{port}/v1").ask(BODIES)
    assert failed.value.kind == "refused"


def test_after_three_failures_it_rests_for_five_minutes() -> None:
    now = [0.0]
    with serving(status(404)) as fake:
        asked = asker(fake.url, clock=lambda: now[0])
        kinds = []
        for at in (0, 1, 2, 3, 301, 303):
            now[0] = float(at)
            with pytest.raises(NoAnswer) as failed:
                asked.ask(BODIES)
            kinds.append(failed.value.kind)
        assert len(fake.asked) == 4
    assert kinds == ["odd", "odd", "odd", "rests", "rests", "odd"]


def test_the_doctor_asks_the_model_for_a_word() -> None:
    assert LOOKS["Model outside"](Settings()) == (True, "none is set up, so no note leaves this server")
    with serving(chat("yes"), status(401)) as fake:
        there = Settings(model_url=fake.url, model_name="small-model")
        assert LOOKS["Model outside"](there) == (True, "small-model (127.0.0.1) answers")
        fine, says = LOOKS["Model outside"](there)
    assert not fine
    assert "does not take the key" in says


def test_settings_that_would_be_unsafe_are_refused_with_a_sentence() -> None:
    def given(**names: str) -> Settings:
        return Settings.from_environment({f"FACILITATOR_MODEL_{name}": value for name, value in names.items()})

    fine = given(URL="https://models.example.org/v1/", NAME="m", KEY="sk-not-for-you")
    assert fine.model_url == "https://models.example.org/v1"
    assert "sk-not-for-you" not in repr(fine)
    assert given(URL="http://localhost:11434/v1", NAME="m").model_name == "m"
    assert given(URL="http://localhost:11434/v1", NAME="m", VECTORS="v").model_vectors == "v"
    for wrong, says in (({"URL": "http://models.example.org/v1", "NAME": "m"}, "https"),
                        ({"URL": "https://models.example.org/v1"}, "MODEL_NAME"),
                        ({"NAME": "m"}, "MODEL_URL"), ({"KEY": "k"}, "MODEL_URL"),
                        ({"URL": "https://key@models.example.org", "NAME": "m"}, "MODEL_KEY"),
                        ({"URL": "https://[", "NAME": "m"}, "not an address"),
                        ({"VECTORS": "m"}, "MODEL_URL"), ({"URL": "ftp://models.example.org", "NAME": "m"}, "chat/completions")):  # fmt: skip
        with pytest.raises(Unsafe, match=says):
            given(**wrong)


def test_neither_the_key_nor_words_get_into_the_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with serving(chat("Words of a note"), status(404)) as fake:
        asked = asker(fake.url)
        asked.ask(BODIES)
        with pytest.raises(NoAnswer):
            asked.ask(BODIES)
    assert "small-model" in caplog.text
    assert "a-key-nobody-sees" not in caplog.text + repr(Model("u", "n", "a-key-nobody-sees"))
    assert "Words of a note" not in caplog.text

"""Vectors outlive the process, belong to one model, and go with the note they were made of."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from facilitator.theming import encoder
from facilitator.theming.keeping import Kept, digest
from facilitator.theming.worker import Worker

NOTES = {f"n{at}": {"text": text, "room": "r"} for at, text in enumerate((
    "Trust takes time", "Who pays for the coordinator?", "Nobody translates the minutes",
    "Meet in person once a year", "Money ends and so does the network"))}  # fmt: skip


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(encoder, "_kept", {})
    return tmp_path / "vectors.db"


def ask(worker: Worker, notes: object = NOTES, event: str = "e1") -> None:
    worker.answer({"id": 1, "event": event, "notes": notes, "themes": []})


def rows(path: Path) -> dict[str, tuple[str, bytes]]:
    file = sqlite3.connect(path)
    found = {note: (model, at) for note, model, at in file.execute("SELECT note, model, digest FROM vectors")}
    file.close()
    return found


def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are encoded from now on, as after a new start."""
    monkeypatch.setattr(encoder, "_kept", {})
    seen: list[str] = []
    honest = encoder._read
    monkeypatch.setattr(encoder, "_read", lambda texts: seen.extend(texts) or honest(texts))
    return seen


def test_a_new_start_encodes_no_note_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(Worker(Kept(path)))
    seen = read(monkeypatch)
    ask(Worker(Kept(path)))
    assert not {note["text"] for note in NOTES.values()} & set(seen)


def test_the_models_name_and_version_stand_beside_each_vector(path: Path) -> None:
    ask(Worker(Kept(path)))
    assert rows(path)["n0"] == (encoder.model_name(), digest("Trust takes time"))
    assert path.stat().st_mode & 0o077 == 0


def test_another_version_encodes_all_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(Worker(Kept(path)))
    monkeypatch.setattr(encoder, "model_name", lambda: "another-model-2")
    seen = read(monkeypatch)
    ask(Worker(Kept(path)))
    assert {note["text"] for note in NOTES.values()} <= set(seen)
    assert {model for model, _ in rows(path).values()} == {"another-model-2"}


def test_changed_words_get_a_new_vector_and_words_taken_back_lose_theirs(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(Worker(Kept(path)))
    seen = read(monkeypatch)
    fewer = {id: note for id, note in NOTES.items() if id != "n4"}
    ask(Worker(Kept(path)), {**fewer, "n0": {"text": "Trust takes years", "room": "r"}})
    assert "Trust takes years" in seen
    assert rows(path).keys() == fewer.keys()
    assert rows(path)["n0"][1] == digest("Trust takes years")


def test_without_its_store_the_process_goes_on(path: Path) -> None:
    path.write_bytes(b"this is no database, and never was one" * 50)
    ask(Worker(Kept(path)))
    ask(Worker(Kept(path)))

"""What is kept: rows, conflicts, erased words, links, backups, the schema's history."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from facilitator.journal import entry_of
from facilitator.store import Conflict, Link, Store, tables
from tests.builders import EVENT, stamp, told
from tests.store import postgres


@pytest.fixture(scope="module")
def postgres_url() -> Iterator[str]:
    with postgres.served() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store on each database that may be chosen."""
    on_file = request.param == "sqlite"
    url = f"sqlite:///{tmp_path}/facilitator.db" if on_file else request.getfixturevalue("postgres_url")
    store = Store(url)
    if not on_file:
        with store._engine.begin() as connection:
            connection.exec_driver_sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    store.migrate()
    yield store
    store.close()


@pytest.fixture
def file_store(tmp_path: Path) -> Iterator[Store]:
    """An empty store on a SQLite file, for what only a file can do."""
    store = Store(f"sqlite:///{tmp_path}/facilitator.db")
    store.migrate()
    yield store
    store.close()


def play(store: Store) -> None:
    previous = None
    for number, (step, _, after) in enumerate(told()):
        entry = entry_of(after.seq, f"c{number}", step.command, stamp(number, step.actor))
        store.save(EVENT, previous, after, [entry])
        previous = after


def test_the_migrations_make_exactly_the_tables_the_code_uses(store: Store) -> None:
    with store._engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), tables.metadata)
    assert found == []


def test_migrating_twice_changes_nothing_and_keeps_the_epoch(store: Store) -> None:
    before = store.epoch
    store.migrate()
    assert store.epoch == before != ""


def test_a_second_writer_is_refused_and_nothing_of_it_is_kept(store: Store) -> None:
    events = list(told())
    (first, _, one), (second, _, two), (third, _, three) = events[:3]
    entries = [entry_of(n + 1, f"c{n}", step.command, stamp(n, step.actor))
               for n, step in enumerate((first, second, third))]  # fmt: skip
    store.save(EVENT, None, one, entries[:1])
    store.save(EVENT, one, two, entries[1:2])
    with pytest.raises(Conflict):
        store.save(EVENT, one, two, entries[1:2])
    with pytest.raises(Conflict):
        store.save(EVENT, None, one, entries[:1])
    assert store.load(EVENT) == two
    assert len(list(store.journal(EVENT))) == 2
    store.save(EVENT, two, three, entries[2:])


def test_words_taken_back_are_nowhere_in_the_database(store: Store) -> None:
    play(store)
    rows = [str(entry.fields) for entry in store.journal(EVENT)]
    assert any("Canary two" in row for row in rows)
    assert not any("Canary five" in row for row in rows)
    event = store.load(EVENT)
    assert event
    assert event.notes["n5"].text == ""


def test_codes_links_and_series_are_found_again(store: Store) -> None:
    play(store)
    store.add_series("r1", "A series", 5)
    link = Link(id="k1", hash="h" * 64, role="host", event=EVENT, created_at=7)
    store.add_link(link)
    assert store.by_code("ABCD2345") == EVENT
    assert [(s.title, s.event_ids) for s in store.series()] == [("A series", (EVENT,))]
    assert store.link_by_hash("h" * 64) == link
    store.revoke_link("k1", 9)
    assert store.revoked_link_ids() == ["k1"]
    assert store.live_event_ids() == [EVENT]


def test_a_backup_restores_the_event_and_shows_in_the_epoch(file_store: Store, tmp_path: Path) -> None:
    play(file_store)
    kept, epoch = file_store.load(EVENT), file_store.epoch
    file_store.backup(tmp_path / "copy.db")
    file_store.add_series("r2", "Made after the backup", 5)
    file_store.restore(tmp_path / "copy.db")
    assert file_store.load(EVENT) == kept
    assert file_store.series() == []
    assert file_store.epoch != epoch


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00" + b"x" * 5_000, b"text"])
def test_a_bad_backup_is_refused_and_the_database_stays(
    file_store: Store, tmp_path: Path, content: bytes
) -> None:
    play(file_store)
    bad = tmp_path / "bad.db"
    bad.write_bytes(content)
    with pytest.raises(ValueError, match="database"):
        file_store.restore(bad)
    assert file_store.load(EVENT)

"""Law 3: the event loaded from rows is the event replayed from the journal."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.domain.event import Event
from facilitator.journal import entry_of, replay
from facilitator.store import Store
from tests.builders import EVENT, STORY, stamp, told


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(f"sqlite:///{tmp_path}/facilitator.db")
    store.migrate()
    yield store
    store.close()


def test_after_every_command_rows_and_journal_tell_the_same(store: Store) -> None:
    previous: Event | None = None
    for number, (step, _, after) in enumerate(told()):
        entry = entry_of(after.seq, f"c{number}", step.command, stamp(number, step.actor))
        store.save(EVENT, previous, after, [entry])
        previous = after
        loaded = store.load(EVENT)
        assert loaded == after, step
        assert replay(EVENT, store.journal(EVENT)) == after, step


def test_a_journal_can_be_replayed_from_any_version(store: Store) -> None:
    events = [after for _, _, after in told()]
    entries = [
        entry_of(after.seq, f"c{number}", step.command, stamp(number, step.actor))
        for number, (step, _, after) in enumerate(told())
    ]
    store.save(EVENT, None, events[-1], entries)
    for middle in (1, len(STORY) // 2, len(STORY) - 1):
        onto = events[middle - 1]
        rest = replay(EVENT, store.journal(EVENT, after=middle), onto)
        # Words that were taken back later are erased in the journal, so they may differ before.
        assert rest.seq == events[-1].seq
        assert rest.themes == events[-1].themes

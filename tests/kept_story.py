"""The story of the laws as events in a real database, moved to now, each stopped at a moment.

It stands alone because whoever wants to look at every page needs events in all their states,
and playing one through a browser for each would take an hour.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from facilitator import protocol
from facilitator.access import Access, Grant, cookie_name
from facilitator.domain.event import Event
from facilitator.domain.perform import perform
from facilitator.domain.plan import blank_event
from facilitator.domain.stamp import Stamp
from facilitator.journal import Entry, entry_of
from facilitator.keeping import Keeping
from facilitator.settings import Settings
from facilitator.settle import settle
from facilitator.store import Store
from tests.builders import START, STEP, STORY

MOMENTS = {  # event → the command of the story after which it stands still, and how often
    "before": ("presence.mark", 2),
    "talk": ("message.send", 1),
    "drawn": ("seat.move", 3),
    "writing": ("seat.move", 4),
    "plenary": ("theme.spotlight", 1),
    "ended": ("slot.return", 2),
}


def kept_in(folder: Path, public_url: str) -> Access:
    """Writes the events into the database of that data folder; returns who can let people in."""
    given = {"FACILITATOR_DATA": str(folder), "FACILITATOR_PUBLIC_URL": public_url}
    settings = settle(Settings.from_environment(given))
    store = Store(settings.database_url)
    store.migrate()
    now = time.time_ns() // 1_000_000
    for name, (last, times) in MOMENTS.items():
        _play(store, name, last, times, now)
    return Access(settings.secret_key, Keeping(store), lambda: now)


def _play(store: Store, name: str, last: str, times: int, now: int) -> None:
    seen = [number for number, step in enumerate(STORY) if step.name == last]
    until = seen[times - 1] + 1
    moved = now - START - until * STEP
    event: Event = blank_event(name)
    entries: list[Entry] = []
    for number, step in enumerate(STORY[:until]):
        fields = _moved(step.fields, moved)
        if step.name == "event.create":
            fields = {**fields, "code": f"{name.upper():2<8}"}
        command = protocol.read(step.name, fields)
        stamp = Stamp(START + number * STEP + moved, number * 7_919, step.actor)
        event = perform(event, command, stamp)
        entries.append(entry_of(event.seq, f"story-{number}", command, stamp))
    store.save(name, None, event, entries)


def _moved(value: Any, by: int) -> Any:
    """The fields of a command with every instant in them moved."""
    if isinstance(value, dict):
        return {key: _moved(each, by) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_moved(each, by) for each in value]
    return value + by if isinstance(value, int) and value > START // 2 else value


def cookie(access: Access, grant: Grant) -> tuple[str, str]:
    """Name and value of the cookie that lets a browser in as that."""
    return cookie_name(grant.role, grant.event), access.ticket(grant)

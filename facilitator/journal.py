"""What the journal keeps of an accepted command, and how an event is made from it again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from facilitator import protocol
from facilitator.domain.event import Event
from facilitator.domain.perform import perform
from facilitator.domain.plan import blank_event
from facilitator.domain.stamp import Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One accepted command: the event it made is version `seq`."""

    seq: int
    command_id: str
    name: str  # as on the wire
    fields: Mapping[str, Any]  # as on the wire
    stamp: Stamp


def replay(event_id: str, entries: Iterable[Entry], onto: Event | None = None) -> Event:
    """The event that these entries, in order, make of `onto` (or of nothing)."""
    event = onto or blank_event(event_id)
    for entry in entries:
        event = perform(event, protocol.read(entry.name, entry.fields, trusted=True), entry.stamp)
    return event


def entry_of(seq: int, command_id: str, command: Any, stamp: Stamp) -> Entry:
    """The journal entry of a command that made version `seq`."""
    name, fields = protocol.written(command)
    return Entry(seq=seq, command_id=command_id, name=name, fields=fields, stamp=stamp)

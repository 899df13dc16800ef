"""Themes with the notes in them, as several screens and the report need them."""

from __future__ import annotations

from facilitator.domain.event import Event, Note
from facilitator.domain.grouping import Theme
from facilitator.domain.shelf import Shelf
from facilitator.screens.memory import followed, remembered


@followed(64)
def _in_a_theme(id: str, note: Note) -> Note | None:
    return note if note.theme is not None and note.readable else None


@remembered(64)
def _grouped(notes: Shelf[Note]) -> dict[str, tuple[Note, ...]]:
    groups: dict[str, list[Note]] = {}
    for note in sorted(notes.values(), key=lambda note: note.order):
        groups.setdefault(str(note.theme), []).append(note)
    return {theme: tuple(found) for theme, found in groups.items()}


def grouped(event: Event) -> dict[str, tuple[Note, ...]]:
    """Theme id → its readable notes, oldest first; the same object while none of them changes."""
    return _grouped(_in_a_theme(event.id, event.notes))


@remembered(256)
def quotes(theme: Theme, notes: tuple[Note, ...]) -> list[str]:
    """Note ids, most typical first: approved ones, then the machine's choice, then the rest."""
    machine = {id: place for place, id in enumerate(theme.quotes)}
    ranked = sorted(
        notes, key=lambda n: (not n.approved, machine.get(n.id, len(machine)), n.order)
    )
    return [note.id for note in ranked]


@followed(64)
def _written(id: str, note: Note) -> bool | None:
    return None if note.withdrawn else True


def written(event: Event) -> int:
    """How many notes there are that nobody took back."""
    return len(_written(event.id, event.notes))

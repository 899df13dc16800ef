"""The plenary host's desk: every note, every theme, and what is on the big screen."""

from __future__ import annotations

from typing import Any

from facilitator.domain.event import Event, Note, Theme
from facilitator.domain.plenary import scene
from facilitator.domain.shelf import Shelf
from facilitator.screens.memory import followed, remembered
from facilitator.screens.moderator import screen


def view(event: Event) -> dict[str, Any]:
    """{notes, themes, rooms, screen, scene}; rooms by id, across all rounds that opened."""
    groups = grouped(event)
    return {
        "notes": _notes(event.id, event.notes),
        "themes": {t.id: _theme(t, groups.get(t.id, ())) for t in event.themes.values()},
        "rooms": _rooms(event),
        "screen": screen(event.screen),
        "scene": scene(event),
    }


@followed(64)
def _notes(id: str, note: Note) -> dict[str, Any] | None:
    if note.withdrawn:
        return None
    made: dict[str, Any] = {
        "text": note.text, "kind": note.kind, "room": note.room, "at": note.at,
        "order": note.order, "revision": note.revision, "support": len(note.supporters),
        "approved": note.approved, "hidden": note.hidden, "pinned": note.pinned,
        "late": note.late, "quotable": note.quotable,
    }  # fmt: skip
    return made if note.theme is None else {**made, "theme": note.theme}


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


def _theme(theme: Theme, notes: tuple[Note, ...]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "title": theme.name, "label": theme.label, "order": theme.order, "hidden": theme.hidden,
        "touched": theme.touched, "count": len(notes), "quotes": quotes(theme, notes),
        "rooms": sorted({note.room for note in notes}),
    }  # fmt: skip
    return {**made, "approved": theme.approved} if theme.approved else made


def quotes(theme: Theme, notes: tuple[Note, ...]) -> list[str]:
    """Note ids, most typical first: approved ones, then the machine's choice, then the rest."""
    machine = {id: place for place, id in enumerate(theme.quotes)}
    ranked = sorted(
        notes, key=lambda n: (not n.approved, machine.get(n.id, len(machine)), n.order)
    )
    return [note.id for note in ranked]


def _rooms(event: Event) -> dict[str, Any]:
    opened = (made for made in event.rounds.values() if made.opened_at is not None)
    return {
        room.id: {"number": room.number, "name": room.name, "slot": made.slot,
                  "notes": sum(not event.notes[id].withdrawn for id in room.notes)}
        for made in opened for room in made.rooms
    }  # fmt: skip

"""The big screen: only what the host let through, and nothing at all while it is blank."""

from __future__ import annotations

from typing import Any

from facilitator.domain.event import Event, Note, Theme
from facilitator.domain.plenary import may_show, scene, title_on_screen
from facilitator.domain.rounds import room_of
from facilitator.screens import host
from facilitator.screens.hall import message
from facilitator.screens.moderator import wifi

MOST_QUOTES = 3


def view(event: Event) -> dict[str, Any]:
    """{scene, joined, organisations, themes, rooms, notes, spotlight?, wifi?, message?}, or {blank: true} alone."""
    if event.screen.blank:
        return {"blank": True}
    made: dict[str, Any] = {
        "scene": scene(event),
        "joined": len(event.people),
        "rooms": _rooms(event),
        "notes": sum(not note.withdrawn for note in event.notes.values()),
        "themes": _themes(event),
    }
    if event.wifi.shown and event.wifi.name and made["scene"] == "join":
        made["wifi"] = wifi(event.wifi)
    if "screens" in event.messages:
        made["message"] = message(event.messages["screens"])
    lit = event.screen.spotlight
    return {**made, "spotlight": lit} if lit in made["themes"] else made


def _themes(event: Event) -> dict[str, Any]:
    groups = host.grouped(event)
    titles = {t.id: title_on_screen(event.screen, t) for t in event.themes.values()}
    return {
        theme.id: _theme(event, theme, titles[theme.id], groups.get(theme.id, ()))
        for theme in event.themes.values() if titles[theme.id]
    }  # fmt: skip


def _theme(event: Event, theme: Theme, title: str, notes: tuple[Note, ...]) -> dict[str, Any]:
    by_id = {note.id: note for note in notes}
    shown = [by_id[id] for id in host.quotes(theme, notes) if may_show(event.screen, by_id[id])]
    return {
        "title": title, "order": theme.order, "count": len(notes),
        "rooms": sorted({note.room for note in notes}),
        "quotes": [{"text": note.text, "room": _number(event, note)}
                   for note in shown[:MOST_QUOTES]],
    }  # fmt: skip


def _number(event: Event, note: Note) -> int:
    return room_of(event, note.room)[1].number


def _rooms(event: Event) -> dict[str, Any]:
    """Rooms of the round that is open, or else of the last one that was."""
    opened = [made for made in event.rounds.values() if made.opened_at is not None]
    last = event.open_round or max(opened, key=lambda made: made.opened_at or 0, default=None)
    if last is None:
        return {}
    return {
        room.id: {"number": room.number, "name": room.name, "table": room.table,
                  "notes": sum(not event.notes[id].withdrawn for id in room.notes)}
        for room in last.rooms
    }  # fmt: skip

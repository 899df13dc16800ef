"""The big screen: only what the host let through, and nothing at all while it is blank."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from facilitator.domain.event import Event, Note
from facilitator.domain.grouping import Theme
from facilitator.domain.plenary import (
    may_show,
    quote_of,
    scene,
    signature,
    title_on_screen,
    tried_out,
)  # fmt: skip
from facilitator.domain.rounds import room_of
from facilitator.domain.themes import said
from facilitator.screens import poll, run
from facilitator.screens.grouping import lane
from facilitator.screens.groups import grouped, quotes, written
from facilitator.screens.hall import message
from facilitator.screens.moderator import wifi
from facilitator.screens.terms import terms

MOST_QUOTES = 3


def view(event: Event) -> dict[str, Any]:
    """{scene, joined, themes, rooms, notes, spotlight?, quote?, step?, dots?, terms?, wifi?, message?}

    Or {blank: true} alone.
    """
    if event.screen.blank:
        return {"blank": True}
    made: dict[str, Any] = {
        "scene": scene(event),
        "joined": len(event.people),
        "rooms": _rooms(event),
        "notes": written(event),
        "themes": _themes(event),
    }
    if event.wifi.shown and event.wifi.name and made["scene"] == "join":
        made["wifi"] = wifi(event.wifi)
    if "screens" in event.messages:
        made["message"] = message(event.messages["screens"])
    more = {"step": run.clock(event), "dots": poll.standing(event), **_lit(event, made)}
    if made["scene"] == "words":
        more["terms"] = terms(event)
    return {**made, **{name: value for name, value in more.items() if value is not None}}


def preview(event: Event) -> dict[str, Any]:
    """What the big screen would show if the host took the preview there."""
    return view(replace(event, screen=tried_out(event)))


def _lit(event: Event, made: dict[str, Any]) -> dict[str, Any]:
    """{spotlight?, quote?}: what is shown alone; a quote that may not be shown any more is not."""
    theme = event.screen.spotlight
    if theme not in made["themes"]:
        return {}
    note = quote_of(event, event.screen, theme, event.screen.quote)
    return {"spotlight": theme, "quote": _quote(event, note)} if note else {"spotlight": theme}


def _quote(event: Event, note: Note) -> dict[str, Any]:
    """{text, room, name?}: a room's number, and a name only by its author's wish."""
    made = {"text": note.text, "room": room_of(event, note.room)[1].number}
    name = signature(event, note)
    return {**made, "name": name} if name else made


def _themes(event: Event) -> dict[str, Any]:
    """Those that were approved and that somebody speaks of: a name without notes waits."""
    groups = grouped(event)
    titles = {t.id: title_on_screen(event, t) for t in event.themes.values()}
    return {
        theme.id: _theme(event, theme, titles[theme.id], groups[theme.id])
        for theme in event.themes.values() if titles[theme.id] and theme.id in groups
    }  # fmt: skip


def _theme(event: Event, theme: Theme, title: str, notes: tuple[Note, ...]) -> dict[str, Any]:
    by_id = {note.id: note for note in notes}
    quoted = not theme.title and title == said(event, theme)
    own = theme.cut.note if theme.cut and quoted else None  # it stands there already
    ranked = quotes(theme, notes)
    if theme.disputed:  # the two that disagree, where both may be shown
        ranked = sorted(ranked, key=lambda id: id not in theme.opposed)
    shown = [by_id[id] for id in ranked
             if id != own and may_show(event, by_id[id])]  # fmt: skip
    return {
        "title": title, "order": theme.order, "count": len(notes), "quoted": quoted,
        **lane(theme, notes),
        "quotes": [_quote(event, note) for note in shown[:MOST_QUOTES]],
    }  # fmt: skip


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

"""The big screen: only what the host let through, and nothing at all while it is blank."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from facilitator.domain.event import Event, Note
from facilitator.domain.plenary import (
    quote_of,
    scene,
    signature,
    tried_out,
)  # fmt: skip
from facilitator.domain.rounds import room_of
from facilitator.screens import poll, run
from facilitator.screens.grouping import lane
from facilitator.screens.groups import written
from facilitator.screens.hall import message
from facilitator.screens.moderator import wifi
from facilitator.screens.picture import Shown, themes_shown
from facilitator.screens.terms import terms


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
    more = {"step": run.clock(event), "dots": poll.on_wall(event), **_lit(event, made)}
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
    return {"text": note.text, **_voice(event, note)}


def _voice(event: Event, note: Note) -> dict[str, Any]:
    """{room, table?, name?}: a room's number, and a name only by its author's wish; table: written for all of the room."""
    made: dict[str, Any] = {"room": room_of(event, note.room)[1].number}
    told = {"table": note.table, "name": signature(event, note)}
    return {**made, **{name: value for name, value in told.items() if value}}


def _themes(event: Event) -> dict[str, Any]:
    return {id: _theme(event, one) for id, one in themes_shown(event).items()}


def _theme(event: Event, one: Shown) -> dict[str, Any]:
    """A theme whose title is a note's own words tells by `voice` whose they are."""
    made: dict[str, Any] = {
        "title": one.title, "order": one.theme.order, "count": len(one.notes), "quoted": one.own is not None,
        **lane(one.theme, one.notes), "quotes": [_quote(event, note) for note in one.quotes],
    }  # fmt: skip
    return {**made, "voice": _voice(event, one.own)} if one.own else made


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

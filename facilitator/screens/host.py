"""The plenary host's desk: every note, every theme, and what is on the big screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from facilitator.domain import watching
from facilitator.domain.event import Event, Note, Objection
from facilitator.domain.grouping import Theme
from facilitator.domain.notes import shared
from facilitator.domain.plenary import scene, tried_out
from facilitator.domain.regrouping import foreseen
from facilitator.domain.shelf import Shelf
from facilitator.domain.watching import finder
from facilitator.screens import poll, run
from facilitator.screens.grouping import described, grouping
from facilitator.screens.groups import grouped, quotes
from facilitator.screens.memory import followed, remembered
from facilitator.screens.moderator import screen
from facilitator.screens.picture import unread


def view(event: Event) -> dict[str, Any]:
    """{notes, names, flags, watch, themes, grouping, rooms, screen, scene, preview, run, unread?, dots?}

    Rooms by id, across all rounds that opened; flags are note → words to look twice at, names
    note → who signed it.
    """
    groups = grouped(event)
    made: dict[str, Any] = {
        "notes": _notes(event.id, event.notes),
        "names": {id: event.people[who].name for id, who in _signed(event.id, event.notes).items()},
        "flags": _flagging(event.desk.watch)(event.id, event.notes),
        "watch": _watched(event.desk.watch),
        "themes": {t.id: _theme(event, t, groups.get(t.id, ())) for t in event.themes.values()},
        "grouping": grouping(event, groups),
        "rooms": _rooms(event),
        "screen": screen(event.screen),
        "scene": scene(event),
        "preview": {**screen(tried_out(event)), "scene": scene(event, event.preview)},
        "run": run.view(event),
    }
    more = {"dots": poll.standing(event), "unread": None if event.screen.automatic else unread(event)}
    return {**made, **{name: value for name, value in more.items() if value is not None}}


@followed(64)
def _signed(id: str, note: Note) -> str | None:
    return None if note.signed == "no" or note.withdrawn else note.person


@remembered(64)
def _watched(watch: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    return {language: list(words) for language, words in watching.HOUSE.items()} | {
        language: list(words) for language, words in watch.items()
    }


@remembered(64)
def _flagging(watch: Mapping[str, tuple[str, ...]]) -> Callable[..., Shelf[list[str]]]:
    """Notes → words in them that are watched; what was hidden or taken back needs no flag."""
    find = finder(word for words in _watched(watch).values() for word in words)

    @followed(64)
    def flags(id: str, note: Note) -> list[str] | None:
        return (find(note.text) or None) if note.readable else None

    return flags


@followed(64)
def _notes(id: str, note: Note) -> dict[str, Any] | None:
    if note.withdrawn:
        return None
    made: dict[str, Any] = {
        "text": note.text, "kind": note.kind, "room": note.room, "at": note.at,
        "order": note.order, "revision": note.revision, "support": len(note.supporters),
        "approved": note.approved, "hidden": note.hidden, "pinned": note.pinned,
        "late": note.late, "quotable": note.quotable, "signed": note.signed,
        "held": note.held_revision == note.revision, "reports": len(note.reporters),
        "again": note.approved_revision is not None and not note.approved and not note.hidden,
    }  # fmt: skip
    if note.objection:
        made["objection"] = objection(note.objection)
    if note.table:
        made["table"] = True
    places = {"theme": note.theme, "second": note.second}
    return {**made, **{name: theme for name, theme in places.items() if theme is not None}}


@remembered(1_024)
def objection(said: Objection) -> dict[str, Any]:
    """{about, text, at, heard}"""
    return {"about": said.about, "text": said.text, "at": said.at, "heard": said.heard}


def _theme(event: Event, theme: Theme, notes: tuple[Note, ...]) -> dict[str, Any]:
    made = {**described(event, theme, notes), "quotes": quotes(theme, notes)}
    return {**made, "earlier": event.grouping.source} if foreseen(event, theme) else made


def _rooms(event: Event) -> dict[str, Any]:
    opened = (made for made in event.rounds.values() if made.opened_at is not None)
    return {
        room.id: {"number": room.number, "name": room.name, "slot": made.slot,
                  "private": not shared(event, made),
                  "notes": sum(not event.notes[id].withdrawn for id in room.notes)}
        for made in opened for room in made.rooms
    }  # fmt: skip

"""Between the event and the theming process: asks for groups when notes came, brings them back.

It stands alone because it is the only place where notes leave the server process, and
where what comes back is turned into a command like any other.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Sequence
from typing import Any

from facilitator import green
from facilitator.conductor import Conductor
from facilitator.domain.commands import Command
from facilitator.domain.commands.themes import GroupNotes
from facilitator.domain.event import Event
from facilitator.domain.stamp import Actor, Refused
from facilitator.protocol import read
from facilitator.theming.desk import ThemingDesk

log = logging.getLogger(__name__)

MOST_THEMES = 8


class Theming:
    """Follows the notes of all events."""

    def __init__(self, conductor: Conductor) -> None:
        self._conductor = conductor
        self._desk = ThemingDesk(self._deliver, green.spawn)

    def notice(self, before: Event, after: Event, commands: Sequence[Command]) -> None:
        """Told of each commit; asks for groups when words or places of notes changed."""
        ours = all(isinstance(command, GroupNotes) for command in commands)
        if before.notes is not after.notes and not ours and _words_changed(before, after):
            self._desk.ask(after.id, lambda: self._request(after.id))

    def by_names(self, event_id: str, deliver: Callable[[dict[str, Any]], None]) -> None:
        """Wants the notes grouped by the themes' names; `deliver` gets the proposal.

        The answer (`theming/forms.py`) changes nothing: it says how many notes would move, which
        names nobody speaks of, and which notes are worth a look. `groups_from` makes the fields
        of a command of it.
        """
        def build() -> dict[str, Any] | None:
            request = self._request(event_id)
            return {**request, "mode": "names"} if request else None

        self._desk.ask(event_id, build, lambda _, answer: deliver(answer), soon=True)

    def close(self) -> None:
        self._desk.close()

    def _request(self, event_id: str) -> dict[str, Any] | None:
        event = self._conductor.event(event_id)
        return request_for(event) if event else None

    def _deliver(self, event_id: str, answer: dict[str, Any]) -> None:
        event = self._conductor.event(event_id)
        if event is None:
            return
        try:
            command = read("notes.group", groups_from(event, answer), trusted=True)
        except Refused as refused:
            log.warning("The theming's answer could not be read: %s", refused.why)
            return
        if changes_something(event, command):
            self._conductor.submit(
                event_id, command, Actor("theming"), "theming-" + secrets.token_hex(8)
            )


def _words_changed(before: Event, after: Event) -> bool:
    def matters(note: Any) -> Any:
        return note and (note.text, note.readable, note.theme, note.pinned)

    return any(
        matters(old) != matters(new) for _, old, new in after.notes.changes(before.notes)
    )


def request_for(event: Event) -> dict[str, Any]:
    """What the theming needs of an event: words and places, no names."""
    readable = {id: note for id, note in event.notes.items() if note.readable}
    return {
        "event": event.id,
        "notes": {id: {"text": note.text, "room": note.room, "kind": note.kind}
                  for id, note in readable.items()},
        "themes": [{"id": theme.id, "title": theme.title or theme.label, "keywords": [],
                    "locked": theme.touched, "named": bool(theme.title)}
                   for theme in event.themes.values() if not theme.hidden],
        "placed": {id: note.theme for id, note in readable.items() if note.theme},
        "pinned": {id: note.theme for id, note in readable.items() if note.pinned},
        "at_most": MOST_THEMES, "mode": "live",
    }  # fmt: skip


def groups_from(event: Event, answer: dict[str, Any]) -> dict[str, Any]:
    """The worker's answer as the fields of `notes.group`; new themes get ids here."""
    groups = []
    for found in answer["themes"]:
        if not found["supported"]:  # nobody speaks of it: it stays as it is, without notes
            continue
        theme = found["theme"] if found["theme"] in event.themes else "t" + secrets.token_hex(6)
        groups.append({"theme": theme, "label": found["label"][:200], "notes": found["notes"],
                       "quotes": found["quotes"]})  # fmt: skip
    return {"groups": groups, "unsorted": answer["unsorted"]}


def changes_something(event: Event, command: Any) -> bool:
    """Whether the grouping differs from what the event has; an equal one is not kept."""
    for group in command.groups:
        theme = event.themes.get(group.theme)
        if theme is None or (theme.label, theme.quotes) != (group.label, group.quotes):
            return True
        if any(id in event.notes and event.notes[id].theme != group.theme for id in group.notes):
            return True
    return any(id in event.notes and event.notes[id].theme for id in command.unsorted)

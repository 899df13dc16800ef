"""Between the event and the theming process: asks for groups when notes came, brings them back.

It stands alone because it is the only place where notes leave the server process, and
where what comes back is turned into a command like any other.
"""

from __future__ import annotations

import logging
import secrets
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from facilitator import green
from facilitator.conductor import Conductor
from facilitator.domain.commands import Command
from facilitator.domain.event import Event
from facilitator.domain.grouping import Wish
from facilitator.domain.stamp import Actor, Refused
from facilitator.outside.lending import Lender
from facilitator.outside.proposing import Namer, NoNames, with_names
from facilitator.outside.reading import Name
from facilitator.protocol import read
from facilitator.theming.desk import ThemingDesk
from facilitator.theming_answers import grouped, larger, pieces, proposed, request_for
from facilitator.theming_lending import Lending

log = logging.getLogger(__name__)

Names = dict[str, Name]
NOT_NOW = "The notes could not be grouped just now. Nothing has moved; please ask again."
BREATH = 0.02  # seconds between two pieces of a large answer


class Theming:
    """Follows the notes of all events, and the wishes of their hosts."""

    def __init__(
        self, conductor: Conductor, namer: Namer, vectors: Path, lender: Lender | None = None
    ) -> None:
        self._conductor, self._namer = conductor, namer
        self._lending = Lending(lender or Lender(None), conductor.event, self._ask_again, self._unread)
        command = [sys.executable, "-m", "facilitator.theming", str(vectors)]
        self._desk = ThemingDesk(self._deliver, green.spawn, command)

    def notice(self, before: Event, after: Event, commands: Sequence[Command]) -> None:
        """Told of each commit; asks for groups when words, places or names changed."""
        wish = after.grouping.wish
        if wish is not None and wish != before.grouping.wish:
            self._ask_for(after.id, wish)
        ours = all("theming" in command.roles for command in commands)
        lent = before.grouping.reader != after.grouping.reader or any(c.wire == "notes.reveal" for c in commands)
        thawed = before.grouping.frozen and not after.grouping.frozen
        if not ours and (lent or thawed or _words_changed(before, after) or _names_changed(before, after)):
            self._ask_again(after.id)

    def resume(self, event: Event) -> None:
        """Takes up what an ended server left: a host's wish, and notes that were not grouped yet."""
        if event.grouping.wish is not None:
            self._ask_for(event.id, event.grouping.wish)
        if event.notes:
            self._ask_again(event.id)

    def close(self) -> None:
        self._desk.close()

    def _ask_again(self, event_id: str) -> None:
        self._desk.ask(event_id, partial(self._request, event_id))

    def _unread(self, event_id: str, why: str) -> None:
        self._submit(event_id, "model.unread", {"why": why})

    def _ask_for(self, event_id: str, wish: Wish) -> None:
        if wish.by == "model":
            green.spawn(self._ask_model, event_id, wish)  # it may take long, and nobody waits
            return
        mode = "names" if wish.by == "names" else "anew"
        self._desk.ask(event_id, partial(self._request, event_id, mode),
                       partial(self._propose, wish.by, wish.id), partial(self._say, wish, NOT_NOW), soon=True)  # fmt: skip

    def _ask_model(self, event_id: str, wish: Wish) -> None:
        event = self._conductor.event(event_id)
        if event is None:
            return
        try:
            names = self._namer.names(event)
        except NoNames as failed:
            self._say(wish, str(failed), event_id)
            return
        self._desk.ask(event_id, partial(self._request, event_id, "names", names),
                       partial(self._propose, "model", wish.id, names=names),
                       partial(self._say, wish, NOT_NOW), soon=True)  # fmt: skip

    def _say(self, wish: Wish, why: str, event_id: str) -> None:
        """Answers a wish with one sentence: nothing comes of it."""
        self._submit(event_id, "themes.propose",
                     {"proposal": "p" + wish.id, "by": wish.by, "wish": wish.id, "why": why})  # fmt: skip

    def _request(
        self, event_id: str, mode: str = "live", names: Names | None = None
    ) -> dict[str, Any] | None:
        event = self._conductor.event(event_id)
        if event is None:
            return None
        request = {**request_for(event, mode), **self._lending.form(event)}
        return with_names(event, request, names) if names else request

    def _deliver(self, event_id: str, answer: dict[str, Any]) -> None:
        event = self._conductor.event(event_id)
        if event is None:
            return
        self._lending.heard(event, answer)
        fields = grouped(event, answer)
        if changes_something(event, fields):
            for piece in pieces(fields):  # one after the other: thousands of notes at once hold up the rest
                self._carry_out(event_id, "notes.group", piece)
                green.sleep(BREATH)
        if larger(event, answer):
            self._desk.ask(event_id, partial(self._request, event_id, "anew"),
                           partial(self._propose, "nearness", None), soon=True)  # fmt: skip

    def _propose(
        self, by: str, wish: str | None, event_id: str, answer: dict[str, Any],
        names: Names | None = None,
    ) -> None:  # fmt: skip
        event = self._conductor.event(event_id)
        if event is None:
            return
        self._lending.heard(event, answer)
        fields = proposed(event, answer, by, wish, names or {})
        if answer.get("lent", {}).get("read"):
            fields["read_by"] = self._lending.model
        if self._namer.model and names:
            fields["model"] = self._namer.model.name[:200]
        self._submit(event_id, "themes.propose", fields)

    def _submit(self, event_id: str, name: str, fields: dict[str, Any]) -> None:
        # Beside the caller: who is told of a commit stands in the event's door.
        green.spawn(self._carry_out, event_id, name, fields)

    def _carry_out(self, event_id: str, name: str, fields: dict[str, Any]) -> None:
        try:
            command = read(name, fields, trusted=True)
        except Refused as refused:
            log.warning("The theming's answer could not be read: %s", refused.why)
            return
        self._conductor.submit(event_id, command, Actor("theming"), "theming-" + secrets.token_hex(8))


def _changed(before: Event, after: Event, matters: Callable[[Any], Any]) -> bool:
    return any(matters(old) != matters(new) for _, old, new in after.notes.changes(before.notes))


def _words_changed(before: Event, after: Event) -> bool:
    if before.notes is after.notes:
        return False
    return _changed(
        before, after, lambda note: note and (note.text, note.readable, note.theme, note.pinned, note.quotable)
    )


def _names_changed(before: Event, after: Event) -> bool:
    def names(event: Event) -> list[Any]:
        return [(t.id, t.title, t.keywords, t.hidden) for t in event.themes.values()]

    return before.themes is not after.themes and names(before) != names(after)


def changes_something(event: Event, fields: dict[str, Any]) -> bool:
    """Whether an answer differs from what the event has; an equal one is not kept."""
    now = event.grouping
    if fields["groups"] or fields["unsorted"] or fields["sure"]:
        return True
    check = [(doubt.note, list(doubt.themes)) for doubt in now.check]
    offered = fields.get("suggestion")
    was = now.suggestion and (now.suggestion.id, list(now.suggestion.notes))
    return check != [(each["note"], each["themes"]) for each in fields["check"]] or was != (
        offered and (offered["id"], offered["notes"])
    )

"""The door: everything that changes an event goes through its mailbox.

Whoever brings a command waits for its answer. Whoever finds the door free carries out all
that waits: perform one by one, keep all in one transaction, tell once, answer each; then the
next one waiting takes over. So a quiet event answers at once, and a busy one commits and
publishes in batches without anybody having to tune it.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from facilitator.domain.commands import Command
from facilitator.domain.event import Event
from facilitator.domain.perform import perform
from facilitator.domain.plan import blank_event
from facilitator.domain.stamp import Actor, Refused, Stamp
from facilitator.journal import Entry, entry_of

log = logging.getLogger(__name__)

MOST_WAITING = 5_000
"""Commands one event lets wait; more would be answered too late to be of use."""
ATTEMPTS = 3
"""Times a batch is tried when another process wrote to the same event in between."""
UNSAVED = {
    "ok": False, "code": "busy", "retry_after": 2,
    "why": "This could not be saved just now. Please try again in a moment.",
}  # fmt: skip

Answer = dict[str, Any]
"""{ok: true, seq} or {ok: false, code, why, retry_after?}"""


class Overtaken(Exception):
    """Another process has written to this event since it was read."""


class Keeper(Protocol):
    """What keeps events; its calls may block on a disk."""

    def load(self, event_id: str) -> tuple[Event, dict[str, int]] | None:
        """The event and the version that each command id made; None when there is none."""

    def save(
        self, event_id: str, before: Event | None, after: Event, entries: Sequence[Entry]
    ) -> None:
        """Durable when it returns; Overtaken when `before` is not what is stored."""


@dataclass(eq=False)
class _Ask:
    command: Command
    actor: Actor
    command_id: str
    woken: threading.Event = field(default_factory=threading.Event)
    answer: Answer | None = None


@dataclass(eq=False)
class _Door:
    """One event's mailbox and the copy of the event that the last batch left."""

    event: Event | None = None
    answered: dict[str, int] = field(default_factory=dict)
    waiting: list[_Ask] = field(default_factory=list)
    busy: bool = False


class Conductor:
    """Carries commands out. `publish(before, after, commands)` is told after each commit."""

    def __init__(
        self,
        keeper: Keeper,
        publish: Callable[[Event, Event, Sequence[Command]], None],
        now: Callable[[], int],
        seed: Callable[[], int],
    ) -> None:
        self._keeper, self._publish, self._now, self._seed = keeper, publish, now, seed
        self._doors: dict[str, _Door] = {}
        self._lock = threading.Lock()

    def submit(self, event_id: str, command: Command, actor: Actor, command_id: str) -> Answer:
        """Carries the command out and returns the answer once it is durable and told."""
        ask = _Ask(command, actor, command_id)
        with self._lock:
            door = self._doors.setdefault(event_id, _Door())
            if len(door.waiting) >= MOST_WAITING:
                return dict(UNSAVED)
            door.waiting.append(ask)
            ours, door.busy = not door.busy, True
        if not ours:
            ask.woken.wait()
        if ask.answer is None:
            self._take_turn(event_id, door)
        return ask.answer or dict(UNSAVED)

    def event(self, event_id: str) -> Event | None:
        """The event as it was last committed; None when there is none."""
        door = self._doors.get(event_id)
        if door is not None and door.event is not None:
            return door.event
        found = self._keeper.load(event_id)
        if found is None:
            return None
        with self._lock:
            door = self._doors.setdefault(event_id, _Door())
            if door.event is None and not door.busy:
                door.event, door.answered = found
        return door.event or found[0]

    def loaded(self) -> list[Event]:
        """The events this process has in its hands."""
        return [door.event for door in list(self._doors.values()) if door.event is not None]

    def _take_turn(self, event_id: str, door: _Door) -> None:
        with self._lock:
            batch, door.waiting = door.waiting, []
        try:
            self._carry_out(event_id, door, batch)
        except Exception:
            log.exception("A batch of %d commands failed.", len(batch))
            door.event = None  # what is stored decides; it is read again
        finally:
            for ask in batch:
                ask.answer = ask.answer or dict(UNSAVED)
            self._hand_over(door)
            for ask in batch:
                ask.woken.set()

    def _hand_over(self, door: _Door) -> None:
        with self._lock:
            door.busy = bool(door.waiting)
            following = door.waiting[0] if door.waiting else None
        if following is not None:
            following.woken.set()

    def _carry_out(self, event_id: str, door: _Door, batch: Sequence[_Ask]) -> None:
        for attempt in range(ATTEMPTS):
            if door.event is None:
                found = self._keeper.load(event_id)
                door.event, door.answered = found or (blank_event(event_id), {})
            before = door.event
            after, done = self._performed(door, before, batch)
            if not done:
                return
            try:
                entries = [entry for _, entry in done]
                self._keeper.save(event_id, before if before.seq else None, after, entries)
                return self._told(door, before, after, done)
            except Overtaken:
                log.warning("Another process wrote to this event; attempt %d.", attempt + 1)
                for ask in batch:
                    ask.answer = None
                door.event = None

    def _performed(
        self, door: _Door, event: Event, batch: Sequence[_Ask]
    ) -> tuple[Event, list[tuple[_Ask, Entry]]]:
        """The event after all that may be done, and what was done; the others are answered."""
        done: list[tuple[_Ask, Entry]] = []
        made: dict[str, int] = {}
        for ask in batch:
            seq = door.answered.get(ask.command_id) or made.get(ask.command_id)
            if seq is not None:
                ask.answer = {"ok": True, "seq": seq}
                continue
            stamp = Stamp(self._now(), self._seed(), ask.actor)
            try:
                event = perform(event, ask.command, stamp)
            except Refused as refused:
                ask.answer = answer_to(refused)
            except Exception:
                log.exception("%s failed.", ask.command.wire)
                ask.answer = answer_to(Refused("fault", "That did not work. Nothing was changed."))
            else:
                made[ask.command_id] = event.seq
                done.append((ask, entry_of(event.seq, ask.command_id, ask.command, stamp)))
        return event, done

    def _told(
        self, door: _Door, before: Event, after: Event, done: Sequence[tuple[_Ask, Entry]]
    ) -> None:
        door.event = after
        for ask, entry in done:
            door.answered[ask.command_id] = entry.seq
            ask.answer = {"ok": True, "seq": entry.seq}
        try:
            self._publish(before, after, [ask.command for ask, _ in done])
        except Exception:
            # It is stored, so it is acknowledged; screens learn of it by the next pulse.
            log.exception("Version %d could not be told.", after.seq)


def answer_to(refused: Refused) -> Answer:
    """The refusal as the wire carries it."""
    answer: Answer = {"ok": False, "code": refused.code, "why": refused.why}
    answer |= {"field": refused.where} if refused.where else {}
    return answer if refused.retry_after is None else {**answer, "retry_after": refused.retry_after}

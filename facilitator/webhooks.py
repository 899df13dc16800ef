"""Other machines are told when a slot begins or ends: webhooks, signed and repeated.

It stands alone because nothing of it may touch the event: what is to be told is written down
after the commit, sent beside everything else, and tried again later when nobody answers. What
waits survives a restart. The secret of a webhook is derived from this server's own and the
webhook's id, so that it can be shown again and lies in no table.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
import secrets
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from facilitator.domain.agenda import Slot
from facilitator.domain.commands import Command
from facilitator.domain.event import Event
from facilitator.domain.stamp import Refused
from facilitator.posting import NotSent
from facilitator.store import Delivery, Hook

log = logging.getLogger(__name__)

WAITS = (5, 30, 120, 600, 3_600)
"""Seconds to the next attempt; after the last one a delivery is given up."""
MOST_HOOKS = 10  # of one event
AT_ONCE = 8  # deliveries under way together


class Shelf(Protocol):
    """What keeps webhooks and deliveries."""

    def hooks(self) -> Sequence[Hook]: ...
    def add_hook(self, hook: Hook) -> None: ...
    def remove_hook(self, id: str) -> None: ...
    def put_delivery(self, delivery: Delivery) -> None: ...
    def deliveries(self, hook: str) -> Sequence[Delivery]: ...
    def waiting_deliveries(self) -> Sequence[Delivery]: ...


class Posts(Protocol):
    """What goes to other servers; NotSent says why it did not."""

    def check(self, url: str) -> None: ...
    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> int: ...


class Webhooks:
    """Keeps addresses, writes down what they are to be told, and tells them.

    `spawn` runs a call beside the caller.
    """

    def __init__(
        self, shelf: Shelf, secret: str, now: Callable[[], int],
        poster: Posts, spawn: Callable[..., object],
    ) -> None:  # fmt: skip
        self._shelf, self._now, self._poster, self._spawn = shelf, now, poster, spawn
        self._key = hashlib.sha256(b"webhooks" + secret.encode()).digest()
        self._hooks = {hook.id: hook for hook in shelf.hooks()}
        self._waiting = {one.id: one for one in shelf.waiting_deliveries()}
        self._under_way: set[str] = set()
        self._lock = threading.Lock()

    # --- what the organiser does

    def of(self, event: str) -> list[Hook]:
        return sorted((h for h in self._hooks.values() if h.event == event), key=lambda h: h.created_at)

    def last(self, hook: Hook) -> Sequence[Delivery]:
        """Its deliveries, newest first."""
        return self._shelf.deliveries(hook.id)

    def secret_of(self, hook: Hook) -> str:
        return hmac.new(self._key, hook.id.encode(), hashlib.sha256).hexdigest()

    def add(self, event: str, url: str) -> Hook:
        if len(self.of(event)) >= MOST_HOOKS:
            raise Refused("full", "There are enough webhooks. Remove one first.")
        try:
            self._poster.check(url)
        except NotSent as problem:
            raise Refused("field", str(problem)) from None
        hook = Hook(id="h" + secrets.token_hex(8), event=event, url=url, created_at=self._now())
        self._shelf.add_hook(hook)
        self._hooks[hook.id] = hook
        return hook

    def remove(self, hook: Hook) -> None:
        self._shelf.remove_hook(hook.id)
        self._hooks.pop(hook.id, None)
        with self._lock:
            gone = [id for id, one in self._waiting.items() if one.hook == hook.id]
            for id in gone:
                del self._waiting[id]

    def test(self, hook: Hook, event: Event) -> Delivery:
        """Tells it something harmless now, and comes back with what was answered."""
        delivery = self._written_down(hook, event, "test", {})
        self._deliver(delivery)
        return next((one for one in self.last(hook) if one.id == delivery.id), delivery)

    # --- what happens by itself

    def notice(self, before: Event, after: Event, commands: Sequence[Command]) -> None:
        """Told of each commit; acts when a slot began or ended."""
        if self.of(after.id) and (found := list(happenings(before, after))):
            self._spawn(self._queue, after, found)

    def _queue(self, event: Event, found: Iterable[tuple[str, dict[str, Any]]]) -> None:
        for hook in self.of(event.id):
            for kind, more in found:
                self._written_down(hook, event, kind, more)
        self.look()

    def _written_down(self, hook: Hook, event: Event, kind: str, more: dict[str, Any]) -> Delivery:
        id, at = "d" + secrets.token_hex(8), self._now()
        about = {"id": event.id, "title": event.title, "code": event.code}
        told = {"id": id, "kind": kind, "at": at, "seq": event.seq, "event": about, **more}
        delivery = Delivery(id=id, hook=hook.id, kind=kind, at=at, next_at=at,
                            body=json.dumps(told, ensure_ascii=False))  # fmt: skip
        self._shelf.put_delivery(delivery)
        with self._lock:
            self._waiting[id] = delivery
        return delivery

    def look(self) -> None:
        """Sends what is due; meant to be called every second."""
        now = self._now()
        with self._lock:
            due = [one for one in self._waiting.values()
                   if (one.next_at or 0) <= now and one.id not in self._under_way]  # fmt: skip
            due = sorted(due, key=lambda one: one.at)[: max(0, AT_ONCE - len(self._under_way))]
            self._under_way |= {one.id for one in due}
        for delivery in due:
            self._spawn(self._deliver, delivery)

    def _deliver(self, delivery: Delivery) -> None:
        with self._lock:
            self._under_way.add(delivery.id)
        try:
            self._kept(self._attempted(delivery))
        except Exception:
            log.exception("A webhook could not be told.")
        finally:
            with self._lock:
                self._under_way.discard(delivery.id)

    def _attempted(self, delivery: Delivery) -> Delivery:
        hook = self._hooks.get(delivery.hook)
        if hook is None:
            return replace(delivery, next_at=None, why="It was removed.")
        tried = replace(delivery, attempts=delivery.attempts + 1, status=None, why="")
        try:
            body = delivery.body.encode()
            status = self._poster.post(hook.url, body, self._headers(hook, delivery, body))
            tried = replace(tried, status=status)
        except NotSent as problem:
            tried = replace(tried, why=str(problem))
        if tried.done or tried.kind == "test" or tried.attempts > len(WAITS):
            return replace(tried, next_at=None)
        return replace(tried, next_at=self._now() + WAITS[tried.attempts - 1] * 1_000)

    def _headers(self, hook: Hook, delivery: Delivery, body: bytes) -> dict[str, str]:
        at = self._now() // 1_000
        signature = sign(self.secret_of(hook), at, body)
        return {"Content-Type": "application/json", "User-Agent": "Facilitator",
                "Facilitator-Delivery": delivery.id,
                "Facilitator-Signature": f"t={at},v1={signature}"}  # fmt: skip

    def _kept(self, delivery: Delivery) -> None:
        self._shelf.put_delivery(delivery)
        with self._lock:
            if delivery.next_at is None:
                self._waiting.pop(delivery.id, None)
            elif delivery.id in self._waiting:
                self._waiting[delivery.id] = delivery


def sign(secret: str, at: int, body: bytes) -> str:
    """HMAC-SHA256 over the time (seconds) and the body, so that an old telling cannot be replayed."""
    return hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()


def happenings(before: Event, after: Event) -> Iterator[tuple[str, dict[str, Any]]]:
    """(kind, what is told with it) for every slot that ended or began, and for the event's end."""
    old = {slot.id: slot for slot in before.slots}
    was_on = before.clock.slot if before.clock else None
    on = after.clock.slot if after.clock else None
    for slot in after.slots:
        known = old.get(slot.id, slot)
        if slot.closed_at is not None and known.closed_at is None:
            yield "slot.end", {"slot": _slot(slot)}
    for slot in after.slots:
        opened = slot.opened_at is not None and old.get(slot.id, slot).opened_at is None
        if opened or (slot.id == on and on != was_on):
            yield "slot.start", {"slot": _slot(slot)}
    if after.ended_at is not None and before.ended_at is None:
        yield "event.end", {}


def _slot(slot: Slot) -> dict[str, Any]:
    return {"id": slot.id, "title": slot.title, "kind": slot.kind, "planned_start": slot.start,
            "planned_end": slot.planned_end, "opened_at": slot.opened_at,
            "closed_at": slot.closed_at}  # fmt: skip

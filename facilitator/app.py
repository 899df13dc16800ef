"""The composition root: every part is built here, once, and handed what it needs.

Nobody else knows how the parts are put together. `build` only builds; `House.start` begins
to look at clocks and leases, and `House.stop` says goodbye.
"""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from flask import Flask
from flask_socketio import SocketIO

from facilitator import green, ticker, web
from facilitator.access import Access
from facilitator.catalogues import Catalogues
from facilitator.conductor import Answer, Conductor
from facilitator.domain.commands import Command
from facilitator.domain.event import Event
from facilitator.domain.stamp import Actor, Role
from facilitator.front_door import FrontDoor, hosts_of, origin_rule
from facilitator.keeping import Keeping
from facilitator.live.audience import Audience
from facilitator.live.gateway import Gateway, Json
from facilitator.live.presence import Presence
from facilitator.live.publisher import Publisher
from facilitator.live.receipts import Receipts
from facilitator.outside.lending import Lender
from facilitator.outside.model import Model
from facilitator.outside.proposing import Namer
from facilitator.parts import Parts
from facilitator.posting import Poster
from facilitator.series_memory import SeriesMemory
from facilitator.settings import Settings
from facilitator.store import Store
from facilitator.theming_desk import Theming
from facilitator.webhooks import Webhooks

log = logging.getLogger(__name__)

PING = (25, 20)  # seconds between pings, and until a silent client counts as gone
LARGEST_MESSAGE = 16_384  # bytes; unmasking and parsing larger ones would stop the others
LOOK_EVERY = 0.25  # seconds between two looks at the clocks
VECTORS = "vectors.db"  # in the data folder
PULSE_EVERY = 60  # looks: each connection hears a pulse every 15 seconds
LEASES_EVERY = 4  # looks: leases are compared every second


def now() -> int:
    """Milliseconds since 1970 (UTC)."""
    return time.time_ns() // 1_000_000


def later(seconds: float, call: Callable[[], None]) -> None:
    """Runs a call in the background after that many seconds."""

    def wait() -> None:
        green.sleep(seconds)
        call()

    green.spawn(wait)


@dataclass(frozen=True)
class House:
    """All parts of a running server."""

    settings: Settings
    kept: Keeping
    parts: Parts
    conductor: Conductor
    audience: Audience
    publisher: Publisher
    presence: Presence
    receipts: Receipts
    theming: Theming
    web: Flask
    socketio: SocketIO

    @property
    def wsgi(self) -> Any:
        """The application to serve: Flask and Socket.IO behind the front door."""
        return FrontDoor(self.web, hosts_of(self.settings))

    def submit(self, event_id: str, command: Command, role: Role) -> Answer:
        """A command of one of our own parts."""
        return _inside(self.conductor, event_id, command, role)

    def start(self) -> None:
        """Takes up the events that are on and begins to look at clocks and leases."""
        for event_id in self.kept.live_event_ids():
            if event := self.conductor.event(event_id):
                self.theming.resume(event)
        green.spawn(self._look_forever)

    def stop(self) -> None:
        """Ends what runs beside the server."""
        self.theming.close()
        self.kept.close()

    def _look_forever(self) -> None:
        turn = 0
        while True:
            turn += 1
            try:
                self._look(turn)
            except Exception:
                log.exception("A look at the clocks failed.")
            green.sleep(LOOK_EVERY)

    def _look(self, turn: int) -> None:
        events = self.conductor.loaded()
        ticker.tick(events, now(), lambda event, command: self.submit(event, command, "clock"))
        if turn % LEASES_EVERY == 0:
            self.presence.look(events)
            self.receipts.look(events)
            self.parts.webhooks.look()
        for number, listener in enumerate(self.audience.everyone()):
            if number % PULSE_EVERY == turn % PULSE_EVERY and listener.channels:
                self.socketio.server.emit("pulse", self.publisher.pulse(listener), to=listener.sid)


def build(settings: Settings, catalogues: Catalogues | None = None) -> House:
    """Every part, for complete settings (see settle.py); the database is brought up to date."""
    store = Store(settings.database_url)
    store.migrate()
    kept, epoch, catalogues = Keeping(store), store.epoch, catalogues or Catalogues()
    socketio = SocketIO()
    audience = Audience(_Wire(socketio))
    publisher = Publisher(_Wire(socketio), audience, now, later)
    listening: list[Callable[[Event, Event, Sequence[Command]], None]] = [publisher.publish]

    def publish(before: Event, after: Event, commands: Sequence[Command]) -> None:
        for tell in listening:
            tell(before, after, commands)

    conductor = Conductor(kept, publish, now, lambda: secrets.randbits(63))
    model = Model.of(settings)
    theming = Theming(conductor, Namer(model), settings.data / VECTORS, Lender(model))
    webhooks = Webhooks(kept, settings.secret_key, now, Poster(settings.private_webhooks), green.spawn)
    memory = SeriesMemory(conductor, kept, green.spawn)
    listening += [theming.notice, memory.notice, webhooks.notice]
    presence = Presence(now, lambda event, command: _inside(conductor, event, command, "presence"))
    receipts = Receipts(lambda event, command: _inside(conductor, event, command, "presence"))
    access = Access(settings.secret_key, kept, now)
    audience.on_person, access.on_revoked = presence.connections, audience.send_away
    parts = _parts(settings, kept, epoch, conductor, access, audience, webhooks, catalogues)
    pages = web.create(parts)
    _open_sockets(socketio, pages, settings)
    Gateway(access, audience, publisher, conductor, receipts, now, epoch, catalogues).register(socketio.server)
    return House(settings, kept, parts, conductor, audience, publisher, presence, receipts, theming,
                 pages, socketio)  # fmt: skip


def _open_sockets(socketio: SocketIO, pages: Flask, settings: Settings) -> None:
    socketio.init_app(
        pages, async_mode=green.mode(), transports=["websocket"], async_handlers=False, json=Json,
        max_http_buffer_size=LARGEST_MESSAGE, ping_interval=PING[0], ping_timeout=PING[1],
        cors_allowed_origins=origin_rule(settings), manage_session=False,
        http_compression=False, allow_upgrades=False,
    )  # fmt: skip


def _inside(conductor: Conductor, event_id: str, command: Command, role: Role) -> Answer:
    """A command of one of our own parts."""
    return conductor.submit(event_id, command, Actor(role), f"{role}-{secrets.token_hex(8)}")


class _Wire:
    """Socket.IO's server as the live parts use it; it exists only after `init_app`."""

    def __init__(self, socketio: SocketIO) -> None:
        self._socketio = socketio

    def emit(self, event: str, data: object, to: str) -> None:
        self._socketio.server.emit(event, data, to=to)

    def enter_room(self, sid: str, room: str) -> None:
        self._socketio.server.enter_room(sid, room)

    def leave_room(self, sid: str, room: str) -> None:
        self._socketio.server.leave_room(sid, room)

    def disconnect(self, sid: str) -> None:
        self._socketio.server.disconnect(sid)


def _parts(
    settings: Settings, kept: Keeping, epoch: str, conductor: Conductor, access: Access,
    audience: Audience, webhooks: Webhooks, catalogues: Catalogues,
) -> Parts:  # fmt: skip
    model = Model.of(settings)
    return Parts(
        settings=settings, access=access, submit=conductor.submit, event=conductor.event,
        event_by_code=kept.by_code, series=kept.series,
        add_series=lambda id, title: kept.add_series(id, title, now()), templates=kept.templates,
        add_template=lambda id, title, plan: kept.add_template(id, title, plan, now()),
        now=now, epoch=epoch,
        reader=model.reader if model else "", webhooks=webhooks, catalogues=catalogues, figures=lambda: _figures(conductor, audience), trouble=kept.trouble,
    )  # fmt: skip


def _figures(conductor: Conductor, audience: Audience) -> dict[str, float]:
    events = conductor.loaded()
    return {
        "connections": len(audience.everyone()),
        "events_loaded": len(events),
        "events_running": sum(event.status == "running" for event in events),
        "people_present": sum(p.present for event in events for p in event.people.values()),
        "notes": sum(len(event.notes) for event in events),
        "commands_accepted": sum(event.seq for event in events),
    }
